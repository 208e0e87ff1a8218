import type { Audience } from '../../creators/index.ts'
import type { DiscoveryFilter, DiscoveryQuery } from './discovery-schema.ts'
import { PROVINCE_SHARES, type ProvinceShare } from './province-share-table.ts'

const MARK = '≥'
const spell = (province: string, step: number) => `${province}${MARK}${Math.round(step * 100)}`

/**
 * Each province with the highest step its share reaches, such as 上海≥15. Of an audience so spread that none reaches any, the largest with 0:
 * it is known and found by no province. Empty when nothing is known.
 */
export function markProvinces(provinces: Audience['province']): string[] {
  const shares = Object.entries(provinces)
  const reached = shares.flatMap(([province, share]) => {
    const step = PROVINCE_SHARES.findLast((each) => share >= each)
    return step === undefined ? [] : [spell(province, step)]
  })
  const [largest] = shares.toSorted(([, a], [, b]) => b - a)
  return reached.length > 0 || largest === undefined ? reached.toSorted() : [spell(largest[0], 0)]
}

/** The words a condition is kept by: provinces become all that reach the share; unknown and other fields stay. */
export function spellFilters({ filters, provinceShare }: Pick<DiscoveryQuery, 'filters' | 'provinceShare'>): DiscoveryFilter[] {
  const steps = PROVINCE_SHARES.filter((step) => step >= provinceShare)
  return filters.map((filter) => {
    if (filter.field !== 'audienceProvinces' || !('any' in filter)) return filter
    return { field: filter.field, any: filter.any.flatMap((word) => (word === null ? [null] : steps.map((step) => spell(word, step)))) }
  })
}

interface CountedWord {
  readonly word: string
  readonly count: number
}

/** Counts of marked words as counts of provinces that reach the share; a creator has each province once. */
export function sumProvinces(words: readonly CountedWord[], provinceShare: ProvinceShare): CountedWord[] {
  const counts = new Map<string, number>()
  for (const { word, count } of words) {
    const at = word.lastIndexOf(MARK)
    const province = word.slice(0, at)
    if (Number(word.slice(at + 1)) >= Math.round(provinceShare * 100)) counts.set(province, (counts.get(province) ?? 0) + count)
  }
  return [...counts].map(([word, count]) => ({ word, count }))
}
