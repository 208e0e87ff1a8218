/** A piece of the folded text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

// A hostile text may hold a hundred thousand hits; looking at the nearest few keeps every question cheap.
const REACH = 32

/** Index of the first stretch that starts at or after a position; stretches are sorted by start. */
export function firstFrom(sorted: readonly Stretch[], position: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.start ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

/** Where to look: around `position`, at starts from `first` to `last`. */
export interface Around {
  readonly position: number
  readonly first: number
  readonly last: number
}

/** The stretch with the nearest start that satisfies a test; looks at 32 on either side at most. */
export function findAround<T extends Stretch>(
  sorted: readonly T[],
  { position, first, last }: Around,
  test: (stretch: T) => boolean,
): T | undefined {
  const middle = firstFrom(sorted, position)
  for (let step = 0; step < REACH; step += 1) {
    const after = sorted[middle + step]
    const before = sorted[middle - 1 - step]
    const isAfterNear = after !== undefined && after.start <= last
    const isBeforeNear = before !== undefined && before.start >= first
    if (isAfterNear && test(after)) return after
    if (isBeforeNear && test(before)) return before
    if (!isAfterNear && !isBeforeNear) return undefined
  }
  return undefined
}

/** Leaves out stretches that lie inside another; the longer one of two that start together stays. */
export function dropContained<T extends Stretch>(stretches: readonly T[]): T[] {
  let reached = -1
  return sortBy(stretches, (a, b) => a.start - b.start || b.end - a.end).filter(({ end }) => {
    if (end <= reached) return false
    reached = end
    return true
  })
}

/** Sorts what is not in order yet; what is found from left to right mostly is. */
export function sortBy<T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] {
  for (let at = 1; at < list.length; at += 1) {
    const [before, after] = [list[at - 1], list[at]]
    if (before !== undefined && after !== undefined && compare(before, after) > 0) return [...list].sort(compare)
  }
  return list
}
