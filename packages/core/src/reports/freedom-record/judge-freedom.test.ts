import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawUniform } from '../../planning/index.ts'
import { freedomRecordSchema, judgeFreedom, logRatioOf, type FreedomPoint } from '../index.ts'
import { correlateRanks, slopeOf } from './rank-correlation.ts'

describe('rank correlation', () => {
  test.each([
    { why: 'in one order', xs: [1, 2, 3], ys: [10, 20, 300], rho: 1 },
    { why: 'the other way round', xs: [1, 2, 3], ys: [9, 5, 1], rho: -1 },
    // Ranks 1, 2.5, 2.5, 4 against 1, 3, 2, 4: r = 4.5 / √(4.5 × 5).
    { why: 'ties share the mean of their ranks', xs: [1, 2, 2, 3], ys: [1, 3, 2, 4], rho: 4.5 / Math.sqrt(22.5) },
    { why: 'one side does not vary', xs: [2, 2, 2], ys: [1, 2, 3], rho: null },
    { why: 'nothing', xs: [], ys: [], rho: null },
  ])('$why', ({ xs, ys, rho }) => {
    const found = correlateRanks(xs, ys)
    if (rho === null) expect(found).toBeNull()
    else expect(found).toBeCloseTo(rho, 12)
  })

  test('property: only the order counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), { maxLength: 20 }), (rows) => {
        const [xs, ys] = [rows.map(([x]) => x), rows.map(([, y]) => y)]
        expect(correlateRanks(xs, ys)).toBe(
          correlateRanks(
            xs,
            ys.map((y) => Math.exp(y)),
          ),
        )
      }),
    )
  })

  test('slope: the median of all pairs, which one wild post does not move', () => {
    expect(slopeOf([0, 1, 2, 3, 4], [0, 2, 4, 6, 100])).toBe(2)
    expect(slopeOf([1, 1], [0, 5])).toBeNull()
  })
})

test('as forecast is nought; nobody saw it counts as one view', () => {
  expect(logRatioOf(500, 500)).toBe(0)
  expect(logRatioOf(1000, 500)).toBeCloseTo(Math.LN2, 12)
  expect(logRatioOf(0, 100)).toBeCloseTo(-Math.log(100), 12)
})

// Ten campaigns of three posts: the brief of each leaves another freedom.
const makePoints = (logRatio: (campaign: number, post: number) => number, campaigns = 10): FreedomPoint[] =>
  Array.from({ length: campaigns }, (_, campaign) =>
    Array.from({ length: 3 }, (_post, post) => ({
      deliverableId: `${campaign}-${post}`,
      campaignId: `c${campaign}`,
      campaign: `C${campaign}`,
      creatorName: null,
      freedom: 40 + campaign * 5,
      kept: null,
      views: 1,
      forecastP50: 1,
      logRatio: logRatio(campaign, post),
    })),
  ).flat()
const uniform = drawUniform(5)
const NOISE = Array.from({ length: 30 }, () => uniform() * 2 - 1)
const noise = (campaign: number, post: number) => NOISE[campaign * 3 + post] ?? 0
const judge = (points: FreedomPoint[]) => judgeFreedom(points, 0).relations.find(({ measure }) => measure === 'freedom')

describe('does freedom pay here', () => {
  test.each([
    { why: 'more freedom, more views', points: makePoints((c, p) => c * 0.3 + noise(c, p) * 0.2), verdict: 'pays' },
    { why: 'more freedom, fewer views', points: makePoints((c, p) => -c * 0.3 + noise(c, p) * 0.2), verdict: 'costs' },
    { why: 'no relation', points: makePoints((c, p) => noise(c, p)), verdict: 'cannot_tell' },
    { why: 'too few campaigns, however clear', points: makePoints((c) => c, 7), verdict: 'cannot_tell' },
    { why: 'nothing held', points: [], verdict: 'cannot_tell' },
    {
      why: 'the same freedom everywhere',
      points: makePoints((c) => c).map((point) => ({ ...point, freedom: 80 })),
      verdict: 'cannot_tell',
    },
  ])('$why: $verdict', ({ points, verdict }) => {
    expect(judge(points)?.verdict).toBe(verdict)
  })

  test('thirty posts of one campaign are one brief, and tell nothing', () => {
    const points = makePoints((c) => c).map((point) => ({ ...point, campaignId: 'one' }))
    expect(judge(points)).toMatchObject({ n: 30, campaigns: 1, low: null, verdict: 'cannot_tell' })
  })

  test('says n, an interval that holds the figure, the slope and the sentence', () => {
    // 5 points a campaign, 0.3 on the log scale: e^0.6 − 1 for ten points.
    const found = judge(makePoints((c) => c * 0.3))
    expect(found).toMatchObject({ n: 30, campaigns: 10, rho: 1 })
    expect(found?.perTenPoints).toBeCloseTo(Math.exp(0.6) - 1, 9)
    expect(found?.because.zh).toBe('创作自由度每高 10 分，播放/阅读相对预估高 82.2%。')
    const noisy = judge(makePoints((c, p) => c * 0.1 + noise(c, p)))
    expect(noisy?.low).toBeLessThanOrEqual(noisy?.rho ?? 0)
    expect(noisy?.high).toBeGreaterThanOrEqual(noisy?.rho ?? 0)
  })

  test('is the same each time, and the wire shape', () => {
    const points = makePoints((c, p) => c * 0.1 + noise(c, p))
    expect(judgeFreedom(points, 2)).toEqual(judgeFreedom(points, 2))
    expect(freedomRecordSchema.parse(judgeFreedom(points, 2))).toEqual(judgeFreedom(points, 2))
  })

  test('the two figures are never mixed: kept is told by the posts that have it', () => {
    const points = makePoints((c) => c).map((point, at) => ({ ...point, kept: at < 4 ? 0.5 : null }))
    expect(judgeFreedom(points, 0).relations.map(({ measure, n }) => [measure, n])).toEqual([
      ['freedom', 30],
      ['kept', 4],
    ])
  })
})
