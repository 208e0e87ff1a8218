/** One group of the audience and its share in each observation, newest first; null where that observation does not say. */
export interface ShareRow {
  readonly name: string
  readonly shares: readonly (number | null)[]
}

const MOST_ROWS = 10
type Shares = Readonly<Record<string, number>>

/** Puts several observations of one trait beside each other: the largest groups of the newest first, ages in their own order. */
export function listShareRows(observations: readonly Shares[]): ShareRow[] {
  const names = [...new Set(observations.flatMap((shares) => Object.keys(shares)))]
  const rows = names.map((name) => ({ name, shares: observations.map((shares) => shares[name] ?? null) }))
  const isAges = names.length > 1 && names.every((name) => /^[<>]?\d+/.test(name))
  const sorted = isAges
    ? rows.toSorted((a, b) => firstNumber(a.name) - firstNumber(b.name))
    : rows.toSorted((a, b) => (b.shares[0] ?? -1) - (a.shares[0] ?? -1))
  return sorted.slice(0, MOST_ROWS)
}

function firstNumber(name: string): number {
  const number = Number(/\d+/.exec(name)?.[0] ?? 0)
  return name.startsWith('<') ? number - 1 : number
}
