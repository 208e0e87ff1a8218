import type { Cell } from '@kolibra/core/imports'
import { readXlsx as readWorkbook, streamXlsxRows } from 'hucre/xlsx'

import type { SheetRows } from './sheet-rows.ts'
import { toCell } from './to-cell.ts'

/** The library's way, for every workbook that is legal and out of the ordinary. Throws when it cannot follow. */
export async function openWithLibrary(bytes: Uint8Array): Promise<SheetRows[]> {
  // Each once: a damaged or hostile workbook may name one sheet a thousand times.
  const names = new Set<string>()
  await readWorkbook(bytes, {
    sheets: ({ name, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) names.add(name)
      return false
    },
  })
  return [...names].map((name) => ({ name, rows: streamRows(bytes, name) }))
}

// Streamed, so a lone cell in the far corner costs one row.
async function* streamRows(bytes: Uint8Array, sheet: string): AsyncGenerator<Cell[][]> {
  for await (const { values } of streamXlsxRows(bytes, { sheet })) {
    const row = values.slice(0, values.findLastIndex((value) => toCell(value) !== null) + 1).map(toCell)
    if (row.length > 0) yield [row]
  }
}
