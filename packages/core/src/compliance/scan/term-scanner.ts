import { fold, type Folded } from '../fold.ts'
import { HitList } from './hit-list.ts'
import * as filtering from './pair-filter.ts'
import { hasMeaningfulPair, isInsidePair, isLatinAt, isLatinBefore, isMeaningfulPair } from './pairs.ts'
import type { TermTable } from './term-table.ts'
import * as layout from './word-layout.ts'
import type { DoubleArray } from './double-array.ts'

// Copies, as in pair-filter.ts: known to the compiler.
const { CHUNK, HEARD, PairFilter } = filtering
const { MANY, PAIR, SKIP, WIDEST_GAP } = layout

/** A trie and what each unit means in it. */
interface Way {
  readonly trie: DoubleArray
  readonly symbols: Uint16Array
}

/** Finds the terms of a table; one scanner reads one text at a time. */
export class TermScanner {
  /** What the last scan found: by start and then length, at each place those by sound after the others. */
  readonly hits = new HitList()
  private readonly table: TermTable
  private readonly filter: filtering.PairFilter

  constructor(table: TermTable) {
    this.table = table
    this.filter = new PairFilter(table)
  }

  /** The terms, folded; a hit names one by its index. */
  get terms(): readonly string[] {
    return this.table.terms
  }

  /** Finds every term in a text as it was written; spans are UTF-16 units of it. */
  scan(text: string): HitList {
    const { filter } = this
    this.hits.clear()
    filter.restart(false)
    if (text.length <= CHUNK) {
      this.scanShort(text)
      return this.hits
    }
    // Terms that start before `done` were told; those that start at the last two units wait for what follows.
    let done = 0
    let waiting: readonly [number, number] = [0, 0]
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOfChunk(text, from)
      const before = Math.max(done, waiting[0])
      if (to < text.length) waiting = this.lastUnits(text, { from, to }, waiting)
      let count = filter.read(text, from, to)
      if (this.isOdd(text, from, to)) {
        this.scanOdd(text, before, to)
        done = to
        filter.restart(false)
        continue
      }
      if (to === text.length) count = filter.finish(to, count)
      this.verifyWritten(text, done, count)
    }
    return this.hits
  }

  // A comment is one piece: nothing waits for the next.
  private scanShort(text: string): void {
    const count = this.filter.read(text, 0, text.length)
    if (this.isOdd(text, 0, text.length)) this.scanOdd(text, 0, text.length)
    else this.verifyWritten(text, 0, this.filter.finish(text.length, count))
  }

  /** Finds every term in a folded text; spans are units of `folded.text`, and what was dropped between two units does not matter. */
  scanFolded(folded: Folded): HitList {
    const { filter } = this
    const { evasion } = this.table
    const { text } = folded
    this.hits.clear()
    filter.restart(true)
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = Math.min(text.length, from + CHUNK)
      let count = filter.read(text, from, to)
      if (to === text.length) count = filter.finish(to, count)
      for (let index = 0; index < count; index += 1) {
        const candidate = filter.candidates[index] ?? 0
        const start = (candidate >> 1) - 2
        if (start < 0) continue
        this.walkFolded(folded, start, this.table)
        if (evasion !== null && (candidate & HEARD) !== 0) this.walkFolded(folded, start, evasion)
      }
    }
    return this.hits
  }

  // Looks no further back than the piece itself: a long run of noise would be gone over again for every piece.
  private lastUnits(
    text: string,
    { from, to }: { from: number; to: number },
    earlier: readonly [number, number],
  ): readonly [number, number] {
    const last = this.stepBack(text, to, from)
    if (last < from) return earlier
    const before = this.stepBack(text, last, from)
    return [before < from ? earlier[1] : before, last]
  }

  /** The unit before a place that is not dropped; before `first` it does not look. */
  private stepBack(text: string, from: number, first: number): number {
    const { words } = this.table
    let at = from - 1
    while (at >= first && ((words[text.charCodeAt(at)] ?? 0) & SKIP) !== 0) at -= 1
    return at
  }

  private isOdd(text: string, from: number, to: number): boolean {
    const { seen } = this.filter
    if ((seen & MANY) !== 0) return true
    return (seen & PAIR) !== 0 && hasMeaningfulPair(text, from, to)
  }

  private verifyWritten(text: string, done: number, count: number): void {
    const { table, hits } = this
    for (let index = 0; index < count; index += 1) {
      const candidate = this.filter.candidates[index] ?? 0
      const start = this.stepBack(text, this.stepBack(text, candidate >> 1, 0), 0)
      if (start < done) continue
      const before = hits.length
      const evasion = (candidate & HEARD) === 0 ? null : table.evasion
      if (this.walkWritten(text, start, table) && (evasion === null || this.walkWritten(text, start, evasion))) continue
      hits.length = before
      this.scanOdd(text, start, start + 1)
    }
  }

  /** Follows a trie over a text as it was written; false when it meets what only folding can read. */
  private walkWritten(text: string, start: number, way: Way): boolean {
    const { symbols } = way
    const { cells, ends } = way.trie
    const { words } = this.table
    let [state, base, at] = [0, cells[0] ?? 0, start]
    for (;;) {
      const child = base + (symbols[text.charCodeAt(at)] ?? 0)
      if (cells[2 * child + 1] !== state) return true
      state = child
      base = cells[2 * state] ?? 0
      at += 1
      const number = ends[state] ?? 0
      if (number > 0 && isWholeWritten(text, start, at)) this.tell(way, number, { start, end: at })
      if (base === 0) return true
      for (const last = at + WIDEST_GAP; ; at += 1) {
        const word = words[text.charCodeAt(at)] ?? 0
        if ((word & MANY) !== 0 || ((word & PAIR) !== 0 && isMeaningfulPair(text, at))) return false
        if ((word & SKIP) === 0) break
        if (at === last) return true
      }
    }
  }

  private walkFolded(folded: Folded, start: number, way: Way): void {
    const { symbols } = way
    const { cells, ends } = way.trie
    const { text } = folded
    let [state, base, at] = [0, cells[0] ?? 0, start]
    for (;;) {
      const child = base + (symbols[text.charCodeAt(at)] ?? 0)
      if (cells[2 * child + 1] !== state) return
      state = child
      base = cells[2 * state] ?? 0
      at += 1
      const number = ends[state] ?? 0
      if (number > 0 && isWholeFolded(folded, start, at)) this.tell(way, number, { start, end: at })
    }
  }

  private tell(way: Way, number: number, { start, end }: { start: number; end: number }): void {
    const { evasion } = this.table
    if (way !== evasion) this.hits.push(number - 1, start, end)
    else
      for (const term of evasion.terms[number - 1] ?? []) if (!this.hits.endsWith(term, start, end)) this.hits.pushBySound(term, start, end)
  }

  /** Tells the terms that start in a stretch with signs that stand for several units, by folding it. */
  private scanOdd(text: string, from: number, to: number): void {
    const first = Math.max(0, from - (isInsidePair(text, from - 2) ? 3 : 2))
    const folded = fold(text.slice(first, to + this.table.reach))
    const inner = new TermScanner(this.table).scanFolded(folded)
    for (let index = 0; index < inner.length; index += 1) {
      const [start, end] = [inner.start(index), inner.end(index)]
      const written = first + (folded.starts[start] ?? 0)
      if (written >= from && written < to && isDense(folded, start, end))
        this.hits.copy(inner, index, { start: written, end: first + (folded.ends[end - 1] ?? 0) })
    }
  }
}

function endOfChunk(text: string, from: number): number {
  const end = Math.min(text.length, from + CHUNK)
  return isInsidePair(text, end) ? end + 1 : end
}

function isDense({ starts, ends }: Folded, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) if ((starts[at] ?? 0) - (ends[at - 1] ?? 0) > WIDEST_GAP) return false
  return true
}

// "vx" in "devx" is another word; "v x" and "加vx8" are not.
function isWholeWritten(text: string, start: number, end: number): boolean {
  if (start > 0 && isLatinAt(text, start) && isLatinBefore(text, start)) return false
  return !(end < text.length && isLatinBefore(text, end) && isLatinAt(text, end))
}

function isWholeFolded(folded: Folded, start: number, end: number): boolean {
  const { text } = folded
  const joinsBefore = isLatin(text, start) && isLatin(text, start - 1) && folded.gaps[start] !== 1
  const joinsAfter = isLatin(text, end - 1) && isLatin(text, end) && folded.gaps[end] !== 1
  return !joinsBefore && !joinsAfter
}

function isLatin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x61 && unit <= 0x7a
}
