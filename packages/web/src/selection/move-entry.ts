/** The same entries with one of them at another place; a place that is none changes nothing. */
export function moveEntry<T>(entries: readonly T[], from: number, to: number): T[] {
  const moved = entries[from]
  if (moved === undefined || to < 0 || to >= entries.length) return [...entries]
  return entries.filter((_, place) => place !== from).toSpliced(to, 0, moved)
}
