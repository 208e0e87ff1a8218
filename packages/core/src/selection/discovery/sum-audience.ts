import type { Audience } from '../../creators/index.ts'

/** Where an age band of a source begins and ends, both in full years: `18-24`, `<18`, `>44`, `50+`; null when it is none. */
function readBand(key: string): { from: number; to: number } | null {
  const text = key
    .normalize('NFKC')
    .replaceAll(/[岁\s]/g, '')
    .replaceAll(/[~—–至]/g, '-')
  const [, from, to] = /^(\d{1,2})-(\d{1,2})$/.exec(text) ?? []
  if (from !== undefined && to !== undefined) return { from: Number(from), to: Number(to) }
  const [, below] = /^<(\d{1,2})$/.exec(text) ?? []
  if (below !== undefined) return { from: 0, to: Number(below) - 1 }
  const [, above] = /^>(\d{1,2})$/.exec(text) ?? []
  if (above !== undefined) return { from: Number(above) + 1, to: OLDEST }
  const [, least] = /^(\d{1,2})\+$/.exec(text) ?? []
  return least === undefined ? null : { from: Number(least), to: OLDEST }
}
const OLDEST = 150

/**
 * The share of an audience between two ages, both included, as the sum of the bands within. Null when a band reaches over an edge, when one
 * cannot be read or when none lies within: bands of sources differ, and half a band is not known.
 */
export function sumAges(ages: Audience['age'], from: number, to: number): number | null {
  const bands = Object.entries(ages).map(([key, share]) => ({ band: readBand(key), share }))
  let sum: number | null = null
  for (const { band, share } of bands) {
    if (band === null) return null
    const isWithin = band.from >= from && band.to <= to
    if (isWithin) sum = (sum ?? 0) + share
    else if (band.from <= to && band.to >= from) return null
  }
  return sum
}

const TIER_1 = ['一线', '一线城市', 'tier1', 'first']
const NEW_TIER_1 = ['新一线', '新一线城市', 'new_tier1', 'new_first']
const shareOf = (tiers: Audience['cityTier'], names: readonly string[]) => names.flatMap((name) => tiers[name] ?? [])[0] ?? null

/** The share of an audience in cities of the first tier; null when it is not known. */
export const shareInTier1 = (tiers: Audience['cityTier']): number | null => shareOf(tiers, TIER_1)

/** The share in cities of the first tier and the new first tier together; null unless both are known. */
export function shareInTopTiers(tiers: Audience['cityTier']): number | null {
  const [first, second] = [shareOf(tiers, TIER_1), shareOf(tiers, NEW_TIER_1)]
  return first === null || second === null ? null : first + second
}
