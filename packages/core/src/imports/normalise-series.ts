import type { SeriesPoint } from './schema.ts'
import { shanghaiDay } from '../shared/index.ts'
import { locateAccount } from './normalise-account.ts'
import { normaliseSeriesLine } from './normalise-series-line.ts'
import { readId } from './parse-id.ts'
import { cleanText } from './parse-number.ts'
import { readExactCount } from './read-exact-count.ts'
import { shareOf } from './read-metrics.ts'
import { cellsFor, momentOf, numberOf, type ImportContext, type MappedCell } from './record-view.ts'
import { subjectOfAccount, type SubjectDay } from './series-subject.ts'
import type { RecordFault, SourceRecord, Target } from './source.ts'

/** The numbers a record says, or the reason why it has none. */
export function normaliseSeries(record: SourceRecord, ctx: ImportContext): SubjectDay | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const found = dayOf(record, ctx)
  if ('fault' in found) return found
  const { day } = found
  if (ctx.usable.has('seriesLine')) return normaliseSeriesLine(record, ctx, day)
  const subject = subjectOf(record, ctx)
  if ('fault' in subject) return subject
  const points: SeriesPoint[] = []
  for (const mapped of cellsFor(record, 'series', ctx)) {
    const { metric, unit, reads } = mapped.target
    const read = reads === 'exactCount' ? readExactCount(mapped, ctx) : { value: plainOf(mapped, record, ctx) }
    if ('fault' in read) return read
    const { value } = read
    if (value !== null) points.push({ subject: subject.name, metric, unit, day, value, source: ctx.source.id, observedAt: ctx.observedAt })
  }
  const counted = columnOf(ctx, ({ to, ...rest }) => to === 'series' && 'reads' in rest && rest.reads === 'exactCount')
  if (counted !== null && points.length === 0) return { fault: { code: 'value.missing', column: counted, value: null } }
  return { subject: subject.name, key: `${subject.name} ${day}`, points }
}

function dayOf(record: SourceRecord, ctx: ImportContext): { day: string } | { fault: RecordFault } {
  const [when] = cellsFor(record, 'seriesDay', ctx)
  const column = columnOf(ctx, ({ to }) => to === 'seriesDay')
  if (when === undefined) return { fault: { code: 'day.missing', column, value: null } }
  const moment = momentOf(when, record, ctx)
  if (moment === null) return { fault: { code: 'time.unparsable', column, value: cleanText(when.cell) } }
  return { day: shanghaiDay(Date.parse(moment)) }
}

function plainOf(mapped: MappedCell<Extract<Target, { to: 'series' }>>, record: SourceRecord, ctx: ImportContext): number | null {
  if (mapped.target.reads === 'percentText') return shareOf(mapped, record, ctx)
  const read = numberOf(mapped, record, ctx)
  return read.kind === 'value' ? read.value : null
}

// A row is of an account, of one host, of one item or, with none of them in the source, of the whole shop.
function subjectOf(record: SourceRecord, ctx: ImportContext): { name: string } | { fault: RecordFault } {
  const isId = (target: Target) => target.to === 'identity' && target.field === 'accountId'
  // A link names an account as an id does: rows of two links are never one subject.
  const idColumn = columnOf(ctx, isId) ?? columnOf(ctx, ({ to }) => to === 'profileUrl')
  if (idColumn !== null) return accountOf(record, ctx, idColumn)
  if (ctx.source.subject !== undefined) return { name: ctx.source.subject }
  const parts: string[] = []
  for (const { target, cell, column } of cellsFor(record, 'seriesSubject', ctx)) {
    const read = readId(cell, ctx.reading.fromSheet)
    if ('fault' in read) return { fault: { code: read.fault, column, value: cleanText(cell) } }
    parts.push(`${target.kind}:${read.id}`)
  }
  return { name: parts.length === 0 ? 'shop' : parts.join(' ') }
}

function accountOf(record: SourceRecord, ctx: ImportContext, idColumn: string): { name: string } | { fault: RecordFault } {
  const isNamed = cellsFor(record, 'identity', ctx).length > 0 || cellsFor(record, 'profileUrl', ctx).length > 0
  if (!isNamed) return { fault: { code: 'id.missing', column: idColumn, value: null } }
  const located = locateAccount(record, ctx)
  return 'fault' in located ? located : { name: subjectOfAccount(located.platform, located.id) }
}

function columnOf(ctx: ImportContext, isWanted: (target: Target) => boolean): string | null {
  return ctx.source.columns.find(({ target }) => isWanted(target))?.headers[0] ?? null
}
