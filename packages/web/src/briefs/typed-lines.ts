/** One entry per line, blank lines dropped: how lists are typed. */
export function readLines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
}

interface KeptLines<T> {
  readonly items: readonly T[]
  readonly textOf: (item: T) => string
  readonly make: (text: string, old: T | null) => T
}

/** Typed lines back into items: a line that stood before keeps its item, one changed in place keeps its id. */
export function keepLines<T>(lines: readonly string[], { items, textOf, make }: KeptLines<T>): T[] {
  const hasLeft = (item: T | undefined): item is T => item !== undefined && !lines.includes(textOf(item))
  return lines.map((line, place) => {
    const same = items.find((item) => textOf(item) === line)
    if (same !== undefined && lines.indexOf(line) === place) return same
    const there = items[place]
    return make(line, hasLeft(there) ? there : null)
  })
}
