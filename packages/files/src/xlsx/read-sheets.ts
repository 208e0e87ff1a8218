import type { Cell, Table } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { findHeader } from '../csv/find-header.ts'
import type { SheetRows } from './sheet-rows.ts'
import type { XlsxLimits } from './xlsx-limits.ts'

/** The file's name for refusals, and what reading it may cost. */
export interface SheetOptions {
  readonly name: string
  readonly limits: XlsxLimits
}

/** Sheets that hold anything as tables under their headers. Refuses with file.empty, file.no_header, file.too_complex (cells). */
export async function readSheets(sheets: readonly SheetRows[], options: SheetOptions): Promise<Outcome<readonly Table[], Refusal>> {
  const tables: Table[] = []
  const headless: string[] = []
  let cellsLeft = options.limits.cells
  for (const { name: sheet, rows: pieces } of sheets) {
    const rows = await collectRows(pieces, cellsLeft)
    const headerAt = findHeader(rows ?? [])
    // Short rows are filled up to the header, so a header in the far column is counted before it is paid for.
    const filledCells = (rows?.length ?? 0) * (rows?.[headerAt ?? 0]?.length ?? 0)
    if (rows === null || filledCells > cellsLeft) return refuse({ code: 'file.too_complex', file: options.name, sheet, problem: 'cells' })
    if (headerAt === null && rows.length > 0) headless.push(sheet)
    if (headerAt === null) continue
    const table = buildTable(sheet, rows, headerAt)
    tables.push(table)
    cellsLeft -= table.rows.reduce((sum, row) => sum + row.length, 0)
  }
  if (tables.length > 0) return accept(tables)
  const sheet = headless[0]
  return refuse(sheet === undefined ? { code: 'file.empty', file: options.name } : { code: 'file.no_header', file: options.name, sheet })
}

/** Rows that hold something, or null when they have more than `cellsMax` cells. */
async function collectRows(pieces: AsyncIterable<readonly Cell[][]>, cellsMax: number): Promise<Cell[][] | null> {
  const rows: Cell[][] = []
  let cells = 0
  for await (const piece of pieces) {
    for (const row of piece) {
      cells += row.length
      if (cells > cellsMax) return null
      rows.push(row)
    }
  }
  return rows
}

function buildTable(name: string, rows: readonly Cell[][], headerAt: number): Table {
  const header = (rows[headerAt] ?? []).map((cell) => String(cell ?? '').trim())
  return { name, header, rows: rows.slice(headerAt + 1).map((row) => fitRow(row, header.length)) }
}

function fitRow(row: Cell[], width: number): Cell[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => null)]
}
