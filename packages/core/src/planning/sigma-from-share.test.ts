import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sigmaFromMeanMedian } from './nig-model.ts'
import { sigmaFromShare } from './sigma-from-share.ts'
import { normalCdf } from './special-functions.ts'

const sigmas = fc.double({ min: 0.05, max: 3, noNaN: true })
const medians = fc.integer({ min: 20, max: 900 })

describe('spread from the share of posts at or above a line', () => {
  test('the spread that made the share is found again', () => {
    fc.assert(
      fc.property(medians, sigmas, (median, sigma) => {
        const share = 1 - normalCdf(Math.log(1000 / median) / sigma)
        // Below a billionth the share itself is rounding.
        fc.pre(share > 1e-9)
        expect(sigmaFromShare(median, 1000, share)).toBeCloseTo(sigma, 5)
      }),
    )
  })

  test('also where the median is above the line and most posts are', () => {
    const share = 1 - normalCdf(Math.log(1000 / 3000) / 0.8)
    expect(share).toBeGreaterThan(0.9)
    expect(sigmaFromShare(3000, 1000, share)).toBeCloseTo(0.8, 9)
  })

  test('more posts above the same line mean a wider spread', () => {
    const [few = 0, some = 0, many = 0] = [0.02, 0.1, 0.3].map((share) => sigmaFromShare(300, 1000, share) ?? Number.NaN)
    expect(few).toBeLessThan(some)
    expect(some).toBeLessThan(many)
  })

  test.each([
    ['half the posts above a line that is not the median', 300, 1000, 0.5],
    ['most posts above a line higher than the median', 300, 1000, 0.8],
    ['a median on the line itself', 1000, 1000, 0.3],
    ['a median of nothing', 0, 1000, 0.1],
    ['a negative median', -5, 1000, 0.1],
    ['a share below zero', 300, 1000, -0.1],
    ['a share above one', 300, 1000, 12],
    ['a share that is not a number', 300, 1000, Number.NaN],
    ['a median that is not a number', Number.NaN, 1000, 0.1],
  ])('%s says nothing', (_, median, line, share) => expect(sigmaFromShare(median, line, share)).toBeNull())
})

describe('spread from mean and median', () => {
  test('the spread that made the mean is found again, whatever the unit', () => {
    fc.assert(
      fc.property(medians, sigmas, fc.integer({ min: 1, max: 1000 }), (median, sigma, unit) => {
        const mean = median * Math.exp((sigma * sigma) / 2)
        expect(sigmaFromMeanMedian(mean, median)).toBeCloseTo(sigma, 6)
        expect(sigmaFromMeanMedian(mean * unit, median * unit)).toBeCloseTo(sigma, 6)
      }),
    )
  })

  test.each([
    ['mean equal to the median', 100, 100],
    ['negative median', 100, -1],
    ['unknown mean', Number.NaN, 100],
  ])('%s says nothing', (_, mean, median) => expect(sigmaFromMeanMedian(mean, median)).toBeNull())
})
