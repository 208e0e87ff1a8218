import { mappingSchema, type Mapping } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { mintFileKey, openFile, sealFile } from '../platform/secrets.ts'
import { holdOffErasures } from './import-store.ts'
import { readingSchema, type Reading } from './look-at-file.ts'
import { openParts, sealParts } from './seal-parts.ts'

/** An upload that waits: what a person sent and said of it, and what was understood. */
export interface StoredUpload {
  readonly uploadId: string
  readonly file: string
  readonly isPasted: boolean
  readonly source: string
  readonly saidObservedOn: string | null
  readonly mapping: Mapping | undefined
  readonly contentHash: string
  readonly sizeBytes: number
  /** withdrawn: somebody in it was erased, and its bytes are gone. */
  readonly state: 'kept' | 'read' | 'refused' | 'withdrawn'
  readonly reading: Reading | null
  readonly createdAt: string
  readonly expiresAt: string
}

/** What a new upload is kept with. `expiresAt` is a moment. */
export interface UploadDraft {
  readonly name: string
  readonly bytes: Uint8Array
  readonly isPasted: boolean
  readonly source: string
  readonly saidObservedOn: string | null
  readonly mapping: Mapping | undefined
  readonly contentHash: string
  readonly expiresAt: string
}

/** Keeps a file sealed under a key of its own; the id it waits under. */
export async function insertUpload(ctx: Context, draft: UploadDraft): Promise<string> {
  // Whoever is erased meanwhile is looked for in it too.
  await holdOffErasures(ctx)
  const keys = { workspace_id: ctx.workspaceId, upload_id: ctx.mintId() }
  await ctx.tx
    .insertInto('import_uploads')
    .values({
      ...keys,
      file_name: draft.name,
      is_pasted: draft.isPasted,
      source: draft.source,
      said_observed_on: draft.saidObservedOn,
      mapping: draft.mapping === undefined ? null : JSON.stringify(draft.mapping),
      content_hash: draft.contentHash,
      size_bytes: draft.bytes.length,
      state: 'kept',
      sealed_reading: null,
      created_at: ctx.now,
      created_by: ctx.actor.id,
      expires_at: draft.expiresAt,
    })
    .execute()
  const key = mintFileKey()
  await ctx.tx
    .insertInto('import_upload_keys')
    .values({ ...keys, key })
    .execute()
  for await (const part of sealParts(draft.bytes, key))
    await ctx.tx
      .insertInto('import_upload_parts')
      .values({ ...keys, ...part })
      .execute()
  return keys.upload_id
}

function selectUploads(ctx: Context) {
  return ctx.tx
    .selectFrom('import_uploads')
    .leftJoin('import_upload_keys', (join) =>
      join
        .onRef('import_upload_keys.workspace_id', '=', 'import_uploads.workspace_id')
        .onRef('import_upload_keys.upload_id', '=', 'import_uploads.upload_id'),
    )
    .selectAll('import_uploads')
    .select('key')
    .where('import_uploads.workspace_id', '=', ctx.workspaceId)
}
type UploadRow = Awaited<ReturnType<ReturnType<typeof selectUploads>['execute']>>[number]

function parseRow(row: UploadRow): StoredUpload {
  const { sealed_reading: sealed, key } = row
  return {
    uploadId: row.upload_id,
    file: row.file_name,
    isPasted: row.is_pasted,
    source: row.source,
    saidObservedOn: row.said_observed_on,
    mapping: row.mapping === null ? undefined : mappingSchema.parse(row.mapping),
    contentHash: row.content_hash,
    sizeBytes: row.size_bytes,
    state: row.state,
    reading: sealed === null || key === null ? null : readingSchema.parse(JSON.parse(openFile(sealed, key).toString('utf8'))),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }
}

/** The uploads of the workspace that wait, newest first. */
export async function listUploads(ctx: Context): Promise<StoredUpload[]> {
  return (await selectUploads(ctx).orderBy('import_uploads.upload_id', 'desc').execute()).map(parseRow)
}

/** One upload, or `request.not_found`. */
export async function loadUpload(ctx: Context, uploadId: string): Promise<StoredUpload> {
  const row = await selectUploads(ctx).where('import_uploads.upload_id', '=', uploadId).executeTakeFirst()
  return parseRow(found(row, 'upload', uploadId))
}

/** How far an upload is; null when it is gone. */
export async function findUploadState(ctx: Context, uploadId: string): Promise<StoredUpload['state'] | null> {
  const row = await selectUploads(ctx).where('import_uploads.upload_id', '=', uploadId).executeTakeFirst()
  return row?.state ?? null
}

/** One upload whose bytes are still there; refuses `upload.withdrawn`. */
export async function loadKeptUpload(ctx: Context, uploadId: string): Promise<StoredUpload> {
  const upload = await loadUpload(ctx, uploadId)
  if (upload.state === 'withdrawn') throw new RequestError('upload.withdrawn')
  return upload
}

/** The bytes of an upload as they came. */
export async function readUploadBytes(ctx: Context, uploadId: string): Promise<Buffer> {
  const rows = await ctx.tx
    .selectFrom('import_upload_parts')
    .innerJoin('import_upload_keys', (join) =>
      join
        .onRef('import_upload_keys.workspace_id', '=', 'import_upload_parts.workspace_id')
        .onRef('import_upload_keys.upload_id', '=', 'import_upload_parts.upload_id'),
    )
    .select(['sealed', 'key'])
    .where('import_upload_parts.workspace_id', '=', ctx.workspaceId)
    .where('import_upload_parts.upload_id', '=', uploadId)
    .orderBy('part')
    .execute()
  return openParts(rows)
}

/** Forgets what was understood of an upload, which is to be read again as a person says now. */
export async function resetUpload(
  ctx: Context,
  uploadId: string,
  said: { saidObservedOn?: string | null | undefined; mapping?: Mapping | null | undefined },
): Promise<void> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('import_uploads')
    .set({
      state: 'kept',
      sealed_reading: null,
      ...(said.saidObservedOn === undefined ? {} : { said_observed_on: said.saidObservedOn }),
      ...(said.mapping === undefined ? {} : { mapping: said.mapping === null ? null : JSON.stringify(said.mapping) }),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('upload_id', '=', uploadId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  found(numUpdatedRows === 0n ? undefined : numUpdatedRows, 'upload', uploadId)
}

/** Keeps what was understood of an upload, sealed; false when it is gone or withdrawn meanwhile. */
export async function saveReading(ctx: Context, uploadId: string, reading: Reading): Promise<boolean> {
  const keyed = await ctx.tx
    .selectFrom('import_upload_keys')
    .select('key')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  if (keyed === undefined) return false
  const { numUpdatedRows } = await ctx.tx
    .updateTable('import_uploads')
    .set({
      state: reading.report === null ? 'refused' : 'read',
      sealed_reading: sealFile(Buffer.from(JSON.stringify(reading)), keyed.key),
      mapping: reading.mapping === null ? null : JSON.stringify(reading.mapping),
    })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('upload_id', '=', uploadId)
    .where('state', '<>', 'withdrawn')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes an upload away with its bytes and its key; false when it is gone already. */
export async function deleteUpload(ctx: Context, uploadId: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('import_uploads')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('upload_id', '=', uploadId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The uploads whose bytes wait, as files. */
export async function listUploadFiles(ctx: Context): Promise<{ uploadId: string; name: string; isPasted: boolean }[]> {
  return ctx.tx
    .selectFrom('import_uploads')
    .select(['upload_id as uploadId', 'file_name as name', 'is_pasted as isPasted'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('state', '<>', 'withdrawn')
    .orderBy('upload_id')
    .execute()
}

/** Takes the bytes of an upload away, its key and what was understood of it; the upload stays to say so. Runs as the owner role. */
export async function withdrawUpload(ctx: Context, uploadId: string): Promise<void> {
  await ctx.tx
    .updateTable('import_uploads')
    .set({ state: 'withdrawn', sealed_reading: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('upload_id', '=', uploadId)
    .execute()
  for (const table of ['import_upload_parts', 'import_upload_keys'] as const)
    await ctx.tx.deleteFrom(table).where('workspace_id', '=', ctx.workspaceId).where('upload_id', '=', uploadId).execute()
}
