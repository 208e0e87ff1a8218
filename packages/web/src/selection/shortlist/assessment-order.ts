import type { Assessment } from '@kolibra/core/selection'

/**
 * Best first: the fit, drawn towards the middle by as much evidence as is missing, as core orders it (`orderOfFit`); who is ruled out by a
 * conflict stands after all others.
 */
export function orderAssessments(items: readonly Assessment[]): Assessment[] {
  const placeOf = ({ fit: { score, completeness } }: Assessment) => (score === null ? -1 : 0.5 + (score - 0.5) * completeness)
  const isRuledOut = ({ conflicts }: Assessment) => conflicts.some(({ severity }) => severity === 'block')
  return items.toSorted((a, b) => Number(isRuledOut(a)) - Number(isRuledOut(b)) || placeOf(b) - placeOf(a))
}
