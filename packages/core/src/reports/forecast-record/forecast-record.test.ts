import { describe, expect, test } from 'vitest'
import { say } from '../../shared/index.ts'
import { reported } from '../reported.ts'
import type { CampaignOutcome } from './schema.ts'
import { scoreCampaign } from './score-campaign.ts'
import { summariseOutcomes } from './summarise-outcomes.ts'

const kpi = (name: string) => ({ name, unit: name, p10: 100, p50: 200, p90: 400, target: null, pTarget: null })
const number = (unit: string, value: number | null, because: string | null = null) =>
  reported({
    label: say(unit, unit),
    unit,
    value,
    source: say('screenshot', '截图'),
    formula: say('sum', '合计'),
    asOf: '2026-12-06T04:00:00Z',
    because: because === null ? null : say(because, because),
  })

describe('what is scored of a campaign', () => {
  test.each([
    {
      why: 'whole sums',
      kpis: ['views', 'interactions'],
      numbers: [number('views', 250), number('interactions', 9)],
      scored: ['views', 'interactions'],
    },
    {
      why: 'not what nobody forecast',
      kpis: ['interactions'],
      numbers: [number('views', 250), number('interactions', 9)],
      scored: ['interactions'],
    },
    { why: 'not what nobody counted', kpis: ['views'], numbers: [number('views', null, 'nothing is published yet')], scored: [] },
    { why: 'not the sum of some posts', kpis: ['views'], numbers: [number('views', 250, '2 of 3 known: at least this much')], scored: [] },
    { why: 'a count of nil is a count', kpis: ['views'], numbers: [number('views', 0)], scored: ['views'] },
    { why: 'not reach: posts do not tell it', kpis: ['reach'], numbers: [number('reach', 250)], scored: [] },
  ])('$why', ({ kpis, numbers, scored }) => {
    expect(scoreCampaign(kpis.map(kpi), numbers).map(({ metric }) => metric)).toEqual(scored)
  })

  test('forecast, outcome and the time of the count stand beside each other', () => {
    expect(scoreCampaign([kpi('views')], [number('views', 250)])).toEqual([
      { metric: 'views', p10: 100, p50: 200, p90: 400, actual: 250, countedAt: '2026-12-06T04:00:00Z' },
    ])
  })
})

const outcome = (index: number, actual: number, known: Partial<CampaignOutcome> = {}): CampaignOutcome => ({
  campaignId: `c${index}`,
  campaign: `示例 ${index}`,
  ends: `2026-0${1 + index}-15`,
  metric: 'views',
  p10: 100,
  p50: 200,
  p90: 400,
  actual,
  countedAt: '2026-12-06T04:00:00Z',
  scoredAt: '2026-12-10T04:00:00Z',
  outsidePosts: 0,
  ...known,
})

describe('the record in one sentence', () => {
  test('nothing to tell of nobody, nor of another metric', () => {
    expect(summariseOutcomes([], 'views')).toBeNull()
    expect(summariseOutcomes([outcome(1, 200)], 'interactions')).toBeNull()
  })

  test('six of eight: the newest count, whatever their order', () => {
    const actuals = [1, 1, 224, 224, 224, 224, 224, 900]
    const mixed = actuals.map((actual, index) => outcome(index, actual)).toReversed()
    const summary = summariseOutcomes(mixed, 'views')
    expect(summary).toMatchObject({ campaigns: 6, covered: 5 })
    expect(summary?.typicalError).toBeCloseTo(0.12, 9)
    expect(summary?.sentence.en).toContain('Our last 6 forecasts of views: the 80 % range held in 5 of 6, typical error +12 %')
    expect(summary?.sentence.zh).toBe('最近 6 次阅读/播放预估：80% 区间命中 5 次，典型误差 +12%。')
  })

  test.each([
    { why: 'on the edge is inside', actual: 400, covered: 1, says: 'held in 1 of 1, typical error +100 %.' },
    { why: 'below', actual: 50, covered: 0, says: 'held in 0 of 1, typical error −75 %.' },
    { why: 'nothing came', actual: 0, covered: 0, says: 'typical error −100 %.' },
  ])('$why', ({ actual, covered, says }) => {
    const summary = summariseOutcomes([outcome(1, actual)], 'views')
    expect(summary).toMatchObject({ covered, stretch: null })
    expect(summary?.sentence.en).toContain(says)
  })

  test('a forecast of nil has no error in percent', () => {
    const summary = summariseOutcomes([outcome(1, 5, { p10: 0, p50: 0, p90: 0 })], 'views')
    expect(summary?.typicalError).toBeNull()
    expect(summary?.sentence.en).toBe('Our last forecast of views: the 80 % range held in 0 of 1.')
  })

  test('from four campaigns on it says how far the ends should have been', () => {
    const twice = [801, 801, 801, 801].map((actual, index) => outcome(index, actual))
    const summary = summariseOutcomes(twice, 'views')
    expect(summary?.stretch).toBeCloseTo(802 / 401, 9)
    expect(summary?.sentence.en).toContain('with both ends 2.00 times further out')
    expect(summary?.sentence.zh).toContain('放宽至 2.00 倍')
    const inside = summariseOutcomes(
      [200, 200, 200, 200].map((actual, index) => outcome(index, actual)),
      'views',
    )
    expect(inside?.stretch).toBeLessThan(1)
    expect(inside?.sentence.en).not.toContain('further out')
  })

  test('misses ask for a wider share of the range, hits for a narrower one, never beyond reason', () => {
    const after = (actuals: readonly number[]) =>
      summariseOutcomes(
        actuals.map((actual, index) => outcome(index % 9, actual)),
        'views',
      )?.readShare ?? Number.NaN
    expect(after([9000])).toBeCloseTo(0.816, 9)
    expect(after([200])).toBeCloseTo(0.796, 9)
    expect(after(Array.from({ length: 60 }, () => 9000))).toBeCloseTo(0.98, 9)
    expect(after(Array.from({ length: 300 }, () => 200))).toBeCloseTo(0.5, 9)
  })
})
