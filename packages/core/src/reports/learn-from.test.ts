import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeKpi } from '../gates/test/gate-fixture.ts'
import { say } from '../shared/index.ts'
import { continueGoal, learnFrom, reported, type Report } from './index.ts'

const NOW = '2027-03-20T00:00:00.000Z'
const number = (value: number | null, unit = 'views') =>
  reported({
    label: say('x', '某'),
    value,
    unit,
    source: say('export', '导出'),
    formula: say('sum', '合计'),
    asOf: NOW,
    because: value === null ? say('not known', '未知') : null,
  })
const GAP = { label: say('x', '某'), value: 61_000, unit: 'x', source: say('export', '导出'), formula: say('sum', '合计'), asOf: NOW }
type Post = Report['posts'][number]
const post = (change: { id?: string; cpe?: number | null; views?: number | null; p50?: number | null } = {}): Post => {
  const { id = 'c1', cpe = 10, views = 1000, p50 = 1000 } = change
  return {
    creatorId: id,
    creatorName: `示例·${id}`,
    platform: 'douyin',
    url: null,
    publishedAt: NOW,
    forecastP10: p50 === null ? null : p50 / 2,
    forecastP50: p50,
    forecastP90: p50 === null ? null : p50 * 2,
    views: number(views),
    interactions: number(cpe === null ? null : 100, 'interactions'),
    costFen: number(cpe === null ? null : cpe * 100 * 100, 'fen'),
  }
}
const learn = (...posts: Post[]) => learnFrom({ kpis: [], posts })

describe('creators who worked well', () => {
  test('those at or under the median cost per interaction, cheapest first, with the numbers', () => {
    const { proven } = learn(post({ id: 'a', cpe: 12 }), post({ id: 'b', cpe: 4 }), post({ id: 'c', cpe: 9 }))
    expect(proven.map(({ creatorId }) => creatorId)).toEqual(['b', 'c'])
    expect(proven[0]?.because).toEqual({
      en: 'CNY 4 per interaction, median 9; 1,000 views against 1,000 forecast',
      zh: '单次互动 4 元，中位数 9 元；播放/阅读 1,000，预估 1,000',
    })
  })
  test('a cheap one whose views stayed under the forecast is not named', () => {
    expect(learn(post({ id: 'a', cpe: 1, views: 999 }), post({ id: 'b', cpe: 2 })).proven.map(({ creatorId }) => creatorId)).toEqual([])
  })
  test('an unknown price or result proves nothing, an unknown forecast holds nobody back', () => {
    expect(learn(post({ cpe: null })).proven).toEqual([])
    expect(learn(post({ p50: null })).proven[0]?.because.en).toBe('CNY 10 per interaction, median 10')
  })
  test('five at most', () => {
    expect(learn(...Array.from({ length: 20 }, (_, at) => post({ id: `c${at}`, cpe: at + 1 }))).proven).toHaveLength(5)
  })
})

describe('how the forecasts held', () => {
  test('by hand: one of two in range, twice and half are right on average', () => {
    expect(learn(post({ views: 2000 }), post({ views: 499 }), post({ views: null })).forecast).toMatchObject({ posts: 2, inRange: 1 })
    expect(learn(post({ views: 2000 }), post({ views: 500 })).forecast.ratio).toBeCloseTo(1, 9)
  })
  test('a post that nobody saw is out of range, and leaves the ratio to those that were seen', () => {
    expect(learn(post({ views: 0 })).forecast).toEqual({ posts: 1, inRange: 0, ratio: null })
    const { posts, inRange, ratio } = learn(post({ views: 0 }), post({ views: 1000 })).forecast
    expect([posts, inRange]).toEqual([2, 1])
    expect(ratio).toBeCloseTo(1, 9)
  })
  test('nothing known: no ratio', () => expect(learn(post({ p50: null })).forecast).toEqual({ posts: 0, inRange: 0, ratio: null }))
  test('the ratio lies between the best and the worst post', () => {
    const views = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.array(views, { minLength: 1, maxLength: 12 }), (all) => {
        const { ratio, posts, inRange } = learn(...all.map((each) => post({ views: each }))).forecast
        expect([posts, inRange <= posts]).toEqual([all.length, true])
        expect(ratio).toBeGreaterThanOrEqual((Math.min(...all) / 1000) * (1 - 1e-9))
        expect(ratio).toBeLessThanOrEqual((Math.max(...all) / 1000) * (1 + 1e-9))
      }),
    )
  })
})

describe('the goal to start from', () => {
  const goal = {
    primary: 'awareness' as const,
    reasonForOtherGoal: null,
    kpis: [makeKpi(), makeKpi({ name: 'sales', unit: 'CNY', deliveredWhen: 'day 45' })],
  }
  const achieved = (name: string, value: number | null): Report['kpis'][number] => ({
    name,
    unit: 'x',
    target: number(5),
    p10: null,
    p50: 7,
    p90: null,
    actual: number(value),
    verdict: 'reached',
  })
  const lesson = learnFrom({ kpis: [achieved('interactions', 61_000), achieved('sales', null)], posts: [] })
  // 07:30 of the next day in Shanghai.
  const report = { generatedAt: '2027-03-20T23:30:00.000Z', posts: [post(), post({ id: 'c2' }), post({ id: 'c3', cpe: null })] }
  const next = continueGoal(goal, { lesson, name: 'First snow', report, deadline: '2027-06-30' })

  test('what was achieved is the baseline, with campaign, delivery, Shanghai day of the report and the posts that tell it as its source', () => {
    expect(next.kpis[0]).toMatchObject({
      baseline: 61_000,
      target: 50_000,
      deadline: '2027-06-30',
      baselineBasis: { source: 'First snow, T+7, 2027-03-21, n = 2' },
    })
  })
  test('a sum with a gap is at least what it says, and no baseline', () => {
    const gap = reported({ ...GAP, because: say('1 of 2 known: at least this much', '2 项中已知 1 项：至少为此数') })
    const partial = learnFrom({ kpis: [{ ...achieved('interactions', 1), actual: gap }], posts: [] })
    const goalOn = (learned: typeof partial) =>
      continueGoal(goal, { lesson: learned, name: 'First snow', report, deadline: '2027-06-30' }).kpis[0]
    expect(partial.kpis[0]?.actual.value).toBe(61_000)
    expect(goalOn(partial)).toMatchObject({ baseline: null, baselineBasis: null })
    const whole = learnFrom({ kpis: [{ ...achieved('interactions', 1), actual: reported(GAP) }], posts: [] })
    expect(goalOn(whole)).toMatchObject({ baseline: 61_000 })
  })
  test('what the brand counts by day names no number of posts', () => {
    const followers = makeKpi({ name: 'newFollowers', deliveredWhen: 'T+21' })
    const known = learnFrom({ kpis: [achieved('newFollowers', 900)], posts: [] })
    const [kpi] = continueGoal({ ...goal, kpis: [followers] }, { lesson: known, name: 'First snow', report, deadline: '2027-06-30' }).kpis
    expect(kpi?.baselineBasis).toEqual({ source: 'First snow, T+21, 2027-03-21', to: followers.deadline })
  })
  test('what was not known is unknown, and no earlier baseline is taken for it', () => {
    expect(next.kpis[1]).toMatchObject({ baseline: null, baselineBasis: null })
  })
  test('the lesson keeps target, forecast, what came and the verdict', () => {
    expect(lesson.kpis[0]).toMatchObject({ name: 'interactions', target: 5, p50: 7, verdict: 'reached', actual: { value: 61_000 } })
  })
})
