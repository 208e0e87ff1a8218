/** How many weights there are: pieces of text share them by hash. */
export const WEIGHTS = 16_384

const SHIFT = 18
const START = 2
const END = 3

const mix = (hash: number, unit: number) => Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15)
const placeOf = (hash: number) => Math.imul(hash ^ (hash >>> 13), 0x85ebca6b) >>> SHIFT

/** The weight of a word that does not stand in the text: its category. */
export function placeOfName(name: string): number {
  let hash = 7
  for (let at = 0; at < name.length; at += 1) hash = mix(hash, name.charCodeAt(at))
  return placeOf(hash)
}

/** Room for the places of the pieces that end at one character. */
export const PIECES_EACH = 3

/** A sentence `[first, last)` of a folded text, and where the places of its pieces are put. */
export interface PieceRequest {
  readonly first: number
  readonly last: number
  readonly places: Int32Array
}

/** The weights of the pieces of one, two and three characters that end at `at`; `last` itself is the end of the sentence. */
export function placesAt(text: string, at: number, { first, last, places }: PieceRequest): void {
  const unit = at < last ? text.charCodeAt(at) : END
  const before = at > first ? text.charCodeAt(at - 1) : START
  const further = at > first + 1 ? text.charCodeAt(at - 2) : START
  const one = mix(1, unit)
  const two = mix(one, before)
  places[0] = placeOf(one)
  places[1] = placeOf(two + 1)
  places[2] = placeOf(mix(two, further) + 2)
}
