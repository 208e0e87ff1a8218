import { cleanText, readNumber } from './parse-number.ts'
import { cellsFor, pastMomentOf, type ImportContext } from './record-view.ts'
import type { SubjectDay } from './series-subject.ts'
import type { RecordFault, SeriesLineField, SourceRecord } from './source.ts'

/** One line that says itself what it is of. Followers are whole and at least 0; any other number may be below it. */
export function normaliseSeriesLine(record: SourceRecord, ctx: ImportContext, day: string): SubjectDay | { fault: RecordFault } {
  const cells = cellsFor(record, 'seriesLine', ctx)
  const mappedOf = (field: SeriesLineField) => cells.find(({ target }) => target.field === field)
  const wordOf = (field: SeriesLineField) => cleanText(mappedOf(field)?.cell)
  const [subject, metric] = [wordOf('subject'), wordOf('metric')]
  if (subject === '') return { fault: { code: 'id.missing', column: 'subject', value: null } }
  const unit = wordOf('unit') === '' && metric === 'followers' ? 'followers' : wordOf('unit')
  const lacking = Object.entries({ metric, unit }).find(([, word]) => word === '')
  if (lacking !== undefined) return { fault: { code: 'value.missing', column: lacking[0], value: null } }
  const read = readLineValue(mappedOf('value')?.cell, metric)
  if ('fault' in read) return read
  const seen = mappedOf('observedAt')
  const source = wordOf('source') === '' ? ctx.source.id : wordOf('source')
  const observedAt = (seen === undefined ? null : pastMomentOf(seen, record, ctx)) ?? ctx.observedAt
  const point = { subject, metric, unit, day, value: read.value, source, observedAt }
  return { subject, key: [subject, day, metric, source].join('\u0000'), points: [point] }
}

function readLineValue(cell: unknown, metric: string): { value: number } | { fault: RecordFault } {
  const read = readNumber(cell, { signed: true })
  const refuse = (code: string) => ({ fault: { code, column: 'value', value: cleanText(cell) || null } })
  if (read.kind === 'missing') return refuse('value.missing')
  if (read.kind !== 'value') return refuse('number.unparsable')
  if (metric === 'followers' && (read.value < 0 || !Number.isSafeInteger(read.value))) return refuse('number.not_a_count')
  return { value: read.value }
}
