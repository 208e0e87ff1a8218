import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shareInTier1, shareInTopTiers, sumAges } from './sum-audience.ts'

describe('the share between two ages', () => {
  test.each<[Record<string, number>, number, number, number | null, string]>([
    [{ '<18': 0.1, '18-24': 0.3, '25-34': 0.5, '>34': 0.1 }, 0, 24, 0.4, 'bands within are summed'],
    [{ '18~24岁': 0.3, '25~34岁': 0.5 }, 0, 24, 0.3, 'as Chinese sources write them'],
    [{ '18-23': 0.3, '24-30': 0.5 }, 0, 24, null, 'half a band is not known'],
    [{ '18-23': 0.3, '24-30': 0.5, '50+': 0.1 }, 35, 150, 0.1, 'a band over another edge does not matter'],
    [{ '35-44': 0.2, '>44': 0.1 }, 35, 150, 0.30000000000000004, 'an open end'],
    [{}, 0, 24, null, 'nothing known'],
    [{ '25-34': 0.5 }, 0, 24, null, 'nothing within'],
    [{ young: 0.5, '25-34': 0.2 }, 25, 34, null, 'a band that cannot be read'],
  ])('%j from %i to %i is %s: %s', (ages, from, to, share, _why) => expect(sumAges(ages, from, to)).toBe(share))

  test('of all ages is the sum of all bands', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 8 }), (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b)]
        const bands = edges.slice(1).map((edge, place) => [`${edges[place]}-${edge - 1}`, 1 / cuts.length] as const)
        expect(sumAges(Object.fromEntries(bands), 0, 150)).toBeCloseTo(1)
      }),
    )
  })
})

test('city tiers: the first alone, and with the new first when both are known', () => {
  expect([shareInTier1({ 一线: 0.3 }), shareInTopTiers({ 一线: 0.3 })]).toEqual([0.3, null])
  expect(shareInTopTiers({ 一线城市: 0.25, 新一线城市: 0.25 })).toBe(0.5)
  expect([shareInTier1({}), shareInTopTiers({ 新一线: 0.2 })]).toEqual([null, null])
})
