import type { Cell, Table } from '@kolibra/core/imports'
import { refuse, type Outcome, type Refusal } from '@kolibra/core/shared'
import { readXls as readWithLibrary } from 'hucre/xlsx'

import { readSheets, type SheetOptions } from './read-sheets.ts'
import type { SheetRows } from './sheet-rows.ts'
import { toCell } from './to-cell.ts'

// BOF of a BIFF8 workbook ([MS-XLS] 2.4.21), and FILEPASS right after it in a workbook with a password.
const WORKBOOK_START = Buffer.from([0x09, 0x08, 0x10, 0x00, 0x00, 0x06, 0x05, 0x00])
const START_BYTES = 20
const FILEPASS = 0x2f

/**
 * The sheets of an Excel 97–2003 workbook, as readXlsx gives those of a new one; hidden sheets are among them. Refuses with file.encrypted,
 * file.old_xls (older still, or no workbook at all) and what readXlsx refuses.
 */
export async function readXls(bytes: Uint8Array, options: SheetOptions): Promise<Outcome<readonly Table[], Refusal>> {
  const { name: file } = options
  if (hasPassword(bytes)) return refuse({ code: 'file.encrypted', file })
  const sheets = await openXls(bytes)
  return sheets === null ? refuse({ code: 'file.old_xls', file }) : readSheets(sheets, options)
}

function hasPassword(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf(WORKBOOK_START)
  return start >= 0 && bytes[start + START_BYTES] === FILEPASS
}

/** Null for what the library cannot follow: Excel 95 and older, a damaged file, a document of another program. */
async function openXls(bytes: Uint8Array): Promise<SheetRows[] | null> {
  try {
    const { sheets } = await readWithLibrary(bytes)
    return sheets.map(({ name, rows }) => ({ name, rows: giveRows(rows) }))
  } catch {
    return null
  }
}

async function* giveRows(rows: Awaited<ReturnType<typeof readWithLibrary>>['sheets'][number]['rows']): AsyncGenerator<Cell[][]> {
  for (const values of rows) {
    // Rows nobody wrote are holes.
    const row = (values ?? []).map(toCell)
    row.length = row.findLastIndex((cell) => cell !== null) + 1
    if (row.length > 0) yield [row]
  }
}
