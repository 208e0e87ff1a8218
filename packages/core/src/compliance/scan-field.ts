import type { Rulebook } from './compile.ts'
import { FieldHits } from './field-hits.ts'
import { findShape } from './find-shapes.ts'
import { findTerms, type FoundTerms } from './find-terms.ts'
import { BREAK, fold, type Folded } from './fold.ts'
import { Shelters, type Stretch } from './shelters.ts'

/** One field of a draft, folded and searched once for all rules. */
export interface FieldScan {
  readonly field: 'title' | 'text'
  readonly original: string
  readonly folded: Folded
  readonly hits: FieldHits
  /** Number of the sentence each folded unit stands in; worked out when first asked for. */
  readonly sentences: Int32Array
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
  const shelters = new Shelters(findShelters(found, folded, { rulebook, names }))
  const isMeant = (list: number, start: number, end: number) => rulebook.protecting.has(list) || !shelters.cover(start, end)
  let sentences: Int32Array | null = null
  return {
    field,
    original,
    folded,
    hits: new FieldHits(rulebook.terms, { found, isMeant, findShape: (name) => findShape(name, folded, original) }),
    get sentences() {
      sentences ??= numberSentences(folded.text)
      return sentences
    },
  }
}

function findShelters({ lists, starts, ends }: FoundTerms, folded: Folded, { rulebook, names }: Required<ScanRequest>): Stretch[] {
  const fixed: Stretch[] = []
  for (const [index, list] of lists.entries())
    if (rulebook.protecting.has(list)) fixed.push({ start: starts[index] ?? 0, end: ends[index] ?? 0 })
  if (names.length === 0) return fixed
  return [...fixed, ...names.flatMap((name) => findName(folded, name))].sort((a, b) => a.start - b.start)
}

function findName(folded: Folded, name: string): Stretch[] {
  const sought = fold(name).text
  if (sought === '') return []
  const places: Stretch[] = []
  for (let at = folded.text.indexOf(sought); at >= 0; at = folded.text.indexOf(sought, at + 1))
    places.push({ start: at, end: at + sought.length })
  return places
}

function numberSentences(text: string): Int32Array {
  const numbers = new Int32Array(text.length)
  const end = BREAK.charCodeAt(0)
  let sentence = 0
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === end) sentence += 1
    numbers[at] = sentence
  }
  return numbers
}
