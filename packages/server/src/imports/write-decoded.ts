import type { Cell, DecodedFile } from '@kolibra/core/imports'
import { writeCsv, writeCsvRows } from '@kolibra/files/csv'
import { z } from 'zod'

const cellSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])
const tableSchema = z.object({ name: z.string(), header: z.array(z.string()), rows: z.array(z.array(cellSchema)) })
// The mark by which a workbook that was written anew is known: as plain JSON it would be of no source.
const keptSchema = z.strictObject({ kolibraTables: z.array(tableSchema).min(1) })

const TOGETHER = 500

/**
 * A file as text that holds the same records, in pieces: one table as CSV, several as marked JSON, JSON and JSON lines as they were. UTF-8.
 */
export function* writeDecoded(file: DecodedFile): Generator<string> {
  if (file.shape === 'jsonl') {
    for (const documents of slices(file.documents)) yield documents.map((document) => `${JSON.stringify(document)}\n`).join('')
    return
  }
  if (file.shape === 'json') {
    const [only] = file.documents
    if (file.documents.length !== 1) yield* writeList(file.documents)
    else if (Array.isArray(only)) yield* writeList(only)
    else yield JSON.stringify(only)
    return
  }
  const [only, ...more] = file.tables
  if (only !== undefined && more.length === 0) {
    yield writeCsv(only.header, [])
    for (const rows of slices(only.rows)) yield writeCsvRows(rows)
    return
  }
  yield '{"kolibraTables":['
  for (const [at, { name, header, rows }] of file.tables.entries()) {
    yield `${at === 0 ? '' : ','}{"name":${JSON.stringify(name)},"header":${JSON.stringify(header)},"rows":`
    yield* writeList(rows)
    yield '}'
  }
  yield ']}'
}

function* writeList(items: readonly unknown[]): Generator<string> {
  yield '['
  let isFirst = true
  for (const slice of slices(items)) {
    // A list writes what has no text of its own as null, as it stood inside the whole.
    yield `${isFirst ? '' : ','}${JSON.stringify(slice).slice(1, -1)}`
    isFirst = false
  }
  yield ']'
}

function* slices<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < items.length; from += TOGETHER) yield items.slice(from, from + TOGETHER)
}

/** A decoded file, with the tables of a workbook that `writeDecoded` wrote as tables again; anything else as it is. */
export function readBack(file: DecodedFile): DecodedFile {
  if (file.shape !== 'json' || file.documents.length !== 1) return file
  const kept = keptSchema.safeParse(file.documents[0])
  return kept.success ? { name: file.name, encoding: file.encoding, shape: 'table', tables: kept.data.kolibraTables } : file
}

/** A pasted block as the text it would be copied as: it is read again with tabs between its cells. */
export function writePasted(file: DecodedFile): string {
  if (file.shape !== 'table') return [...writeDecoded(file)].join('')
  const rows = file.tables.flatMap(({ header, rows: cells }) => [header, ...cells])
  return rows.map((row) => row.map(quoteCell).join('\t')).join('\n')
}

function quoteCell(cell: Cell): string {
  const text = cell === null ? '' : String(cell)
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
