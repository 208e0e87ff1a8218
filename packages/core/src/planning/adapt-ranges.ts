import { conformalQuantile } from './score-forecasts.ts'

/** How fast the level follows what happened (Gibbs & Candès 2021). */
const STEP = 0.02

/**
 * Adaptive conformal inference: the α to ask for after each forecast, so that ranges hold in the long run although the
 * market drifts. Starts from the α that is wanted; a miss lowers it, a hit raises it a little.
 */
export function adaptAlpha(alpha: number, misses: readonly boolean[]): number[] {
  let now = alpha
  return misses.map((isMiss) => (now += STEP * (alpha - Number(isMiss))))
}

/** A range that was said, and what came; any unit, the same for all. */
export interface SaidRange {
  readonly low: number
  readonly high: number
  readonly y: number
}

/**
 * Conformalised quantile ranges (Romano, Patterson & Candès 2019): by how much both ends must move out so that past ranges
 * would have held with 1 − α; negative: in. Null while there are too few to tell (four at 80 %).
 */
export function moveEnds(ranges: readonly SaidRange[], alpha: number): number | null {
  return conformalQuantile(
    ranges.map(({ low, high, y }) => Math.max(low - y, y - high)),
    alpha,
  )
}
