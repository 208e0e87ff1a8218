import { daysBetween, say } from '../../shared/index.ts'
import type { Conflict, ConflictFacts, ConflictQuestion } from './conflict-facts.ts'

/** Days of the campaign on which the creator is not free; all of them stand in the way, some are a warning. */
export function checkCalendar({ absences }: ConflictFacts, { starts, ends }: ConflictQuestion): Conflict[] {
  const spans = (absences ?? [])
    .filter(({ from, to }) => from <= ends && to >= starts)
    .map(({ from, to, source }) => ({ from: from < starts ? starts : from, to: to > ends ? ends : to, source }))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
  if (spans.length === 0) return []
  const days = daysBetween(starts, ends) + 1
  const busy = countDays(spans)
  const list = spans.map(({ from, to, source }) => say(`${from} to ${to} (${source})`, `${from} 至 ${to}（${source}）`))
  const [en, zh] = [list.map((span) => span.en).join(', '), list.map((span) => span.zh).join('、')]
  if (busy >= days)
    return [
      {
        kind: 'away',
        because: say(`Not free on any day of the campaign: ${en}.`, `项目期内全程无档期：${zh}。`),
        fix: say('Move the dates or choose another creator.', '请调整日期或更换达人。'),
      },
    ]
  return [
    {
      kind: 'partlyAway',
      because: say(`Not free on ${busy} of ${days} days: ${en}.`, `项目期 ${days} 天中 ${busy} 天无档期：${zh}。`),
      fix: say('Plan the post for a free day.', '请安排在有档期的日子发布。'),
    },
  ]
}

// Spans may lie over one another; a day counts once.
function countDays(spans: readonly { readonly from: string; readonly to: string }[]): number {
  let counted = 0
  let until = ''
  for (const { from, to } of spans) {
    const fresh = until === '' || from > until ? daysBetween(from, to) + 1 : Math.max(0, daysBetween(until, to))
    counted += fresh
    if (to > until) until = to
  }
  return counted
}
