import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  conformalQuantile,
  conformalQuantileOfSorted,
  crpsFromQuantiles,
  intervalScore,
  medianOf,
  crpsLogNormal,
  crpsSample,
  pickWithout,
  pinball,
} from './score-forecasts.ts'
import { drawNormals, drawUniform } from './seeded-draws.ts'

const numbers = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

describe('pinball loss', () => {
  test.each([
    { y: 10, quantile: 10, tau: 0.9, loss: 0 },
    { y: 12, quantile: 10, tau: 0.9, loss: 1.8 },
    { y: 8, quantile: 10, tau: 0.9, loss: 0.2 },
    { y: 12, quantile: 10, tau: 0.5, loss: 1 },
    { y: -3, quantile: -1, tau: 0.1, loss: 1.8 },
  ])('$y against $quantile at $tau: $loss', ({ y, quantile, tau, loss }) => expect(pinball(y, quantile, tau)).toBeCloseTo(loss, 12))

  test('is smallest for the true quantile: nobody gains by saying another one', () => {
    const truths = Array.from({ length: 101 }, (_, index) => index)
    const lossOf = (quantile: number, tau: number) => mean(truths.map((y) => pinball(y, quantile, tau)))
    fc.assert(
      fc.property(fc.constantFrom(0.1, 0.5, 0.9), numbers(-20, 120), (tau, said) => {
        expect(lossOf(said, tau)).toBeGreaterThanOrEqual(lossOf(100 * tau, tau) - 1e-9)
      }),
    )
  })
})

describe('CRPS', () => {
  const sample = fc.array(numbers(-100, 100), { minLength: 1, maxLength: 25 })

  test('of a sample is mean |x − y| less half the mean |x − x′|, pair by pair', () => {
    fc.assert(
      fc.property(sample, numbers(-150, 150), (xs, y) => {
        const pairs = xs.flatMap((a) => xs.map((b) => Math.abs(a - b)))
        expect(crpsSample(xs, y)).toBeCloseTo(mean(xs.map((x) => Math.abs(x - y))) - mean(pairs) / 2, 8)
      }),
    )
  })

  test('of one draw is the plain error, and no score is negative', () => {
    expect(crpsSample([7], 10)).toBe(3)
    fc.assert(
      fc.property(sample, numbers(-150, 150), (xs, y) => {
        expect(crpsSample(xs, y)).toBeGreaterThanOrEqual(-1e-9)
      }),
    )
  })

  test('does not sort the sample it was given', () => {
    const given = [3, 1, 2]
    crpsSample(given, 2)
    expect(given).toEqual([3, 1, 2])
  })

  test.each([
    { y: 500, mu: 7, sigma: 0.5 },
    { y: 1500, mu: 7, sigma: 1 },
    { y: 20, mu: 2, sigma: 0.2 },
  ])('in closed form is that of many draws: $y of ln-normal($mu, $sigma)', ({ y, mu, sigma }) => {
    const draws = [...drawNormals(11, 40_000)].map((z) => Math.exp(mu + sigma * z))
    expect(crpsSample(draws, y) / crpsLogNormal(y, mu, sigma)).toBeCloseTo(1, 1)
  })

  test('grows with the unit and rewards a narrower range that is right', () => {
    fc.assert(
      fc.property(numbers(1, 1e5), numbers(2, 10), numbers(0.2, 1.2), (y, mu, sigma) => {
        expect(crpsLogNormal(1000 * y, mu + Math.log(1000), sigma) / 1000).toBeCloseTo(crpsLogNormal(y, mu, sigma), 5)
        expect(crpsLogNormal(Math.exp(mu), mu, sigma / 2)).toBeLessThan(crpsLogNormal(Math.exp(mu), mu, sigma))
      }),
    )
  })

  test('of nothing seen is a number too', () => expect(crpsLogNormal(0, 1, 0.5)).toBeGreaterThan(0))
})

describe('conformal quantile', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 40 })

  test.each([
    { why: 'nobody to learn from', list: [], alpha: 0.5, width: null },
    { why: 'one score holds for half', list: [3], alpha: 0.5, width: 3 },
    { why: 'one score is too few for 80 %', list: [3], alpha: 0.2, width: null },
    { why: 'four for 80 %: the largest', list: [4, 1, 3, 2], alpha: 0.2, width: 4 },
    { why: 'nine for 80 %: the eighth', list: [9, 8, 7, 6, 5, 4, 3, 2, 1], alpha: 0.2, width: 8 },
    { why: 'certainty cannot be had', list: [1, 2, 3], alpha: 0, width: null },
  ])('$why', ({ list, alpha, width }) => expect(conformalQuantile(list, alpha)).toBe(width))

  test('is one of the scores, wider for more certainty, whatever their order', () => {
    fc.assert(
      fc.property(scores, numbers(0.02, 0.5), numbers(1.05, 1.9), (list, alpha, factor) => {
        const width = conformalQuantile(list, alpha)
        const sorted = list.toSorted((a, b) => a - b)
        expect(conformalQuantileOfSorted(sorted, alpha)).toBe(width)
        if (width === null) return
        expect(list).toContain(width)
        expect(conformalQuantile(list, alpha * factor)).toBeLessThanOrEqual(width)
      }),
    )
  })

  test('holds as often as promised on a new score of the same kind', () => {
    const uniform = drawUniform(5)
    const scoreOf = () => -Math.log(uniform())
    for (const alpha of [0.5, 0.2, 0.1]) {
      const hits = Array.from({ length: 4000 }, () => {
        const width = conformalQuantile(Array.from({ length: 19 }, scoreOf), alpha)
        return Number(scoreOf() <= (width ?? Infinity))
      })
      // 19 scores: the promise is kept exactly, within chance (sd below 0.8 points).
      expect(Math.abs(mean(hits) - (1 - alpha))).toBeLessThan(0.03)
    }
  })

  test('without one of the scores is as if it had never been there', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 25 }), fc.nat(), (list, at) => {
        const sorted = list.toSorted((a, b) => a - b)
        const index = at % sorted.length
        const own = sorted[index] ?? 0
        const rest = sorted.toSpliced(index, 1)
        for (let place = 0; place < sorted.length; place += 1) expect(pickWithout(sorted, own, place)).toBe(rest[place] ?? null)
      }),
    )
  })
})

describe('interval score', () => {
  test.each([
    { why: 'inside: the width', y: 5, low: 2, high: 6, score: 4 },
    { why: 'on the edge: the width', y: 6, low: 2, high: 6, score: 4 },
    { why: 'below: ten for each unit at 80 %', y: 1, low: 2, high: 6, score: 14 },
    { why: 'above', y: 8, low: 2, high: 6, score: 24 },
  ])('$why', ({ y, low, high, score }) => expect(intervalScore(y, { low, high, alpha: 0.2 })).toBeCloseTo(score, 12))

  test('is the pinball losses of both ends, 2/α for each', () => {
    fc.assert(
      fc.property(numbers(-9, 9), numbers(-9, 0), numbers(0, 9), (y, low, high) => {
        const both = pinball(y, low, 0.1) + pinball(y, high, 0.9)
        expect(intervalScore(y, { low, high, alpha: 0.2 })).toBeCloseTo(both / 0.1, 9)
      }),
    )
  })
})

describe('CRPS from quantiles', () => {
  const levels = Array.from({ length: 999 }, (_, index) => (index + 1) / 1000)

  test('of many levels is that of the whole distribution', () => {
    const uniform = levels.map((p) => ({ p, value: p }))
    // Of uniform numbers in 0–1 at y: y² − y + 1/3.
    for (const y of [0.1, 0.5, 0.8]) expect(crpsFromQuantiles(y, uniform)).toBeCloseTo(y * y - y + 1 / 3, 5)
  })

  test('of a certainty is about the plain error', () => {
    expect(
      crpsFromQuantiles(
        10,
        levels.map((p) => ({ p, value: 7 })),
      ),
    ).toBeCloseTo(3, 2)
    expect(
      crpsFromQuantiles(
        7,
        levels.map((p) => ({ p, value: 7 })),
      ),
    ).toBe(0)
  })
})

describe('middle', () => {
  test.each([
    { values: [3, 1, 2], middle: 2 },
    { values: [4, 1, 3, 2], middle: 2.5 },
    { values: [7], middle: 7 },
    { values: [], middle: 0 },
  ])('of $values: $middle', ({ values, middle }) => expect(medianOf(values)).toBe(middle))
})
