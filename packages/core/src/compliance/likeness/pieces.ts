/** Into how many places the pieces of all texts are dealt out; a power of two. */
export const PLACES = 1 << 16

/** A letter for each of 64 weights, 32 of them below nought. */
export const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

const ZERO = 0x30
const NINE = 0x39
/** Stands before and behind a sentence, and for nothing else. */
const EDGE = 1

/** How many pieces a sentence has: runs of one to three characters, its two edges with them, and pairs with one between. */
export function countPieces(length: number): number {
  return 4 * length + 3
}

/**
 * Calls `take` with the place of each piece of a folded sentence. Any digit counts as 0: how many days or yuan does not change the manner.
 */
export function eachPiece(text: string, { start, end }: { start: number; end: number }, take: (place: number) => void): void {
  let before = -1
  let last = EDGE
  take(placeOf(EDGE, 0, 1))
  for (let at = start; at <= end; at += 1) {
    const unit = at === end ? EDGE : text.charCodeAt(at)
    const sign = unit >= ZERO && unit <= NINE ? ZERO : unit
    take(placeOf(sign, 0, 1))
    take(placeOf(last, sign, 2))
    if (before >= 0) {
      take(placeOf(before, Math.imul(last, 0x10001) ^ sign, 3))
      take(placeOf(before, sign, 4))
    }
    before = last
    last = sign
  }
}

// Two rounds of multiplying and folding over, as hashes of small numbers are mixed; the kind keeps 看看 as a pair apart from 看 and 看.
function placeOf(first: number, rest: number, kind: number): number {
  let mixed = Math.imul(first + Math.imul(kind, 0x9e3779b1), 0x85ebca6b) ^ Math.imul(rest + kind, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0x297a2d39)
  return (mixed ^ (mixed >>> 16)) & (PLACES - 1)
}
