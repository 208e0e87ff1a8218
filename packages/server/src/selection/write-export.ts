import { headExport, rowExport, type DiscoveryQuery, type ExportColumnName } from '@kolibra/core/selection'
import type { Language } from '@kolibra/core/shared'
import { writeCsv } from '@kolibra/files/csv'
import { loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { readMatches } from './discovery-store.ts'
import { findJoined } from './joined-store.ts'
import { listRowsOf } from './queries.ts'

/** What is to be written of everything a search finds. */
export interface ExportRequest {
  readonly query: DiscoveryQuery
  readonly format: 'csv' | 'jsonl'
  readonly columns: readonly ExportColumnName[]
  readonly language: Language
}

const BYTE_ORDER_MARK = '\ufeff'
const withoutMark = (text: string) => text.replace(BYTE_ORDER_MARK, '')

/** The file piece by piece, five hundred creators each; between the pieces other requests have their turn. */
export async function* writeExport(ctx: Context, { query, format, columns, language }: ExportRequest): AsyncGenerator<string> {
  const joined = (await findJoined(ctx, query.joined)) ?? undefined
  if (format === 'csv')
    yield writeCsv(
      columns.map((name) => headExport(name, language)),
      [],
    )
  for await (const ids of readMatches(ctx, query, joined)) {
    if (format === 'jsonl') yield await writeAccounts(ctx, ids)
    else {
      const rows = (await listRowsOf(ctx, ids)).map((row) => rowExport(row, columns, language))
      const [first, ...rest] = rows
      if (first !== undefined)
        yield withoutMark(
          writeCsv(
            first.map((cell) => (cell === null ? '' : String(cell))),
            rest,
          ),
        )
    }
  }
}

async function writeAccounts(ctx: Context, ids: readonly string[]): Promise<string> {
  const byId = new Map((await loadAccounts(ctx, ids)).map(({ id, account }) => [id, account]))
  return ids.map((id) => `${JSON.stringify(byId.get(id))}\n`).join('')
}
