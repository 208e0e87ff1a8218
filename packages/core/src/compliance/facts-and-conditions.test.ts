import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeRule, makeRulebook, makeWords } from '../../test/compliance/small-rulebook.ts'
import { askAll } from './conditions.ts'
import { contentFactsSchema, lint, type ContentFacts } from './index.ts'
import type { Condition } from './rule-entry.ts'
import { scanField } from './scan-field.ts'
import { publishDay, viewFacts, type FactValue } from './view-facts.ts'

const plain = makeRulebook(
  makeWords('gift', ['品牌寄来'], { states: { commission: 'gift_with_duty' } }),
  makeWords('paid', ['收了', '拿'], { states: { commission: 'fee' }, near: [{ any: ['payer'] }, { words: ['稿费', '钱'], within: 4 }] }),
  makeWords('payer', ['品牌', '商家']),
  makeWords('unmarked', ['没有标注'], { states: { 'ai.marked': false } }),
  makeWords('marked', ['标注'], { states: { 'ai.marked': true } }),
)
const viewOf = (facts: Partial<ContentFacts>, text = '') =>
  viewFacts({ id: 'd', text, ...facts }, [scanField('text', text, { rulebook: plain })], { rulebook: plain, day: '2026-11-22' })
const ask = (condition: Condition, value?: FactValue) =>
  askAll([condition], { day: '2026-11-22', read: (path) => (path === 'a' ? value : undefined), isStated: () => false })

test('a condition may ask for the month and the day alone, whatever the year', () => {
  const isDay = (day: string, condition: Omit<Condition, 'fact'>) => {
    const view = viewFacts({ id: 'd', text: '' }, [], { rulebook: plain, day })
    return askAll([{ fact: 'monthDay', ...condition }], view)
  }
  expect(['2025-09-18', '2026-09-18', '2026-09-17', '2026-09-19'].map((day) => isDay(day, { is: '09-18' }))).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(['2026-07-04', '2026-07-05', '2026-07-07', '2026-07-08'].map((day) => isDay(day, { above: '07-04', below: '07-08' }))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

test.each([
  ['2026-11-22', true],
  ['2026-11-22T10:00:00+08:00', true],
  ['2026-02-30', false],
  ['tomorrow', false],
  ['2026', false],
])('a publish date %s is a day or a moment: %s', (publishAt, isDate) => {
  const read = contentFactsSchema.safeParse({ id: '1', text: 'a', publishAt })
  expect(read.success).toBe(isDate)
  expect(read.error?.issues[0]?.message ?? 'write a day').toContain('write a day')
})

describe('comparisons', () => {
  const cases: readonly { why: string; condition: Omit<Condition, 'fact'>; yes: FactValue[]; no: FactValue[] }[] = [
    { why: 'is', condition: { is: 'fee' }, yes: ['fee'], no: ['none', '', true] },
    { why: 'is false', condition: { is: false }, yes: [false], no: [true, 'false', 0] },
    { why: 'isNot', condition: { isNot: 'fee' }, yes: ['none'], no: ['fee'] },
    { why: 'in', condition: { in: ['a', 1] }, yes: ['a', 1], no: ['b', '1'] },
    { why: 'in nothing', condition: { in: [] }, yes: [], no: ['a'] },
    { why: 'notIn', condition: { notIn: ['a', 1] }, yes: ['b', '1'], no: ['a', 1] },
    { why: 'below', condition: { below: 18 }, yes: [17, 0, -1], no: [18, 19] },
    { why: 'above', condition: { above: 18 }, yes: [19], no: [18, 0] },
    { why: 'below zero', condition: { below: 0 }, yes: [-1], no: [0] },
    { why: 'before a day', condition: { below: '2026-11-22' }, yes: ['2026-11-21'], no: ['2026-11-22', '2026-12-01'] },
    { why: 'before the day of publication', condition: { below: 'day' }, yes: ['2026-11-21'], no: ['2026-11-22'] },
    { why: 'after the day of publication', condition: { above: 'day' }, yes: ['2026-11-23'], no: ['2026-11-22'] },
    { why: 'contains', condition: { contains: '广告' }, yes: ['#广告#', '广告'], no: ['推广', ''] },
    { why: 'lacks', condition: { lacks: '广告' }, yes: ['none', '合作'], no: ['#广告'] },
    { why: 'two at once', condition: { above: 1, below: 3 }, yes: [2], no: [1, 3] },
    { why: 'orUnknown does not soften a known no', condition: { is: true, orUnknown: true }, yes: [true], no: [false] },
  ]
  test.each(cases)('$why', ({ condition, yes, no }) => {
    expect(yes.map((value) => ask({ fact: 'a', ...condition }, value))).toEqual(yes.map(() => true))
    expect(no.map((value) => ask({ fact: 'a', ...condition }, value))).toEqual(no.map(() => false))
    expect(ask({ fact: 'a', ...condition })).toEqual(condition.orUnknown === true ? true : ['a'])
  })

  test('learning a fact never turns a no into anything else', () => {
    const fact = fc.constantFrom('a', 'b', 'c')
    const conditions = fc.array(fc.record({ fact, is: fc.boolean() }), { maxLength: 5 })
    const known = fc.dictionary(fact, fc.boolean())
    fc.assert(
      fc.property(conditions, known, known, (asked, before, learnt) => {
        const see = (facts: Record<string, boolean>) => askAll(asked, { day: '', read: (path) => facts[path], isStated: () => false })
        const [first, second] = [see(before), see({ ...learnt, ...before })]
        if (typeof first === 'boolean') expect(second).toBe(first)
        else expect(first.every((name) => !Object.hasOwn(before, name))).toBe(true)
      }),
    )
  })
})

describe('what is known of a draft', () => {
  const cases: readonly { why: string; facts: Partial<ContentFacts>; path: string; value: FactValue | undefined }[] = [
    { why: 'nothing given is not known', facts: {}, path: 'commissioned', value: undefined },
    { why: 'null is not known', facts: { commissioned: null }, path: 'commissioned', value: undefined },
    { why: 'blank is not known', facts: { creator: { verifiedField: '  ' } }, path: 'creator.verifiedField', value: undefined },
    { why: 'false is known', facts: { commissioned: false }, path: 'commissioned', value: false },
    { why: 'zero is known', facts: { creator: { age: 0 } }, path: 'creator.age', value: 0 },
    { why: 'a fee is a commission', facts: { commission: 'fee' }, path: 'commissioned', value: true },
    { why: 'a gift without duty is none', facts: { commission: 'gift_without_duty' }, path: 'commissioned', value: false },
    { why: 'the short form wins over the long one', facts: { commissioned: true, commission: 'none' }, path: 'commissioned', value: true },
    { why: 'a code is a purchase path', facts: { purchasePathKind: 'code' }, path: 'purchasePath', value: true },
    { why: 'no path is known to be none', facts: { purchasePathKind: 'none' }, path: 'purchasePath', value: false },
    { why: 'AI, short form', facts: { aiGenerated: true }, path: 'ai.use', value: 'partly' },
    { why: 'no AI, short form', facts: { aiGenerated: false }, path: 'ai.use', value: 'none' },
    { why: 'not filed', facts: { filing: 'none' }, path: 'filed', value: false },
    { why: 'filed with a reference', facts: { filing: { reference: 'X-1' } }, path: 'filed', value: true },
    { why: 'a filing without anything in it', facts: { filing: {} }, path: 'filed', value: false },
    { why: 'an empty label is none', facts: { label: ' ' }, path: 'label', value: 'none' },
    { why: 'an approval number', facts: { product: { approvalNo: '国药准字示例' } }, path: 'approved', value: true },
    { why: 'no approval number says nothing', facts: { product: { approvalNo: null } }, path: 'approved', value: undefined },
    {
      why: 'a reference price above',
      facts: { price: { referenceFen: 2, lowestIn7DaysFen: 1 } },
      path: 'price.isAboveLowest',
      value: true,
    },
    { why: 'the same price', facts: { price: { referenceFen: 1, lowestIn7DaysFen: 1 } }, path: 'price.isAboveLowest', value: false },
    { why: 'one price alone', facts: { price: { referenceFen: 1 } }, path: 'price.isAboveLowest', value: undefined },
    { why: 'no evidence list', facts: {}, path: 'evidence.award', value: undefined },
    { why: 'a list without it', facts: { evidence: [] }, path: 'evidence.award', value: false },
    {
      why: 'evidence of its last day',
      facts: { evidence: [{ kind: 'award', expiresAt: '2026-11-22' }] },
      path: 'evidence.award',
      value: true,
    },
    {
      why: 'evidence that ran out',
      facts: { evidence: [{ kind: 'award', expiresAt: '2026-11-21' }] },
      path: 'evidence.award',
      value: false,
    },
  ]
  test.each(cases)('$why', ({ facts, path, value }) => expect(viewOf(facts).read(path)).toBe(value))
})

describe('what the text states', () => {
  const cases: readonly { text: string; path: string; value: FactValue | undefined }[] = [
    { text: '品牌寄来的', path: 'commission', value: 'gift_with_duty' },
    { text: '品牌寄来的', path: 'commissioned', value: true },
    { text: '自己买的', path: 'commissioned', value: undefined },
    { text: '收了品牌一笔稿费', path: 'commission', value: 'fee' },
    { text: '品牌的快递我收了，楼下等了很久才付钱', path: 'commission', value: undefined },
    { text: '收了稿费', path: 'commission', value: undefined },
    { text: '没有标注', path: 'ai.marked', value: false },
    { text: '标注了', path: 'ai.marked', value: true },
    { text: '#广告# 新品', path: 'label', value: '广告' },
    { text: '广告公司上班', path: 'label', value: undefined },
    { text: '八岁童星', path: 'creator.age', value: 8 },
    { text: '最高奖1.5万元', path: 'prize.topValueFen', value: 1_500_000 },
  ]
  test.each(cases)('$text: $path', ({ text, path, value }) => {
    expect(viewOf({}, text).read(path)).toBe(value)
    expect(viewOf({}, text).isStated(path)).toBe(value !== undefined)
  })

  test('a label in other words than 广告 says that somebody paid', () => {
    expect(viewOf({ label: '品牌赞助' }).read('commissioned')).toBe(true)
    expect(viewOf({ label: '自费' }).read('commissioned')).toBeUndefined()
    expect(viewOf({ label: '品牌赞助', commissioned: false }).read('commissioned')).toBe(false)
  })

  test('a given fact wins and is not called stated', () => {
    const view = viewOf({ creator: { age: 30 }, commissioned: false }, '八岁童星，品牌寄来的')
    expect([view.read('creator.age'), view.read('commissioned')]).toEqual([30, false])
    expect([view.isStated('creator.age'), view.isStated('commissioned')]).toEqual([false, false])
  })
})

describe('the day a draft is judged for', () => {
  test.each([
    ['a day', '2026-05-12', '2026-05-12'],
    ['a moment', '2026-05-11T16:00:00Z', '2026-05-12'],
    ['a moment with its zone', '2026-05-12T00:30:00+08:00', '2026-05-12'],
    ['nothing', null, '2026-11-22'],
    ['an empty text', '', '2026-11-22'],
    ['words', 'next week', '2026-11-22'],
    ['a day that is not in the calendar', '2026-02-30', '2026-11-22'],
    ['a day with slashes', '2026/05/12', '2026-11-22'],
  ])('%s', (_name, publishAt, day) => expect(publishDay({ id: 'd', text: '', publishAt }, '2026-11-22')).toBe(day))

  test('a day nobody can read stops no check', () => {
    const rulebook = makeRulebook(makeRule('r'))
    expect(lint({ id: 'd', text: '坏话', publishAt: 'soon' }, rulebook, { at: '2026-11-22' }).verdict).toBe('error')
  })
})

describe('one field of a draft', () => {
  const rulebook = makeRulebook(
    makeWords('bad', ['第一', '最佳']),
    makeWords('safe', ['第一财经'], { protects: true }),
    makeWords('same', ['最佳'], { protects: true }),
  )
  const numberOf = (list: string) => rulebook.terms.numbers.get(list) ?? -1
  const placesOf = (text: string, names: string[] = []) =>
    scanField('text', text, { rulebook, names })
      .hits.get(numberOf('bad'))
      .map(({ start, end }) => `${start}-${end}`)
  test.each<[string, string, string[], string[]]>([
    ['bare', '第一', [], ['0-2']],
    ['inside a longer safe word', '第一财经', [], []],
    ['beside one', '第一财经第一', [], ['4-6']],
    ['a safe word of the same length shelters nothing', '最佳', [], ['0-2']],
    ['inside the brand’s name', '第一湖', ['第一湖'], []],
    ['the name written with noise and full width', '第 一 Ｌ湖', ['第一l湖'], []],
    ['a name of nothing but noise shelters nothing', '第一', [' ', '❤', ''], ['0-2']],
    ['a name that is the term itself shelters nothing', '第一', ['第一'], ['0-2']],
    ['half inside the name', '湖第一', ['湖第'], ['1-3']],
  ])('%s', (_name, ...[text, names, expected]) => expect(placesOf(text, names)).toEqual(expected))

  test('sentences are counted at every hard break', () => {
    const { sentences } = scanField('text', '一。二！三', { rulebook })
    expect([...sentences.numbers]).toEqual([0, 1, 1, 2, 2])
    expect([0, 1, 2, 3, 4].map((at) => [sentences.firstOf(at), sentences.lastOf(at)])).toEqual([
      [0, 0],
      [1, 2],
      [1, 2],
      [3, 4],
      [3, 4],
    ])
    expect(scanField('text', '', { rulebook }).sentences.numbers).toHaveLength(0)
  })

  test('a list that no rulebook has is hit nowhere', () => {
    const { hits } = scanField('text', '第一', { rulebook })
    expect([hits.has(-1), hits.get(-1), hits.hasAny([-1, numberOf('safe')])]).toEqual([false, [], false])
  })

  test('two fields are searched side by side, and what one gives back the next one takes', () => {
    const lists = (text: string) => {
      const { hits } = scanField('text', text, { rulebook })
      const met = [...hits.lists()].map((list) => rulebook.terms.names[list])
      hits.close()
      return met
    }
    const title = scanField('title', '第一', { rulebook })
    expect([lists('最佳'), lists('好用'), lists('第一财经第一')]).toEqual([['bad', 'same'], [], ['safe', 'bad']])
    expect(title.hits.get(numberOf('bad'))).toEqual([{ start: 0, end: 2 }])
  })

  test('hits of every list stand in order: the search for neighbours halves them', () => {
    const unit = fc.constantFrom('第', '一', '最', '佳', '1', '天', 'a', '。', '财', '经')
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (text) => {
        const scan = scanField('text', text, { rulebook })
        for (const list of [...scan.hits.lists(), numberOf('@number'), numberOf('@duration')]) {
          const hits = scan.hits.get(list)
          expect(hits.map(({ start }) => start)).toEqual(hits.map(({ start }) => start).toSorted((a, b) => a - b))
        }
      }),
    )
  })
})
