import type { Cell } from '@kolibra/core/imports'
import { harmlessCell } from '@kolibra/core/shared'
import Papa from 'papaparse'

/**
 * A CSV text that Excel and WPS open as it is meant: byte order mark, CRLF, and text that would run as a formula made harmless. Unknown
 * (null) is an empty cell.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${writeCsvRows([header, ...rows])}`
}

/** More rows of a text that writeCsv began. */
export function writeCsvRows(rows: readonly (readonly Cell[])[]): string {
  const body = Papa.unparse(
    rows.map((row) => row.map(toHarmless)),
    { newline: '\r\n' },
  )
  return `${body}\r\n`
}

const toHarmless = (cell: Cell) => (typeof cell === 'string' ? harmlessCell(cell) : cell)
