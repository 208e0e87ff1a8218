import type { Rulebook } from './compile.ts'
import { findShape } from './find-shapes.ts'
import { findTerms, type Hit } from './find-terms.ts'
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

/** The hits of a field by list, each sorted by start. Shapes are looked for when they are first asked for. */
export class FieldHits {
  private readonly found: Map<string, readonly Hit[]>
  private readonly findShape: (name: string) => readonly Hit[]

  constructor(terms: Map<string, readonly Hit[]>, findShapeNamed: (name: string) => readonly Hit[]) {
    this.found = terms
    this.findShape = findShapeNamed
  }

  get(list: string): readonly Hit[] | undefined {
    const known = this.found.get(list)
    if (known !== undefined || !list.startsWith('@')) return known
    const hits = this.findShape(list)
    this.found.set(list, hits)
    return hits
  }

  has(list: string): boolean {
    return (this.get(list)?.length ?? 0) > 0
  }

  /** The lists with hits, shapes only if they were asked for. */
  lists(): Iterable<string> {
    return this.found.keys()
  }
}

/** Searches a field for every word list and shape the rulebook knows. */
export function scanField(field: 'title' | 'text', original: string, { rulebook, names = [] }: ScanRequest): FieldScan {
  const folded = fold(original)
  const found = findTerms(rulebook.terms, folded)
  const shelters = findShelters(found, folded, { rulebook, names })
  const hits = new Map<string, Hit[]>()
  for (const hit of found) {
    if (shelters.length > 0 && isSheltered(hit, shelters, rulebook)) continue
    const list = hits.get(hit.list)
    if (list) list.push(hit)
    else hits.set(hit.list, [hit])
  }
  let sentences: Int32Array | null = null
  return {
    field,
    original,
    folded,
    hits: new FieldHits(hits, (name) => findShape(name, folded, original)),
    get sentences() {
      sentences ??= numberSentences(folded.text)
      return sentences
    },
  }
}

function findShelters(found: readonly Hit[], folded: Folded, { rulebook, names }: Required<ScanRequest>): Stretch[] {
  const fixed: Stretch[] = found.filter((hit) => rulebook.protecting.has(hit.list))
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

function isSheltered(hit: Hit, shelters: readonly Stretch[], rulebook: Rulebook): boolean {
  if (rulebook.protecting.has(hit.list)) return false
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
