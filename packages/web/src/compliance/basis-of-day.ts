/** How a start day is known. The rulebook says it in free English; a Chinese reader gets its kind. */
export type DayBasis = 'month' | 'memory' | 'inferred' | 'lowerBound' | 'reported' | 'unknown'

// The first that fits tells; a day that was read in the text needs no word.
const BASES: readonly (readonly [RegExp, DayBasis | null])[] = [
  [/^read \(month/, 'month'],
  [/^memory/, 'memory'],
  [/inferred/, 'inferred'],
  [/copy date|page date|page undated|lower bound/, 'lowerBound'],
  [/report|measured|expected|one source|date of/, 'reported'],
  [/^read/, null],
]

/** Null where the day itself was read, so that nothing needs to be said. */
export function basisOfDay(confidence: string | null): DayBasis | null {
  if (confidence === null || confidence === '') return null
  const known = BASES.find(([pattern]) => pattern.test(confidence))
  return known === undefined ? 'unknown' : known[1]
}
