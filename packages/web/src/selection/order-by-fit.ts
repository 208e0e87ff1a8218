import type { Assessment } from '@kolibra/core/selection'
import { orderAssessments } from './shortlist/assessment-order.ts'

/** Rows best fit first, whose fit is unknown after them, who is ruled out next; rows that were not held against a campaign keep their places at the end. */
export function orderByFit<Row extends { readonly id: string }>(rows: readonly Row[], assessed: readonly Assessment[]): Row[] {
  const places = new Map(orderAssessments(assessed).map(({ creatorId }, place) => [creatorId, place]))
  const placeOf = ({ id }: Row) => places.get(id) ?? places.size
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}
