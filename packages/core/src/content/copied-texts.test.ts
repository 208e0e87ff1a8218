import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, countRewritten, findDuplicates, indexText, measureBrieflike } from './index.ts'

const OWN = '早晚都在用质地轻薄'

describe('disguises of a copied text', () => {
  test.each([
    { why: 'a zero-width space in every word', copy: [...OWN].join('\u200b') },
    { why: 'a joiner', copy: [...OWN].join('\u200d') },
    { why: 'a heart with its variation selector', copy: `${OWN}❤️` },
    { why: 'a family of four', copy: `👨‍👩‍👧‍👦${OWN}` },
    { why: 'a flag', copy: `${OWN}🇨🇳` },
    { why: 'a thumb of another colour', copy: `${OWN}👍🏽` },
    { why: 'dots and dashes', copy: [...OWN].join('·') },
    { why: 'line breaks and full-width spaces', copy: [...OWN].join('\u3000\n') },
    { why: 'a soft hyphen and a byte order mark', copy: `\ufeff${[...OWN].join('\u00ad')}` },
  ])('$why changes nothing', ({ copy }) => {
    expect(compareTexts(OWN, copy)).toBe(1)
    expect(countRewritten(OWN, copy)).toBe(0)
    expect(measureBrieflike(copy, [OWN])).toBe(1)
  })

  test.each([
    { why: 'a digit is a word', one: '用了3天', other: '用了5天' },
    { why: 'a letter is a word', one: '含B5成分', other: '含C5成分' },
    { why: 'the order of words', one: '早晚都在用', other: '用在都晚早' },
    { why: 'a rare character outside the basic plane', one: '𠮷野家', other: '𠀀野家' },
  ])('near miss: $why is told apart', ({ one, other }) => {
    expect(compareTexts(one, other)).toBeLessThan(1)
  })

  test('a character of two code units is one character', () => {
    expect(compareTexts('𠮷𠮷', '𠮷𠮷')).toBe(1)
    expect(compareTexts('𠮷', '𠮷')).toBe(0)
    expect(countRewritten('𠮷野', '𠀀野')).toBe(0.5)
  })

  test.each([
    { why: 'only emoji', text: '😀😀😀' },
    { why: 'only signs', text: '!!!???' },
    { why: 'only invisible signs', text: '\u200b\u200b\ufe0f' },
    { why: 'nothing', text: '' },
  ])('$why: no text to speak of, so unknown or not alike', ({ text }) => {
    expect(compareTexts(text, text)).toBe(0)
    expect(countRewritten(text, OWN)).toBeNull()
    expect(measureBrieflike(text, [OWN])).toBeNull()
  })
})

describe('likeness by hand', () => {
  test.each([
    { why: 'one of three pairs', one: 'abc', other: 'abd', likeness: 1 / 3 },
    { why: 'a repeated pair counts once', one: 'ababab', other: 'ab', likeness: 1 / 2 },
    { why: 'contained', one: 'abcd', other: 'abc', likeness: 2 / 3 },
    { why: 'one side too short', one: 'a', other: 'abc', likeness: 0 },
    { why: 'halves swapped keep all pairs but one', one: 'abcd', other: 'cdab', likeness: 2 / 4 },
  ])('$why', ({ one, other, likeness }) => {
    expect(compareTexts(one, other)).toBeCloseTo(likeness, 12)
  })

  test('an indexed text is compared as the text itself', () => {
    const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })
    fc.assert(
      fc.property(anyText, anyText, (one, other) => {
        const [found] = findDuplicates(indexText('a', one), [indexText('b', other)], 0)
        expect(found?.likeness).toBeCloseTo(compareTexts(one, other), 1)
      }),
    )
  })
})

describe('very long texts', () => {
  const long = Array.from({ length: 1500 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * 37) % 900))).join('')

  test('are compared whole', () => {
    expect(compareTexts(long, long)).toBe(1)
    expect(countRewritten(long, long)).toBe(0)
    expect(countRewritten(long, long.slice(0, 750))).toBe(0.5)
    expect(measureBrieflike(long, [long.slice(0, 750)])).toBeGreaterThanOrEqual(0.5)
  })
})

describe('properties of the shares', () => {
  const chinese = fc.array(fc.constantFrom(...'这瓶面霜真的很好用早晚'), { minLength: 1, maxLength: 30 }).map((signs) => signs.join(''))

  test('what was rewritten lies within 0–1, and striking more never lowers it', () => {
    fc.assert(
      fc.property(chinese, chinese, fc.nat(30), (own, edited, cut) => {
        const whole = countRewritten(own, edited) ?? Number.NaN
        expect(whole).toBeGreaterThanOrEqual(0)
        expect(whole).toBeLessThanOrEqual(1)
        expect(countRewritten(own, edited.slice(cut)) ?? Number.NaN).toBeGreaterThanOrEqual(whole)
      }),
    )
  })

  test('a longer brief never makes a draft less like it', () => {
    fc.assert(
      fc.property(chinese, chinese, chinese, (draft, brief, more) => {
        const before = measureBrieflike(draft, [brief]) ?? Number.NaN
        expect(measureBrieflike(draft, [brief, more]) ?? Number.NaN).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
