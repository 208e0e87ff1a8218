import { z } from 'zod'
import { refuse, type Outcome } from '../shared/index.ts'
import { compileRulebook, type Rulebook } from './compile.ts'
import type { RuleEntry, RulebookPart } from './rule-entry.ts'

/** A rule that a workspace does not use: never without a reason and the name of whoever decided so. */
export interface DisabledRule {
  readonly id: string
  readonly reason: string
  readonly by: string
}

const said = (problem: string) => z.string(problem).trim().min(1, problem)

/** A file that says which shipped rules are not used. */
export const disabledFileSchema = z.strictObject({
  disabled: z.array(
    z.strictObject({
      id: said('name the rule that is not used'),
      reason: said('say why the rule is not used here'),
      by: said('say who decided so'),
    }),
  ),
})

/** What is known of a shipped entry since it was shipped: a last day, or a day on which somebody looked at its source again. */
export interface RuleNews {
  readonly id: string
  readonly validTo?: string
  readonly checkedOn?: string
}

/** What a workspace puts over the shipped rulebook. */
export interface OwnRules {
  readonly parts: readonly RulebookPart[]
  readonly disabled: readonly DisabledRule[]
  readonly news?: readonly RuleNews[]
}

/**
 * The shipped rulebook with a workspace's own entries and word lists, without the rules it disabled, compiled under `version`. Refuses with
 * `rulebook.unknown_rule`, `rulebook.reason_missing`, `rulebook.doubled_id` and `rulebook.unknown_reference`, all at once.
 */
export function joinRules(
  shipped: Pick<Rulebook, 'entries' | 'words'>,
  { parts, disabled, news = [] }: OwnRules,
  { version }: { version: string },
): Outcome<Rulebook> {
  const own = parts.filter((part): part is RuleEntry => part.kind !== 'words')
  const known = new Set([...shipped.entries, ...own].map(({ id }) => id))
  const refusals = [...disabled.flatMap((one) => checkDisabled(one, known)), ...news.flatMap(({ id }) => checkKnown(id, known))]
  if (refusals.length > 0) return refuse(...refusals)
  const gone = new Set(disabled.map(({ id }) => id))
  const tidings = new Map(news.map((one) => [one.id, one]))
  const entries = [...shipped.entries, ...own]
    .flatMap((entry) => keepEntry(entry, gone))
    .map((entry) => renew(entry, tidings.get(entry.id)))
  return compileRulebook([...shipped.words, ...parts.filter((part) => part.kind === 'words'), ...entries], { version })
}

const checkKnown = (id: string, known: ReadonlySet<string>) => (known.has(id) ? [] : [{ code: 'rulebook.unknown_rule', entry: id }])

function checkDisabled({ id, reason, by }: DisabledRule, known: ReadonlySet<string>) {
  const nameless = reason.trim() === '' || by.trim() === '' ? [{ code: 'rulebook.reason_missing', entry: id }] : []
  return [...checkKnown(id, known), ...nameless]
}

// An exemption that is left with nothing to exempt from would turn into a rule; it goes with the last of them.
function keepEntry(entry: RuleEntry, gone: ReadonlySet<string>): RuleEntry[] {
  if (gone.has(entry.id)) return []
  const exempts = entry.exempts.filter((id) => !gone.has(id))
  if (exempts.length === entry.exempts.length) return [entry]
  return exempts.length === 0 ? [] : [{ ...entry, exempts }]
}

function renew(entry: RuleEntry, news: RuleNews | undefined): RuleEntry {
  if (news === undefined) return entry
  const { source, validTo } = entry
  const ends = [validTo, news.validTo].filter((day) => day !== null && day !== undefined).sort()[0] ?? null
  const checkedOn =
    [source.checkedOn, news.checkedOn]
      .filter((day) => day !== null && day !== undefined)
      .sort()
      .at(-1) ?? null
  return { ...entry, validTo: ends, source: { ...source, checkedOn } }
}
