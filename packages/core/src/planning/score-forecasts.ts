import { normalCdf } from './special-functions.ts'

/** Pinball loss of a quantile forecast: lower is better, unit of `y`. */
export function pinball(y: number, quantile: number, tau: number): number {
  return y >= quantile ? tau * (y - quantile) : (1 - tau) * (quantile - y)
}

/** CRPS of ln-normal(mu, sigma) at y > 0, unit of y (closed form, scoringRules). */
export function crpsLogNormal(y: number, mu: number, sigma: number): number {
  const at = (centre: number) => normalCdf((Math.log(y) - centre) / sigma)
  const mean = Math.exp(mu + (sigma * sigma) / 2)
  return y * (2 * at(mu) - 1) - 2 * mean * (at(mu + sigma * sigma) + normalCdf(sigma / Math.SQRT2) - 1)
}

/** CRPS of an empirical sample at y: mean |x − y| − ½ mean |x − x′|. */
export function crpsSample(sample: readonly number[], y: number): number {
  const sorted = sample.toSorted((a, b) => a - b)
  const n = sorted.length
  const toTruth = sorted.reduce((sum, x) => sum + Math.abs(x - y), 0) / n
  // Σ|x − x′| over all pairs in one pass: each sorted value counts 2i − n + 1 times.
  const spread = sorted.reduce((sum, x, index) => sum + x * (2 * index - n + 1), 0) / (n * n)
  return toTruth - spread
}

/** The ⌈(n+1)(1−α)⌉-th smallest score; null when there are too few scores for this α (science.md §2.2). */
export function conformalQuantile(scores: readonly number[], alpha: number): number | null {
  return conformalQuantileOfSorted(
    scores.toSorted((a, b) => a - b),
    alpha,
  )
}

// The tiny subtraction keeps 20 × 0.8 at 16 although floats make it 16.000000000000004.
const rankOf = (count: number, alpha: number) => Math.ceil((count + 1) * (1 - alpha) - 1e-9)

/** The same for scores that are sorted already: asked for every account of a team, sorting anew would be most of the work. */
export function conformalQuantileOfSorted(sorted: readonly number[], alpha: number): number | null {
  return sorted[rankOf(sorted.length, alpha) - 1] ?? null
}

/** Element `index` of a sorted list from which one value was taken out. */
export function pickWithout(sorted: readonly number[], taken: number, index: number): number | null {
  const found = sorted[index]
  if (found === undefined) return null
  return taken <= found ? (sorted[index + 1] ?? null) : found
}

/** Interval score (Gneiting & Raftery): width, and 2/α for every unit by which the truth lies outside; lower is better, unit of `y`. */
export function intervalScore(y: number, { low, high, alpha }: { low: number; high: number; alpha: number }): number {
  return high - low + (2 / alpha) * (Math.max(0, low - y) + Math.max(0, y - high))
}

/**
 * CRPS from some quantiles in rising order: twice the pinball loss, integrated over the levels by straight lines; beyond
 * the outermost level its loss falls to nil at 0 and 1. The same nodes for two forecasts make them comparable.
 */
export function crpsFromQuantiles(y: number, quantiles: readonly { readonly p: number; readonly value: number }[]): number {
  const points = [{ p: 0, loss: 0 }, ...quantiles.map(({ p, value }) => ({ p, loss: pinball(y, value, p) })), { p: 1, loss: 0 }]
  return points.slice(1).reduce((sum, { p, loss }, at) => sum + (p - (points[at]?.p ?? 0)) * (loss + (points[at]?.loss ?? 0)), 0)
}

/** Middle of numbers in any order; nil of none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}
