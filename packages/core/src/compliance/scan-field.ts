import type { Rulebook } from './compile.ts'
import { findShapes } from './find-shapes.ts'
import { findTerms, type Hit } from './find-terms.ts'
import { BREAK, fold, type Folded } from './fold.ts'
import { findAround } from './neighbours.ts'

type Stretch = Pick<Hit, 'start' | 'end'>

/** One field of a draft, folded and searched once for all rules. */
export interface FieldScan {
  readonly field: 'title' | 'text'
  readonly original: string
  readonly folded: Folded
  readonly hits: ReadonlyMap<string, readonly Hit[]>
  /** Number of the sentence each folded unit stands in. */
  readonly sentences: readonly number[]
}

/** What to search with; `names` are the brand's own words, inside which no term counts. */
export interface ScanRequest {
  readonly rulebook: Rulebook
  readonly names?: readonly string[]
}

/** Searches a field for every word list and shape the rulebook knows. */
export function scanField(field: 'title' | 'text', original: string, { rulebook, names = [] }: ScanRequest): FieldScan {
  const folded = fold(original)
  const found = findTerms(rulebook.terms, folded)
  const fixed = found.filter((hit) => rulebook.protecting.has(hit.list))
  const shelters = [...fixed, ...names.flatMap((name) => findName(folded, name))].sort((a, b) => a.start - b.start)
  const hits = new Map<string, Hit[]>()
  for (const hit of [...found.filter((term) => !isSheltered(term, shelters, rulebook)), ...findShapes(folded, original)]) {
    const list = hits.get(hit.list)
    if (list) list.push(hit)
    else hits.set(hit.list, [hit])
  }
  return { field, original, folded, hits, sentences: numberSentences(folded.text) }
}

function findName(folded: Folded, name: string): Stretch[] {
  const sought = fold(name).text
  if (sought === '') return []
  const places: Stretch[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1))
    places.push({ start: at, end: at + sought.length })
  return places
}

function isSheltered(hit: Hit, shelters: readonly Stretch[], rulebook: Rulebook): boolean {
  if (rulebook.protecting.has(hit.list)) return false
  // Longer than the hit: a word may be a term and an everyday word at once (加盟).
  const covers = (shelter: Stretch) =>
    shelter.start <= hit.start && hit.end <= shelter.end && shelter.end - shelter.start > hit.end - hit.start
  return findAround(shelters, { position: hit.start, window: 40 }, covers) !== undefined
}

function numberSentences(text: string): number[] {
  let sentence = 0
  return text.split('').map((unit) => {
    if (unit === BREAK) sentence += 1
    return sentence
  })
}
