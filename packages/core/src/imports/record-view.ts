import { cleanText, isEmptyCell, readNumber, type ReadNumber } from './parse-number.ts'
import { readTime } from './parse-time.ts'
import type { ImportProblem, UnitProof } from './schema.ts'
import type { Source, SourceReading, SourceRecord, Target } from './source.ts'

/** What every record of one file shares while it is normalised. */
export interface ImportContext {
  readonly source: Source
  readonly reading: SourceReading
  readonly importId: string
  readonly units: ReadonlyMap<string, UnitProof>
  readonly usable: ReadonlyMap<Target['to'], readonly { readonly column: string; readonly target: Target }[]>
  /** Columns whose plain numbers are percent because some of them exceed 1. */
  readonly percentColumns: ReadonlySet<string>
  /** Moment for rows without one of their own: from the file's name, else as said, else null. */
  readonly observedAt: string | null
  readonly problems: ImportProblem[]
  readonly notes: Set<string>
}

/** A mapped cell of one record that holds something and whose unit is not contradicted. */
export interface MappedCell<T extends Target = Target> {
  readonly column: string
  readonly target: T
  readonly cell: unknown
}

/** Columns of a file that may be used, by what they say: those absent or contradicted are left out once, not per record. */
export function listUsable(source: Source, reading: SourceReading, units: ImportContext['units']): ImportContext['usable'] {
  const present = new Set(reading.columns)
  const usable = new Map<Target['to'], { column: string; target: Target }[]>()
  for (const { headers, target } of source.columns) {
    const [column = ''] = headers
    if (!present.has(column) || units.get(column)?.state === 'contradicted') continue
    usable.set(target.to, [...(usable.get(target.to) ?? []), { column, target }])
  }
  return usable
}

/** Cells of a record for one kind of target; empty and contradicted ones are left out. */
export function cellsFor<K extends Target['to']>(
  record: SourceRecord,
  to: K,
  ctx: ImportContext,
): MappedCell<Extract<Target, { to: K }>>[] {
  return (ctx.usable.get(to) ?? []).flatMap(({ column, target }) => {
    const cell = record.cells[column]
    return isEmptyCell(cell) ? [] : [{ column, target: target as Extract<Target, { to: K }>, cell }]
  })
}

/** First text for one identity field; null when no column says it. */
export function textFor(record: SourceRecord, field: string, ctx: ImportContext): string | null {
  const found = cellsFor(record, 'identity', ctx).find(({ target }) => target.field === field)
  return found === undefined ? null : cleanText(found.cell)
}

/** Notes what is wrong with one cell; the record itself stays. */
export function addProblem(ctx: ImportContext, record: SourceRecord, problem: { column: string; code: string; cell: unknown }): null {
  const { column, code, cell } = problem
  ctx.problems.push({ record: record.record, column, code, value: cleanText(cell).slice(0, 200) })
  return null
}

/** The number of a cell in the unit of its column; problems are noted, and then it is as if missing. */
export function numberOf(
  { column, cell, signed = false }: { column: string; cell: unknown; signed?: boolean },
  record: SourceRecord,
  ctx: ImportContext,
): ReadNumber {
  const read = readNumber(cell, { signed })
  if (read.kind === 'unparsable') addProblem(ctx, record, { column, code: 'number.unparsable', cell })
  const scale = ctx.reading.scales[column] ?? 1
  // "1.2万" under a header that says (万) already counts in ones.
  if (scale === 1 || /[万wk千亿]/i.test(String(cell))) return read
  if (read.kind === 'value') return { ...read, value: Number((read.value * scale).toPrecision(15)) }
  if (read.kind === 'range')
    return { ...read, low: read.low === null ? null : read.low * scale, high: read.high === null ? null : read.high * scale }
  return read
}

/** A whole count ≥ 0, or null with the problem noted. */
export function countOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): number | null {
  const read = numberOf(mapped, record, ctx)
  if (read.kind !== 'value') return null
  if (read.value < 0 || read.isPercent) return addProblem(ctx, record, { ...mapped, code: 'number.not_a_count' })
  return Math.round(read.value)
}

/** Yuan as whole fen, or null. A price of 0 means "not offered" in every export seen, so it is not known. */
export function fenOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): number | null {
  const read = numberOf(mapped, record, ctx)
  if (read.kind === 'range') return addProblem(ctx, record, { ...mapped, code: 'price.is_a_range' })
  if (read.kind !== 'value' || read.value === 0) return null
  if (read.value < 0 || read.isPercent) return addProblem(ctx, record, { ...mapped, code: 'number.not_a_price' })
  return Math.round(read.value * 100)
}

/** The moment of a cell, or null with the problem noted. */
export function momentOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): string | null {
  const read = readTime(mapped.cell)
  if (read.kind === 'unparsable') return addProblem(ctx, record, { ...mapped, code: 'time.unparsable' })
  if (read.kind === 'missing') return null
  if (read.zoneless) ctx.notes.add('Stamps without zone were read as Shanghai time.')
  return read.moment
}
