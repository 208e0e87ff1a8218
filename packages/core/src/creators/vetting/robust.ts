/** Middle of the values; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0]
  return (low + high) / 2
}

/** How far a value lies from the others, in robust standard deviations (Iglewicz–Hoaglin); null when they do not differ at all. */
export function robustZ(value: number, others: readonly number[]): number | null {
  const centre = median(others)
  if (centre === null) return null
  const mad = median(others.map((other) => Math.abs(other - centre))) ?? 0
  return mad === 0 ? null : (0.6745 * (value - centre)) / mad
}
