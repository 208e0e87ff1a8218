/** Smaller groups are no measure. */
export const LEAST_RANKED = 8

/** How a measure is spread over a group: the values at 0, 1, … 100 per cent. */
export interface PeerSpread {
  readonly n: number
  readonly quantiles: readonly number[]
}

/** Share of the group that lies below a value, 0–1; null for a group of fewer than eight. */
export function rankInSpread(value: number, { n, quantiles }: PeerSpread): number | null {
  if (n < LEAST_RANKED || quantiles.length < 2) return null
  const above = quantiles.findIndex((quantile) => quantile >= value)
  if (above === -1) return 1
  if (above === 0) return 0
  const [low, high] = [quantiles[above - 1] ?? value, quantiles[above] ?? value]
  return (above - 1 + (value - low) / (high - low)) / (quantiles.length - 1)
}
