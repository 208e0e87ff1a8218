/** Budgets are named in steps of CNY 1,000: the forecast is not sharper than that. */
const STEP_FEN = 100_000

/** Ratio between the budgets tried on the way up. */
const STRIDE = 1.3

/**
 * Smallest budget whose plan reaches its targets with probability `atLeast`; null when none up to `mostFen` does.
 * Walks up first, because shares of a large budget can become impossible to fill, then bisects over the planner.
 */
export function findBudget(
  { fromFen, mostFen, atLeast }: { fromFen: number; mostFen: number; atLeast: number },
  chanceAt: (budgetFen: number) => number,
): number | null {
  const most = Math.ceil(mostFen / STEP_FEN)
  let low = Math.floor(fromFen / STEP_FEN)
  let high = low
  do {
    if (high >= most) return null
    low = high
    high = Math.min(most, Math.max(low + 1, Math.ceil(low * STRIDE)))
  } while (chanceAt(high * STEP_FEN) < atLeast)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (chanceAt(middle * STEP_FEN) >= atLeast) high = middle
    else low = middle
  }
  return high * STEP_FEN
}
