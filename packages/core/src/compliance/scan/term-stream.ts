import { isInsidePair } from './pairs.ts'
import { TermScanner } from './term-scanner.ts'
import type { TermTable } from './term-table.ts'

/** A term found in a stream; `start` and `end` are UTF-16 units of everything pushed so far. */
export interface StreamHit {
  /** Index of the term in its table. */
  readonly term: number
  readonly start: number
  readonly end: number
  /** It only sounds like the term. */
  readonly isBySound: boolean
}

// What stands before a place is looked at once more: a Latin word may begin there, written as a pair.
const LEFT = 2

/** Finds terms in a text that comes in pieces: the same hits in the same order as in the whole, wherever it was cut. */
export class TermStream {
  private readonly scanner: TermScanner
  private readonly reach: number
  private held = ''
  /** Place of the first unit held, and of the first at which a hit was not told yet. */
  private first = 0
  private told = 0

  constructor(table: TermTable) {
    this.scanner = new TermScanner(table)
    this.reach = table.reach
  }

  /** Takes the next piece; gives the hits that no later piece can change. */
  push(piece: string): StreamHit[] {
    this.held += piece
    // Waiting until there is enough to tell keeps a stream of single characters from being read again for each of them.
    if (this.held.length < 2 * this.reach) return []
    return this.tellBefore(this.held.length - this.reach)
  }

  /** Gives the rest and begins anew. */
  end(): StreamHit[] {
    const hits = this.tellBefore(this.held.length)
    Object.assign(this, { held: '', first: 0, told: 0 })
    return hits
  }

  private tellBefore(limit: number): StreamHit[] {
    const { first, told } = this
    const found = this.scanner.scan(this.held)
    const hits: StreamHit[] = []
    for (let index = 0; index < found.length; index += 1) {
      const start = first + found.start(index)
      if (start < told || start >= first + limit) continue
      hits.push({ term: found.term(index), start, end: first + found.end(index), isBySound: found.isBySound(index) })
    }
    this.told = first + limit
    const kept = Math.max(0, limit - (isInsidePair(this.held, limit - LEFT) ? LEFT + 1 : LEFT))
    this.held = this.held.slice(kept)
    this.first = first + kept
    return hits
  }
}
