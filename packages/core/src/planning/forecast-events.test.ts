import { describe, expect, test } from 'vitest'
import type { PastResult } from '../campaigns/index.ts'
import { fitCohorts, forecastAccount, forecastEvents, totalForecasts, type Forecast, type ForecastSum } from './index.ts'
import { makeAccount, makePosts } from './test/make-account.ts'

const AS_OF = '2026-11-22'
const team = Array.from({ length: 9 }, (_, at) =>
  makeAccount({ accountId: `a${at}`, followers: 100_000, posts: makePosts([80_000, 100_000, 120_000, 90_000]) }),
)
const question = { metric: 'views', asOf: AS_OF } as const
const cohorts = fitCohorts(team, question)
const views = team.flatMap((account) => forecastAccount(account, cohorts, question) ?? [])
const [first] = views
const past: PastResult = { source: '示例 618', views: 1_000_000, newFollowers: 400, mentions: 30 }
const held = { pastResults: [past] }

function told<T extends object>(answer: T | { readonly missing: unknown }): T {
  if ('missing' in answer) throw new Error('missing')
  return answer
}

describe('what the next post of an account brings', () => {
  const brought = told<Forecast>(first === undefined ? { missing: 'a forecast' } : forecastEvents('newFollowers', first, { held, seed: 1 }))

  test('in order, in whole counts, in its own unit, with both reasons', () => {
    const { p025, p05, p10, p25, p50, p75, p90, p95, p975 } = brought
    const levels = [p025, p05, p10, p25, p50, p75, p90, p95, p975]
    expect(levels).toEqual(levels.toSorted((a, b) => a - b))
    expect(levels.every(Number.isInteger)).toBe(true)
    expect(brought).toMatchObject({ metric: 'newFollowers', unit: 'followers', id: 'a0' })
    expect(brought.because.join(' ')).toContain('400 new followers in 1,000,000 views counted before (示例 618).')
    expect(brought.because[0]).toBe(first?.because[0])
    expect(brought.becauseZh).toHaveLength(brought.because.length)
  })

  test('rate times views in the middle, and wider than the views alone', () => {
    expect(brought.p50 / ((first?.p50 ?? 0) * 0.00042)).toBeCloseTo(1, 0)
    expect(brought.p90 / brought.p10).toBeGreaterThan((first?.p90 ?? 0) / (first?.p10 ?? 1))
  })

  test('what nobody can say names what is missing', () => {
    expect(first && 'missing' in forecastEvents('mentions', first, { held: {}, seed: 1 })).toBe(true)
  })
})

describe('a total', () => {
  test('is no sum of P10s or P90s, but holds the sum of the means', () => {
    const total = told<ForecastSum>(totalForecasts(views, { event: null, held, seed: 1 }))
    const sum = (pick: (forecast: Forecast) => number) => views.reduce((all, forecast) => all + pick(forecast), 0)
    expect(total.p10).toBeGreaterThan(sum(({ p10 }) => p10))
    expect(total.p90).toBeLessThan(sum(({ p90 }) => p90))
    expect(total.p50 / sum(({ p50 }) => p50)).toBeCloseTo(1, 0)
  })

  test('of what views bring uses one rate for all: nine accounts are no surer of it than one', () => {
    const total = told<ForecastSum>(totalForecasts(views, { event: 'newFollowers', held, seed: 1 }))
    expect(total.p50 / (told<ForecastSum>(totalForecasts(views, { event: null, held, seed: 1 })).p50 * 0.00042)).toBeCloseTo(1, 0)
    // 18 events weigh in: a spread of a quarter stays however many accounts there are.
    expect(total.p90 / total.p10).toBeGreaterThan(1.5)
  })

  test('the same whatever the order; of nobody nil; of what nobody knows the missing input', () => {
    const there = told<ForecastSum>(totalForecasts(views, { event: null, held, seed: 1 }))
    const back = told<ForecastSum>(totalForecasts(views.toReversed(), { event: null, held, seed: 1 }))
    expect(back.p50 / there.p50).toBeCloseTo(1, 9)
    expect(told<ForecastSum>(totalForecasts([], { event: null, held, seed: 1 }))).toMatchObject({ p10: 0, p50: 0, p90: 0 })
    expect('missing' in totalForecasts(views, { event: 'mentions', held: {}, seed: 1 })).toBe(true)
  })
})
