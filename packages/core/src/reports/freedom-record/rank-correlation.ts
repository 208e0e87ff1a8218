import { medianOf } from '../../planning/index.ts'

/** Ranks from 1; equal values share the mean of their ranks. */
function rankValues(values: readonly number[]): number[] {
  const order = values.map((value, at) => ({ value, at })).toSorted((a, b) => a.value - b.value)
  const ranks = values.map(() => 0)
  for (let from = 0; from < order.length;) {
    let to = from
    while (order[to + 1]?.value === order[from]?.value) to += 1
    for (const { at } of order.slice(from, to + 1)) ranks[at] = (from + to) / 2 + 1
    from = to + 1
  }
  return ranks
}

/** Spearman's ρ, −1 to 1, of two lists of one length, with mean ranks for ties; null where one list does not vary. */
export function correlateRanks(xs: readonly number[], ys: readonly number[]): number | null {
  const [a, b] = [rankValues(xs), rankValues(ys)]
  const middle = (a.length + 1) / 2
  const spread = (ranks: readonly number[]) => Math.sqrt(ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0))
  const scale = spread(a) * spread(b)
  if (!(scale > 0)) return null
  const shared = a.reduce((sum, rank, at) => sum + (rank - middle) * ((b[at] ?? 0) - middle), 0)
  return Math.max(-1, Math.min(1, shared / scale))
}

/** Theil–Sen: the median of the slopes of all pairs with different x; null without such a pair. */
export function slopeOf(xs: readonly number[], ys: readonly number[]): number | null {
  const slopes = xs.flatMap((x, at) =>
    xs.slice(at + 1).flatMap((other, step) => (other === x ? [] : [((ys[at + 1 + step] ?? 0) - (ys[at] ?? 0)) / (other - x)])),
  )
  return slopes.length === 0 ? null : medianOf(slopes)
}
