import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { writeEnglishFigures } from './localize-figures.ts'

describe('German figures as English writes them', () => {
  test.each([
    { why: 'a thousand', text: '1.500 Leute', english: '1500 Leute' },
    { why: 'a million in groups', text: '1.500.000 Leute', english: '1500000 Leute' },
    { why: 'a decimal', text: '2,5 g', english: '2.5 g' },
    { why: 'both', text: '1.234,5 g', english: '1234.5 g' },
    { why: 'near miss: two digits behind a point are no thousand', text: 'Version 1.25', english: 'Version 1.25' },
    { why: 'near miss: four digits behind a point are no thousand', text: 'Nr. 1.2345', english: 'Nr. 1.2345' },
    { why: 'a date', text: 'am 3. März', english: 'am 3 March' },
    { why: 'a month cut short', text: 'am 3. Sept.', english: 'am 3 September.' },
    { why: 'a day in figures', text: 'am 1.12.2026', english: 'am 1 12 2026' },
    { why: 'a day without its year', text: 'am 01.12. um 20 Uhr', english: 'am 01 12  um 20 Uhr' },
    { why: 'near miss: a version that ends a sentence', text: 'Version 1.2.', english: 'Version 1.2.' },
    { why: 'a date without a point', text: '14 Dezember', english: '14 December' },
    { why: 'near miss: another noun', text: '3 Beiträge', english: '3 Beiträge' },
    { why: 'millions, short', text: '3 Mio. Mal', english: '3 million Mal' },
    { why: 'a billion', text: '2 Milliarden', english: '2 billion' },
    { why: 'thousand as a word', text: '5 Tausend', english: '5 thousand' },
  ])('$why', ({ text, english }) => expect(writeEnglishFigures(text, 'de')).toBe(english))
})

describe('French figures as English writes them', () => {
  test.each([
    { why: 'a thousand with a space', text: '1 500 personnes', english: '1500 personnes' },
    { why: 'a thousand with a narrow space', text: '1\u202F500 personnes', english: '1500 personnes' },
    { why: 'a thousand with a fixed space', text: '1\u00A0500 personnes', english: '1500 personnes' },
    { why: 'a decimal', text: '2,5 g', english: '2.5 g' },
    { why: 'a date', text: 'le 3 décembre', english: 'le 3 December' },
    { why: 'the first of a month', text: 'le 1er mars', english: 'le 1 March' },
    { why: 'near miss: another noun', text: '3 notes', english: '3 notes' },
    { why: 'near miss: two digits are no group', text: '30 15', english: '30 15' },
    { why: 'millions', text: '3 millions', english: '3 million' },
    { why: 'a milliard', text: '1 milliard', english: '1 billion' },
    { why: 'thousand as a word', text: '5 mille', english: '5 thousand' },
  ])('$why', ({ text, english }) => expect(writeEnglishFigures(text, 'fr')).toBe(english))
})

describe('whatever the number', () => {
  const whole = fc.integer({ min: 0, max: 999_999_999 })
  test.each(['de', 'fr'] as const)('property: grouped as %s groups it reads as the number', (language) => {
    const formatter = new Intl.NumberFormat(language, { maximumFractionDigits: 0 })
    fc.assert(
      fc.property(whole, (number) => {
        expect(writeEnglishFigures(formatter.format(number), language)).toBe(String(number))
      }),
    )
  })

  test.each(['de', 'fr'] as const)('property: a decimal of %s reads as the number', (language) => {
    const formatter = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
    fc.assert(
      fc.property(whole, (tenths) => {
        expect(Number(writeEnglishFigures(formatter.format(tenths / 10), language))).toBeCloseTo(tenths / 10, 6)
      }),
    )
  })

  test('property: a sentence without figures stays as it is', () => {
    const words = fc.array(fc.constantFrom('Creme', 'leicht', 'März', 'crème', 'légère', 'mai', '面霜', '.', ','), { maxLength: 6 })
    fc.assert(
      fc.property(words, fc.constantFrom('de' as const, 'fr' as const), (list, language) => {
        expect(writeEnglishFigures(list.join(' '), language)).toBe(list.join(' '))
      }),
    )
  })
})
