/** Middle of the values; null of none. */
export function median(values: readonly number[]): number | null {
  if (values.length === 0) return null
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  const [low, high] = [sorted[Math.floor(middle)] ?? 0, sorted[Math.ceil(middle)] ?? 0]
  return (low + high) / 2
}

/** Centre and spread of a group that a few odd members do not move: median, and median distance from it. */
export interface RobustSpread {
  readonly centre: number
  readonly mad: number
}

export function measureSpread(values: readonly number[]): RobustSpread | null {
  const centre = median(values)
  return centre === null ? null : { centre, mad: median(values.map((value) => Math.abs(value - centre))) ?? 0 }
}

/** How far a value lies from the group, in robust standard deviations (Iglewicz–Hoaglin); null when the group does not differ at all. */
export function robustZ(value: number, { centre, mad }: RobustSpread): number | null {
  return mad === 0 ? null : (0.6745 * (value - centre)) / mad
}
