import type { LintFinding } from '@kolibra/core/compliance'

type Placed = Pick<LintFinding, 'field' | 'span'>

/**
 * Findings of `before` as they stand in `after`, until the new text is linted: what lies before the change stays, what lies behind it
 * moves along, what the change touched is gone.
 */
export function shiftFindings<T extends Placed>(findings: readonly T[], change: { field: string; before: string; after: string }): T[] {
  const { before, after } = change
  const start = countCommonStart(before, after)
  const tail = countCommonEnd(before, after, start)
  const [oldEnd, moved] = [before.length - tail, after.length - before.length]
  return findings.flatMap((finding) => {
    const { span, field } = finding
    if (span === null || field !== change.field || span.end <= start) return [finding]
    if (span.start < oldEnd) return []
    return [{ ...finding, span: { start: span.start + moved, end: span.end + moved } }]
  })
}

function countCommonStart(one: string, other: string): number {
  const most = Math.min(one.length, other.length)
  let length = 0
  while (length < most && one.charCodeAt(length) === other.charCodeAt(length)) length += 1
  return length
}

function countCommonEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start
  let length = 0
  while (length < most && one.charCodeAt(one.length - 1 - length) === other.charCodeAt(other.length - 1 - length)) length += 1
  return length
}
