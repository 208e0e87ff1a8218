import { BREAK, fold } from '../fold.ts'
import type { Stretch } from '../neighbours.ts'
import { LIKENESS } from '../scan/data/likeness-data.ts'
import { countPieces, eachPiece, LETTERS, PLACES } from './pieces.ts'

/** Shorter ones say too little to be like anything. */
export const SHORTEST = 8

let known: Float32Array | null = null

// Made when the first text is judged, for not every page judges one.
function weights(): Float32Array {
  if (known !== null) return known
  known = new Float32Array(PLACES)
  for (let place = 0; place < PLACES; place += 1) known[place] = (LETTERS.indexOf(LIKENESS.weights.charAt(place)) - 32) * LIKENESS.step
  return known
}

/**
 * How much a folded sentence is made like those that ought to be flagged: above nought more like them than like benign ones. The sum of
 * what its pieces weigh, over the root of how many there are, so that a long sentence weighs no more than a short one.
 */
export function likenessOf(text: string, stretch: Stretch): number {
  const weight = weights()
  let sum = 0
  eachPiece(text, stretch, (place) => (sum += weight[place] ?? 0))
  return sum / Math.sqrt(countPieces(stretch.end - stretch.start)) + LIKENESS.start
}

/** The sentences of a folded text that are alike above a bound. */
export function findAlike(text: string, above: number): Stretch[] {
  const found: Stretch[] = []
  for (let start = 0; start < text.length;) {
    const next = text.indexOf(BREAK, start)
    const end = next < 0 ? text.length : next
    if (end - start >= SHORTEST && likenessOf(text, { start, end }) > above) found.push({ start, end })
    start = end + 1
  }
  return found
}

// As far as a sentence is looked at on either side of a fix.
const AROUND = 160

/** Whether the sentence that a fix leaves is alike above a bound: a fix makes no new finding. */
export function leavesAlike(text: string, { start, end, replacement }: Stretch & { replacement: string }, above: number): boolean {
  const before = fold(text.slice(Math.max(0, start - AROUND), start)).text
  const after = fold(text.slice(end, end + AROUND)).text
  const sentence = before.slice(before.lastIndexOf(BREAK) + 1) + fold(replacement).text + (after.split(BREAK)[0] ?? '')
  return findAlike(sentence, above).length > 0
}
