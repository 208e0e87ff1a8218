import { addDays } from '../shared/index.ts'
import type { Rulebook } from './compile.ts'
import { sourceOf } from './due.ts'
import type { RuleEntry } from './rule-entry.ts'

/** A day on which a source changed what is judged: entries that start, and entries whose last day was the day before. */
export interface TimelineChange {
  readonly date: string
  /** False when a start was not read in its source: only the month of it, the date of a copy, or from memory. */
  readonly isDayKnown: boolean
  readonly source: string
  readonly started: readonly RuleEntry[]
  readonly ended: readonly RuleEntry[]
}

/** Which part of the timeline: days from `from` to `to`, both included, and what reaches a platform. */
export interface TimelineRequest {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly platform?: string | undefined
}

type Edge = readonly [date: string, source: string, side: 'started' | 'ended', entry: RuleEntry]

/**
 * Every dated change of a rulebook, past and coming, oldest first. What an entry replaces ends in the change that replaces it; a start
 * that nobody recorded is no change.
 */
export function timeline(rulebook: Pick<Rulebook, 'entries'>, { from, to, platform }: TimelineRequest = {}): TimelineChange[] {
  const reaching = rulebook.entries.filter((entry) => doesReachPlatform(entry, platform))
  const changes = new Map<string, TimelineChange>()
  for (const [date, source, side, entry] of listEdges(reaching)) {
    if ((from !== undefined && date < from) || (to !== undefined && date > to)) continue
    const key = `${date} ${source}`
    const change = changes.get(key) ?? { date, isDayKnown: true, source, started: [], ended: [] }
    const isDayKnown = change.isDayKnown && (side === 'ended' || isRead(entry))
    changes.set(key, { ...change, isDayKnown, [side]: [...change[side], entry] })
  }
  return [...changes.values()].sort(compareChanges)
}

const isRead = ({ validFromConfidence }: RuleEntry) => /^read\b/.test(validFromConfidence) && !/month|inferred/.test(validFromConfidence)

function listEdges(entries: readonly RuleEntry[]): Edge[] {
  const heirs = new Map(entries.flatMap((entry) => entry.supersedes.map((id) => [id, entry] as const)))
  return entries.flatMap((entry): Edge[] => {
    const heir = heirs.get(entry.id)
    const ends = entry.validTo === null ? null : addDays(entry.validTo, 1)
    return [
      ...(entry.validFrom === null ? [] : [[entry.validFrom, sourceOf(entry), 'started', entry] as const]),
      ...(ends === null ? [] : [[ends, heir?.validFrom === ends ? sourceOf(heir) : sourceOf(entry), 'ended', entry] as const]),
    ]
  })
}

/** True for entries that hold on every platform or name this one; without a platform all do. */
export function doesReachPlatform({ appliesTo }: RuleEntry, platform: string | undefined): boolean {
  const platforms: readonly string[] = appliesTo.platforms
  return platform === undefined || platforms[0] === '*' || platforms.includes(platform)
}

function compareChanges(a: TimelineChange, b: TimelineChange): number {
  if (a.date !== b.date) return a.date < b.date ? -1 : 1
  // What starts is why the other ends.
  const [first, second] = [a, b].map(({ started }) => (started.length > 0 ? 0 : 1))
  if (first !== second) return first === 0 ? -1 : 1
  return a.source < b.source ? -1 : 1
}
