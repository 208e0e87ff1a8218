import { fold, type Folded } from './fold.ts'

/** A word list named `list` has a term at `[start, end)` of the folded text. */
export interface Hit {
  readonly list: string
  readonly start: number
  readonly end: number
}

interface Node {
  next: Map<number, Node> | null
  lists: string[] | null
}

/** All terms of all lists, folded, as one tree of characters. */
export interface TermTree {
  readonly root: Node
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

/** Builds the tree from `[list, terms]` pairs. Terms that fold to nothing are left out. */
export function plantTerms(lists: Iterable<readonly [string, readonly string[]]>): TermTree {
  const root: Node = { next: null, lists: null }
  for (const [list, terms] of lists) for (const term of terms.flatMap(expandTerm)) plantTerm(root, list, fold(term).text)
  return { root }
}

function plantTerm(root: Node, list: string, term: string): void {
  if (term === '') return
  let node = root
  for (let index = 0; index < term.length; index += 1) {
    const unit = term.charCodeAt(index)
    node.next ??= new Map()
    const child = node.next.get(unit) ?? { next: null, lists: null }
    node.next.set(unit, child)
    node = child
  }
  node.lists ??= []
  if (!node.lists.includes(list)) node.lists.push(list)
}

/** Every term at every place, by start and then length: contained terms are found too. Cost: text × longest term. */
export function findTerms(tree: TermTree, folded: Folded): Hit[] {
  const hits: Hit[] = []
  for (let start = 0; start < folded.text.length; start += 1) collectFrom(tree.root, folded, { start, hits })
  return hits
}

function collectFrom(root: Node, folded: Folded, { start, hits }: { start: number; hits: Hit[] }): void {
  let node: Node | undefined = root
  for (let index = start; index < folded.text.length; index += 1) {
    node = node.next?.get(folded.text.charCodeAt(index))
    if (node === undefined) return
    if (node.lists === null || !isWhole(folded, start, index + 1)) continue
    for (const list of node.lists) hits.push({ list, start, end: index + 1 })
  }
}

// "vx" in "devx" is another word; "v x" and "加vx8" are not.
function isWhole(folded: Folded, start: number, end: number): boolean {
  const joinsBefore = isLatin(folded.text, start) && isLatin(folded.text, start - 1) && !folded.gaps[start]
  const joinsAfter = isLatin(folded.text, end - 1) && isLatin(folded.text, end) && !folded.gaps[end]
  return !joinsBefore && !joinsAfter
}

function isLatin(text: string, index: number): boolean {
  const unit = text.charCodeAt(index)
  return unit >= 97 && unit <= 122
}
