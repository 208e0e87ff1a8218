import { findAround, type Stretch } from './neighbours.ts'
import type { FieldScan } from './scan-field.ts'
import type { SoughtContext } from './sought-lists.ts'

// No term is longer; starts further away than this cannot touch.
const LONGEST_WORD = 40

/** A context, and the hits of those of its lists that have any. */
export interface Surroundings {
  readonly context: SoughtContext
  readonly lists: readonly (readonly Stretch[])[]
}

/** Gathers what a context may find in a field. */
export function lookAround(context: SoughtContext, { hits }: FieldScan): Surroundings {
  return { context, lists: context.lists.filter((list) => hits.has(list)).map((list) => hits.get(list)) }
}

interface NearRequest {
  readonly scan: FieldScan
  /** Whether what overlaps the hit counts. */
  readonly mayOverlap: boolean
  readonly skipNegated: boolean
}

/** The nearest stretch of the first list that has one around a hit. */
export function findNear(hit: Stretch, { context, lists }: Surroundings, request: NearRequest): Stretch | undefined {
  const { scan, mayOverlap, skipNegated } = request
  const around = boundsOf(hit, context, scan)
  const isWanted = (other: Stretch) => isNear(hit, other, { context, mayOverlap }) && !(skipNegated && isNegated(other, scan))
  for (const hits of lists) {
    const found = findAround(hits, around, isWanted)
    if (found) return found
  }
  return undefined
}

/** True when each of the contexts finds something around the hit. */
export function hasAround(hit: Stretch, contexts: readonly SoughtContext[], scan: FieldScan): boolean {
  const request = { scan, mayOverlap: false, skipNegated: false }
  return contexts.every((context) => findNear(hit, lookAround(context, scan), request) !== undefined)
}

/** Whether a negation or a warning turns a claim around. */
export function isNegated(hit: Stretch, { negations, sentences }: FieldScan): boolean {
  return negations.turn(hit, sentences.firstOf(hit.start), sentences.lastOf(hit.start))
}

// Beyond its sentence a hit has no neighbours: a text of a hundred thousand sentences is not looked through from each of them.
function boundsOf({ start, end }: Stretch, { within }: SoughtContext, { sentences }: FieldScan) {
  if (within === 'text') return { position: start, first: 0, last: Infinity }
  const reach = within === 'sentence' ? Infinity : within + end - start + LONGEST_WORD
  return {
    position: start,
    first: Math.max(start - reach, sentences.firstOf(start)),
    last: Math.min(start + reach, sentences.lastOf(start)),
  }
}

function isNear(hit: Stretch, other: Stretch, { context, mayOverlap }: { context: SoughtContext; mayOverlap: boolean }): boolean {
  if (other.start < hit.end && hit.start < other.end) return mayOverlap
  if (context.within === 'text') return true
  const isBefore = other.end <= hit.start
  if (context.side !== 'either' && (context.side === 'before') !== isBefore) return false
  const distance = isBefore ? hit.start - other.end : other.start - hit.end
  return context.within === 'sentence' || distance <= context.within
}
