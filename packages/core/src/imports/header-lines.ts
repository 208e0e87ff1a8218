import { readHarmlessCell } from '../shared/index.ts'
import type { Cell, DecodedFile, Table } from './decoded-file.ts'
import { formsOf, indexHeaders } from './match-columns.ts'
import { isRejectHeader } from './reject-headers.ts'
import type { ColumnMap, TableReading } from './source.ts'

/** A row that may be the header, with the forms its names are known by. */
export interface HeaderLine {
  readonly header: readonly string[]
  /** How many of the cells name anything that is not ours. */
  readonly named: number
  readonly folded: ReadonlySet<string>
  /** Names that read otherwise without their unit bracket. */
  readonly bracketed: readonly ReturnType<typeof formsOf>[]
}

// Title lines, dates and logos stand above the header of hand-made lists; deeper than this nobody puts it.
const DEEPEST_HEADER = 15

/** The rows of a table among which its header is. */
export function listHeaderLines({ header, rows }: Table): HeaderLine[] {
  return [header, ...rows.slice(0, DEEPEST_HEADER)].map(foldLine)
}

function foldLine(line: readonly Cell[]): HeaderLine {
  const header = line.map((cell) => readHarmlessCell(String(cell ?? '').trim()))
  const forms = header.filter((name) => name !== '' && !isRejectHeader(name)).map(formsOf)
  return {
    header,
    named: forms.length,
    folded: new Set(forms.map(([folded]) => folded)),
    bracketed: forms.filter(([folded, bare]) => folded !== bare),
  }
}

// Every source is asked about the same file: its rows are folded once for all of them, and go with the file.
const LINES = new WeakMap<DecodedFile, readonly (readonly HeaderLine[])[]>()

/** The same for all tables of a file. */
export function headerLinesOf(file: DecodedFile, listTables: (file: DecodedFile) => readonly Table[]): readonly (readonly HeaderLine[])[] {
  const held = LINES.get(file) ?? listTables(file).map(listHeaderLines)
  LINES.set(file, held)
  return held
}

/** How surely (0–1) a row is the header of such a table: all required names, and how many of its names are known. */
export function rateHeaderLine({ folded, named, bracketed }: HeaderLine, { columns, required }: TableReading): number {
  const byHeader = indexHeaders(columns)
  const known = new Set<string | undefined>()
  const know = (column: ColumnMap | undefined) => column !== undefined && known.add(column.headers[0])
  // A file may have a million names, a source has a hundred.
  for (const [name, column] of byHeader) if (folded.has(name)) know(column)
  for (const [printed, bare] of bracketed) if (!byHeader.has(printed)) know(byHeader.get(bare))
  if (!required.every((choices) => choices.some((choice) => known.has(choice)))) return 0
  return Math.round((0.5 + (0.5 * known.size) / named) * 100) / 100
}
