import {
  importReportSchema,
  importSummarySchema,
  mappingSchema,
  type ImportReport,
  type ImportSummary,
  type Mapping,
} from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { oneAhead } from '../platform/one-ahead.ts'
import { found } from '../platform/request-error.ts'
import { mintFileKey, sha256 } from '../platform/secrets.ts'
import { openParts, sealParts } from './seal-parts.ts'

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

function keysOf(row: Omit<ImportRow, 'report'>): Omit<StoredImport, 'report'> {
  return {
    importId: row.import_id,
    file: row.file_name,
    source: row.source,
    contentHash: row.content_hash,
    createdAt: row.created_at,
  }
}

function parseRow(row: ImportRow): StoredImport {
  return { ...keysOf(row), report: importReportSchema.parse(row.report) }
}

/** An import as a list shows it. */
export type ListedImport = Omit<StoredImport, 'report'> & { readonly report: ImportSummary }

/** So many imports, newest first, those older than one; `next` is the last of them when there are more. */
export async function listImports(
  ctx: Context,
  { limit, before }: { limit: number; before: string | null },
): Promise<{ items: ListedImport[]; next: string | null }> {
  const rows = await ctx.tx
    .selectFrom('imports')
    .select(['import_id', 'file_name', 'source', 'content_hash', 'created_at'])
    // The long parts of thousands of reports are not worth reading for a list.
    .select(sql<unknown>`report - ARRAY['problems', 'units', 'unmapped', 'notes']`.as('report'))
    .where('workspace_id', '=', ctx.workspaceId)
    .$if(before !== null, (query) => query.where('import_id', '<', before ?? ''))
    .orderBy('import_id', 'desc')
    .limit(limit + 1)
    .execute()
  const items = rows.slice(0, limit).map((row) => ({ ...keysOf(row), report: importSummarySchema.parse(row.report) }))
  return { items, next: rows.length > limit ? (items.at(-1)?.importId ?? null) : null }
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

/** What an import is kept with beside its file. */
export interface ImportDraft {
  readonly importId: string
  readonly contentHash: string
  readonly report: ImportReport
  readonly saidObservedOn: string | null
  readonly mapping?: Mapping | undefined
}

/**
 * Holds off erasures until this import is kept: whoever is erased while it is on its way is then found in it too, in the rows and in the
 * raw file.
 */
export async function holdOffErasures(ctx: Context): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock_shared(hashtextextended(${`imports ${ctx.workspaceId}`}, 0))`.execute(ctx.tx)
}

/** Waits for the imports on their way, and lets none in until the erasure has ended. */
export async function waitForImports(ctx: Context): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`imports ${ctx.workspaceId}`}, 0))`.execute(ctx.tx)
}

/** Keeps an import, whose file is kept beside it; false when the same bytes came in a moment before. */
export async function insertImport(ctx: Context, draft: ImportDraft): Promise<boolean> {
  const { importId, contentHash, report, saidObservedOn, mapping } = draft
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
      mapping: mapping === undefined ? null : JSON.stringify(mapping),
      created_at: ctx.now,
      created_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'content_hash']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows !== 0n
}

/** Keeps the raw file of an import, sealed under a key of its own. The import itself may follow, in the same transaction. */
export async function keepRawFile(ctx: Context, { importId, bytes }: { importId: string; bytes: Uint8Array }): Promise<void> {
  const keys = { workspace_id: ctx.workspaceId, import_id: importId }
  const key = mintFileKey()
  await ctx.tx
    .insertInto('raw_file_keys')
    .values({ ...keys, key })
    .execute()
  for await (const part of oneAhead(sealParts(bytes, key)))
    await ctx.tx
      .insertInto('raw_files')
      .values({ ...keys, ...part })
      .execute()
}

/** The raw file of an import as it came, or `request.not_found`; throws when its bytes are not those of its hash. */
export async function readRawFile(ctx: Context, importId: string): Promise<Buffer> {
  const rows = await ctx.tx
    .selectFrom('raw_files')
    .innerJoin('raw_file_keys', (join) =>
      join.onRef('raw_file_keys.workspace_id', '=', 'raw_files.workspace_id').onRef('raw_file_keys.import_id', '=', 'raw_files.import_id'),
    )
    .select(['sealed', 'key'])
    .where('raw_files.workspace_id', '=', ctx.workspaceId)
    .where('raw_files.import_id', '=', importId)
    .orderBy('part')
    .execute()
  const bytes = openParts(rows)
  const { contentHash } = await loadImport(ctx, importId)
  // A file from which somebody was erased has the hash that was noted beside the original then.
  const rewritten = await ctx.tx
    .selectFrom('raw_file_erasures')
    .select('content_hash')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .orderBy('erased_at', 'desc')
    .orderBy('erasure_id', 'desc')
    .executeTakeFirst()
  if (sha256(bytes) !== (rewritten?.content_hash ?? contentHash))
    throw new Error(`The raw file of import ${importId} is not the one that came`)
  return bytes
}

/** How an import was read, as far as a person said it: the day it is as of, and the mapping. */
export async function loadSaid(ctx: Context, importId: string): Promise<{ saidObservedOn: string | null; mapping: Mapping | undefined }> {
  const row = await ctx.tx
    .selectFrom('imports')
    .select(['said_observed_on', 'mapping'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  const { said_observed_on: saidObservedOn, mapping } = found(row, 'import', importId)
  return { saidObservedOn, mapping: mapping === null ? undefined : mappingSchema.parse(mapping) }
}
