const LEAST_COUNTS = 500
const LEAST_DECADES = 3

/** Mean distance of the leading digits from Benford's law. Null below 500 counts or three decades: on the few posts of an account the law says nothing (science.md §5.2 no. 13). */
export function strayFromBenford(counts: readonly number[]): number | null {
  const known = counts.filter((count) => count >= 1)
  if (known.length < LEAST_COUNTS) return null
  const logs = known.map(Math.log10)
  if (logs.reduce((most, log) => Math.max(most, log), 0) - logs.reduce((least, log) => Math.min(least, log), Infinity) < LEAST_DECADES)
    return null
  const digits = known.map((count) => Number(count.toExponential()[0]))
  const strays = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((digit) => {
    const share = digits.filter((each) => each === digit).length / digits.length
    return Math.abs(share - Math.log10(1 + 1 / digit))
  })
  return strays.reduce((sum, stray) => sum + stray, 0) / strays.length
}
