import type { DecodedFile, TableStream } from '@kolibra/core/imports'

const HEAD_ROWS = 40
const TOGETHER = 1000

/** A large table that is held, in slices: understanding all of it at once would keep other requests waiting. Null for anything else. */
export function streamTable(file: DecodedFile): TableStream | null {
  if (file.shape !== 'table') return null
  const [table, ...more] = file.tables
  if (table === undefined || more.length > 0 || table.rows.length <= TOGETHER) return null
  const { rows } = table
  return {
    head: { ...file, tables: [{ ...table, rows: rows.slice(0, HEAD_ROWS) }] },
    *pieces() {
      for (let from = 0; from < rows.length; from += TOGETHER)
        yield { rows: rows.slice(from, from + TOGETHER), share: Math.min(1, (from + TOGETHER) / rows.length) }
    },
  }
}
