import { fold, type Folded } from './fold.ts'
import { COMMON_CHARACTERS } from './scan/data/common-characters.ts'
import type { HitList } from './scan/hit-list.ts'
import { TermScanner } from './scan/term-scanner.ts'
import { buildTermTable } from './scan/term-table.ts'

/** A word list named `list` has a term at `[start, end)` of the folded text. */
export interface Hit {
  readonly list: string
  readonly start: number
  readonly end: number
}

/** All terms of all lists, ready to be found. */
export interface TermFinder {
  readonly scanner: TermScanner
  /** The lists by number. */
  readonly names: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  /** The lists that hold a term, by its number in the table. */
  readonly lists: readonly (readonly number[])[]
  /** The lists that a term is a hit of when something only sounds like it. */
  readonly heardLists: readonly (readonly number[])[]
}

/** Terms of a list; with `heardAs` they are also found by their sound, as hits of that list. */
export interface TermSource {
  readonly id: string
  readonly terms: readonly string[]
  readonly heardAs?: string | null
}

/** Spells out `最{好,强}` as 最好 and 最强; groups multiply. */
export function expandTerm(term: string): string[] {
  const open = term.indexOf('{')
  const close = term.indexOf('}', open)
  if (open < 0 || close < 0) return [term]
  const rest = expandTerm(term.slice(close + 1))
  return term
    .slice(open + 1, close)
    .split(',')
    .flatMap((choice) => rest.map((tail) => term.slice(0, open) + choice + tail))
}

/** Makes the terms of lists ready. Those that fold to nothing are left out. */
export function plantTerms(sources: Iterable<TermSource>): TermFinder {
  const numbers = new Map<string, number>()
  const holders = new Map<string, Set<number>>()
  const hearers = new Map<string, Set<number>>()
  for (const { id, terms, heardAs = null } of sources) {
    const list = numberList(numbers, id)
    const heard = heardAs === null ? null : numberList(numbers, heardAs)
    for (const term of terms.flatMap(expandTerm).map((each) => fold(each).text)) {
      addTo(holders, term, list)
      if (heard !== null) addTo(hearers, term, heard)
    }
  }
  const table = buildTermTable(holders.keys(), { isEvadable: (term) => hearers.has(term) })
  const listsIn = (lists: ReadonlyMap<string, ReadonlySet<number>>) => table.terms.map((term) => [...(lists.get(term) ?? [])])
  return { scanner: new TermScanner(table), names: [...numbers.keys()], numbers, lists: listsIn(holders), heardLists: listsIn(hearers) }
}

function numberList(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? numbers.size
  numbers.set(id, number)
  return number
}

function addTo(lists: Map<string, Set<number>>, term: string, list: number): void {
  const known = lists.get(term)
  if (known) known.add(list)
  else lists.set(term, new Set([list]))
}

/** What was found, by start, as three columns: most of it is never asked for, so it does not become objects. */
export interface FoundTerms {
  readonly lists: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/** Every term at every place, by start: contained terms are found too, and what sounds like one of those that may be heard. */
export function findTerms({ scanner, lists, heardLists }: TermFinder, folded: Folded): FoundTerms {
  const found = scanner.scanFolded(folded)
  const columns = { lists: new Array<number>(), starts: new Array<number>(), ends: new Array<number>() }
  for (let index = 0; index < found.length; index += 1) {
    const term = found.term(index)
    if (found.isBySound(index) && !isDisguise(found, index, { said: scanner.terms[term] ?? '', folded })) continue
    for (const list of (found.isBySound(index) ? heardLists : lists)[term] ?? []) {
      columns.lists.push(list)
      columns.starts.push(found.start(index))
      columns.ends.push(found.end(index))
    }
  }
  return columns
}

const common = new Set(COMMON_CHARACTERS)

// Common characters meet by chance (因为新品), and a word that the rulebook knows is that word.
function isDisguise(found: HitList, index: number, { said, folded }: { said: string; folded: Folded }): boolean {
  const [start, end] = [found.start(index), found.end(index)]
  const written = folded.text.slice(start, end)
  if (written.length === said.length && Array.from(written).some((sign, at) => sign !== said[at] && common.has(sign))) return false
  for (let other = index - 1; other >= 0 && found.start(other) === start; other -= 1)
    if (!found.isBySound(other) && found.end(other) === end) return false
  return true
}
