import { describe, expect, test } from 'vitest'
import { makeBrief } from './test/brief-fixture.ts'
import { checkBrief, checkParity, type Bilingual, type BriefInput } from './index.ts'

const told = (message: Bilingual, languages: ('de' | 'fr')[] = ['de', 'fr']) =>
  checkParity(makeBrief({ languages, keyMessage: message }))
    .filter(({ path }) => path === 'keyMessage')
    .map(({ language, problem }) => `${language} ${problem}`)
const zh = (text: string, en: string) => ({ zh: text, en })

describe('German and French beside Chinese and English', () => {
  test.each<{ why: string; text: Bilingual; languages?: ('de' | 'fr')[]; gaps: string[] }>([
    { why: 'both wanted, both there', text: { ...zh('50 克', '50 g'), de: '50 g', fr: '50 g' }, gaps: [] },
    { why: 'German wanted, not there', text: { ...zh('50 克', '50 g'), fr: '50 g' }, gaps: ['de missing_extra'] },
    { why: 'near miss: not wanted', text: zh('50 克', '50 g'), languages: [], gaps: [] },
    { why: 'another number', text: { ...zh('50 克', '50 g'), de: '40 g', fr: '50 g' }, gaps: ['de numbers_differ'] },
    { why: 'near miss: a German thousand', text: { ...zh('超过1.5万人', '15,000'), de: '15.000 Leute', fr: '15 000 personnes' }, gaps: [] },
    { why: 'near miss: a decimal comma', text: { ...zh('1.5 克', '1.5 g'), de: '1,5 g', fr: '1,5 g' }, gaps: [] },
    {
      why: 'near miss: a month',
      text: { ...zh('12月3日前', 'before 3 December'), de: 'vor dem 3. Dezember', fr: 'avant le 3 décembre' },
      gaps: [],
    },
    { why: 'near miss: the first in French', text: { ...zh('3月1日', '1 March'), de: '1. März', fr: '1er mars' }, gaps: [] },
    {
      why: 'the wrong month',
      text: { ...zh('12月3日前', 'before 3 December'), de: 'vor dem 3. November', fr: 'avant le 3 décembre' },
      gaps: ['de numbers_differ'],
    },
    { why: 'near miss: millions', text: { ...zh('300万次', '3 million'), de: '3 Mio. Mal', fr: '3 millions de fois' }, gaps: [] },
    {
      why: 'a name is lost',
      text: { ...zh('含 Panthenol', 'with Panthenol'), de: 'mit Vitamin', fr: 'au Panthenol' },
      gaps: ['de names_differ'],
    },
  ])('$why', ({ text, languages, gaps }) => expect(told(text, languages)).toEqual(gaps))
})

describe('a side that was forgotten', () => {
  const at = (message: Bilingual, change: Partial<BriefInput> = {}) => makeBrief({ keyMessage: message, ...change })
  const outdated = (before: Bilingual, after: Bilingual, languages: ('de' | 'fr')[] = []) =>
    checkParity(at(after, { languages }), at(before)).map(({ language, problem }) => `${language} ${problem}`)
  const first = zh('清爽。', 'Light.')

  test.each<{ why: string; after: Bilingual; gaps: string[] }>([
    { why: 'nothing moved', after: first, gaps: [] },
    { why: 'both moved', after: zh('很清爽。', 'Very light.'), gaps: [] },
    { why: 'only the Chinese side moved', after: zh('很清爽。', 'Light.'), gaps: ['en outdated'] },
    { why: 'only the English side moved', after: zh('清爽。', 'Very light.'), gaps: ['zh outdated'] },
    { why: 'near miss: the English side is new', after: zh('清爽。', ''), gaps: ['en missing_en'] },
  ])('$why', ({ after, gaps }) => expect(outdated(first, after)).toEqual(gaps))

  test('German stood still while both others moved', () => {
    const before = { ...first, de: 'Leicht.' }
    const gaps = outdated(before, { zh: '很清爽。', en: 'Very light.', de: 'Leicht.' }, ['de'])
    expect(gaps.filter((gap) => gap.endsWith('outdated'))).toEqual(['de outdated'])
  })

  test('a line is found again by its id, not by its place', () => {
    const point = (id: string, text: Bilingual) => ({ id, text })
    const before = makeBrief({ mustSay: [point('a', zh('一', 'one')), point('b', zh('二', 'two'))] })
    const after = makeBrief({ mustSay: [point('b', zh('二', 'two'))] })
    expect(checkParity(after, before)).toEqual([])
  })

  test('is a warning of the brief', () => {
    const found = checkBrief(at(zh('很清爽。', 'Light.')), { kind: 'brief', id: 'b' }, at(first))
    expect(found.map(({ code, severity }) => `${severity} ${code}`)).toEqual(['warn brief.parity_outdated'])
  })
})
