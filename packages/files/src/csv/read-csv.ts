import type { Cell, Table } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import Papa from 'papaparse'

import { findHeader } from './find-header.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'

/** What Excel itself holds; every source is compared with every column. */
export const COLUMNS_MAX = 16_384
/** Thirty times what a cell of Excel holds: beyond it a delimiter or a line break was lost. */
export const CELL_CHARACTERS_MAX = 1_000_000

/**
 * One table from delimited text (comma, tab, semicolon or bar; quoted line breaks). Rows that hold nothing are left out, short rows are
 * filled with null, cells beyond the header are kept. Refuses with file.empty, file.no_header, file.bad_line (a quote that never closes, a
 * cell of a million characters), file.too_complex (more columns than a sheet has).
 */
export function readCsv(text: string, name: string): Outcome<Table, Refusal> {
  const { body, delimiter } = takeSeparatorLine(text.replaceAll(/\r\n?/g, '\n'))
  const parsed = Papa.parse<string[]>(body, { delimiter: delimiter ?? sniffDelimiter(body), newline: '\n', skipEmptyLines: false })
  const rows = parsed.data.filter((row) => row.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return refuse({ code: 'file.empty', file: name })
  const headerAt = findCsvHeader(rows)
  if (headerAt === null) return refuse({ code: 'file.no_header', file: name })
  if (parsed.errors.some(({ code }) => code === 'MissingQuotes'))
    return refuse({ code: 'file.bad_line', file: name, record: rows.length - 1 - headerAt, problem: 'open_quote' })
  if (rows.some((row) => row.length > COLUMNS_MAX)) return refuse({ code: 'file.too_complex', file: name, problem: 'columns' })
  const longAt = rows.findIndex((row) => row.some((cell) => cell.length > CELL_CHARACTERS_MAX))
  if (longAt >= 0) return refuse({ code: 'file.bad_line', file: name, record: Math.max(0, longAt - headerAt), problem: 'long_cell' })
  const header = trimEnd(rows[headerAt] ?? []).map((cell) => cell.trim())
  return accept({ name, header, rows: rows.slice(headerAt + 1).map((row) => fitRow(row, header.length)) })
}

// Excel writes "sep=;" as a first line to name the delimiter.
function takeSeparatorLine(text: string): { body: string; delimiter: string | null } {
  const line = /^"?sep=(.)"?\n/i.exec(text)
  return line ? { body: text.slice(line[0].length), delimiter: line[1] ?? null } : { body: text, delimiter: null }
}

// In a CSV an unquoted comma can make a data row look wider than a narrow header, so only a single-cell title is ever skipped.
/** Where the header stands among rows that hold something, or null. */
export function findCsvHeader(rows: readonly string[][]): number | null {
  const isTitle = rows[0] !== undefined && trimEnd(rows[0]).length === 1
  const searched = isTitle ? rows : rows.slice(0, 1)
  return findHeader(searched)
}

/** A row without the cells after the last that holds something. */
export function trimEnd(row: readonly string[]): string[] {
  const length = row.findLastIndex((cell) => cell.trim() !== '') + 1
  return row.slice(0, length)
}

function fitRow(row: readonly string[], width: number): Cell[] {
  const cells: Cell[] = trimEnd(row).map((cell) => (cell.trim() === '' ? null : cell))
  while (cells.length < width) cells.push(null)
  return cells
}
