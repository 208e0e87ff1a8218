/** Items by key, each group in the order of the list. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const held = groups.get(keyOf(item))
    if (held === undefined) groups.set(keyOf(item), [item])
    else held.push(item)
  }
  return groups
}
