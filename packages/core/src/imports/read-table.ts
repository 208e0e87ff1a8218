import { writeNote } from './describe-note.ts'
import { readHarmlessCell } from '../shared/index.ts'
import type { Cell, DecodedFile, Table } from './decoded-file.ts'
import { headerLinesOf, listHeaderLines, rateHeaderLine } from './header-lines.ts'
import { makeColumnFinder, readHeader } from './match-columns.ts'
import type { ColumnMap, ReadingFacts, SourceReading, SourceRecord, TableReading } from './source.ts'
import { runSteps, stepThrough, within, type Steps } from './steps.ts'

interface FoundHeader {
  readonly table: Table
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly confidence: number
}

/** Tables of a file; JSON lists of flat objects read as a table too. */
export const listTables = (file: DecodedFile): readonly Table[] => runSteps(listTablesInSteps(file))

function* listTablesInSteps(file: DecodedFile): Steps<readonly Table[]> {
  if (file.shape === 'table') return file.tables
  const objects = flattenDocuments(file.documents)
  if (objects === null) return []
  const keys = new Set<string>()
  yield* stepThrough(objects, (object) => Object.keys(object).forEach((key) => keys.add(key)), [0, 0.5])
  const header = [...keys]
  const rows: Cell[][] = []
  yield* stepThrough(
    objects,
    (object) => rows.push(header.map((key) => (Object.hasOwn(object, key) ? toCell(object[key]) : null))),
    [0.5, 1],
  )
  return [{ name: file.name, header, rows }]
}

function flattenDocuments(documents: readonly unknown[]): Record<string, unknown>[] | null {
  const items = documents.flatMap((document) => (Array.isArray(document) ? (document as unknown[]) : [document]))
  const isObject = (item: unknown): item is Record<string, unknown> => typeof item === 'object' && item !== null && !Array.isArray(item)
  return items.length > 0 && items.every(isObject) ? items : null
}

function toCell(value: unknown): Cell {
  if (value === undefined || value === null) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}

/** Confidence 0–1 that this file holds such a table: all required headers, and how many of its columns are known. */
export function recogniseTable(file: DecodedFile, reading: TableReading): number {
  return Math.max(0, ...headerLinesOf(file, listTables).flatMap((lines) => lines.map((line) => rateHeaderLine(line, reading))))
}

function findHeader(table: Table, reading: TableReading): FoundHeader | null {
  const found = listHeaderLines(table).flatMap((line, at) => {
    const confidence = rateHeaderLine(line, reading)
    return confidence === 0 ? [] : [{ table, header: line.header, rows: table.rows.slice(at), confidence }]
  })
  return found.sort((a, b) => b.confidence - a.confidence)[0] ?? null
}

// JSON has to be laid out as a table first.
const LISTED_SHARE = 0.3

/** Every data row of every recognised table, under canonical headers where known and printed ones where not. */
export function* readTables(file: DecodedFile, reading: TableReading): Steps<SourceReading> {
  const records: SourceRecord[] = []
  const tables = yield* within(listTablesInSteps(file), [0, LISTED_SHARE])
  const opened = openAll(file, tables, reading)
  for (const [at, table] of tables.entries()) {
    const reader = opened.readers[at] ?? null
    if (reader === null) continue
    const take = (row: readonly Cell[]) => {
      const record = reader.readRow(row)
      if (record !== null) records.push(record)
    }
    const shareOf = (done: number) => LISTED_SHARE + ((1 - LISTED_SHARE) * done) / tables.length
    yield* stepThrough(table.rows.slice(reader.skippedRows), take, [shareOf(at), shareOf(at + 1)])
  }
  return { records, ...opened.facts() }
}

/** How the rows of one table become records. */
export interface RowReader {
  /** How many of the first rows stand above the header or are it. */
  readonly skippedRows: number
  /** The record of a row; null for a row that is none. Rows come in order, or say which record they are. */
  readonly readRow: (row: readonly Cell[], as?: number) => SourceRecord | null
  /** The names of its columns, in place; another header inside the table changes them. */
  readonly names: () => readonly string[]
}

/** The tables of a file, read row by row: records are counted through all of them. */
export interface OpenTables {
  /** In the order of the file; null for a table that is none of this source. */
  readonly readers: readonly (RowReader | null)[]
  /** Every column met so far. */
  readonly columns: ReadonlySet<string>
  /** What was learnt from the rows so far. */
  readonly facts: () => ReadingFacts
}

/** A table that is read in pieces. */
export interface TableInPieces extends RowReader, Pick<OpenTables, 'columns' | 'facts'> {}

/** Starts reading tables of which only the first rows are held. */
export const openTables = (file: DecodedFile, reading: TableReading): OpenTables => openAll(file, listTables(file), reading)

/** The same where `file` has one table; null when it is none of this source. */
export function openTable(file: DecodedFile, reading: TableReading): TableInPieces | null {
  const { readers, columns, facts } = openTables(file, reading)
  const [reader] = readers
  return reader === undefined || reader === null ? null : { ...reader, columns, facts }
}

function openAll(file: DecodedFile, tables: readonly Table[], reading: TableReading): OpenTables {
  const facts = startFacts(file, reading)
  const readers = tables.map((table) => {
    const found = findHeader(table, reading)
    if (found !== null) return { skippedRows: table.rows.length - found.rows.length, ...makeRowReader(found, reading, facts) }
    if (table.rows.length > 0) facts.notes.push(writeNote('sheet.skipped', { sheet: table.name }))
    return null
  })
  return { readers, columns: facts.columns, facts: () => closeFacts(facts) }
}

interface GrowingFacts {
  readonly columns: Set<string>
  readonly printed: Set<string>
  readonly notes: string[]
  readonly scales: Record<string, number>
  readonly fromSheet: boolean
  /** How many were met, in all tables. */
  records: number
}

function startFacts({ shape }: DecodedFile, { scales }: TableReading): GrowingFacts {
  return { columns: new Set(), printed: new Set(), notes: [], scales: { ...scales }, fromSheet: shape === 'table', records: 0 }
}

function closeFacts({ columns, printed, records: _records, ...facts }: GrowingFacts): ReadingFacts {
  return { ...facts, columns: [...columns], printed: [...printed] }
}

/** What numbers are multiplied by under this header: another sheet of the file, or a header further down, may state other units. */
function readScales(header: readonly string[], reading: TableReading, facts: GrowingFacts): Readonly<Record<string, number>> {
  const find = makeColumnFinder(reading.columns)
  const own: Record<string, number> = { ...reading.scales }
  for (const name of header) {
    const canonical = find(name)?.headers[0]
    const { scale, unit } = readHeader(name)
    if (canonical === undefined || unit === null || scale === 1 || reading.scales?.[canonical] !== undefined) continue
    own[canonical] = scale
    facts.notes.push(writeNote('unit.stated', { column: name, scale }))
  }
  Object.assign(facts.scales, own)
  return own
}

function makeRowReader(found: FoundHeader, reading: TableReading, facts: GrowingFacts): Pick<RowReader, 'readRow' | 'names'> {
  const find = makeColumnFinder(reading.columns)
  const known = [found.header, ...(reading.versions ?? [])]
  found.header.forEach((name) => facts.printed.add(name))
  const startLayout = (header: readonly string[]) => {
    const layout = makeLayout(nameColumns(header, find), { printed: header, scales: readScales(header, reading, facts) })
    layout.names.forEach((name) => facts.columns.add(name))
    return layout
  }
  let layout = startLayout(found.header)
  const readRow = (row: readonly Cell[], as?: number) => {
    if (row.every((cell) => cell === null || String(cell).trim() === '')) return null
    if (isHeaderAgain(row, known)) {
      layout = startLayout(row.map((cell) => String(cell ?? '').trim()))
      facts.notes.push(writeNote('header.again'))
      return null
    }
    facts.records += 1
    return placeRow(row, layout, { record: as ?? facts.records, reading, find })
  }
  return { readRow, names: () => layout.names }
}

/** Names of a row's cells, where each stands, and the header row above them in the file. */
interface Layout {
  readonly names: readonly string[]
  readonly places: ReadonlyMap<string, number>
  readonly printed: readonly string[]
  readonly scales: Readonly<Record<string, number>>
}

function makeLayout(names: readonly string[], { printed, scales }: Pick<Layout, 'printed' | 'scales'>): Layout {
  return { names, places: new Map(names.map((name, at) => [name, at])), printed, scales }
}

/** A row that stays a list until somebody asks for all of its cells by name: a large file has a million. */
class TableRecord implements SourceRecord {
  readonly record: number
  readonly fault: SourceRecord['fault']
  readonly #row: readonly Cell[]
  readonly #layout: Layout
  constructor(record: number, place: { row: readonly Cell[]; layout: Layout }, fault?: SourceRecord['fault']) {
    this.record = record
    this.#row = place.row
    this.#layout = place.layout
    this.fault = fault
  }

  get scales(): Layout['scales'] {
    return this.#layout.scales
  }

  get cells(): Record<string, unknown> {
    return toCells(this.#row, this.#layout.names)
  }

  asPrinted(): [string, Cell][] {
    const { printed } = this.#layout
    const width = Math.max(printed.length, this.#row.length)
    return Array.from({ length: width }, (_, at) => [printed[at] ?? '', readCell(this.#row[at])])
  }

  cellAt(column: string): unknown {
    const at = this.#layout.places.get(column)
    return at === undefined ? undefined : readCell(this.#row[at])
  }
}

// A header met twice keeps its first column; the second goes under a name of its own, so it shows up as unmapped.
function nameColumns(header: readonly string[], find: (header: string) => ColumnMap | undefined): string[] {
  const taken = new Set<string>()
  return header.map((printed, at) => {
    const wanted = find(printed)?.headers[0] ?? printed
    const name = wanted === '' ? `column ${at + 1}` : taken.has(wanted) ? `${printed} (column ${at + 1})` : wanted
    taken.add(name)
    return name
  })
}

function isHeaderAgain(row: readonly Cell[], known: readonly (readonly string[])[]): boolean {
  return known.some((header) => {
    const least = Math.max(2, header.length * 0.8)
    let same = 0
    for (let at = 0; at < header.length; at += 1) {
      // Too many cells differ already: everyday rows end here after a few.
      if (same + header.length - at < least) return false
      const cell = row[at]
      if (header[at] !== '' && cell !== null && cell !== undefined && String(cell).trim() === header[at]) same += 1
    }
    return same >= least
  })
}

interface RowPlace {
  readonly record: number
  readonly reading: TableReading
  readonly find: (header: string) => ColumnMap | undefined
}

function placeRow(row: readonly Cell[], layout: Layout, { record, reading, find }: RowPlace): SourceRecord {
  const { versions = [], fits } = reading
  const filled = row.findLastIndex((cell) => cell !== null && cell !== '') + 1
  const isFull = filled > layout.names.length
  const inPlace = new TableRecord(record, { row, layout })
  if (!isFull && (fits === undefined || fits(inPlace.cells))) return inPlace
  // Appended by another version under this header: the one under which everything falls into place wrote the row.
  const other = versions.filter((version) => version.length >= filled).map((version) => makeLayout(nameColumns(version, find), layout))
  const fitting = other.find((each) => fits === undefined || fits(toCells(row, each.names)))
  if (fitting !== undefined) return new TableRecord(record, { row, layout: fitting })
  const code = isFull ? 'record.too_many_cells' : 'record.shifted'
  return new TableRecord(record, { row, layout }, { code, column: null, value: `${filled} cells` })
}

function toCells(row: readonly Cell[], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, at) => [name, readCell(row[at])]))
}

// A sheet that we wrote carries an apostrophe before text that would run as a formula: it is no part of the text.
const readCell = (cell: Cell | undefined): Cell => (typeof cell === 'string' ? readHarmlessCell(cell) : (cell ?? null))
