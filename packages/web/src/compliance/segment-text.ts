/** A stretch of the original text and the findings that cover it, by their index; several where they overlap. */
export interface Segment {
  readonly text: string
  readonly start: number
  readonly covers: readonly number[]
}

interface Placed {
  readonly start: number
  readonly end: number
}

const clamp = (value: number, length: number) => Math.max(0, Math.min(length, value))

/**
 * Cuts text at every edge of every span (UTF-16 code units, as the linter counts), so that overlapping findings
 * can each be drawn. null spans cover nothing. Joined, the segments are the text again.
 */
export function segmentText(text: string, spans: readonly (Placed | null)[]): Segment[] {
  const placed = spans.map((span) => span && { start: clamp(span.start, text.length), end: clamp(span.end, text.length) })
  const edges = new Set([0, text.length])
  for (const span of placed) if (span && span.end > span.start) edges.add(span.start).add(span.end)
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length
    const covers = placed.flatMap((span, at) => (span && span.start <= start && span.end >= end && span.end > span.start ? [at] : []))
    return { text: text.slice(start, end), start, covers }
  })
}
