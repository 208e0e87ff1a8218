import type { RulebookPart } from './rule-entry.ts'

/** The version of a rulebook that came with the program: the newest day on which one of its sources was looked at; `undated` when none was. */
export function dateRulebook(parts: readonly RulebookPart[]): string {
  const days = parts.flatMap((part) => (part.kind === 'words' || part.source.checkedOn === null ? [] : [part.source.checkedOn]))
  return days.sort().at(-1) ?? 'undated'
}
