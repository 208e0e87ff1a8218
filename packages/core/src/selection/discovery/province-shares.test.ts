import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  discover,
  DISCOVERY_FIELD_NAMES,
  discoveryQuerySchema,
  putDiscoveryRows,
  startDiscoveryIndex,
  type DiscoveryValues,
} from '../index.ts'
import { PROVINCE_SHARES, USUAL_PROVINCE_SHARE } from './province-share-table.ts'
import { markProvinces, spellFilters, sumProvinces } from './province-shares.ts'

type Shares = Readonly<Record<string, number>>

test.each<{ shares: Shares; words: string[]; why: string }>([
  { shares: { 浙江: 0.1, 上海: 0.4, 北京: 0.09 }, words: ['上海≥40', '浙江≥10'], why: 'each with the highest step it reaches' },
  { shares: { 上海: 0.9 }, words: ['上海≥50'], why: 'beyond the last step' },
  { shares: { 上海: 0.0999, 北京: 0.02 }, words: ['上海≥0'], why: 'a spread audience is known by its largest, which reaches nothing' },
  { shares: { 上海: 0.3, 北京: 0.2, 广东: 0.15, 四川: 0.1 }, words: ['上海≥30', '北京≥20', '四川≥10', '广东≥15'], why: 'a step is inside' },
  { shares: {}, words: [], why: 'nothing known' },
])('$why: $shares', ({ shares, words }) => {
  expect(markProvinces(shares).toSorted()).toEqual(words.toSorted())
})

describe('what is asked', () => {
  const query = (given: unknown) => discoveryQuerySchema.parse(given)
  const asked = (provinceShare: number | undefined, any: (string | null)[]) =>
    spellFilters(query({ provinceShare, filters: [{ field: 'audienceProvinces', any }] }))

  test('is a tenth where nobody says, and every step above it', () => {
    expect(query({}).provinceShare).toBe(USUAL_PROVINCE_SHARE)
    const words = ['上海≥10', '上海≥15', '上海≥20', '上海≥30', '上海≥40', '上海≥50']
    expect(asked(undefined, ['上海'])).toEqual([{ field: 'audienceProvinces', any: words }])
  })
  test('unknown stays unknown, beside a province or alone', () => {
    expect(asked(0.5, [null, '北京'])).toEqual([{ field: 'audienceProvinces', any: [null, '北京≥50'] }])
  })
  test('other fields are left as they are', () => {
    const { filters } = query({
      filters: [
        { field: 'audienceProvince', any: ['上海'] },
        { field: 'audienceProvinces', unknown: true },
      ],
    })
    expect(spellFilters({ filters, provinceShare: 0.3 })).toEqual(filters)
  })
  test.each([0.12, 0.05, 0, 1, '0.1', 10])('a share between the steps is refused: %j', (provinceShare) => {
    expect(discoveryQuerySchema.safeParse({ provinceShare }).success).toBe(false)
  })
})

test('counts are of provinces that reach the share, whatever more they reach', () => {
  const words = [
    { word: '上海≥10', count: 7 },
    { word: '上海≥20', count: 3 },
    { word: '上海≥50', count: 2 },
    { word: '北京≥0', count: 9 },
  ]
  expect(sumProvinces(words, 0.1)).toEqual([{ word: '上海', count: 12 }])
  expect(sumProvinces(words, 0.2)).toEqual([{ word: '上海', count: 5 }])
  expect(sumProvinces(words, 0.4)).toEqual([{ word: '上海', count: 2 }])
})

const PROVINCES = ['上海', '北京', '广东', '四川']
const audience = fc.dictionary(fc.constantFrom(...PROVINCES), fc.constantFrom(0, 0.01, 0.05, 0.1, 0.12, 0.15, 0.29, 0.3, 0.5, 0.8))

test('the index finds and counts who has at least the share in a province, whatever share is asked', () => {
  fc.assert(
    fc.property(
      fc.array(audience, { maxLength: 12 }),
      fc.constantFrom(...PROVINCE_SHARES),
      fc.subarray(PROVINCES, { minLength: 1 }),
      (audiences, provinceShare, any) => {
        const marked: readonly DiscoveryValues['audienceProvinces'][] = audiences.map(markProvinces)
        const index = startDiscoveryIndex()
        const ids = audiences.map((_, place) => `id${place}`)
        putDiscoveryRows(index, {
          ids,
          names: ids.map(() => null),
          texts: ids.map(() => ''),
          columns: DISCOVERY_FIELD_NAMES.map((field) => (field === 'audienceProvinces' ? marked : ids.map(() => null))),
        })
        const reaches = (shares: Shares, province: string) => (shares[province] ?? 0) >= provinceShare
        const filters = [{ field: 'audienceProvinces', any }]
        const found = discover(index, discoveryQuerySchema.parse({ filters, provinceShare, limit: 200 }))
        const expected = ids.filter((_, place) => any.some((province) => reaches(audiences[place] ?? {}, province)))
        expect(found.ids.toSorted()).toEqual(expected.toSorted())
        const facet = found.facets.find(({ field }) => field === 'audienceProvinces')
        const counted = PROVINCES.map((province) => [province, audiences.filter((shares) => reaches(shares, province)).length] as const)
        expect(Object.fromEntries(facet?.words.map(({ word, count }) => [word, count]) ?? [])).toEqual(
          Object.fromEntries(counted.filter(([, count]) => count > 0)),
        )
        expect(facet?.unknown).toBe(audiences.filter((shares) => Object.keys(shares).length === 0).length)
      },
    ),
  )
})
