import { addDays, daysBetween, groupBy } from '../shared/index.ts'
import type { RuleNews } from './join-rules.ts'
import type { RuleEntry } from './rule-entry.ts'

/** Days a look at a source holds: a platform changes its pages without notice, a law is announced. */
export const SOURCE_INTERVALS_DAYS = { platform: 14, law: 90 } as const

/** What publishes a source. */
export type SourceKind = keyof typeof SOURCE_INTERVALS_DAYS

/** Somebody looked at a source on a Shanghai day: who, what was looked at, and whether it still says the same. */
export interface SourceCheck {
  readonly source: string
  readonly checkedOn: string
  readonly by: string
  readonly lookedAt: string
  readonly result: 'unchanged' | 'changed'
}

/** One line of the due list. `lastCheckedOn` and what follows from it are null while nobody has read all of the source: it is due at once. */
export interface DueSource {
  readonly source: string
  readonly kind: SourceKind
  readonly owner: string | null
  readonly intervalDays: number
  readonly lastCheckedOn: string | null
  readonly dueOn: string | null
  readonly lateDays: number | null
  readonly isDue: boolean
  readonly entryIds: readonly string[]
}

/** What the due list is worked out from; `owners` goes by the title of a source. */
export interface DueRequest {
  readonly today: string
  readonly checks?: readonly SourceCheck[]
  readonly owners?: ReadonlyMap<string, string>
}

/** The source of an entry goes by its title: one page or one document, however many entries stand on it. */
export function sourceOf(entry: RuleEntry): string {
  return entry.source.title
}

/** What its source is; where that is not recorded, a rule that names its platforms stands on a page of theirs. */
export function sourceKindOf({ source, appliesTo }: RuleEntry): SourceKind {
  const isPage = source.kind === null ? appliesTo.platforms[0] !== '*' : source.kind === 'platform_rule'
  return isPage ? 'platform' : 'law'
}

/** Every source that still carries an entry, what was never read first, then by the day it is due. Checks after `today` do not count. */
export function listSources(entries: readonly RuleEntry[], request: DueRequest): DueSource[] {
  const living = entries.filter((entry) => (entry.validTo === null || entry.validTo >= request.today) && !isCustom(entry))
  return [...groupBy(living, sourceOf)].map(([source, group]) => describeSource(source, group, request)).sort(compareUrgency)
}

// A custom stands in no text that somebody could look at again.
const isCustom = ({ source }: RuleEntry): boolean => source.kind === 'custom' && source.url === null

function describeSource(source: string, entries: readonly RuleEntry[], request: DueRequest): DueSource {
  const { today, checks = [], owners } = request
  const kind = entries.some((entry) => sourceKindOf(entry) === 'platform') ? 'platform' : 'law'
  const intervalDays = SOURCE_INTERVALS_DAYS[kind]
  const looked = checks.filter((check) => check.source === source && check.checkedOn <= today).map((check) => check.checkedOn)
  const lastCheckedOn = latest([...looked, oldestReading(entries)])
  const dueOn = lastCheckedOn === null ? null : addDays(lastCheckedOn, intervalDays)
  const lateDays = dueOn === null ? null : Math.max(0, daysBetween(dueOn, today))
  const isDue = dueOn === null || dueOn <= today
  const entryIds = entries.map((entry) => entry.id)
  return { source, kind, owner: owners?.get(source) ?? null, intervalDays, lastCheckedOn, dueOn, lateDays, isDue, entryIds }
}

// A source is as old as the entry that was read longest ago; one entry nobody read leaves it unread.
function oldestReading(entries: readonly RuleEntry[]): string | null {
  const days = entries.map((entry) => entry.source.checkedOn)
  return days.includes(null) ? null : (days.toSorted().at(0) ?? null)
}

function latest(days: readonly (string | null)[]): string | null {
  return (
    days
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? null
  )
}

function compareUrgency(a: DueSource, b: DueSource): number {
  const [first, second] = [a.dueOn ?? '', b.dueOn ?? '']
  if (first !== second) return first < second ? -1 : 1
  return a.source < b.source ? -1 : 1
}

/** What checks tell of entries, for joinRules: a source found unchanged vouches for all that stands on it, a changed one for nothing. */
export function newsOfChecks(entries: readonly RuleEntry[], checks: readonly SourceCheck[]): RuleNews[] {
  const unchanged = checks.filter((check) => check.result === 'unchanged')
  const vouched = groupBy(unchanged, (check) => check.source)
  return entries.flatMap((entry) => {
    const checkedOn = latest(vouched.get(sourceOf(entry))?.map((check) => check.checkedOn) ?? [])
    return checkedOn === null ? [] : [{ id: entry.id, checkedOn }]
  })
}

/** Days since the source of an entry was last checked when that is longer ago than its interval; null while it is not, or when it never was. */
export function staleDays(entry: RuleEntry, today: string): number | null {
  if (entry.source.checkedOn === null) return null
  const days = daysBetween(entry.source.checkedOn, today)
  return days > SOURCE_INTERVALS_DAYS[sourceKindOf(entry)] ? days : null
}
