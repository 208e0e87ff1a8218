import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawNormals, drawUniform, seedFrom } from './seeded-draws.ts'
import { normalQuantile } from './special-functions.ts'
import { approximateSum, describeDraws, drawForecast, sumForecasts, type Quantiles } from './sum-forecasts.ts'

const LEVELS = { p025: 0.025, p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p975: 0.975 } as const

function logNormal(id: string, median: number, sigma: number): Quantiles {
  const at = (level: keyof typeof LEVELS) => median * Math.exp(sigma * normalQuantile(LEVELS[level]))
  return {
    id,
    p025: at('p025'),
    p05: at('p05'),
    p10: at('p10'),
    p25: at('p25'),
    p50: median,
    p75: at('p75'),
    p90: at('p90'),
    p95: at('p95'),
    p975: at('p975'),
  }
}

const creators = (least: number) =>
  fc
    .array(fc.record({ median: fc.integer({ min: 1000, max: 500_000 }), sigma: fc.double({ min: 0.2, max: 1.3, noNaN: true }) }), {
      minLength: least,
      maxLength: 6,
    })
    .map((list) => list.map(({ median, sigma }, index) => logNormal(`c${index}`, median, sigma)))
const add = (forecasts: readonly Quantiles[], level: 'p10' | 'p90') => forecasts.reduce((sum, forecast) => sum + forecast[level], 0)
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
function correlate(a: Float64Array, b: Float64Array): number {
  const [ma, mb] = [mean(a), mean(b)]
  const cross = (x: Float64Array, y: Float64Array, [mx, my]: readonly [number, number]) =>
    x.reduce((sum, value, at) => sum + (value - mx) * ((y[at] ?? 0) - my), 0)
  return cross(a, b, [ma, mb]) / Math.sqrt(cross(a, a, [ma, ma]) * cross(b, b, [mb, mb]))
}

describe('draws from a seed', () => {
  test('uniform numbers never reach the ends, spread evenly, and repeat with the seed', () => {
    const [first, again] = [drawUniform(7), drawUniform(7)]
    const bins = Array.from({ length: 10 }, () => 0)
    for (let draw = 0; draw < 20_000; draw += 1) {
      const u = first()
      expect(u).toBe(again())
      expect(u > 0 && u < 1).toBe(true)
      bins[Math.floor(u * 10)] = (bins[Math.floor(u * 10)] ?? 0) + 1
    }
    // 2,000 each, sd 42.
    for (const bin of bins) expect(Math.abs(bin - 2000)).toBeLessThan(200)
  })

  test('normal numbers have mean nil and spread one; asking for more keeps the first', () => {
    const draws = drawNormals(3, 20_000)
    expect(mean(draws)).toBeCloseTo(0, 1)
    expect(mean(draws.map((z) => z * z))).toBeCloseTo(1, 1)
    expect(drawNormals(3, 50)).toEqual(draws.slice(0, 50))
  })

  test('each creator has a seed of its own, another with another seed', () => {
    const ids = Array.from({ length: 5000 }, (_, index) => `creator-${index}`)
    expect(new Set(ids.map((id) => seedFrom(1, id))).size).toBe(ids.length)
    expect(seedFrom(1, 'a')).not.toBe(seedFrom(2, 'a'))
    expect(seedFrom(1, '小鹿')).not.toBe(seedFrom(1, '小鸟'))
    expect(Math.abs(correlate(drawNormals(seedFrom(1, 'a'), 4000), drawNormals(seedFrom(1, 'b'), 4000)))).toBeLessThan(0.05)
  })
})

describe('one creator', () => {
  const options = { seed: 1, draws: 20_000, rho: 0.15 }

  test('the draws have the quantiles they were drawn from', () => {
    const forecast = logNormal('a', 50_000, 0.8)
    const { quantile } = describeDraws(drawForecast(forecast, options).sort())
    for (const [level, p] of [
      ['p05', 0.05],
      ['p10', 0.1],
      ['p25', 0.25],
      ['p50', 0.5],
      ['p75', 0.75],
      ['p90', 0.9],
      ['p95', 0.95],
    ] as const)
      expect(quantile(p) / forecast[level]).toBeCloseTo(1, 1)
  })

  test('no draw lies beyond the 0.1 % and 99.9 % quantiles, none below nil', () => {
    const wide = drawForecast(logNormal('a', 1000, 1), options)
    const last = normalQuantile(0.999)
    expect(Math.max(...wide)).toBeLessThanOrEqual(1001 * Math.exp(last * 1.01))
    const none = { ...logNormal('a', 0, 1), p90: 3, p95: 5, p975: 9 }
    expect(Math.min(...drawForecast(none, options))).toBe(0)
  })

  test('a certain forecast is certain', () => {
    const { p10, p50, p90 } = sumForecasts([logNormal('a', 700, 0)], { seed: 1, draws: 200 })
    for (const value of [p10, p50, p90]) expect(value).toBeCloseTo(700, 6)
  })
})

describe('a sum', () => {
  test('its P10 lies above the sum of the P10s, its P90 below the sum of the P90s', () => {
    fc.assert(
      fc.property(creators(3), fc.integer({ min: 1, max: 99 }), (forecasts, seed) => {
        // One creator that dwarfs the others is nearly the sum itself: there chance decides.
        const medians = forecasts.map(({ p50 }) => p50)
        fc.pre(Math.max(...medians) < 3 * Math.min(...medians))
        const { p10, p90 } = sumForecasts(forecasts, { seed })
        expect(p10).toBeGreaterThan(add(forecasts, 'p10'))
        expect(p90).toBeLessThan(add(forecasts, 'p90'))
      }),
      { numRuns: 25 },
    )
  })

  test('everything in common: then, and only then, the P10s add up', () => {
    const forecasts = [logNormal('a', 1000, 0.5), logNormal('b', 3000, 0.9)]
    const { p10, p90 } = sumForecasts(forecasts, { seed: 2, draws: 20_000, rho: 1 })
    expect(p10 / add(forecasts, 'p10')).toBeCloseTo(1, 1)
    expect(p90 / add(forecasts, 'p90')).toBeCloseTo(1, 1)
  })

  test('a shock in common widens the range', () => {
    const forecasts = Array.from({ length: 12 }, (_, index) => logNormal(`c${index}`, 1000, 0.9))
    const widths = [0, 0.15, 0.5, 1].map((rho) => {
      const { p10, p90 } = sumForecasts(forecasts, { seed: 4, rho })
      return p90 / p10
    })
    expect(widths).toEqual(widths.toSorted((a, b) => a - b))
  })

  test.each([
    { rho: 0, correlation: 0 },
    { rho: 0.15, correlation: 0.15 },
    { rho: 0.6, correlation: 0.6 },
    { rho: 1, correlation: 1 },
  ])('the logs of two creators correlate by $rho', ({ rho, correlation }) => {
    const logs = ['a', 'b'].map((id) => drawForecast(logNormal(id, 1e6, 1), { seed: 9, draws: 8000, rho }).map(Math.log))
    expect(Math.abs(correlate(logs[0] ?? new Float64Array(), logs[1] ?? new Float64Array()) - correlation)).toBeLessThan(0.05)
  })

  test('the order of creators decides nothing', () => {
    fc.assert(
      fc.property(
        creators(2).chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const [a, b] = [list, shuffled].map((forecasts) => sumForecasts(forecasts, { seed: 5, draws: 300 }))
          for (const level of ['p10', 'p50', 'p90', 'mean'] as const) expect((b?.[level] ?? 0) / (a?.[level] ?? 1)).toBeCloseTo(1, 9)
        },
      ),
      { numRuns: 30 },
    )
  })

  test('one creator more never lowers a quantile: a what-if does not jitter', () => {
    fc.assert(
      fc.property(creators(1), fc.integer({ min: 1, max: 1e6 }), (list, seed) => {
        const [before, after] = [list, [...list, logNormal('more', 800, 1)]].map((forecasts) =>
          sumForecasts(forecasts, { seed, draws: 300 }),
        )
        for (const p of [0.01, 0.1, 0.5, 0.9, 0.99]) expect(after?.quantile(p)).toBeGreaterThanOrEqual(before?.quantile(p) ?? Infinity)
      }),
      { numRuns: 30 },
    )
  })

  test('the chance of a target falls with the target and agrees with the quantiles', () => {
    const sum = sumForecasts([logNormal('a', 1000, 0.8), logNormal('b', 500, 0.8)], { seed: 1 })
    expect(sum.pAtLeast(0)).toBe(1)
    expect(sum.pAtLeast(1e12)).toBe(0)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), (p) => {
        expect(sum.pAtLeast(sum.quantile(p))).toBeCloseTo(1 - p, 2)
        expect(sum.pAtLeast(sum.quantile(p) + 1)).toBeLessThanOrEqual(sum.pAtLeast(sum.quantile(p)))
      }),
    )
  })

  test('nobody is a sum of nil, not an error', () => {
    expect(sumForecasts([], { seed: 1, draws: 100 })).toMatchObject({ p10: 0, p50: 0, p90: 0, mean: 0 })
  })
})

describe('the preview of a sum', () => {
  test('one creator is itself', () => {
    const sum = approximateSum([{ median: 1000, sigma: 0.7 }], 0.15)
    expect(sum.quantile(0.5)).toBeCloseTo(1000, 6)
    expect(sum.sigma).toBeCloseTo(0.7, 9)
  })

  test('everything in common and the same spread: the medians add up', () => {
    const sum = approximateSum(
      [
        { median: 1000, sigma: 0.7 },
        { median: 500, sigma: 0.7 },
      ],
      1,
    )
    expect(sum.quantile(0.5)).toBeCloseTo(1500, 6)
    expect(sum.sigma).toBeCloseTo(0.7, 9)
  })

  test('keeps the mean whatever is in common, and undoes its own quantiles', () => {
    const part = fc.record({ median: fc.integer({ min: 10, max: 1e6 }), sigma: fc.double({ min: 0.1, max: 1.2, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.double({ min: 0, max: 1, noNaN: true }), (parts, rho) => {
        const sum = approximateSum(parts, rho)
        const exact = parts.reduce((total, { median, sigma }) => total + median * Math.exp(sigma ** 2 / 2), 0)
        expect(sum.mean / exact).toBeCloseTo(1, 9)
        for (const p of [0.1, 0.5, 0.8]) expect(sum.pAtLeast(sum.quantile(p))).toBeCloseTo(1 - p, 8)
      }),
    )
  })
})
