import type { Cell, DecodedFile } from '@kolibra/core/imports'
import { writeCsv } from '@kolibra/files/csv'
import { z } from 'zod'

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
const tableSchema = z.object({ name: z.string(), header: z.array(z.string()), rows: z.array(z.array(cellSchema)) })
// The mark by which a workbook that was written anew is known: as plain JSON it would be of no source.
const keptSchema = z.strictObject({ kolibraTables: z.array(tableSchema).min(1) })

/** A file as text that holds the same records: one table as CSV, several as marked JSON, JSON and JSON lines as they were. UTF-8. */
export function writeDecoded(file: DecodedFile): string {
  if (file.shape === 'jsonl') return file.documents.map((document) => `${JSON.stringify(document)}\n`).join('')
  if (file.shape === 'json') return JSON.stringify(file.documents.length === 1 ? file.documents[0] : file.documents)
  const [only, ...more] = file.tables
  if (only !== undefined && more.length === 0) return writeCsv(only.header, only.rows)
  return JSON.stringify({ kolibraTables: file.tables })
}

/** A decoded file, with the tables of a workbook that `writeDecoded` wrote as tables again; anything else as it is. */
export function readBack(file: DecodedFile): DecodedFile {
  if (file.shape !== 'json' || file.documents.length !== 1) return file
  const kept = keptSchema.safeParse(file.documents[0])
  return kept.success ? { name: file.name, encoding: file.encoding, shape: 'table', tables: kept.data.kolibraTables } : file
}

/** A pasted block as the text it would be copied as: it is read again with tabs between its cells. */
export function writePasted(file: DecodedFile): string {
  if (file.shape !== 'table') return writeDecoded(file)
  const rows = file.tables.flatMap(({ header, rows: cells }) => [header, ...cells])
  return rows.map((row) => row.map(quoteCell).join('\t')).join('\n')
}

function quoteCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
