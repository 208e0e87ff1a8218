import type { Category, Platform } from '../shared/index.ts'
import type { ContentFacts } from './schema.ts'
import { sourceOf, staleDays } from './due.ts'
import type { RuleEntry } from './rule-entry.ts'
import { isInForce } from './rulebook-queries.ts'

/** A source past its interval, and for how many days nobody has looked at it. */
export interface StaleSource {
  readonly source: string
  readonly days: number
}

/** What a text is about, as far as it decides which rules reach it; null or absent is not known and may be anything. */
export interface ReachFacts {
  readonly platform?: Platform | null | undefined
  readonly category?: Category | null | undefined
  readonly format?: ContentFacts['format'] | undefined
}

/** Whether an entry may reach content of this platform, category and format. */
export function mayReach({ appliesTo }: Pick<RuleEntry, 'appliesTo'>, { platform, category, format }: ReachFacts): boolean {
  const holds = (members: readonly string[], known: string | null | undefined) =>
    members[0] === '*' || known === null || known === undefined || members.includes(known)
  return holds(appliesTo.platforms, platform) && holds(appliesTo.categories, category) && holds(appliesTo.formats, format)
}

/**
 * The sources of rules that may reach a text on its `day` and were last looked at longer ago than their interval, seen from `today`; longest
 * first. A source nobody ever looked at is not among them: that is said on the due list.
 */
export function listStaleSources(
  entries: readonly RuleEntry[],
  facts: ReachFacts,
  { day, today }: { day: string; today: string },
): StaleSource[] {
  const days = new Map<string, number>()
  for (const entry of entries) {
    const stale = entry.kind === 'rule' && isInForce(entry, day) && mayReach(entry, facts) ? staleDays(entry, today) : null
    if (stale !== null) days.set(sourceOf(entry), Math.max(stale, days.get(sourceOf(entry)) ?? 0))
  }
  return [...days].map(([source, count]) => ({ source, days: count })).sort((a, b) => b.days - a.days || (a.source < b.source ? -1 : 1))
}
