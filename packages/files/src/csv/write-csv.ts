import type { Cell } from '@kolibra/core/imports'
import Papa from 'papaparse'

// Papa's own pattern lets a formula through when a line break follows it.
const FORMULA_START = /^[=+\-@\t\r]/

/**
 * A CSV text that Excel and WPS open as it is meant: byte order mark, CRLF, and text that would run as a formula
 * (leading = + - @ tab or return) made harmless with an apostrophe. Unknown (null) is an empty cell.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const body = Papa.unparse({ fields: [...header], data: rows.map((row) => [...row]) }, { escapeFormulae: FORMULA_START, newline: '\r\n' })
  return `\ufeff${body}\r\n`
}
