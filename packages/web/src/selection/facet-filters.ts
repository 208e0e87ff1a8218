import type { DiscoveryFacet, DiscoveryFieldName, DiscoveryFilter, ProvinceShare } from '@kolibra/core/selection'

export type Facet = DiscoveryFacet
export type FieldName = DiscoveryFieldName

/** One condition of the address; the same shape the server takes. */
export type Filter = DiscoveryFilter
// A record, so that the compiler refuses a missing field and zod stays out of the bundle.
const fields: Record<FieldName, true> = {
  platform: true,
  type: true,
  categories: true,
  region: true,
  mcn: true,
  languages: true,
  filed: true,
  sources: true,
  audienceAge: true,
  audienceCityTier: true,
  audienceProvince: true,
  audienceProvinces: true,
  audienceFemaleShare: true,
  audienceUnder25Share: true,
  audience25To34Share: true,
  audienceFrom35Share: true,
  audienceTier1Share: true,
  audienceTopTiersShare: true,
  followers: true,
  viewsP50: true,
  interactRate: true,
  priceFen: true,
  cpmFen: true,
  cpeFen: true,
  authenticity: true,
  completeness: true,
  observedDay: true,
}
const shares: Record<ProvinceShare, true> = { 0.1: true, 0.15: true, 0.2: true, 0.3: true, 0.4: true, 0.5: true }
const isShare = (value: number): value is ProvinceShare => Object.hasOwn(shares, value)
/** From which share of an audience on a province may count. */
export const SHARE_LIST: readonly ProvinceShare[] = Object.keys(shares).map(Number).filter(isShare)
/** The share that counts where nobody chose one. */
export const USUAL_SHARE: ProvinceShare = 0.1
/** A share as an address holds it; null when there is no such step, or when it is the usual one. */
export const readShare = (value: unknown): ProvinceShare | null =>
  typeof value === 'number' && isShare(value) && value !== USUAL_SHARE ? value : null

const isField = (name: string): name is FieldName => Object.hasOwn(fields, name)
export const FIELD_LIST: readonly FieldName[] = Object.keys(fields).filter(isField)

type WordFilter = Extract<Filter, { any: unknown }>
type RangeFilter = Exclude<Filter, WordFilter>

const isWordFilter = (filter: Filter): filter is WordFilter => 'any' in filter

/** The words chosen of a field; null among them is "unknown". */
export function wordsOf(filters: readonly Filter[], field: FieldName): readonly (string | null)[] {
  return filters.find((filter): filter is WordFilter => filter.field === field && isWordFilter(filter))?.any ?? []
}

export function rangeOf(filters: readonly Filter[], field: FieldName): RangeFilter | null {
  return filters.find((filter): filter is RangeFilter => filter.field === field && !isWordFilter(filter)) ?? null
}

const without = (filters: readonly Filter[], field: FieldName) => filters.filter((filter) => filter.field !== field)

/** Chooses a word of a field or lets go of it; the last one gone takes the condition away. */
export function toggleWord(filters: readonly Filter[], field: FieldName, word: string | null): Filter[] {
  const chosen = wordsOf(filters, field)
  const any = chosen.includes(word) ? chosen.filter((other) => other !== word) : [...chosen, word]
  return any.length === 0 ? without(filters, field) : [...without(filters, field), { field, any: [...any] }]
}

/** Narrows a number; a range without limits that does not ask for unknown ones is no condition. */
export function setRange(filters: readonly Filter[], { field, from, below, unknown }: RangeFilter): Filter[] {
  const rest = without(filters, field)
  return from === null && below === null && !unknown ? rest : [...rest, { field, from, below, unknown }]
}

export const dropField = without

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const asLimit = (value: unknown) => (typeof value === 'number' && Number.isFinite(value) ? value : null)

/** Reads conditions from an address; what does not fit is dropped, so an old link still opens. */
export function readFilters(value: unknown, known: readonly FieldName[]): Filter[] {
  if (!Array.isArray(value)) return []
  return value.filter(isRecord).flatMap((given): Filter[] => {
    const field = known.find((name) => name === given['field'])
    if (field === undefined) return []
    const { any } = given
    if (Array.isArray(any)) {
      const words = any.filter((word): word is string | null => word === null || typeof word === 'string')
      return words.length === 0 ? [] : [{ field, any: words }]
    }
    return setRange([], { field, from: asLimit(given['from']), below: asLimit(given['below']), unknown: given['unknown'] === true })
  })
}

/** The bins of a histogram from the first to the last that holds somebody. */
export function trimBins(bins: Facet['bins']): Facet['bins'] {
  const isUsed = ({ count }: Facet['bins'][number]) => count > 0
  return bins.slice(Math.max(0, bins.findIndex(isUsed)), bins.findLastIndex(isUsed) + 1)
}
