import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawCounts, meanOfCount, predictCount, quantileOfCount, varianceOfCount } from './count-forecast.ts'
import science from './fixtures/science.json' with { type: 'json' }
import { netPerThousandViews, shareOf } from './sales-funnel.ts'

const known = science.gamma_poisson_followers
const prior = { a: known.a0, b: known.b0 }
const counted = { events: known.followers, views: known.views }

describe('worked example D: new followers of a known number of views', () => {
  const predictive = predictCount(prior, counted, known.planned_views)

  test.each([
    ['mean', meanOfCount(predictive), known.mean],
    ['variance', varianceOfCount(predictive), known.var],
    ['P10', quantileOfCount(predictive, 0.1), known.P10],
    ['P50', quantileOfCount(predictive, 0.5), known.P50],
    ['P90', quantileOfCount(predictive, 0.9), known.P90],
  ])('%s', (_, actual, expected) => expect(actual).toBeCloseTo(expected, 9))

  test.each([
    { why: 'no views bring nobody', planned: 0, mean: 0, p90: 0 },
    { why: 'nothing counted yet: the prior speaks', planned: 20_000, mean: 65 / 4, p90: 23 },
  ])('$why', ({ planned, mean, p90 }) => {
    const few = predictCount(prior, counted, planned)
    expect(meanOfCount(few)).toBeCloseTo(mean, 9)
    expect(Math.abs(quantileOfCount(few, 0.9) - p90)).toBeLessThanOrEqual(1)
  })

  test('beyond a million the normal stands in without a step', () => {
    const at = (planned: number) => quantileOfCount(predictCount({ a: 2000, b: 20_000 }, { events: 0, views: 0 }, planned), 0.9) / planned
    expect(at(1.01e7) / at(0.99e7)).toBeCloseTo(1, 2)
  })

  test('more certainty never names a smaller count, more views never fewer followers', () => {
    const level = fc.double({ min: 0.01, max: 0.98, noNaN: true })
    fc.assert(
      fc.property(level, fc.integer({ min: 1, max: 300_000 }), (p, planned) => {
        const now = predictCount(prior, counted, planned)
        expect(quantileOfCount(now, p)).toBeLessThanOrEqual(quantileOfCount(now, p + 0.01))
        expect(quantileOfCount(now, p)).toBeLessThanOrEqual(quantileOfCount(predictCount(prior, counted, planned * 2), p))
      }),
      { numRuns: 50 },
    )
  })
})

describe('followers of views that are themselves a range', () => {
  const draws = 20_000
  const sorted = (views: Float64Array) => drawCounts(views, { prior, counted, seed: 3 }).sort()
  const at = (list: Float64Array, p: number) => list[Math.floor(p * list.length)] ?? Number.NaN

  test('with equal views the draws are the closed form', () => {
    const list = sorted(new Float64Array(draws).fill(known.planned_views))
    expect(list.reduce((sum, count) => sum + count, 0) / draws / known.mean).toBeCloseTo(1, 2)
    for (const [p, expected] of [
      [0.1, known.P10],
      [0.5, known.P50],
      [0.9, known.P90],
    ] as const)
      expect(Math.abs(at(list, p) - expected)).toBeLessThanOrEqual(2)
  })

  test('varying views widen the range', () => {
    const varied = sorted(Float64Array.from({ length: draws }, (_, index) => known.planned_views * (index % 2 === 0 ? 0.2 : 1.8)))
    expect(at(varied, 0.9) - at(varied, 0.1)).toBeGreaterThan(3 * (known.P90 - known.P10))
  })

  test('small shapes and small means are whole numbers from nil, with the right mean', () => {
    const list = drawCounts(new Float64Array(draws).fill(1000), { prior: { a: 0.5, b: 1000 }, counted: { events: 0, views: 0 }, seed: 5 })
    for (const count of list.slice(0, 500)) expect(Number.isInteger(count) && count >= 0).toBe(true)
    expect(list.reduce((sum, count) => sum + count, 0) / draws).toBeCloseTo(0.5, 1)
  })

  test('the same seed gives the same draws, another one others', () => {
    const views = new Float64Array(50).fill(5e4)
    expect(drawCounts(views, { prior, counted, seed: 1 })).toEqual(drawCounts(views, { prior, counted, seed: 1 }))
    expect(drawCounts(views, { prior, counted, seed: 1 })).not.toEqual(drawCounts(views, { prior, counted, seed: 2 }))
  })
})

describe('worked example E: from views to money', () => {
  const clicks = { prior: { yes: 20, all: 2000 }, yes: 150, all: 10_000 }
  const orders = { prior: { yes: 4, all: 200 }, yes: 6, all: 150 }
  const funnel = { clicks, orders, orderValue: science.funnel.aov, refundShare: science.funnel.refund }

  test('shares and net sales of 1,000 views', () => {
    expect(shareOf(clicks)).toBeCloseTo(science.funnel.ctr, 12)
    expect(shareOf(orders)).toBeCloseTo(science.funnel.cvr, 12)
    expect(netPerThousandViews(funnel)).toBeCloseTo(science.funnel.net_per_1000_views, 9)
  })

  test('what all comes back brings nothing', () => expect(netPerThousandViews({ ...funnel, refundShare: 1 })).toBe(0))
})
