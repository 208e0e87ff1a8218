import type { Rulebook } from './compile.ts'
import { findShape } from './find-shapes.ts'
import { findTerms, type FoundTerms, type Hit } from './find-terms.ts'
import { BREAK, fold, type Folded } from './fold.ts'
import { findAround } from './neighbours.ts'

type Stretch = Pick<Hit, 'start' | 'end'>

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

/** The hits of a field by list, each sorted by start; made when they are first asked for, and shapes are looked for then. */
export class FieldHits {
  private readonly made = new Map<string, readonly Hit[]>()
  // For each list its starts and ends in turn.
  private readonly places: ReadonlyMap<string, readonly number[]>
  private readonly findShape: (name: string) => readonly Hit[]

  constructor(places: ReadonlyMap<string, readonly number[]>, findShapeNamed: (name: string) => readonly Hit[]) {
    this.places = places
    this.findShape = findShapeNamed
  }

  get(list: string): readonly Hit[] | undefined {
    const known = this.made.get(list)
    if (known !== undefined) return known
    const places = this.places.get(list)
    if (places === undefined && !list.startsWith('@')) return undefined
    const hits = places === undefined ? this.findShape(list) : makeHits(list, places)
    this.made.set(list, hits)
    return hits
  }

  has(list: string): boolean {
    return list.startsWith('@') ? (this.get(list)?.length ?? 0) > 0 : this.places.has(list)
  }

  /** The lists with hits, without shapes. */
  lists(): Iterable<string> {
    return this.places.keys()
  }
}

function makeHits(list: string, places: readonly number[]): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < places.length; at += 2) hits.push({ list, start: places[at] ?? 0, end: places[at + 1] ?? 0 })
  return hits
}

/** Searches a field for every word list and shape the rulebook knows. */
export function scanField(field: 'title' | 'text', original: string, { rulebook, names = [] }: ScanRequest): FieldScan {
  const folded = fold(original)
  const found = findTerms(rulebook.terms, folded)
  const places = sortByList(found, findShelters(found, folded, { rulebook, names }), rulebook)
  let sentences: Int32Array | null = null
  return {
    field,
    original,
    folded,
    hits: new FieldHits(places, (name) => findShape(name, folded, original)),
    get sentences() {
      sentences ??= numberSentences(folded.text)
      return sentences
    },
  }
}

function sortByList({ lists, starts, ends }: FoundTerms, shelters: readonly Stretch[], { protecting }: Rulebook): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [index, list] of lists.entries()) {
    const [start = 0, end = 0] = [starts[index], ends[index]]
    if (shelters.length > 0 && !protecting.has(list) && isSheltered({ start, end }, shelters)) continue
    const known = places.get(list)
    if (known) known.push(start, end)
    else places.set(list, [start, end])
  }
  return places
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

function isSheltered(hit: Stretch, shelters: readonly Stretch[]): boolean {
  // Longer than the hit: a word may be a term and an everyday word at once (加盟).
  const covers = (shelter: Stretch) =>
    shelter.start <= hit.start && hit.end <= shelter.end && shelter.end - shelter.start > hit.end - hit.start
  return findAround(shelters, { position: hit.start, window: 40 }, covers) !== undefined
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
