import type { Cell, TableStream } from '@kolibra/core/imports'

import type { TextPieces } from '../decode/text-pieces.ts'
import { CELL_CHARACTERS_MAX, COLUMNS_MAX, findCsvHeader, trimEnd } from './read-csv.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'
import { scanBytes } from './scan-bytes.ts'
import { makeRowSplitter, OddCsv, unifyBreaks } from './split-rows.ts'

// Titles stand above a header, and a source looks for its own header a little deeper.
const HEAD_ROWS = 40

/** What readCsv makes of a text, in pieces. Null, or OddCsv thrown on the way, for text that readCsv must see whole. */
export function streamCsv({ encoding, pieces, utf8 }: TextPieces, name: string): TableStream | null {
  const [first] = pieces()
  const start = first === undefined ? '' : unifyBreaks(first.text)
  // Excel's line that names the delimiter.
  if (/^"?sep=/i.test(start)) return null
  const delimiter = sniffDelimiter(start)
  const splitter = makeRowSplitter(delimiter)
  const rows = [...splitter.push(start), ...(first?.share === 1 ? splitter.end() : [])].filter(holdsSomething).slice(0, HEAD_ROWS)
  const headerAt = rows.length < HEAD_ROWS && first?.share !== 1 ? null : findCsvHeader(rows)
  if (headerAt === null) return null
  const header = trimEnd(rows[headerAt] ?? []).map((cell) => cell.trim())
  const head = rows.slice(headerAt + 1).map((row) => fitRow(row, header.length) ?? [])
  const shape = { delimiter, skip: headerAt + 1, width: header.length }
  // Rows that end with a carriage return alone are found in the text only.
  const isPlain = utf8 !== null && !/\r(?!\n)/.test(first?.text.slice(0, -1) ?? '')
  return {
    head: { name, encoding, shape: 'table', tables: [{ name, header, rows: head }] },
    pieces: () => fitPieces({ encoding, pieces, utf8 }, shape),
    ...(isPlain ? { rows: () => scanBytes({ ...utf8, ...shape, fitRow: (row) => fitRow(row, header.length) }) } : {}),
  }
}

interface Shape {
  readonly delimiter: string
  /** Rows that hold something and stand before the first record. */
  readonly skip: number
  readonly width: number
}

function* fitPieces({ pieces }: TextPieces, { delimiter, skip, width }: Shape): Generator<{ rows: Cell[][]; share: number }> {
  const splitter = makeRowSplitter(delimiter)
  let left = skip
  for (const { text, share } of pieces()) {
    const rows = splitter.push(text)
    if (share === 1) rows.push(...splitter.end())
    const fitting: Cell[][] = []
    for (const row of rows) {
      const cells = fitRow(row, width)
      if (cells === null) continue
      if (left > 0) left -= 1
      else fitting.push(cells)
    }
    yield { rows: fitting, share }
  }
}

const holdsSomething = (row: readonly string[]) => row.some((cell) => !isBlank(cell))

function isBlank(cell: string): boolean {
  if (cell === '') return true
  const code = cell.charCodeAt(0)
  return (code <= 0x20 || code >= 0x80) && cell.trim() === ''
}

/** The row as readCsv fits it: blanks are null, as wide as the header, more only where cells hold something. Null for a blank row. */
function fitRow(row: readonly string[], width: number): Cell[] | null {
  if (row.length > COLUMNS_MAX) throw new OddCsv()
  const cells: Cell[] = []
  let filled = 0
  for (let at = 0; at < row.length; at += 1) {
    const cell = row[at] ?? ''
    if (cell.length > CELL_CHARACTERS_MAX) throw new OddCsv()
    if (isBlank(cell)) cells.push(null)
    else filled = cells.push(cell)
  }
  if (filled === 0) return null
  cells.length = Math.max(filled, Math.min(cells.length, width))
  while (cells.length < width) cells.push(null)
  return cells
}
