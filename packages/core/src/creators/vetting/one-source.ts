/** A number that a source counted on a day. */
interface Counted {
  readonly day: string
  readonly source?: string | null | undefined
}

/**
 * What one source counted, the one that did on most days, the first of equals: the difference of what two sources count is nobody's
 * growth.
 */
export function ofOneSource<T extends Counted>(counts: readonly T[]): T[] {
  const bySource = new Map<string, T[]>()
  for (const count of counts) {
    const held = bySource.get(count.source ?? '')
    if (held === undefined) bySource.set(count.source ?? '', [count])
    else held.push(count)
  }
  const daysOf = (some: readonly T[]) => new Set(some.map(({ day }) => day)).size
  return [...bySource.values()].toSorted((a, b) => daysOf(b) - daysOf(a))[0] ?? []
}
