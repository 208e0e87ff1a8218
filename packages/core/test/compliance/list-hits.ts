import { findTerms, listsAt, type TermFinder } from '../../src/compliance/find-terms.ts'
import type { Folded } from '../../src/compliance/fold.ts'

/** Every hit of every list, by start: a term that two lists hold is a hit of both. */
export function listHits(finder: TermFinder, folded: Folded): { list: string; start: number; end: number }[] {
  const found = findTerms(finder, folded)
  return Array.from({ length: found.length }, (_, index) =>
    listsAt(finder, found, index).map((list) => ({ list: finder.names[list] ?? '', start: found.start(index), end: found.end(index) })),
  ).flat()
}
