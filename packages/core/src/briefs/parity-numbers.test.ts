import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkParity, listAskedTexts, listSentences, type Bilingual } from './index.ts'
import { makeBrief } from './test/brief-fixture.ts'

const gapsOf = (zh: string, en: string) => checkParity(makeBrief({ keyMessage: { zh, en } }))
const problemsOf = (zh: string, en: string) => gapsOf(zh, en).map(({ problem }) => problem)

describe('one number in many forms', () => {
  const forms: readonly { why: string; zh: string; en: string }[] = [
    { why: 'figures', zh: '300000 人', en: '300,000 people' },
    { why: 'figures with 万', zh: '30万人', en: '300,000 people' },
    { why: 'spelt in characters', zh: '三十万人', en: '300,000 people' },
    { why: 'spelt, and in English with k', zh: '三十万人', en: '300k people' },
    { why: '百万', zh: '3百万次', en: '3 million times' },
    { why: '千万', zh: '5千万次', en: '50 million times' },
    { why: '十万', zh: '3十万次', en: '300,000 times' },
    { why: 'billions', zh: '12亿次', en: '1.2 billion times' },
    { why: 'billions, short', zh: '12亿次', en: '1.2bn times' },
    { why: '万 that is not whole in binary', zh: '1.13万次', en: '11,300 times' },
    { why: 'a small share of 万', zh: '0.07万次', en: '700 times' },
    { why: 'full-width figures', zh: '３０天', en: '30 days' },
    { why: '百 and 千', zh: '5百人和2千人', en: '500 people and 2,000 people' },
    { why: 'percent', zh: '百分之三十', en: '30 %' },
    { why: 'twelve', zh: '十二天', en: '12 days' },
    { why: 'with a zero inside', zh: '一百零五克', en: '105 g' },
    { why: 'two in its other form', zh: '两千人', en: '2,000 people' },
    { why: 'over 万', zh: '一万二千人', en: '12,000 people' },
    { why: 'over 亿', zh: '一亿二千万次', en: '120,000,000 times' },
    { why: 'the order of numbers', zh: '3 篇 48 小时', en: 'within 48 hours, 3 posts' },
    { why: 'a number said twice', zh: '3 篇,共 3 篇', en: '3 posts' },
    { why: 'spelt on both sides', zh: '三十天', en: 'thirty days' },
    { why: '十分 is "very"', zh: '十分好用', en: 'works very well' },
    { why: '千万 is "be sure"', zh: '千万不要照念', en: 'do not recite' },
    { why: '万一 is "in case"', zh: '万一过敏', en: 'in case of an allergy' },
    { why: '一 is grammar', zh: '一瓶面霜', en: 'a cream' },
  ]
  test.each(forms)('same: $why', ({ zh, en }) => {
    expect(gapsOf(zh, en)).toEqual([])
  })

  test.each([
    { why: 'a zero too few', zh: '三十万人', en: '30,000 people' },
    { why: 'a zero too many', zh: '3百万次', en: '30 million times' },
    { why: 'million for 亿', zh: '1亿次', en: '1 million times' },
    { why: 'another percentage', zh: '百分之三十', en: '20 %' },
    { why: 'another figure after the point', zh: '1.5万', en: '16,000' },
    { why: 'one of two numbers is lost', zh: '3 篇 48 小时', en: '3 posts in time' },
    { why: 'a number is added', zh: '发布笔记', en: 'publish 2 notes' },
    { why: 'the day of a date', zh: '12月3日', en: '4 December' },
  ])('differs: $why', ({ zh, en }) => {
    expect(problemsOf(zh, en)).toEqual(['numbers_differ'])
  })

  test('a gap shows what each side says, as plain numbers', () => {
    expect(gapsOf('三十万人看过', '30,000 people saw it')).toEqual([
      { path: 'keyMessage', id: 'keyMessage', language: 'en', problem: 'numbers_differ', zh: ['300000'], other: ['30000'] },
    ])
  })

  test('property: figures with 万 and with commas agree, and one more does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (hundreds) => {
        const value = hundreds * 100
        const grouped = String(value).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
        expect(problemsOf(`${hundreds / 100}万人`, `${grouped} people`)).toEqual([])
        expect(problemsOf(`${hundreds / 100}万人`, `${value + 1} people`)).toEqual(['numbers_differ'])
      }),
    )
  })

  test('property: numbers spelt in characters read as they are counted', () => {
    const figures = '零一二三四五六七八九'
    const spell = (value: number): string => {
      const digits = String(value).padStart(4, '0')
      const signs = [...digits].map((digit, index) =>
        digit === '0' ? '零' : `${figures[Number(digit)] ?? ''}${['千', '百', '十', ''][index] ?? ''}`,
      )
      return signs
        .join('')
        .replace(/零+/g, '零')
        .replace(/^零|零$/g, '')
    }
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 9999 }), fc.boolean(), (value, isWan) => {
        const [zh, en] = isWan ? [`${spell(value)}万`, value * 10_000] : [spell(value), value]
        expect(problemsOf(`共${zh}人`, `${en} people in all`)).toEqual([])
      }),
    )
  })
})

describe('names', () => {
  test.each([
    { why: 'a name in both', zh: '用 Alpensee 面霜', en: 'Use the Alpensee cream', problems: [] },
    { why: 'a name only in English is the translator’s freedom', zh: '用面霜', en: 'Use the Alpensee cream', problems: [] },
    { why: 'two names lost are one gap', zh: '含 Panthenol 和 Glycerin', en: 'with a vitamin', problems: ['names_differ'] },
    { why: 'a single letter is no name', zh: 'V 领', en: 'a neckline', problems: [] },
    { why: 'a hyphenated name', zh: '用 Q-10', en: 'use q-10', problems: [] },
    { why: 'part of a longer name', zh: '用 Alpen', en: 'use Alpensee', problems: [] },
    { why: 'another spelling', zh: '用 Alpensee', en: 'use Alpen See', problems: ['names_differ'] },
  ])('$why', ({ zh, en, problems }) => {
    expect(problemsOf(zh, en)).toEqual(problems)
  })

  test('the lost names are listed once each', () => {
    expect(gapsOf('含 Panthenol,Panthenol 和 Glycerin', 'with a vitamin')[0]?.zh).toEqual(['Panthenol', 'Glycerin'])
  })
})

describe('a missing language', () => {
  const blank: readonly { side: keyof Bilingual; problem: string }[] = [
    { side: 'zh', problem: 'missing_zh' },
    { side: 'en', problem: 'missing_en' },
  ]
  const paths = listSentences(makeBrief()).map(({ path }) => path)

  test('sentences of the brief in the order of the form', () => {
    expect(paths).toEqual([
      'background',
      'goal',
      'audience',
      'keyMessage',
      'productFacts[0]',
      'mustSay[0]',
      'mustNot[0]',
      'disclosure.note',
      'usageRights',
      'paymentTerms',
    ])
  })

  test.each(blank)('$problem: said once, whatever else differs', ({ side, problem }) => {
    const text = { zh: '含 Panthenol 3 克', en: 'with Panthenol, 3 g', [side]: '  ' }
    expect(checkParity(makeBrief({ usageRights: text })).map((gap) => [gap.path, gap.problem])).toEqual([['usageRights', problem]])
  })
})

describe('texts a brief puts into a mouth', () => {
  test('only what is asked for, only in Chinese, nothing blank', () => {
    const brief = makeBrief({ verbatim: ['照念', ' '], hashtags: ['#话题', ''] })
    expect(listAskedTexts(brief)).toEqual(['清爽不黏的面霜。', '含甘油。', '说出产品全名。', '照念', '#话题'])
  })
})
