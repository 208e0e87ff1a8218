import type { SeriesPoint } from './schema.ts'
import { shanghaiDay } from '../shared/index.ts'
import { readId } from './parse-id.ts'
import { cleanText } from './parse-number.ts'
import { shareOf } from './read-metrics.ts'
import { cellsFor, momentOf, numberOf, type ImportContext } from './record-view.ts'
import type { RecordFault, SourceRecord } from './source.ts'

/** The numbers of one subject on one day, or the reason why the record has none. `key` tells rows of the same subject and day. */
export function normaliseSeries(
  record: SourceRecord,
  ctx: ImportContext,
): { key: string; points: readonly SeriesPoint[] } | { fault: RecordFault } {
  if (record.fault) return { fault: record.fault }
  const [when] = cellsFor(record, 'seriesDay', ctx)
  const moment = when === undefined ? null : momentOf(when, record, ctx)
  if (moment === null)
    return {
      fault: { code: when === undefined ? 'day.missing' : 'time.unparsable', column: dayColumn(ctx), value: cleanText(when?.cell) || null },
    }
  const subject = subjectOf(record, ctx)
  if ('fault' in subject) return subject
  const day = shanghaiDay(Date.parse(moment))
  const points = cellsFor(record, 'series', ctx).flatMap((mapped) => {
    const { metric, unit } = mapped.target
    const value = mapped.target.reads === 'percentText' ? shareOf(mapped, record, ctx) : valueOf(mapped, record, ctx)
    return value === null ? [] : [{ subject: subject.name, metric, unit, day, value, source: ctx.source.id, observedAt: ctx.observedAt }]
  })
  return { key: `${subject.name} ${day}`, points }
}

function valueOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): number | null {
  const read = numberOf(mapped, record, ctx)
  return read.kind === 'value' ? read.value : null
}

// A row is of one host, one item or, with neither, of the whole shop.
function subjectOf(record: SourceRecord, ctx: ImportContext): { name: string } | { fault: RecordFault } {
  const parts: string[] = []
  for (const { target, cell, column } of cellsFor(record, 'seriesSubject', ctx)) {
    const read = readId(cell, ctx.reading.fromSheet)
    if ('fault' in read) return { fault: { code: read.fault, column, value: cleanText(cell) } }
    parts.push(`${target.kind}:${read.id}`)
  }
  return { name: parts.length === 0 ? 'shop' : parts.join(' ') }
}

function dayColumn(ctx: ImportContext): string | null {
  return ctx.source.columns.find(({ target }) => target.to === 'seriesDay')?.headers[0] ?? null
}
