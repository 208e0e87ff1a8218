import type { LintFinding } from '@kolibra/core/compliance'

type Placed = Pick<LintFinding, 'field' | 'span'>

/** The findings of a field that have a place in it, in reading order. */
export function placedIn<T extends Placed>(findings: readonly T[], field: string): T[] {
  return findings.filter((finding) => finding.field === field && finding.span !== null)
}

/** Where a finding begins in its field; one that has no place stands at the front. */
export const startOf = ({ span }: Placed) => span?.start ?? 0
const endOf = ({ span }: Placed) => span?.end ?? 0

/** The finding the caret stands in or touches; of several the shortest, because the others are told beside it. */
export function findingAt<T extends Placed>(findings: readonly T[], caret: number): T | null {
  const touching = findings.filter((finding) => startOf(finding) <= caret && caret <= endOf(finding))
  return touching.toSorted((a, b) => endOf(a) - startOf(a) - (endOf(b) - startOf(b)))[0] ?? null
}

/** The next finding behind the caret, or the last before it; round and round. */
export function nextFinding<T extends Placed>(findings: readonly T[], caret: number, direction: 1 | -1): T | null {
  const sorted = findings.toSorted((a, b) => startOf(a) - startOf(b))
  if (direction === 1) return sorted.find((finding) => startOf(finding) > caret) ?? sorted[0] ?? null
  return sorted.findLast((finding) => startOf(finding) < caret) ?? sorted.at(-1) ?? null
}

/** The same finding in a newer list; null when it is settled. */
export function sameFinding<T extends Placed & { ruleId: string }>(findings: readonly T[], wanted: T | null): T | null {
  if (wanted === null) return null
  return findings.find((one) => one.ruleId === wanted.ruleId && one.field === wanted.field && startOf(one) === startOf(wanted)) ?? null
}
