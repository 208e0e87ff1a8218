import { formatExport, headExport, rowExport, type DiscoveryQuery, type ExportColumnName } from '@kolibra/core/selection'
import { shanghaiClock, type Language } from '@kolibra/core/shared'
import { writeCsv, writeCsvRows } from '@kolibra/files/csv'
import { writeSheet } from '@kolibra/files/xlsx'
import { loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { readMatches } from './discovery-store.ts'
import { findJoined } from './joined-store.ts'
import { listRowsOf } from './queries.ts'

/** The files an export can be. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl'] as const

/** What is to be written of everything a search finds. */
export interface ExportRequest {
  readonly query: DiscoveryQuery
  readonly format: (typeof EXPORT_FORMATS)[number]
  readonly columns: readonly ExportColumnName[]
  readonly language: Language
}

type Row = readonly (string | number | null)[]
type Cell = Row[number]

// A csv knows no times: it shows what a clock in Shanghai shows, as the workbook does.
const asText = (cell: Cell, column: ExportColumnName | undefined): Cell =>
  typeof cell === 'string' && column !== undefined && formatExport(column) === 'moment' ? shanghaiClock(cell) : cell

/** The file piece by piece, five hundred creators each; between the pieces other requests have their turn. */
export async function* writeExport(ctx: Context, wanted: ExportRequest): AsyncGenerator<string | Uint8Array> {
  const { query, format, columns, language } = wanted
  const joined = (await findJoined(ctx, query.joined)) ?? undefined
  const pages = readMatches(ctx, query, joined)
  if (format === 'jsonl') {
    for await (const ids of pages) yield await writeAccounts(ctx, ids)
    return
  }
  const header = columns.map((name) => headExport(name, language))
  if (format === 'xlsx') {
    const plan = columns.map((name, place) => ({ header: header[place] ?? name, format: formatExport(name) ?? ('text' as const) }))
    yield* writeSheet({ name: language === 'zh' ? '达人' : 'Creators', columns: plan }, listRows(ctx, pages, wanted))
    return
  }
  yield writeCsv(header, [])
  for await (const ids of pages) {
    const rows = await readRows(ctx, ids, wanted)
    if (rows.length > 0) yield writeCsvRows(rows.map((row) => row.map((cell, place) => asText(cell, columns[place]))))
  }
}

type Shown = Pick<ExportRequest, 'columns' | 'language'>

async function readRows(ctx: Context, ids: readonly string[], { columns, language }: Shown): Promise<Row[]> {
  return (await listRowsOf(ctx, ids)).map((row) => rowExport(row, columns, language))
}

async function* listRows(ctx: Context, pages: AsyncIterable<string[]>, shown: Shown): AsyncGenerator<Row> {
  for await (const ids of pages) yield* await readRows(ctx, ids, shown)
}

async function writeAccounts(ctx: Context, ids: readonly string[]): Promise<string> {
  const byId = new Map((await loadAccounts(ctx, ids)).map(({ id, account }) => [id, account]))
  return ids.map((id) => `${JSON.stringify(byId.get(id))}\n`).join('')
}
