/** Shares or counts by name; they need not sum to 1. */
export type Distribution = Readonly<Record<string, number>>

/** Jensen–Shannon divergence in bits: 0 of itself, 1 of strangers. Null when either side is empty. */
export function divergeBits(a: Distribution, b: Distribution): number | null {
  const [p, q] = [toShares(a), toShares(b)]
  if (p === null || q === null) return null
  return [...new Set([...Object.keys(p), ...Object.keys(q)])].reduce((sum, name) => {
    const [x, y] = [p[name] ?? 0, q[name] ?? 0]
    const middle = (x + y) / 2
    return sum + (informBits(x, middle) + informBits(y, middle)) / 2
  }, 0)
}

const informBits = (share: number, middle: number) => (share === 0 ? 0 : share * Math.log2(share / middle))

function toShares(counts: Distribution): Record<string, number> | null {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return total > 0 ? Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count / total])) : null
}
