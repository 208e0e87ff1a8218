import type { Rulebook } from './compile.ts'
import type { RuleEntry } from './rule-entry.ts'

/** True on every day from validFrom to validTo; a start nobody recorded counts as started. */
export function isInForce(entry: RuleEntry, day: string): boolean {
  return (entry.validFrom === null || entry.validFrom <= day) && (entry.validTo === null || day <= entry.validTo)
}

/** Rules (not facts) that judge on a Shanghai day. */
export function rulesInForce(rulebook: Rulebook, day: string): readonly RuleEntry[] {
  return rulebook.entries.filter((entry) => entry.kind === 'rule' && isInForce(entry, day))
}

/** The entry of that id, in force or not. */
export function ruleById(rulebook: Rulebook, id: string): RuleEntry | undefined {
  return rulebook.entries.find((entry) => entry.id === id)
}

/** What a change of day changes: entries that start after `from` up to `to`, and entries whose last day lies before `to`. */
export function diffRulebook(rulebook: Rulebook, from: string, to: string): { started: readonly RuleEntry[]; ended: readonly RuleEntry[] } {
  return {
    started: rulebook.entries.filter((entry) => !isInForce(entry, from) && isInForce(entry, to)),
    ended: rulebook.entries.filter((entry) => isInForce(entry, from) && !isInForce(entry, to)),
  }
}
