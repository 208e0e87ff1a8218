import { originalSpan } from '../fold.ts'
import type { FieldScan } from '../scan-field.ts'
import type { ContentFacts, Span } from '../schema.ts'
import { findAlike } from './weigh.ts'

interface LikeSpot {
  readonly field: FieldScan['field']
  readonly span: Span
  readonly sentence: Span
}

/** The sentences of all fields that read like punished claims; underlined is the stretch that weighs most. */
export function detectLikeness(margin: number, { facts, scans }: { facts: ContentFacts; scans: readonly FieldScan[] }): LikeSpot[] {
  return scans.flatMap(({ field, folded }) =>
    findAlike(folded.text, { category: facts.category, margin }).map(({ sentence, strongest }) => ({
      field,
      span: originalSpan(folded, strongest.start, strongest.end),
      sentence: originalSpan(folded, sentence.start, sentence.end),
    })),
  )
}
