import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lint, type ContentFacts } from './index.ts'
import { openShippedRulebook } from '../../test/compliance/shipped-rulebook.ts'
import { findBranch, makeBranch, viewFacts, type FactsBranch } from './view-facts.ts'
import { scanField } from './scan-field.ts'

const shipped = openShippedRulebook()
const AT = '2026-11-22'

const PHRASES = [
  '全网最低价',
  '这款面霜是国家级新品',
  '加微信abc123',
  '15岁主播带货',
  '收到品牌寄来的样品',
  '链接在橱窗',
  '今天天气不错',
  '广告',
  '最高奖10万元',
  'https://a.example/x',
  '七天见效',
]

const facts: fc.Arbitrary<ContentFacts> = fc
  .record(
    {
      category: fc.constantFrom('general', 'cosmetics', 'finance'),
      platform: fc.constantFrom('xiaohongshu', 'douyin', 'weibo'),
      format: fc.constantFrom('post', 'live'),
      account: fc.constantFrom('creator', 'brand'),
      publishAt: fc.constantFrom('2025-09-01', '2026-10-01'),
      commissioned: fc.boolean(),
      label: fc.constantFrom('广告', ''),
      title: fc.constantFrom(...PHRASES),
    },
    { requiredKeys: [] },
  )
  .chain((some) => fc.subarray(PHRASES).map((phrases): ContentFacts => ({ id: 'd', text: phrases.join('，'), ...some })))

describe('what a batch shares', () => {
  test('a text is judged in a long row of others as it is alone', () => {
    fc.assert(
      fc.property(fc.array(facts, { minLength: 2, maxLength: 6 }), (row) => {
        const last = row.at(-1)
        if (last === undefined) return
        const inRow = row.map((each) => lint(each, shipped, { at: AT })).at(-1)
        // Another rulebook object shares nothing with the first.
        expect(inRow).toEqual(lint(last, { ...shipped }, { at: AT }))
      }),
      { numRuns: 20 },
    )
  })

  test('who changes a list of missing facts changes it for nobody else', () => {
    const item: ContentFacts = { id: 'd', text: '今天天气不错' }
    const first = lint(item, shipped, { at: AT })
    const { length } = first.missing
    expect(length).toBeGreaterThan(0)
    first.missing.push('changed')
    expect(lint(item, shipped, { at: AT }).missing).toHaveLength(length)
  })

  test('more sets of facts than are kept are judged all the same', () => {
    const days = Array.from(
      { length: 300 },
      (_, index) => `2026-${String(1 + (index % 12)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`,
    )
    const verdicts = days.map((day, index) =>
      lint({ id: 'd', text: '全网最低价', label: String(index), publishAt: day }, shipped, { at: AT }),
    )
    expect(lint({ id: 'd', text: '全网最低价', label: '0', publishAt: days[0] ?? AT }, shipped, { at: AT })).toEqual(verdicts[0])
  })
})

describe('findBranch', () => {
  const ASKED = ['label', 'platform', 'commissioned', 'creator.age']
  const find = (root: FactsBranch<string>, given: Partial<ContentFacts>, text: string) =>
    findBranch(
      root,
      viewFacts({ id: 'd', text, ...given }, [scanField('text', text, { rulebook: shipped })], { rulebook: shipped, day: AT }),
      new Map<string, readonly string[] | null>([...ASKED.map((fact) => [fact, null] as const), ['text', ['风险']]]),
    )
  test.each<[string, Partial<ContentFacts>, string, Partial<ContentFacts>, string, boolean]>([
    ['equal facts', { label: '广告' }, '好用', { label: '广告' }, '真好用', true],
    ['a fact nobody asks for', { account: 'brand' }, '好用', {}, '好用', true],
    ['a text without a word that is asked for', {}, '好用', {}, '耐用', true],
    ['a text with it', {}, '好用', {}, '有风险', false],
    ['another value', { label: '广告' }, '好用', { label: '合作' }, '好用', false],
    ['known and unknown', { commissioned: false }, '好用', {}, '好用', false],
    ['a word and a truth value', { label: 'true' }, '好用', { commissioned: true }, '好用', false],
    ['given and stated', { label: '广告' }, '好用', {}, '#广告# 好用', false],
    ['two facts in one value', { label: 'a\nplatform:string:6:douyin' }, '好用', { label: 'a', platform: 'douyin' }, '好用', false],
  ])('%s', (_name, ...[first, firstText, second, secondText, expected]) => {
    const root = makeBranch<string>()
    expect(find(root, first, firstText) === find(root, second, secondText)).toBe(expected)
  })
})
