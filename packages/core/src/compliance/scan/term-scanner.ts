import { fold, type Folded } from '../fold.ts'
import { HitList } from './hit-list.ts'
import { hasMeaningfulPair, isInsidePair, isLatinAt, isLatinBefore, isMeaningfulPair } from './pairs.ts'
import { CODE, MANY, PAIR, SKIP, type TermTable } from './term-table.ts'

// Long enough to be fast, short enough for the compiler to settle on one version of the loop early.
const CHUNK = 1024
/** Between two units of a term at most this much may be dropped. */
const WIDEST_GAP = 8
/** The bits of a filter word that the rolling pair is made of: the code, and whether the unit is a term by itself. */
const KEPT = 0x3ffff
/** What stays of the pair when the next unit comes: what `pairHash` takes of the first, and its own bit. */
const ROLLED = 0x200ff
/** Where the bit of the first unit lies after that. */
const FIRST_ALONE_SHIFT = 26
const SKIP_TO_SIGN = 4

/** Finds the terms of a table; one scanner reads one text at a time. */
export class TermScanner {
  /** What the last scan found, by start and then length. */
  readonly hits = new HitList()
  private readonly table: TermTable
  private readonly candidates = new Int32Array(CHUNK + 4)
  private pair = 0
  private seen = 0

  constructor(table: TermTable) {
    this.table = table
  }

  /** Finds every term in a text as it was written; spans are UTF-16 units of it. */
  scan(text: string): HitList {
    this.hits.clear()
    this.pair = 0
    // Terms that start before `done` were told; those that start at the last two units wait for what follows.
    let done = 0
    let waiting: readonly [number, number] = [0, 0]
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = endOfChunk(text, from)
      const before = Math.max(done, waiting[0])
      waiting = this.lastUnits(text, { from, to }, waiting)
      let count = this.filter(text, { from, to, skip: SKIP })
      if (this.isOdd(text, from, to)) {
        this.scanOdd(text, before, to)
        done = to
        this.pair = 0
        continue
      }
      if (to === text.length) count = this.flush(to, count)
      this.verifyWritten(text, done, count)
    }
    return this.hits
  }

  /** Finds every term in a folded text; spans are units of `folded.text`, and what was dropped between two units does not matter. */
  scanFolded(folded: Folded): HitList {
    this.hits.clear()
    this.pair = 0
    const { text } = folded
    for (let from = 0, to = 0; from < text.length; from = to) {
      to = Math.min(text.length, from + CHUNK)
      let count = this.filter(text, { from, to, skip: 0 })
      if (to === text.length) count = this.flush(to, count)
      for (let index = 0; index < count; index += 1) {
        const start = (this.candidates[index] ?? 0) - 2
        if (start >= 0) this.walkFolded(folded, start)
      }
    }
    return this.hits
  }

  /** Notes the unit two after each place where a term may start; no branch, for Chinese text is full of surprises. */
  private filter(text: string, { from, to, skip }: { from: number; to: number; skip: number }): number {
    const { words, starts } = this.table
    const { candidates } = this
    let [pair, seen, count] = [this.pair, 0, 0]
    for (let at = from; at < to; at += 1) {
      const word = words[text.charCodeAt(at)] ?? 0
      const skipped = ((word & skip) << SKIP_TO_SIGN) >> 31
      const rolled = ((pair & ROLLED) << 9) ^ (word & KEPT)
      const found = ((starts[pair & CODE] ?? 0) >> (word & 7)) | (pair >>> FIRST_ALONE_SHIFT)
      seen |= word
      candidates[count] = at
      count += found & 1 & ~skipped
      pair = rolled ^ ((rolled ^ pair) & skipped)
    }
    this.pair = pair
    this.seen = seen
    return count
  }

  // Looks no further back than the piece itself: a long run of noise would be gone over again for every piece.
  private lastUnits(
    text: string,
    { from, to }: { from: number; to: number },
    earlier: readonly [number, number],
  ): readonly [number, number] {
    const last = this.stepBackWithin(text, from, to)
    if (last < from) return earlier
    const before = this.stepBackWithin(text, from, last)
    return [before < from ? earlier[1] : before, last]
  }

  private stepBackWithin(text: string, first: number, from: number): number {
    const { words } = this.table
    let at = from - 1
    while (at >= first && ((words[text.charCodeAt(at)] ?? 0) & SKIP) !== 0) at -= 1
    return at
  }

  // Two units that are none follow every text, so that its last two can start a term.
  private flush(end: number, count: number): number {
    const { candidates, pair } = this
    let noted = count
    candidates[noted] = end
    noted += ((this.table.starts[pair & CODE] ?? 0) | (pair >>> FIRST_ALONE_SHIFT)) & 1
    candidates[noted] = end + 1
    noted += (pair >>> 17) & 1
    return noted
  }

  private isOdd(text: string, from: number, to: number): boolean {
    if ((this.seen & MANY) !== 0) return true
    return (this.seen & PAIR) !== 0 && hasMeaningfulPair(text, from, to)
  }

  private verifyWritten(text: string, done: number, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const start = stepBack(text, stepBack(text, this.candidates[index] ?? 0, this.table), this.table)
      if (start < done) continue
      const before = this.hits.length
      if (this.walkWritten(text, start)) continue
      this.hits.length = before
      this.scanOdd(text, start, start + 1)
    }
  }

  /** Follows the trie over a text as it was written; false when it meets what only folding can read. */
  private walkWritten(text: string, start: number): boolean {
    const { trie, symbols, words } = this.table
    let [state, at] = [0, start]
    for (;;) {
      const child = (trie.base[state] ?? 0) + (symbols[text.charCodeAt(at)] ?? 0)
      if (trie.check[child] !== state) return true
      state = child
      at += 1
      const term = trie.ends[state] ?? 0
      if (term > 0 && isWholeWritten(text, start, at)) this.hits.push(term - 1, start, at)
      if (trie.base[state] === 0) return true
      for (const last = at + WIDEST_GAP; ; at += 1) {
        const word = words[text.charCodeAt(at)] ?? 0
        if ((word & MANY) !== 0 || ((word & PAIR) !== 0 && isMeaningfulPair(text, at))) return false
        if ((word & SKIP) === 0) break
        if (at === last) return true
      }
    }
  }

  private walkFolded(folded: Folded, start: number): void {
    const { trie, symbols } = this.table
    const { text } = folded
    let [state, at] = [0, start]
    for (;;) {
      const child = (trie.base[state] ?? 0) + (symbols[text.charCodeAt(at)] ?? 0)
      if (trie.check[child] !== state) return
      state = child
      at += 1
      const term = trie.ends[state] ?? 0
      if (term > 0 && isWholeFolded(folded, start, at)) this.hits.push(term - 1, start, at)
    }
  }

  /** Tells the terms that start in a stretch with signs that stand for several units, by folding it. */
  private scanOdd(text: string, from: number, to: number): void {
    const reach = (WIDEST_GAP + 2) * (this.table.longest + 1)
    const first = Math.max(0, from - (isInsidePair(text, from - 2) ? 3 : 2))
    const folded = fold(text.slice(first, to + reach))
    const inner = new TermScanner(this.table).scanFolded(folded)
    for (let index = 0; index < inner.length; index += 1) {
      const [start, end] = [inner.start(index), inner.end(index)]
      const written = first + (folded.starts[start] ?? 0)
      if (written >= from && written < to && isDense(folded, start, end))
        this.hits.push(inner.term(index), written, first + (folded.ends[end - 1] ?? 0))
    }
  }
}

function endOfChunk(text: string, from: number): number {
  const end = Math.min(text.length, from + CHUNK)
  return isInsidePair(text, end) ? end + 1 : end
}

/** The unit before a position that is not dropped; -1 when there is none. */
function stepBack(text: string, from: number, { words }: TermTable): number {
  let at = from - 1
  while (at >= 0 && ((words[text.charCodeAt(at)] ?? 0) & SKIP) !== 0) at -= 1
  return at
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

function isWholeFolded({ text, gaps }: Folded, start: number, end: number): boolean {
  const joinsBefore = gaps[start] !== 1 && isLatin(text, start) && isLatin(text, start - 1)
  const joinsAfter = gaps[end] !== 1 && isLatin(text, end - 1) && isLatin(text, end)
  return !joinsBefore && !joinsAfter
}

function isLatin(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 0x61 && unit <= 0x7a
}
