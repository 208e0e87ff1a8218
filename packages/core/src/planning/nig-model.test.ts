import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchedSd, quantileOf, sigmaFromMeanMedian, summarise, updateNig } from './nig-model.ts'
import { sigmaFromShare } from './sigma-from-share.ts'
import { normalQuantile } from './special-functions.ts'

const PRIOR = { mu: 9, kappa0: 2, nu0: 4, sigma2: 0.5 }
const logs = fc.array(fc.double({ min: 2, max: 16, noNaN: true }), { minLength: 1, maxLength: 30 })

describe('what the posts do to the belief', () => {
  test('by hand: prior 9 with weight 2, four posts around 10', () => {
    const { kappa, m, nu, sigma2, scale } = updateNig(PRIOR, { n: 4, mean: 10, variance: 0.3 })
    expect(kappa).toBe(6)
    expect(nu).toBe(8)
    expect(m).toBeCloseTo((2 * 9 + 4 * 10) / 6, 12)
    // (4 · 0.5 + 3 · 0.3 + (2 · 4 / 6) · 1²) / 8
    expect(sigma2).toBeCloseTo((2 + 0.9 + 4 / 3) / 8, 12)
    expect(scale).toBeCloseTo(Math.sqrt(sigma2 * (1 + 1 / 6)), 12)
  })

  test('no posts: the prior, with room for one post', () => {
    expect(updateNig(PRIOR, { n: 0, mean: 0, variance: 0 })).toEqual({ kappa: 2, m: 9, nu: 4, sigma2: 0.5, scale: Math.sqrt(0.75) })
  })

  test('half an effective post has no spread of its own, and takes none away', () => {
    const { sigma2 } = updateNig(PRIOR, { n: 0.5, mean: 9, variance: 100 })
    expect(sigma2).toBeCloseTo((4 * 0.5) / 4.5, 12)
  })

  test('the centre lies between prior and posts, nearer the posts the more there are', () => {
    fc.assert(
      fc.property(logs, (values) => {
        const sample = summarise(values)
        const { m } = updateNig(PRIOR, sample)
        const [low, high] = [Math.min(9, sample.mean), Math.max(9, sample.mean)]
        expect(m).toBeGreaterThanOrEqual(low - 1e-9)
        expect(m).toBeLessThanOrEqual(high + 1e-9)
        const more = updateNig(PRIOR, { ...sample, n: sample.n * 3 })
        expect(Math.abs(more.m - sample.mean)).toBeLessThanOrEqual(Math.abs(m - sample.mean) + 1e-9)
      }),
    )
  })

  test('the order of the posts decides nothing', () => {
    fc.assert(
      fc.property(logs, (values) => {
        const [a, b] = [updateNig(PRIOR, summarise(values)), updateNig(PRIOR, summarise(values.toReversed()))]
        expect(a.m).toBeCloseTo(b.m, 9)
        expect(a.scale).toBeCloseTo(b.scale, 9)
      }),
    )
  })

  test('posts that agree with the prior narrow the range', () => {
    for (const n of [1, 3, 10, 50]) {
      const before = updateNig(PRIOR, { n: 0, mean: 0, variance: 0 })
      const after = updateNig(PRIOR, { n, mean: 9, variance: 0.2 })
      const width = ({ m, scale, nu }: { m: number; scale: number; nu: number }) =>
        quantileOf({ m, scale, nu }, 0.9) / quantileOf({ m, scale, nu }, 0.1)
      expect(width(after)).toBeLessThan(width(before))
    }
  })
})

describe('quantiles of the next post', () => {
  test('rise with p and are positive', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 14, noNaN: true }), fc.double({ min: 0.05, max: 2, noNaN: true }), (m, scale) => {
        const quantiles = [0.025, 0.1, 0.5, 0.9, 0.975].map((p) => quantileOf({ m, scale, nu: 6 }, p))
        expect(quantiles).toEqual(quantiles.toSorted((a, b) => a - b))
        expect(quantiles[0]).toBeGreaterThan(0)
        expect(quantiles[2]).toBeCloseTo(Math.exp(m), 6)
      }),
    )
  })

  test.each([
    { nu: 4, factor: Math.SQRT2 },
    { nu: 2, factor: 2 },
    { nu: 1, factor: Math.SQRT2 },
  ])('the stand-in spread stays finite with $nu degrees of freedom', ({ nu, factor }) => {
    expect(matchedSd({ m: 0, scale: 1, nu })).toBeCloseTo(factor, 12)
  })
})

describe('a sample with weights', () => {
  test.each([
    { why: 'equal weights are the usual mean and variance', values: [1, 2, 3, 4], weights: [1, 1, 1, 1], n: 4, mean: 2.5, variance: 5 / 3 },
    { why: 'the size of the weights does not matter', values: [1, 2, 3, 4], weights: [7, 7, 7, 7], n: 4, mean: 2.5, variance: 5 / 3 },
    { why: 'a weight of 0 is no post', values: [1, 2, 99], weights: [1, 1, 0], n: 2, mean: 1.5, variance: 0.5 },
    { why: 'one post has no spread', values: [5], weights: [1], n: 1, mean: 5, variance: 0 },
    { why: 'weights of 0 only', values: [5, 6], weights: [0, 0], n: 0, mean: 0, variance: 0 },
    { why: 'nothing', values: [], weights: [], n: 0, mean: 0, variance: 0 },
    { why: 'unequal weights count for fewer posts', values: [1, 2], weights: [3, 1], n: 1.6, mean: 1.25, variance: 0.5 },
  ])('$why', ({ values, weights, n, mean, variance }) => {
    const sample = summarise(values, weights)
    expect(sample.n).toBeCloseTo(n, 9)
    expect(sample.mean).toBeCloseTo(mean, 9)
    expect(sample.variance).toBeCloseTo(variance, 9)
  })

  test('never more effective posts than posts, and a variance that is not negative', () => {
    const pair = fc.tuple(fc.double({ min: -5, max: 15, noNaN: true }), fc.double({ min: 0.001, max: 1, noNaN: true }))
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 20 }), (pairs) => {
        const sample = summarise(
          pairs.map(([value]) => value),
          pairs.map(([, weight]) => weight),
        )
        expect(sample.n).toBeLessThanOrEqual(pairs.length + 1e-9)
        expect(sample.variance).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('spread from printed aggregates', () => {
  test('mean and median of a log-normal give back its spread', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 2, noNaN: true }), fc.double({ min: 10, max: 1e6, noNaN: true }), (sigma, median) => {
        expect(sigmaFromMeanMedian(median * Math.exp(sigma ** 2 / 2), median)).toBeCloseTo(sigma, 6)
      }),
    )
  })

  test('so does the share above a line', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 2, noNaN: true }), fc.double({ min: 0.02, max: 0.45, noNaN: true }), (sigma, share) => {
        const line = 300 * Math.exp(sigma * normalQuantile(1 - share))
        expect(sigmaFromShare(300, line, share)).toBeCloseTo(sigma, 5)
      }),
    )
  })

  test.each([
    { why: 'a mean below the median', sigma: sigmaFromMeanMedian(90, 100) },
    { why: 'a mean equal to the median', sigma: sigmaFromMeanMedian(100, 100) },
    { why: 'a median of 0', sigma: sigmaFromMeanMedian(100, 0) },
    { why: 'nobody above the line', sigma: sigmaFromShare(300, 1000, 0) },
    { why: 'everybody above the line', sigma: sigmaFromShare(300, 1000, 1) },
    { why: 'most above a line that lies above the median', sigma: sigmaFromShare(300, 1000, 0.7) },
    { why: 'a line at the median itself', sigma: sigmaFromShare(1000, 1000, 0.5) },
    { why: 'no median', sigma: sigmaFromShare(0, 1000, 0.2) },
  ])('contradictions give none: $why', ({ sigma }) => {
    expect(sigma).toBeNull()
  })
})
