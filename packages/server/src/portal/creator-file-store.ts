import { fileKindSchema, type CreatorFileKind } from '@kolibra/core/portal'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { mintFileKey, openFile, sealFile } from '../platform/secrets.ts'

/** An upload as it is listed. */
export interface CreatorFile {
  readonly id: string
  readonly creatorId: string
  readonly deliverableId: string
  readonly kind: CreatorFileKind
  readonly fileName: string
  readonly sizeBytes: number
  readonly contentHash: string
  readonly uploadedAt: string
}

/** An upload on its way in. */
export interface CreatorFileDraft {
  readonly id: string
  readonly campaignId: string
  readonly deliverableId: string
  readonly kind: CreatorFileKind
  readonly fileName: string
  readonly contentType: string
  readonly contentHash: string
  readonly bytes: Uint8Array
}

/** Keeps an upload of the acting creator, its bytes sealed under a key of their own; false when exactly these bytes are there already. */
export async function insertCreatorFile(ctx: Context, draft: CreatorFileDraft): Promise<boolean> {
  const keys = { workspace_id: ctx.workspaceId, creator_id: ctx.actor.id, file_id: draft.id }
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('portal_files')
    .values({
      ...keys,
      campaign_id: draft.campaignId,
      deliverable_id: draft.deliverableId,
      kind: draft.kind,
      file_name: draft.fileName,
      content_type: draft.contentType,
      content_hash: draft.contentHash,
      size_bytes: draft.bytes.length,
      uploaded_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const key = mintFileKey()
  await ctx.tx
    .insertInto('portal_file_keys')
    .values({ ...keys, key })
    .execute()
  await ctx.tx
    .insertInto('portal_file_contents')
    .values({ ...keys, sealed: sealFile(draft.bytes, key) })
    .execute()
  return true
}

/** How many uploads the acting creator brought to a campaign, and how large they are together. */
export async function countCreatorFiles(ctx: Context, campaignId: string): Promise<{ files: number; bytes: number }> {
  const { rows } = await sql<{ files: number; bytes: number }>`
    SELECT count(*)::int AS files, coalesce(sum(size_bytes), 0)::float8 AS bytes FROM portal_files
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} AND creator_id = ${ctx.actor.id}`.execute(ctx.tx)
  return rows[0] ?? { files: 0, bytes: 0 }
}

/** The uploads of a campaign, newest first; of one creator when `creatorId` is given. */
export async function listCreatorFiles(ctx: Context, campaignId: string, creatorId: string | null): Promise<CreatorFile[]> {
  const all = ctx.tx
    .selectFrom('portal_files')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
  const asked = creatorId === null ? all : all.where('creator_id', '=', creatorId)
  const rows = await asked.orderBy('file_id', 'desc').execute()
  return rows.map((row) => ({
    id: row.file_id,
    creatorId: row.creator_id,
    deliverableId: row.deliverable_id,
    kind: fileKindSchema.parse(row.kind),
    fileName: row.file_name,
    sizeBytes: row.size_bytes,
    contentHash: row.content_hash,
    uploadedAt: row.uploaded_at,
  }))
}

/** An upload opened; undefined when there is none of this id, or none of this creator when `creatorId` is given. */
export async function findCreatorFile(
  ctx: Context,
  id: string,
  creatorId: string | null,
): Promise<{ fileName: string; contentType: string; contentHash: string; bytes: Buffer } | undefined> {
  const all = ctx.tx
    .selectFrom('portal_files as file')
    .innerJoin('portal_file_contents as content', (join) =>
      join.onRef('content.workspace_id', '=', 'file.workspace_id').onRef('content.file_id', '=', 'file.file_id'),
    )
    .innerJoin('portal_file_keys as lock', (join) =>
      join.onRef('lock.workspace_id', '=', 'file.workspace_id').onRef('lock.file_id', '=', 'file.file_id'),
    )
    .select(['file.file_name', 'file.content_type', 'file.content_hash', 'content.sealed', 'lock.key'])
    .where('file.workspace_id', '=', ctx.workspaceId)
    .where('file.file_id', '=', id)
  const row = await (creatorId === null ? all : all.where('file.creator_id', '=', creatorId)).executeTakeFirst()
  if (row === undefined) return undefined
  const { file_name: fileName, content_type: contentType, content_hash: contentHash, sealed, key } = row
  return { fileName, contentType, contentHash, bytes: openFile(sealed, key) }
}
