import type { Rulebook } from './compile.ts'
import { findShapes } from './find-shapes.ts'
import { findTerms, type Hit } from './find-terms.ts'
import { BREAK, fold, type Folded } from './fold.ts'

/** One field of a draft, folded and searched once for all rules. */
export interface FieldScan {
  readonly field: 'title' | 'text'
  readonly original: string
  readonly folded: Folded
  readonly hits: ReadonlyMap<string, readonly Hit[]>
  /** Number of the sentence each folded unit stands in. */
  readonly sentences: readonly number[]
}

/** Searches a field for every word list and shape the rulebook knows. */
export function scanField(field: 'title' | 'text', original: string, rulebook: Rulebook): FieldScan {
  const folded = fold(original)
  const found = findTerms(rulebook.terms, folded)
  const shelters = found.filter((hit) => rulebook.protecting.has(hit.list))
  const hits = new Map<string, Hit[]>()
  for (const hit of [...found.filter((term) => !isSheltered(term, shelters, rulebook)), ...findShapes(folded, original)]) {
    const list = hits.get(hit.list)
    if (list) list.push(hit)
    else hits.set(hit.list, [hit])
  }
  return { field, original, folded, hits, sentences: numberSentences(folded.text) }
}

function isSheltered(hit: Hit, shelters: readonly Hit[], rulebook: Rulebook): boolean {
  if (rulebook.protecting.has(hit.list)) return false
  return shelters.some((shelter) => shelter.start <= hit.start && hit.end <= shelter.end)
}

function numberSentences(text: string): number[] {
  let sentence = 0
  return text.split('').map((unit) => {
    if (unit === BREAK) sentence += 1
    return sentence
  })
}
