import type { ArchiveEntry } from '../unzip/index.ts'
import { openWorkbook } from './open-workbook.ts'
import { openParts } from './read-parts.ts'
import { scanSheet } from './scan-sheet.ts'
import type { SheetRows } from './sheet-rows.ts'

/** The fast way, for workbooks written as Excel, WPS and the exporting platforms write them; any other throws OddWorkbook. */
export function openFast(bytes: Uint8Array, entries: readonly ArchiveEntry[]): SheetRows[] {
  const parts = openParts(bytes, entries)
  const workbook = openWorkbook(parts)
  return workbook.sheets.map(({ name, part }) => ({ name, rows: scanSheet(parts.stream(part), workbook) }))
}
