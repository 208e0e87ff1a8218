/**
 * A trie in two arrays, which lie as pairs in one: `cells[2 * s]` is the base of state `s`, `cells[2 * s + 1]` its check. The child of
 * `s` by symbol `c` is the state `base + c` when its check says `s`. State 0 is the root; a state without children has base 0.
 */
export interface DoubleArray {
  readonly cells: Int32Array
  /** Number of the sequence that ends in a state, counted from 1; 0 where none ends. */
  readonly ends: Int32Array
}

interface Range {
  readonly state: number
  readonly from: number
  readonly to: number
  readonly depth: number
}

const FREE = -1

/** Cells of the array; the free ones are linked both ways. */
class Cells {
  base: Int32Array
  check: Int32Array
  ends: Int32Array
  next: Int32Array
  previous: Int32Array
  /** Highest cell in use. */
  top = 0
  /** A free cell to begin looking at. */
  hint: number
  /** The last free cell. */
  tail: number

  constructor(size: number, hint: number) {
    this.base = new Int32Array(size)
    this.check = new Int32Array(size).fill(FREE)
    this.ends = new Int32Array(size)
    this.next = new Int32Array(size)
    this.previous = new Int32Array(size)
    for (let cell = 0; cell < size; cell += 1) {
      this.next[cell] = cell + 1
      this.previous[cell] = cell - 1
    }
    this.hint = hint
    this.tail = size - 1
  }

  reserve(size: number): void {
    const old = this.base.length
    if (size <= old) return
    const grown = new Cells(Math.max(size, old * 2), this.hint)
    grown.base.set(this.base)
    grown.check.set(this.check)
    grown.ends.set(this.ends)
    grown.next.set(this.next)
    grown.previous.set(this.previous)
    grown.previous[old] = this.tail
    const { base, check, ends, next, previous, tail } = grown
    Object.assign(this, { base, check, ends, next, previous, tail })
  }

  take(cell: number, parent: number): void {
    const [before, after] = [this.previous[cell] ?? 0, this.next[cell] ?? 0]
    if (cell === this.hint) this.hint = after
    if (cell === this.tail) this.tail = before
    this.reserve(after + 1)
    this.next[before] = after
    this.previous[after] = before
    this.check[cell] = parent
    if (cell > this.top) this.top = cell
  }
}

// A search that failed this often begins further up next time: a nearly full stretch is not tried for ever.
const PATIENCE = 24

/** Builds the array from sequences of symbols (1 and up), sorted and without doubles. Cost: about the number of symbols. */
export function buildDoubleArray(sequences: readonly ArrayLike<number>[], symbols: number): DoubleArray {
  // Children lie above all symbols, so that no base is below zero.
  const cells = new Cells(Math.max(1024, symbols * 2), symbols + 1)
  cells.take(0, 0)
  const waiting: Range[] = [{ state: 0, from: 0, to: sequences.length, depth: 0 }]
  for (let range = waiting.pop(); range !== undefined; range = waiting.pop()) {
    const children = splitRange(sequences, range)
    if ((sequences[range.from]?.length ?? -1) === range.depth) cells.ends[range.state] = range.from + 1
    if (children.length === 0) continue
    const base = findBase(cells, children)
    cells.base[range.state] = base
    for (const { symbol, from, to } of children) {
      cells.take(base + symbol, range.state)
      waiting.push({ state: base + symbol, from, to, depth: range.depth + 1 })
    }
  }
  const size = cells.top + symbols + 1
  cells.reserve(size)
  const { base, check, ends } = cells
  return { cells: interleave(base, check, size), ends: ends.slice(0, size) }
}

function interleave(base: Int32Array, check: Int32Array, size: number): Int32Array {
  const cells = new Int32Array(2 * size)
  for (let state = 0; state < size; state += 1) {
    cells[2 * state] = base[state] ?? 0
    cells[2 * state + 1] = check[state] ?? 0
  }
  return cells
}

interface Child {
  readonly symbol: number
  readonly from: number
  readonly to: number
}

function splitRange(sequences: readonly ArrayLike<number>[], { from, to, depth }: Range): Child[] {
  const children: Child[] = []
  let at = (sequences[from]?.length ?? 0) === depth ? from + 1 : from
  while (at < to) {
    const symbol = sequences[at]?.[depth] ?? 0
    const start = at
    while (at < to && sequences[at]?.[depth] === symbol) at += 1
    children.push({ symbol, from: start, to: at })
  }
  return children
}

function findBase(cells: Cells, children: readonly Child[]): number {
  const first = children[0]?.symbol ?? 0
  const last = children.at(-1)?.symbol ?? 0
  let cell = cells.hint
  for (let tries = 0; ; tries += 1) {
    const base = cell - first
    cells.reserve(base + last + 1)
    if (children.every(({ symbol }) => cells.check[base + symbol] === FREE)) {
      if (tries > PATIENCE) cells.hint = cell
      return base
    }
    cell = cells.next[cell] ?? 0
  }
}
