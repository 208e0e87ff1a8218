import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import { newAccount, type Audience } from '../imports/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { knowsAudience, lendShares, reachOf, splitAudience, toMixSegments } from './audience-segments.ts'

const target = (gender: Record<string, number>, age: Record<string, number>, size: number | null = 1_000_000) =>
  splitAudience(makeCampaign({ audience: { gender, age, size } }))
const audience = (gender: Record<string, number>, age: Record<string, number> = {}): Audience => ({
  gender,
  age,
  cityTier: {},
  province: {},
  basis: 'followers',
  n: null,
})
const account = (known: Audience | null) => newAccount({ platform: 'douyin', accountId: '1', audience: known })

describe('the target audience in parts', () => {
  test('gender × age, each with its size', () => {
    const parts = target({ female: 0.8, male: 0.2 }, { '18-23': 0.25, '24-30': 0.75 })
    expect(parts.map(({ id, size }) => [id, Math.round(size)])).toEqual([
      ['female 18-23', 200_000],
      ['female 24-30', 600_000],
      ['male 18-23', 50_000],
      ['male 24-30', 150_000],
    ])
  })

  test.each([
    { why: 'no audience stated', campaign: makeCampaign({ audience: null }), ids: ['everyone'], size: ASSUMPTIONS.audienceSize },
    { why: 'a size alone', campaign: makeCampaign({ audience: { gender: {}, age: {}, size: 5000 } }), ids: ['everyone'], size: 5000 },
    {
      why: 'an unknown size',
      campaign: makeCampaign({ audience: { gender: { female: 1 }, age: {}, size: null } }),
      ids: ['female'],
      size: ASSUMPTIONS.audienceSize,
    },
    {
      why: 'a share of nobody is no part',
      campaign: makeCampaign({ audience: { gender: { female: 1, male: 0 }, age: {}, size: 10 } }),
      ids: ['female'],
      size: 10,
    },
  ])('$why', ({ campaign, ids, size }) => {
    const parts = splitAudience(campaign)
    expect(parts.map(({ id }) => id)).toEqual(ids)
    expect(parts[0]?.size).toBe(size)
  })

  test('the parts add up to the whole when the shares do', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 1e9 }), (female, size) => {
        const parts = target({ female, male: 1 - female }, { young: 0.5, old: 0.5 }, size)
        expect(parts.reduce((sum, part) => sum + part.size, 0)).toBeCloseTo(size, 3)
      }),
    )
  })

  test('every part weighs the same per person', () => {
    expect(toMixSegments(target({ female: 0.8, male: 0.2 }, {}), 0.5).map(({ weight }) => weight)).toEqual([0.5, 0.5])
  })
})

describe('what a creator reaches of each part', () => {
  const parts = target({ female: 0.5, male: 0.5 }, {})
  const lent = lendShares([], parts)

  test('by the shares of the own audience', () => {
    const reach = reachOf(account(audience({ female: 0.9, male: 0.1 })), 100_000, { segments: parts, lent })
    expect(reach['female']).toBeCloseTo((100_000 * ASSUMPTIONS.uniquePerView * 0.9) / 500_000)
    expect(reach['male']).toBeCloseTo((100_000 * ASSUMPTIONS.uniquePerView * 0.1) / 500_000)
  })

  test('an unknown audience borrows the average of the known ones', () => {
    const known = lendShares([audience({ female: 0.9, male: 0.1 }), audience({ female: 0.7, male: 0.3 })], parts)
    expect(known.gender.get('female')).toBeCloseTo(0.8)
    const reach = reachOf(account(null), 100_000, { segments: parts, lent: known })
    expect((reach['female'] ?? 0) / (reach['male'] ?? 1)).toBeCloseTo(4)
  })

  test('and where none is known, the target itself', () => {
    expect(lent.gender.get('female')).toBeCloseTo(0.5)
  })

  test('never more than the assumed most, however many views', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e10 }), (views) => {
        const reach = Object.values(reachOf(account(null), views, { segments: parts, lent }))
        expect(reach.every((share) => share >= 0 && share <= ASSUMPTIONS.mostReach)).toBe(true)
      }),
    )
  })

  test.each([
    { why: 'both shares held', known: audience({ female: 0.9, male: 0.1 }), isKnown: true },
    { why: 'one share missing', known: audience({ female: 0.9 }), isKnown: false },
    { why: 'a share of 0 is known', known: audience({ female: 1, male: 0 }), isKnown: true },
    { why: 'no audience', known: null, isKnown: false },
  ])('the audience is known: $why, $isKnown', ({ known, isKnown }) => {
    expect(knowsAudience(account(known), parts)).toBe(isKnown)
  })
})
