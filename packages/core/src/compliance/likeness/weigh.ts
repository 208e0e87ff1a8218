import { BREAK } from '../fold.ts'
import type { Stretch } from '../neighbours.ts'
import { LEARNT, ZERO } from './data/weights.ts'
import { PIECES_EACH, placeOfName, placesAt, WEIGHTS } from './pieces.ts'

// What was learnt from is about as long; of longer sentences nothing is known.
const SHORTEST = 4
const LONGEST = 80
/** How long the stretch is that made a sentence look alike. */
const TOLD = 12

let weights: Int8Array | null = null

function openWeights(): Int8Array {
  weights ??= Int8Array.from({ length: WEIGHTS }, (_, place) => LEARNT.weights.charCodeAt(place) - ZERO)
  return weights
}

const places = new Int32Array(PIECES_EACH)
const gains = new Int32Array(LONGEST + 1)

/** A sentence that reads like punished claims, and the stretch of it that most makes it so. */
export interface Alike {
  readonly sentence: Stretch
  readonly strongest: Stretch
}

const start = (category: string | null | undefined) =>
  LEARNT.bias + (category === undefined || category === null ? 0 : (openWeights()[placeOfName(category)] ?? 0))

// Places and gains are shared by all calls: a text of thirty characters takes less time than making them.
function weighSentence(text: string, { start: first, end: last }: Stretch): number {
  const known = openWeights()
  const request = { first, last, places }
  let sum = 0
  for (let at = first; at <= last; at += 1) {
    placesAt(text, at, request)
    const gain = (known[places[0] ?? 0] ?? 0) + (known[places[1] ?? 0] ?? 0) + (known[places[2] ?? 0] ?? 0)
    gains[at - first] = gain
    sum += gain
  }
  return sum
}

/** The best `TOLD` characters of the sentence weighed last. */
function findStrongest({ start: first, end: last }: Stretch): Stretch {
  const width = Math.min(TOLD, last - first)
  let sum = 0
  let best = { at: 0, sum: -Infinity }
  for (let at = 0; at < last - first; at += 1) {
    sum += (gains[at] ?? 0) - (at >= width ? (gains[at - width] ?? 0) : 0)
    if (at >= width - 1 && sum > best.sum) best = { at: at - width + 1, sum }
  }
  return { start: first + best.at, end: first + best.at + width }
}

/** The sentences of a folded text that lie further than `margin` on the side of punished claims; 1 is where the taught ones lie. */
export function findAlike(text: string, { category, margin }: { category: string | null | undefined; margin: number }): Alike[] {
  const found: Alike[] = []
  const least = margin * LEARNT.unit
  const from = start(category)
  for (let first = 0; first < text.length;) {
    const next = text.indexOf(BREAK, first)
    const last = next < 0 ? text.length : next
    const sentence = { start: first, end: last }
    if (last - first >= SHORTEST && last - first <= LONGEST && from + weighSentence(text, sentence) > least)
      found.push({ sentence, strongest: findStrongest(sentence) })
    first = last + 1
  }
  return found
}
