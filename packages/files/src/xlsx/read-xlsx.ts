import type { Cell, Table } from '@kolibra/core/imports'
import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { readXlsx as readWorkbook, streamXlsxRows, type CellValue } from 'hucre/xlsx'

import { findHeader } from '../csv/find-header.ts'
import { cleanText } from '../decode/index.ts'
import { checkArchive, type ArchiveEntry } from '../unzip/index.ts'
import { formatSheetDate, tidySheetText } from './format-cell.ts'
import type { XlsxLimits } from './xlsx-limits.ts'

type Options = { readonly name: string; readonly limits: XlsxLimits }

/**
 * The sheets of a workbook that hold anything, hidden ones left out. Dates come as `YYYY-MM-DD HH:mm:ss` without a zone, errors as their
 * text (`#N/A`), formulas as their stored result, empty as null. Refuses with the archive's refusals, file.not_workbook, file.empty,
 * file.no_header, file.too_complex (more cells than the limit).
 */
export async function readXlsx(bytes: Uint8Array, options: Options): Promise<Outcome<readonly Table[], Refusal>> {
  const { name: file } = options
  const archive = checkArchive(bytes, options)
  if (!archive.ok) return archive
  const other = nameOtherPackage(archive.value)
  if (other !== null) return refuse({ code: 'file.not_workbook', file, looksLike: other })
  try {
    return await readSheets(bytes, options)
  } catch (error) {
    // The archive itself is sound by now, so what the parser cannot follow are the workbook's own parts.
    return refuse({ code: 'file.damaged_workbook', file, problem: error instanceof Error ? error.message : String(error) })
  }
}

async function readSheets(bytes: Uint8Array, options: Options): Promise<Outcome<readonly Table[], Refusal>> {
  const tables: Table[] = []
  const headless: string[] = []
  let cellsLeft = options.limits.cells
  for (const sheet of await listSheets(bytes)) {
    const rows = await collectRows(bytes, sheet, cellsLeft)
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

// Each once: a damaged or hostile workbook may name one sheet a thousand times.
async function listSheets(bytes: Uint8Array): Promise<Set<string>> {
  const names = new Set<string>()
  await readWorkbook(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.add(name)
      return false
    },
  })
  return names
}

/** Rows that hold something, or null when they have more than `cellsMax` cells. Streamed, so a lone cell in the far corner costs one row. */
async function collectRows(bytes: Uint8Array, sheet: string, cellsMax: number): Promise<Cell[][] | null> {
  const rows: Cell[][] = []
  let cells = 0
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    const row = values.slice(0, values.findLastIndex((value) => toCell(value) !== null) + 1).map(toCell)
    cells += row.length
    if (cells > cellsMax) return null
    if (row.length > 0) rows.push(row)
  }
  return rows
}

function toCell(value: CellValue | undefined): Cell {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return formatSheetDate(value)
  if (typeof value !== 'string') return value
  return value.trim() === '' ? null : cleanText(tidySheetText(value))
}

function buildTable(name: string, rows: readonly Cell[][], headerAt: number): Table {
  const header = (rows[headerAt] ?? []).map((cell) => String(cell ?? '').trim())
  return { name, header, rows: rows.slice(headerAt + 1).map((row) => fitRow(row, header.length)) }
}

function fitRow(row: Cell[], width: number): Cell[] {
  return row.length >= width ? row : [...row, ...Array.from({ length: width - row.length }, () => null)]
}

/** What an archive is when it is no .xlsx workbook, or null when it is one. */
function nameOtherPackage(entries: readonly ArchiveEntry[]): string | null {
  const names = new Set(entries.map(({ name }) => name))
  const has = (start: string): boolean => entries.some(({ name }) => name.startsWith(start))
  if (names.has('xl/workbook.bin')) return 'xlsb'
  if (has('word/')) return 'docx'
  if (has('ppt/')) return 'pptx'
  if (names.has('[Content_Types].xml')) return null
  if (names.has('mimetype') && names.has('content.xml')) return 'ods'
  return has('Index/') ? 'numbers' : 'zip'
}
