import type { Judgement, Spot } from '../detectors.ts'
import { firstFrom, sortBy, type Stretch } from '../neighbours.ts'

const isAlike = ({ by }: Judgement) => by.detector.kind === 'likeness'

/** Drops what is judged by likeness where a rule or an exemption has spoken of the same sentence: who read its words knows better. */
export function speakLast(kept: readonly Judgement[], exemptions: readonly Spot[]): readonly Judgement[] {
  if (!kept.some(isAlike)) return kept
  const spoken = [...exemptions, ...kept.filter((one) => !isAlike(one))]
  const touches = { text: makeTouches(spoken, 'text'), title: makeTouches(spoken, 'title') }
  return kept.filter((one) => !isAlike(one) || one.span === null || !touches[one.field === 'title' ? 'title' : 'text'](one.span))
}

/** Tells whether one of the spots of a field shares a character with a stretch; looks each up, for a text may hold many of both. */
function makeTouches(spots: readonly Spot[], field: string): (stretch: Stretch) => boolean {
  const spans = sortBy(
    spots.flatMap((spot) => (spot.field === field && spot.span !== null ? [spot.span] : [])),
    (a, b) => a.start - b.start,
  )
  let reached = 0
  const ends = spans.map(({ end }) => (reached = Math.max(reached, end)))
  return ({ start, end }) => {
    const before = firstFrom(spans, end)
    return before > 0 && (ends[before - 1] ?? 0) > start
  }
}
