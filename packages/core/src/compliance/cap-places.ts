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
  for (const place of places) counts.set(ruleOf(place), (counts.get(ruleOf(place)) ?? 0) + 1)
  const told = new Map<string, number>()
  return places.flatMap((one) => {
    const number = (told.get(ruleOf(one)) ?? 0) + 1
    told.set(ruleOf(one), number)
    if (number > MOST_PLACES) return []
    return [{ one, furtherPlaces: number === MOST_PLACES ? (counts.get(ruleOf(one)) ?? 0) - MOST_PLACES : 0 }]
  })
}

/** The sentence behind the last place told, or null when all were. */
export function tellFurther(furtherPlaces: number): Localized | null {
  if (furtherPlaces === 0) return null
  return say(`This rule hits ${furtherPlaces} further places, not listed.`, `该规则另有 ${furtherPlaces} 处命中，未列出。`)
}
