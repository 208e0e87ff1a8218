import { SHAPE_NAMES } from './find-shapes.ts'
import { fold, type Folded } from './fold.ts'
import { COMMON_CHARACTERS } from './scan/data/common-characters.ts'
import type { HitList } from './scan/hit-list.ts'
import { TermScanner } from './scan/term-scanner.ts'
import { buildFoldedTable } from './scan/term-table.ts'

/** All terms of all lists, ready to be found. */
export interface TermFinder {
  readonly scanner: TermScanner
  /** The lists by number; behind the lists of words come the shapes. */
  readonly names: readonly string[]
  readonly numbers: ReadonlyMap<string, number>
  readonly firstShape: number
  /** The lists that hold a term, by its number in the table. */
  readonly lists: readonly (readonly number[])[]
  /** The lists that a term is a hit of when something only sounds like it. */
  readonly heardLists: readonly (readonly number[])[]
  /** By number of the term, 1 when a list that protects holds it. */
  readonly shelters: Uint8Array
  /** Numbers of the lists whose words shelter the terms inside them. */
  readonly protecting: ReadonlySet<number>
}

/** Terms of a list; with `heardAs` they are also found by their sound, as hits of that list. */
export interface TermSource {
  readonly id: string
  readonly terms: readonly string[]
  readonly heardAs?: string | null
  /** No hit of another list counts inside its words. */
  readonly protects?: boolean
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

const NONE: readonly number[] = []

/** Makes the terms of lists ready. Those that fold to nothing are left out. */
export function plantTerms(sources: Iterable<TermSource>): TermFinder {
  const numbers = new Map<string, number>()
  const holders = new Map<string, number[]>()
  const hearers = new Map<string, number[]>()
  const protecting = new Set<number>()
  for (const { id, terms, heardAs = null, protects = false } of sources) {
    const list = numberList(numbers, id)
    if (protects) protecting.add(list)
    const heard = heardAs === null ? null : numberList(numbers, heardAs)
    for (const term of terms.flatMap(expandTerm).map((each) => fold(each).text)) {
      if (term === '') continue
      addTo(holders, term, list)
      if (heard !== null) addTo(hearers, term, heard)
    }
  }
  const table = buildFoldedTable([...holders.keys()], { isEvadable: (term) => hearers.has(term) })
  const listsIn = (lists: ReadonlyMap<string, readonly number[]>) => table.terms.map((term) => lists.get(term) ?? NONE)
  const [lists, heardLists] = [listsIn(holders), listsIn(hearers)]
  const firstShape = numbers.size
  for (const shape of SHAPE_NAMES) numberList(numbers, shape)
  const isProtecting = (list: number) => protecting.has(list)
  return {
    scanner: new TermScanner(table),
    names: [...numbers.keys()],
    numbers,
    firstShape,
    lists,
    heardLists,
    shelters: Uint8Array.from(lists, (of, term) => Number(of.some(isProtecting) || (heardLists[term] ?? []).some(isProtecting))),
    protecting,
  }
}

function numberList(numbers: Map<string, number>, id: string): number {
  const number = numbers.get(id) ?? numbers.size
  numbers.set(id, number)
  return number
}

function addTo(lists: Map<string, number[]>, term: string, list: number): void {
  const known = lists.get(term)
  if (known === undefined) lists.set(term, [list])
  else if (!known.includes(list)) known.push(list)
}

/** Every term at every place, by start: contained terms are found too, and what sounds like one of those that may be heard. */
export function findTerms({ scanner }: TermFinder, folded: Folded): HitList {
  const found = scanner.scanFolded(folded)
  for (let index = 0; index < found.length; index += 1)
    if (found.isBySound(index) && !isDisguise(found, index, { said: scanner.terms[found.term(index)] ?? '', folded })) found.strike(index)
  return found
}

/** The lists that one of the terms found is a hit of. */
export function listsAt({ lists, heardLists }: TermFinder, found: HitList, index: number): readonly number[] {
  if (found.isStruck(index)) return NONE
  return (found.isBySound(index) ? heardLists : lists)[found.term(index)] ?? NONE
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
