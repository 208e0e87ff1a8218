import type { Span } from './schema.ts'

// As long as the longest word that may go: a neighbour beyond it can complete none.
const NEIGHBOURS = 6
const ENDS_CLAUSE = /^[\s\p{P}]?$/u

/**
 * What a one-click fix puts in the place of a finding: its words without those the rule lets simply go (`drops`), never other words for
 * them. null when nothing can go, when nothing would be left of the clause, or when what is left reads as such a word with its neighbours.
 */
export function suggestReplacement(text: string, span: Span | null, drops: readonly string[]): string | null {
  if (span === null || drops.length === 0) return null
  const match = text.slice(span.start, span.end)
  const left = [...drops].sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), match)
  if (left === match) return null
  const isWholeClause = ENDS_CLAUSE.test(text.slice(0, span.start).slice(-1)) && ENDS_CLAUSE.test(text.charAt(span.end))
  if (left.trim() === '' && isWholeClause) return null
  const before = text.slice(Math.max(0, span.start - NEIGHBOURS), span.start)
  const around = before + left + text.slice(span.end, span.end + NEIGHBOURS)
  const seam = { from: before.length, to: before.length + left.length }
  return drops.some((word) => doesCross(around, word, seam)) ? null : left
}

function doesCross(around: string, word: string, { from, to }: { from: number; to: number }): boolean {
  for (let at = around.indexOf(word); at >= 0; at = around.indexOf(word, at + 1)) if (at < to && at + word.length > from) return true
  return false
}
