import { makeContactTest } from './blank-contacts.ts'
import type { Cell, DecodedFile } from './decoded-file.ts'
import type { ImportOptions } from './import-run.ts'
import { walk } from './import-stream.ts'
import type { TableStream } from './table-stream.ts'
import { chooseMapped } from './mapping/choose-mapped.ts'
import { makeColumnFinder } from './match-columns.ts'
import { openTables } from './read-table.ts'
import { sampleFile } from './sample-file.ts'
import type { Source, SourceRecord } from './source.ts'
import { stepThrough, within, type Steps } from './steps.ts'

/** A record as it stands in its file: every cell under the header it is printed with, in the file's order. Contact data is blank. */
export interface PickedRow {
  readonly record: number
  readonly cells: readonly (readonly [header: string, cell: Cell])[]
  /** The header that the file prints for a column, as problems name it. */
  readonly headerOf: (column: string) => string
}

/** The wanted records of a file that is held; empty when the file is of no source. */
export function* pickRows(file: DecodedFile, options: ImportOptions, wanted: ReadonlySet<number>): Steps<PickedRow[]> {
  const chosen = chooseMapped(yield* within(sampleFile(file), [0, 0]), options)
  if (!chosen.ok) return []
  const { source } = chosen.value
  const { records } = yield* within(source.read(file), [0, 0.5])
  const show = makeShow(source)
  const picked: PickedRow[] = []
  yield* stepThrough(
    records,
    (record) => {
      if (wanted.has(record.record)) picked.push(show(record))
    },
    [0.5, 1],
  )
  return picked
}

/** The same of a table in pieces; yields once per piece, so that whoever drives it may do other work in between. */
export function* pickStreamedRows(stream: TableStream, options: ImportOptions, wanted: ReadonlySet<number>): Generator<PickedRow[]> {
  const chosen = chooseMapped(stream.head, options)
  const reading = chosen.ok ? chosen.value.source.table : undefined
  if (!chosen.ok || reading === undefined) return
  const show = makeShow(chosen.value.source)
  let found: PickedRow[] = []
  const take = (record: SourceRecord) => {
    if (wanted.has(record.record)) found.push(show(record))
  }
  for (const _ of walk(stream, openTables(stream.head, reading), take)) {
    yield found
    found = []
  }
}

function makeShow({ columns }: Source): (record: SourceRecord) => PickedRow {
  const isContact = makeContactTest(columns)
  const find = makeColumnFinder(columns)
  return (record) => {
    const printed = printedCells(record)
    return {
      record: record.record,
      cells: printed.map(([header, cell]) => [header, isContact(header) ? null : cell]),
      headerOf: (column) => printed.find(([header]) => find(header)?.headers[0] === column)?.[0] ?? column,
    }
  }
}

// What comes from JSON has keys in place of headers, and lists and objects in its cells.
function printedCells(record: SourceRecord): readonly (readonly [string, Cell])[] {
  if (record.asPrinted !== undefined) return record.asPrinted()
  return Object.entries(record.cells).map(([key, value]) => [key, asCell(value)])
}

function asCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return JSON.stringify(value)
}
