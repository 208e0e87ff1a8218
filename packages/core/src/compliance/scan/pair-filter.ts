import type { TermTable } from './term-table.ts'
import * as layout from './word-layout.ts'

// Copies: a constant of this module is known to the compiler, one of another is looked up for every character, which costs half as much again.
const { CODE, KEPT, ROLLED, ROLL_SHIFT, SKIP, SKIP_TO_SIGN, SOUND_SHIFT } = layout

/** Long enough to be fast, short enough for the compiler to settle on one version of the loop early. */
export const CHUNK = 1024

/** Lowest bit of a candidate: its sound may be that of a term. */
export const HEARD = 1

/** Notes the places where a term may start. Its loops have no branch, for Chinese text is full of surprises. */
export class PairFilter {
  /** For each place noted, twice the unit two after it (the third, with which the filter became sure), and HEARD. */
  readonly candidates = new Int32Array(CHUNK + 4)
  /** All bits of the words met in the last stretch. */
  seen = 0
  private readonly table: TermTable
  private skip = SKIP
  // The last two units that were not dropped: the hash of their codes below, what they sound like and whether they stand alone above.
  private pair = 0

  constructor(table: TermTable) {
    this.table = table
  }

  /** Forgets what came before; in a folded text nothing is noise. */
  restart(isFolded: boolean): void {
    this.pair = 0
    this.skip = isFolded ? 0 : SKIP
  }

  /** Reads a stretch; returns how many candidates there are. */
  read(text: string, from: number, to: number): number {
    return this.table.evasion === null ? this.readWritten(text, from, to) : this.readSounds(text, from, to)
  }

  /** Two units that are none follow every text, so that its last two can start a term. */
  finish(end: number, count: number): number {
    const { candidates, pair } = this
    const { starts, sounds } = this.table
    candidates[count] = (end << 1) | HEARD
    const noted = count + (((starts[pair & CODE] ?? 0) | (sounds[pair >>> SOUND_SHIFT] ?? 0)) & 1)
    const next = (pair & ROLLED) << ROLL_SHIFT
    candidates[noted] = ((end + 1) << 1) | HEARD
    return noted + ((sounds[next >>> SOUND_SHIFT] ?? 0) & 1)
  }

  private readWritten(text: string, from: number, to: number): number {
    const { words, starts } = this.table
    const { candidates, skip } = this
    let [pair, seen, count] = [this.pair, 0, 0]
    for (let at = from; at < to; at += 1) {
      const word = words[text.charCodeAt(at)] ?? 0
      const skipped = ((word & skip) << SKIP_TO_SIGN) >> 31
      const rolled = ((pair & ROLLED) << ROLL_SHIFT) ^ (word & KEPT)
      // A shift takes the lowest five bits of a word, its class as a third; the sign tells that the first unit is a term by itself.
      const found = ((starts[pair & CODE] ?? 0) >> word) | (pair >>> 31)
      seen |= word
      candidates[count] = at << 1
      count += found & 1 & ~skipped
      pair = rolled ^ ((rolled ^ pair) & skipped)
    }
    this.pair = pair
    this.seen = seen
    return count
  }

  private readSounds(text: string, from: number, to: number): number {
    const { words, starts, sounds } = this.table
    const { candidates, skip } = this
    let [pair, seen, count] = [this.pair, 0, 0]
    for (let at = from; at < to; at += 1) {
      const word = words[text.charCodeAt(at)] ?? 0
      const skipped = ((word & skip) << SKIP_TO_SIGN) >> 31
      const rolled = ((pair & ROLLED) << ROLL_SHIFT) ^ (word & KEPT)
      // A shift takes the lowest five bits of a word: its class as a third.
      const asWritten = (starts[pair & CODE] ?? 0) >> word
      const asHeard = (sounds[pair >>> SOUND_SHIFT] ?? 0) >> (word >>> SOUND_SHIFT)
      seen |= word
      candidates[count] = (at << 1) | (asHeard & HEARD)
      count += (asWritten | asHeard) & 1 & ~skipped
      pair = rolled ^ ((rolled ^ pair) & skipped)
    }
    this.pair = pair
    this.seen = seen
    return count
  }
}
