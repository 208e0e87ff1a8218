import { canonicalJson } from '../shared/index.ts'
import type { Rulebook } from './compile.ts'
import { lint } from './lint.ts'
import { isInForce } from './rulebook-queries.ts'
import type { RuleEntry } from './rule-entry.ts'
import { mayReach } from './stale-sources.ts'
import type { Verdict } from './outcomes.ts'
import type { ContentFacts, LintFinding } from './schema.ts'

/** Entries that one rulebook has and another has not, and those whose fields differ, by name of the field. */
export interface RulebookComparison {
  readonly added: readonly RuleEntry[]
  readonly removed: readonly RuleEntry[]
  readonly changed: readonly { readonly entry: RuleEntry; readonly fields: readonly string[] }[]
}

/** What changed between two versions of a rulebook; examples are part of an entry. */
export function compareRulebooks(before: Pick<Rulebook, 'entries'>, after: Pick<Rulebook, 'entries'>): RulebookComparison {
  const [old, now] = [before, after].map(({ entries }) => new Map(entries.map((entry) => [entry.id, entry])))
  return {
    added: after.entries.filter(({ id }) => !old?.has(id)),
    removed: before.entries.filter(({ id }) => !now?.has(id)),
    changed: after.entries.flatMap((entry) => {
      const fields = listDifferences(old?.get(entry.id) ?? entry, entry)
      return fields.length === 0 ? [] : [{ entry, fields }]
    }),
  }
}

function listDifferences(before: RuleEntry, after: RuleEntry): string[] {
  const old = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([field, value]) => canonicalJson(value) !== canonicalJson(old.get(field)))
    .map(([field]) => field)
}

/** A rulebook and the Shanghai day it is asked for. */
export interface RulebookOnDay {
  readonly rulebook: Rulebook
  readonly day: string
}

/** What a change of rules does to one draft or post. `facts` are listed entries that changed and reach it; they judge nothing. */
export interface Impact {
  readonly id: string
  readonly before: Verdict
  readonly after: Verdict
  readonly appeared: readonly LintFinding[]
  readonly gone: readonly LintFinding[]
  readonly facts: readonly RuleEntry[]
}

/** Lints one text with both rulebooks on their days; null when the change leaves it as it was. The day of the request wins over publishAt. */
export function findImpact(facts: ContentFacts, before: RulebookOnDay, after: RulebookOnDay): Impact | null {
  const [old, now] = [before, after].map(({ rulebook, day }) => lint({ ...facts, publishAt: day }, rulebook, { at: day }))
  if (!old || !now) return null
  const appeared = now.findings.filter((finding) => !hasFinding(old.findings, finding))
  const gone = old.findings.filter((finding) => !hasFinding(now.findings, finding))
  const touching = listTouchingFacts(facts, before, after)
  if (appeared.length + gone.length + touching.length === 0) return null
  return { id: facts.id, before: old.verdict, after: now.verdict, appeared, gone, facts: touching }
}

const placeOf = ({ ruleId, outcome, field, span }: LintFinding) => canonicalJson([ruleId, outcome, field, span])
const hasFinding = (findings: readonly LintFinding[], one: LintFinding) => findings.some((other) => placeOf(other) === placeOf(one))

// A fact has no detector: what it reaches by platform and goods is all that can be said of it.
function listTouchingFacts(facts: ContentFacts, before: RulebookOnDay, after: RulebookOnDay): RuleEntry[] {
  const holding = ({ rulebook, day }: RulebookOnDay) => rulebook.entries.filter((entry) => entry.kind === 'fact' && isInForce(entry, day))
  const [old, now] = [holding(before), holding(after)]
  const changed = [
    ...now.filter((entry) => !old.some((other) => other.id === entry.id && listDifferences(other, entry).length === 0)),
    ...old.filter((entry) => !now.some((other) => other.id === entry.id)),
  ]
  return changed.filter((entry) => mayReach(entry, facts))
}
