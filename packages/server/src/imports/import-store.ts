import { importReportSchema, type ImportReport } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { mintFileKey, sealFile } from '../platform/secrets.ts'

/** An import as it is kept. */
export interface StoredImport {
  readonly importId: string
  readonly file: string
  readonly source: string
  readonly contentHash: string
  readonly createdAt: string
  readonly report: ImportReport
}

function selectImports(ctx: Context) {
  return ctx.tx
    .selectFrom('imports')
    .select(['import_id', 'file_name', 'source', 'content_hash', 'created_at', 'report'])
    .where('workspace_id', '=', ctx.workspaceId)
}
type ImportRow = Awaited<ReturnType<ReturnType<typeof selectImports>['execute']>>[number]

function parseRow(row: ImportRow): StoredImport {
  return {
    importId: row.import_id,
    file: row.file_name,
    source: row.source,
    contentHash: row.content_hash,
    createdAt: row.created_at,
    report: importReportSchema.parse(row.report),
  }
}

/** All imports, newest first. */
export async function listImports(ctx: Context): Promise<StoredImport[]> {
  return (await selectImports(ctx).orderBy('import_id', 'desc').execute()).map(parseRow)
}

/** One import, or `request.not_found`. */
export async function loadImport(ctx: Context, id: string): Promise<StoredImport> {
  return parseRow(found(await selectImports(ctx).where('import_id', '=', id).executeTakeFirst(), 'import', id))
}

/** The import of exactly these bytes, if there was one. */
export async function findImport(ctx: Context, contentHash: string): Promise<StoredImport | null> {
  const row = await selectImports(ctx).where('content_hash', '=', contentHash).executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** What an import is kept with: its bytes as they came, and what was understood of them. */
export interface ImportDraft {
  readonly importId: string
  readonly contentHash: string
  readonly bytes: Uint8Array
  readonly report: ImportReport
  readonly saidObservedOn: string | null
}

/** Keeps an import with its raw file, sealed under a key of its own; false when the same bytes came in a moment before. */
export async function insertImport(ctx: Context, { importId, contentHash, bytes, report, saidObservedOn }: ImportDraft): Promise<boolean> {
  const keys = { workspace_id: ctx.workspaceId, import_id: importId }
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('imports')
    .values({
      ...keys,
      content_hash: contentHash,
      file_name: report.file,
      source: report.source.id,
      said_observed_on: saidObservedOn,
      report: JSON.stringify(report),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'content_hash']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const key = mintFileKey()
  await ctx.tx
    .insertInto('raw_file_keys')
    .values({ ...keys, key })
    .execute()
  await ctx.tx
    .insertInto('raw_files')
    .values({ ...keys, sealed: sealFile(bytes, key), size_bytes: bytes.length })
    .execute()
  return true
}
