const Z = 1.96

/** Wilson's interval (95 %) of `k` of `n`, with its centre: a small count says little, and the centre leans to a half accordingly. */
export function wilson(k: number, n: number): { readonly low: number; readonly centre: number; readonly high: number } | null {
  if (!(n > 0) || !(k >= 0) || k > n) return null
  const [p, z2] = [k / n, Z * Z]
  const centre = (p + z2 / (2 * n)) / (1 + z2 / n)
  const half = (Z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, centre - half), centre, high: Math.min(1, centre + half) }
}
