import type { DecodedFile, Table, TablePiece, TableStream } from '@kolibra/core/imports'

// What tells a source looks at as many rows of a file that is held.
const HEAD_ROWS = 500
// Some ten milliseconds of work.
const CELLS_TOGETHER = 4000
// Fewer rows than this are understood before anybody has waited.
const LEAST_ROWS = 1000

/**
 * The tables of a file that is held, in slices: understanding all of them at once would keep other requests waiting, and all that was
 * understood of them would have to be held beside them. Null for a small file and for JSON.
 */
export function streamTable(file: DecodedFile): TableStream | null {
  if (file.shape !== 'table' || countRows(file.tables) <= LEAST_ROWS) return null
  const { tables } = file
  return {
    head: { ...file, tables: tables.map((table) => ({ ...table, rows: table.rows.slice(0, HEAD_ROWS) })) },
    pieces: () => sliceTables(tables),
  }
}

function* sliceTables(tables: readonly Table[]): Generator<TablePiece> {
  const all = countRows(tables)
  let done = 0
  for (const [table, { header, rows }] of tables.entries()) {
    const together = Math.max(1, Math.floor(CELLS_TOGETHER / Math.max(1, header.length)))
    for (let from = 0; from < rows.length; from += together) {
      const slice = rows.slice(from, from + together)
      done += slice.length
      yield { table, rows: slice, share: done / all }
    }
  }
}

const countRows = (tables: readonly Table[]) => tables.reduce((rows, table) => rows + table.rows.length, 0)
