import { describe, expect, test } from 'vitest'
import { newQuote } from '../creators/index.ts'
import { fitCohorts, forecastAccount } from '../planning/index.ts'
import { AS_OF, makeAccount, makePosts } from '../planning/test/make-account.ts'
import { acceptanceOf } from './acceptance.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { lendShares, splitAudience } from './audience-segments.ts'
import type { PlanCandidate } from './list-candidates.ts'
import { mapOverlap, rangeReach } from './plan-overlap.ts'

const segments = splitAudience({ audience: { gender: {}, age: {}, size: 1_000_000 } })
const audiences = { segments, lent: lendShares([], segments) }

const EVERYBODY = { gender: {}, age: {}, cityTier: {}, province: {}, basis: 'viewers' as const, n: null }

/** A creator who reaches so many of a million people by its middle forecast. */
function reaching(id: string, people: number): PlanCandidate {
  const account = makeAccount({ accountId: id, posts: makePosts([1000, 2000, 3000]), audience: EVERYBODY })
  const forecast = forecastAccount(account, fitCohorts([account], { metric: 'views', asOf: AS_OF }), { metric: 'views', asOf: AS_OF })
  if (forecast === null) throw new Error('three posts are enough to forecast from')
  return {
    id,
    option: id,
    others: [],
    account,
    type: { value: 'micro', basis: 'entered by a person' },
    quote: newQuote({ format: 'note', source: 'typed', listFen: 100 }),
    costFen: 100,
    feeRoomFen: 0,
    feeRow: { platform: null, share: 0.1, source: '[A]' },
    priceBecause: { en: 'net price', zh: '净价' },
    views: { ...forecast, p50: people / ASSUMPTIONS.uniquePerView },
    interactions: null,
    knowsAudience: true,
    pAccepts: acceptanceOf(account, 'micro'),
    warnings: [],
  }
}

// Audiences of 300, 400 and 200 thousand in a million, as the reference works them by hand.
const three = [reaching('a', 300_000), reaching('b', 400_000), reaching('c', 200_000)]

describe('the worked example of three audiences', () => {
  const { low, middle, high, frechet, hunterHigh, because } = rangeReach(three, audiences)

  test('by chance 664,000 people; no overlap whatever leaves fewer than 400,000 or more than 900,000', () => {
    expect(high).toBe(664_000)
    expect(frechet).toEqual({ low: 400_000, high: 900_000 })
  })

  test('more overlap than chance reaches fewer, the range says how far', () => {
    expect(low).toBeLessThan(middle)
    expect(middle).toBeLessThan(high)
    // Hunter–Worsley with overlaps 1.3 times chance: 0.9 − 1.3 × (0.12 + 0.08).
    expect(hunterHigh).toBe(640_000)
    expect(because.zh).toContain('均不少于 400,000、不多于 900,000')
  })

  test('pairs: shared people over the smaller audience, between the Fréchet bounds', () => {
    const { ids, people, shares, low: least, high: most } = mapOverlap(three, audiences)
    expect([ids, people]).toEqual([
      ['b', 'a', 'c'],
      [400_000, 300_000, 200_000],
    ])
    expect(shares[0]?.[1]).toBeCloseTo(1.3 * 0.4, 9)
    expect([least[0]?.[1], most[0]?.[1]]).toEqual([0, 1])
  })
})

test('nobody chosen: nobody reached, no row', () => {
  expect(rangeReach([], audiences)).toMatchObject({ low: 0, middle: 0, high: 0, frechet: { low: 0, high: 0 }, hunterHigh: 0 })
  expect(mapOverlap([], audiences)).toEqual({ ids: [], people: [], shares: [], low: [], high: [], of: 0 })
})
