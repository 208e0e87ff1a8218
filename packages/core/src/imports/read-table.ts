import type { Cell, DecodedFile, Table } from './decoded-file.ts'
import { makeColumnFinder, readHeader } from './match-columns.ts'
import type { ColumnMap, SourceReading, SourceRecord } from './source.ts'

/** How a source wants its tables found. */
export interface TableReading {
  readonly columns: readonly ColumnMap[]
  /** Headers (canonical) without which the table is another one; an inner list means one of them. */
  readonly required: readonly (readonly string[])[]
  /** Complete header rows of other versions, for rows appended under an old header. */
  readonly versions?: readonly (readonly string[])[]
  /** Whether cells stand under the headers they belong to; needed where `versions` are. */
  readonly fits?: (cells: Readonly<Record<string, unknown>>) => boolean
}

interface FoundHeader {
  readonly table: Table
  readonly header: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly confidence: number
}

// Title lines, dates and logos stand above the header of hand-made lists; deeper than this nobody puts it.
const DEEPEST_HEADER = 15

/** Tables of a file; JSON lists of flat objects read as a table too. */
export function listTables(file: DecodedFile): readonly Table[] {
  if (file.shape === 'table') return file.tables
  const objects = flattenDocuments(file.documents)
  if (objects === null) return []
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  return [{ name: file.name, header, rows: objects.map((object) => header.map((key) => toCell(object[key]))) }]
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
  return Math.max(0, ...listTables(file).map((table) => findHeader(table, reading)?.confidence ?? 0))
}

function findHeader(table: Table, reading: TableReading): FoundHeader | null {
  const find = makeColumnFinder(reading.columns)
  const lines: (readonly Cell[])[] = [table.header, ...table.rows.slice(0, DEEPEST_HEADER)]
  const found = lines.flatMap((line, at) => {
    const header = line.map((cell) => String(cell ?? '').trim())
    const confidence = rateHeader(header, reading, find)
    return confidence === 0 ? [] : [{ table, header, rows: table.rows.slice(at), confidence }]
  })
  return found.sort((a, b) => b.confidence - a.confidence)[0] ?? null
}

function rateHeader(header: readonly string[], { required }: TableReading, find: (header: string) => ColumnMap | undefined): number {
  const named = header.filter((name) => name !== '')
  const known = new Set(named.map((name) => find(name)?.headers[0]).filter((name) => name !== undefined))
  if (!required.every((choices) => choices.some((choice) => known.has(choice)))) return 0
  return Math.round((0.5 + (0.5 * known.size) / named.length) * 100) / 100
}

/** Every data row of every recognised table, under canonical headers where known and printed ones where not. */
export function readTables(file: DecodedFile, reading: TableReading): SourceReading {
  const records: SourceRecord[] = []
  const columns = new Set<string>()
  const printed = new Set<string>()
  const notes: string[] = []
  const scales: Record<string, number> = {}
  for (const table of listTables(file)) {
    const found = findHeader(table, reading)
    if (found === null) {
      if (table.rows.length > 0) notes.push(`Sheet "${table.name}" is of another kind and was not read.`)
      continue
    }
    found.header.forEach((name) => printed.add(name))
    noteScales(found.header, reading, { scales, notes })
    readRows(found, reading, { records, columns, notes })
  }
  return { records, columns: [...columns], printed: [...printed], notes, scales, fromSheet: file.shape === 'table' }
}

function noteScales(header: readonly string[], reading: TableReading, into: { scales: Record<string, number>; notes: string[] }): void {
  const find = makeColumnFinder(reading.columns)
  for (const name of header) {
    const canonical = find(name)?.headers[0]
    const { scale, unit } = readHeader(name)
    if (canonical === undefined || unit === null || scale === 1) continue
    into.scales[canonical] = scale
    into.notes.push(`Column "${name}" states its unit: values were multiplied by ${scale}.`)
  }
}

interface RowSink {
  readonly records: SourceRecord[]
  readonly columns: Set<string>
  readonly notes: string[]
}

function readRows(found: FoundHeader, reading: TableReading, sink: RowSink): void {
  const find = makeColumnFinder(reading.columns)
  const known = [found.header, ...(reading.versions ?? [])]
  let names = nameColumns(found.header, find)
  names.forEach((name) => sink.columns.add(name))
  for (const row of found.rows) {
    if (row.every((cell) => cell === null || String(cell).trim() === '')) continue
    if (isHeaderAgain(row, known)) {
      names = nameColumns(
        row.map((cell) => String(cell ?? '').trim()),
        find,
      )
      names.forEach((name) => sink.columns.add(name))
      sink.notes.push('A second header row stands inside the file; rows after it were read under it.')
      continue
    }
    sink.records.push(readRow(row, names, { record: sink.records.length + 1, reading, find }))
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
  return known.some(
    (header) =>
      header.filter((name, at) => name !== '' && String(row[at] ?? '').trim() === name).length >= Math.max(2, header.length * 0.8),
  )
}

interface RowPlace {
  readonly record: number
  readonly reading: TableReading
  readonly find: (header: string) => ColumnMap | undefined
}

function readRow(row: readonly Cell[], names: readonly string[], { record, reading, find }: RowPlace): SourceRecord {
  const { versions = [], fits = () => true } = reading
  const filled = row.findLastIndex((cell) => cell !== null && cell !== '') + 1
  const cells = toCells(row, names)
  if (filled <= names.length && fits(cells)) return { record, cells }
  // Appended by another version under this header: the one under which everything falls into place wrote the row.
  const other = versions.filter((version) => version.length >= filled).map((version) => toCells(row, nameColumns(version, find)))
  const fitting = other.find((each) => fits(each))
  if (fitting !== undefined) return { record, cells: fitting }
  const code = filled > names.length ? 'record.too_many_cells' : 'record.shifted'
  return { record, cells, fault: { code, column: null, value: `${filled} cells` } }
}

function toCells(row: readonly Cell[], names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name, at) => [name, row[at] ?? null]))
}
