import { fold, type Folded } from './fold.ts'
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
  /** The lists that hold a term, by its number in the table. */
  readonly lists: readonly (readonly string[])[]
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

/** Makes terms ready from `[list, terms]` pairs. Terms that fold to nothing are left out. */
export function plantTerms(lists: Iterable<readonly [string, readonly string[]]>): TermFinder {
  const holders = new Map<string, Set<string>>()
  for (const [list, terms] of lists)
    for (const term of terms.flatMap(expandTerm)) {
      const folded = fold(term).text
      const known = holders.get(folded)
      if (known) known.add(list)
      else holders.set(folded, new Set([list]))
    }
  const table = buildTermTable(holders.keys())
  return { scanner: new TermScanner(table), lists: table.terms.map((term) => [...(holders.get(term) ?? [])]) }
}

/** Every term at every place, by start and then length: contained terms are found too. */
export function findTerms({ scanner, lists }: TermFinder, folded: Folded): Hit[] {
  const found = scanner.scanFolded(folded)
  const hits: Hit[] = []
  for (let index = 0; index < found.length; index += 1)
    for (const list of lists[found.term(index)] ?? []) hits.push({ list, start: found.start(index), end: found.end(index) })
  return hits
}
