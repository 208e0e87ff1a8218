import { say, type Localized } from '../shared/index.ts'

// A person needs a few places to see what is wrong; a hostile text has a hundred thousand of them.
const MOST_PLACES = 100

/** What is told of a rule: its first places, and how many more there are behind the last one told. */
export interface CappedPlace<T> {
  readonly one: T
  readonly furtherPlaces: number
}

/** Leaves a rule its first hundred places; the last of them says how many were left out. */
export function capPlaces<T>(places: readonly T[], ruleOf: (place: T) => string): CappedPlace<T>[] {
  const counts = new Map<string, number>()
  const told = places.filter((one) => {
    const rule = ruleOf(one)
    const number = (counts.get(rule) ?? 0) + 1
    counts.set(rule, number)
    return number <= MOST_PLACES
  })
  const left = new Map([...counts].map(([rule, count]) => [rule, Math.min(count, MOST_PLACES)]))
  return told.map((one) => {
    const rule = ruleOf(one)
    const after = (left.get(rule) ?? 0) - 1
    left.set(rule, after)
    return { one, furtherPlaces: after === 0 ? Math.max(0, (counts.get(rule) ?? 0) - MOST_PLACES) : 0 }
  })
}

/** The sentence behind the last place told, or null when all were. */
export function tellFurther(furtherPlaces: number): Localized | null {
  if (furtherPlaces === 0) return null
  return say(`This rule hits ${furtherPlaces} further places, not listed.`, `该规则另有 ${furtherPlaces} 处命中，未列出。`)
}
