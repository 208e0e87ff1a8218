import { writeNote } from './describe-note.ts'
import type { Sha256 } from '../shared/index.ts'
import { cleanText, inOnes, isEmptyCell, isOnRequest, readNumber, type ReadNumber } from './parse-number.ts'
import { readTime, type ReadTime } from './parse-time.ts'
import type { Passport } from './account-draft.ts'
import type { ImportProblem, UnitProof } from './schema.ts'
import { cellOf, scaleOf, type ReadingFacts, type Source, type SourceRecord, type Target } from './source.ts'

/** Whether the person behind an account was erased; a platform that is not known (null) may be any. */
export type ErasedTest = (platform: string | null, accountId: string) => boolean

/** What every record of one file shares while it is normalised. */
export interface ImportContext {
  readonly source: Source
  readonly reading: ReadingFacts
  readonly importId: string
  readonly isErased: ErasedTest
  readonly units: ReadonlyMap<string, UnitProof>
  readonly usable: UsableColumns
  /** Columns whose plain numbers are percent because some of them exceed 1. */
  readonly percentColumns: ReadonlySet<string>
  /** Moment for rows without one of their own: from the file's name, else as said, else null. */
  readonly observedAt: string | null
  readonly problems: ProblemList
  readonly notes: Set<string>
  /** The first moment at which nothing can have been observed yet; null where nobody said what day it is. */
  readonly unseenFrom: string | null
  /** Stamps that were read already. */
  readonly stamps: Map<string, ReadTime>
  /** What all numbers of a mapped column carry, made on first use. */
  readonly passports: Map<Target, Passport>
  /** How the prices of a column name their source. */
  readonly quoteSources: Map<Target, string>
  readonly sha256: Sha256 | null
  readonly keepsAuthorHash: boolean
  readonly fileName: string
}

/** Columns that may be used, by what they say. */
export type UsableColumns = ReadonlyMap<Target['to'], readonly { readonly column: string; readonly target: Target }[]>

/** Problems as they are met. Those beyond the first PROBLEMS_MAX are counted, not kept: a wrong column of a large file has a million. */
export interface ProblemList {
  readonly kept: ImportProblem[]
  unlisted: number
}

/** How many problems a report lists. */
const PROBLEMS_MAX = 10_000

/** Notes a problem, or only counts it when the list is full. */
export function noteProblem(problems: ProblemList, problem: ImportProblem): void {
  if (problems.kept.length < PROBLEMS_MAX) problems.kept.push(problem)
  else problems.unlisted += 1
}

/** A mapped cell of one record that holds something and whose unit is not contradicted. */
export interface MappedCell<T extends Target = Target> {
  readonly column: string
  readonly target: T
  readonly cell: unknown
}

/** Columns of a file that may be used, by what they say: those absent or contradicted are left out once, not per record. */
export function listUsable(source: Source, columns: readonly string[], units: ImportContext['units']): UsableColumns {
  const present = new Set(columns)
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
  ctx: Pick<ImportContext, 'usable'>,
): MappedCell<Extract<Target, { to: K }>>[] {
  const found: MappedCell<Extract<Target, { to: K }>>[] = []
  for (const { column, target } of ctx.usable.get(to) ?? []) {
    const cell = cellOf(record, column)
    if (!isEmptyCell(cell)) found.push({ column, target: target as Extract<Target, { to: K }>, cell })
  }
  return found
}

type IdentityField = Extract<Target, { to: 'identity' }>['field']

/** First text for one identity field; null when no column says it. */
export function textFor(cells: readonly MappedCell<Extract<Target, { to: 'identity' }>>[], field: IdentityField): string | null {
  const found = cells.find(({ target }) => target.field === field)
  return found === undefined ? null : cleanText(found.cell)
}

/** Notes what is wrong with one cell; the record itself stays. */
export function addProblem(ctx: ImportContext, record: SourceRecord, problem: { column: string; code: string; cell: unknown }): null {
  const { column, code, cell } = problem
  noteProblem(ctx.problems, { record: record.record, column, code, value: cleanText(cell).slice(0, 200) })
  return null
}

/** The number of a cell in the unit of its column; problems are noted, and then it is as if missing. */
export function numberOf(mapped: NamedCell, record: SourceRecord, ctx: ImportContext): ReadNumber {
  return inUnits(readNumber(mapped.cell), mapped, { record, ctx })
}

/** The same where -1 is a number. */
export function signedNumberOf(mapped: NamedCell, record: SourceRecord, ctx: ImportContext): ReadNumber {
  return inUnits(readNumber(mapped.cell, SIGNED), mapped, { record, ctx })
}

interface NamedCell {
  readonly column: string
  readonly cell: unknown
}

const SIGNED = { signed: true }

function inUnits(read: ReadNumber, { column, cell }: NamedCell, { record, ctx }: { record: SourceRecord; ctx: ImportContext }): ReadNumber {
  if (read.kind === 'unparsable') addProblem(ctx, record, { column, code: 'number.unparsable', cell })
  return inOnes(read, cell, scaleOf(record, column, ctx.reading) ?? 1)
}

/** A whole count ≥ 0, or null with the problem noted. */
export function countOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): number | null {
  const read = numberOf(mapped, record, ctx)
  if (read.kind !== 'value') return null
  if (read.value < 0 || read.isPercent || !isExact(read.value)) return addProblem(ctx, record, { ...mapped, code: 'number.not_a_count' })
  return Math.round(read.value)
}

/** Yuan as whole fen, or null. A price of 0 means "not offered" in every export seen, so it is not known. */
export function fenOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): number | null {
  if (isOnRequest(mapped.cell)) {
    ctx.notes.add(writeNote('prices.on_request'))
    return null
  }
  const read = numberOf(mapped, record, ctx)
  if (read.kind === 'range') return addProblem(ctx, record, { ...mapped, code: 'price.is_a_range' })
  if (read.kind !== 'value' || read.value === 0) return null
  if (read.value < 0 || read.isPercent || !isExact(read.value * 100))
    return addProblem(ctx, record, { ...mapped, code: 'number.not_a_price' })
  return Math.round(read.value * 100)
}

// A whole number beyond 2^53 is no longer the one that was printed, and no database column holds it.
const isExact = (value: number) => Number.isSafeInteger(Math.round(value))

/** The moment of a cell, or null with the problem noted. */
export function momentOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): string | null {
  const read = readStamp(mapped.cell, ctx.stamps)
  if (read.kind === 'unparsable') return addProblem(ctx, record, { ...mapped, code: 'time.unparsable' })
  if (read.kind === 'missing') return null
  if (read.zoneless) ctx.notes.add(writeNote('times.zoneless'))
  return read.moment
}

/**
 * The same of something that was seen or published: a moment still to come is a slip (the year 9999) and would stand as the newest for ever,
 * so it is noted and not used.
 */
export function pastMomentOf(mapped: { column: string; cell: unknown }, record: SourceRecord, ctx: ImportContext): string | null {
  const moment = momentOf(mapped, record, ctx)
  return moment !== null && isUnseen(moment, ctx) ? addProblem(ctx, record, { ...mapped, code: 'time.to_come' }) : moment
}

/** Whether a moment lies where nothing can have been observed yet. */
export const isUnseen = (moment: string, { unseenFrom }: Pick<ImportContext, 'unseenFrom'>) => unseenFrom !== null && moment >= unseenFrom

const STAMPS_HELD = 5000

// A column of days holds a few texts a million times.
function readStamp(cell: unknown, held: Map<string, ReadTime>): ReadTime {
  if (typeof cell !== 'string') return readTime(cell)
  const known = held.get(cell)
  if (known !== undefined) return known
  const read = readTime(cell)
  if (held.size >= STAMPS_HELD) held.clear()
  held.set(cell, read)
  return read
}
