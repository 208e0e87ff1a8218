import { isInForce, mayReach, OUTCOMES, type ContentFacts, type LintItem, type LintOutcome, type RuleEntry } from '../compliance/index.ts'
import type { Deliverable } from '../content/index.ts'
import { addDays, hashOf, type Localized, type Sha256 } from '../shared/index.ts'

/** What a rule says of a text before and after a change; null: nothing. A fact judges nothing: both are null. `words` are what it points at now, or did. */
export interface RuleChange {
  readonly ruleId: string
  readonly title: Localized | null
  readonly before: LintOutcome | null
  readonly after: LintOutcome | null
  readonly words: readonly string[]
}

/** Where a text stands when a rule changes. */
export type ImpactStage = 'brief' | 'draft' | 'scheduled' | 'live'

/** Approved with a day is scheduled; everything before that is a draft. */
export function stageOf({ state, plannedFor }: Pick<Deliverable, 'state' | 'plannedFor'>): ImpactStage {
  if (state === 'published') return 'live'
  return state === 'approved' && plannedFor !== null ? 'scheduled' : 'draft'
}

interface Said {
  readonly outcome: LintOutcome
  readonly words: readonly string[]
}

function listSaid({ findings }: LintItem): Map<string, Said> {
  const said = new Map<string, Said>()
  for (const { ruleId, outcome, match } of findings) {
    const known = said.get(ruleId)
    const worse = known === undefined || OUTCOMES.indexOf(outcome) < OUTCOMES.indexOf(known.outcome) ? outcome : known.outcome
    said.set(ruleId, { outcome: worse, words: [...new Set([...(known?.words ?? []), ...(match === null ? [] : [match])])].sort() })
  }
  return said
}

/** What differs between two checks of one text, rule by rule: in whether it speaks, how hard, or of which words. By id of the rule. */
export function listRuleChanges(before: LintItem, after: LintItem, entries: readonly RuleEntry[]): RuleChange[] {
  const [old, now] = [listSaid(before), listSaid(after)]
  const titles = new Map(entries.map(({ id, title }) => [id, title] as const))
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((ruleId) => {
    const [was, is] = [old.get(ruleId), now.get(ruleId)]
    if (was?.outcome === is?.outcome && was?.words.join('\n') === is?.words.join('\n')) return []
    const change = { ruleId, title: titles.get(ruleId) ?? null, before: was?.outcome ?? null, after: is?.outcome ?? null }
    return [{ ...change, words: (is ?? was)?.words ?? [] }]
  })
}

/** The Shanghai day from which a change counts, as far as the entry tells; `today` when it tells nothing later. */
export function effectiveDay({ ruleId, after }: RuleChange, entries: readonly RuleEntry[], today: string): string {
  const entry = entries.find(({ id }) => id === ruleId)
  const day = after === null && entry?.validTo ? addDays(entry.validTo, 1) : after === null ? null : (entry?.validFrom ?? null)
  return day !== null && day > today ? day : today
}

/** The days after `today`, up to `to`, on which rules start or have just ended, soonest first. */
export function listComingDays(entries: readonly RuleEntry[], { today, to }: { today: string; to: string }): string[] {
  const days = entries
    .filter(({ kind }) => kind === 'rule')
    .flatMap(({ validFrom, validTo }) => [validFrom, validTo === null ? null : addDays(validTo, 1)])
  return [...new Set(days.filter((day) => day !== null && day > today && day <= to).map(String))].sort()
}

/** A hash of what each fact (an entry that judges nothing) says on a day, to tell later which of them changed. */
export function hashFactEntries(entries: readonly RuleEntry[], day: string, sha256: Sha256): Readonly<Record<string, string>> {
  const holding = entries.filter((entry) => entry.kind === 'fact' && isInForce(entry, day))
  return Object.fromEntries(
    holding.map(({ id, title, requirement, appliesTo }) => [id, hashOf({ title, requirement, appliesTo }, sha256).slice(0, 16)]),
  )
}

/** The facts that started, ended or read otherwise since `before` was hashed and may be about the content. */
export function listFactChanges(
  before: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>>,
  { entries, facts }: { entries: readonly RuleEntry[]; facts: ContentFacts },
): RuleChange[] {
  const known = new Map(entries.map((entry) => [entry.id, entry] as const))
  return [...known.values()]
    .filter(({ id }) => before[id] !== now[id])
    .filter((entry) => mayReach(entry, facts))
    .map(({ id, title }) => ({ ruleId: id, title, before: null, after: null, words: [] }))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
}
