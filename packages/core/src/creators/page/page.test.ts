import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, newMetric, newQuote, type Account, type Metric } from '../index.ts'
import { groupNumbers } from './group-numbers.ts'
import { listUnknown } from './list-unknown.ts'
import { TELLERS } from './teller-table.ts'

const metric = (known: Partial<Metric>): Metric =>
  newMetric({
    name: 'followers',
    value: 1000,
    unit: 'followers',
    source: 'a',
    column: 'c',
    observedAt: '2026-11-01',
    importId: 'i',
    ...known,
  })

describe('numbers that say the same thing', () => {
  test('of two sources stand side by side, newest first, undated last', () => {
    const metrics = [metric({ observedAt: null }), metric({ source: 'b', observedAt: '2026-11-09' }), metric({ observedAt: '2026-11-05' })]
    const [group, ...others] = groupNumbers(metrics)
    expect(others).toEqual([])
    expect(group?.values.map(({ observedAt }) => observedAt)).toEqual(['2026-11-09', '2026-11-05', null])
  })

  test.each<[string, Partial<Metric>]>([
    ['another period', { period: '30d' }],
    ['another kind of post', { noteType: 'sponsored' }],
    ['another flow', { flow: 'paid' }],
    ['another name', { name: 'following' }],
  ])('%s is another number', (_, change) => {
    expect(groupNumbers([metric({}), metric(change)])).toHaveLength(2)
  })

  test.each<[string, Partial<Metric>[], boolean]>([
    ['one source that changed its mind', [{ value: 1000 }, { value: 2000, observedAt: '2026-11-09' }], false],
    ['two sources that agree within rounding', [{ value: 1000 }, { value: 1040, source: 'b' }], false],
    ['two sources that differ', [{ value: 1000 }, { value: 1100, source: 'b' }], true],
    [
      'two sources, of which the newer value agrees',
      [{ value: 1000 }, { value: 5, source: 'b' }, { value: 1000, source: 'b', observedAt: '2026-11-09' }],
      false,
    ],
    ['a source with several columns beside another', [{ value: 1000 }, { value: 10, column: 'd' }, { value: 500, source: 'b' }], false],
    ['a range beside a value', [{ value: 1000 }, { value: null, low: 1, high: 5, source: 'b' }], false],
    ['zero beside something', [{ value: 0 }, { value: 10, source: 'b' }], true],
    ['zero twice', [{ value: 0 }, { value: 0, source: 'b' }], false],
  ])('%s', (_, values, isDisputed) => {
    expect(groupNumbers(values.map(metric))[0]?.isDisputed).toBe(isDisputed)
  })

  test('no number is lost and none comes twice, whatever the order', () => {
    const any = fc.record({
      name: fc.constantFrom('a', 'b'),
      source: fc.constantFrom('s', 't'),
      period: fc.constantFrom(null, '30d'),
      observedAt: fc.constantFrom(null, '2026-01-01', '2026-02-01'),
      value: fc.integer(),
    })
    fc.assert(
      fc.property(fc.array(any), (values) => {
        const metrics = values.map(metric)
        const grouped = groupNumbers(metrics).flatMap((group) => group.values)
        expect(grouped).toHaveLength(metrics.length)
        expect(new Set(grouped)).toEqual(new Set(metrics))
      }),
    )
  })
})

const account = (known: Partial<Account> = {}) => newAccount({ platform: 'xiaohongshu', accountId: 'a', ...known })
const codes = (one: Account) => listUnknown(one).map(({ code }) => code)

describe('what is not known', () => {
  test('of an account of which only the id is known is everything that its platform could tell', () => {
    const expected = TELLERS.filter(({ platforms }) => platforms.length === 0 || platforms.includes('xiaohongshu')).map(({ code }) => code)
    expect(codes(account())).toEqual(expected)
    expect(codes(account())).not.toContain('expectedPlays')
    expect(codes(account({ platform: 'douyin' }))).toContain('expectedPlays')
    expect(codes(account({ platform: 'douyin' }))).not.toContain('fakeFollowers')
  })

  test.each<[string, Partial<Account>]>([
    ['followers', { followers: 0 }],
    ['price', { quotes: [newQuote({ format: 'note', listFen: 1, source: 's' })] }],
    ['rebate', { quotes: [{ ...newQuote({ format: 'note', listFen: 100, source: 's' }), rebate: 0 }] }],
    ['mcn', { mcn: 'none' }],
    ['fakeFollowers', { metrics: [metric({ name: 'fakeFollowersShare', value: 0 })] }],
    ['viewsMedian', { metrics: [metric({ name: 'readsMedian', value: null, low: 5, high: 9 })] }],
    ['audience', { audience: { gender: {}, age: {}, cityTier: {}, province: {}, basis: 'followers', n: null } }],
  ])('%s is told by a zero, a range or a plain none too', (code, known) => {
    expect(codes(account())).toContain(code)
    expect(codes(account(known))).not.toContain(code)
  })

  test('an empty value is no knowledge', () => {
    expect(codes(account({ metrics: [metric({ name: 'viewsMedian', value: null })] }))).toContain('viewsMedian')
  })

  test('every row names somebody in both languages', () => {
    for (const { name, who } of TELLERS) {
      expect(name.zh + who.zh).toMatch(/[一-龥]/)
      expect(name.en.length * who.en.length).toBeGreaterThan(0)
    }
  })
})
