import type { DocumentKind } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { mintFileKey, openFile, sealFile } from '../platform/secrets.ts'

/** A document on its way in. */
export interface DocumentDraft {
  readonly id: string
  readonly kind: DocumentKind
  readonly fileName: string
  readonly contentType: string
  readonly contentHash: string
  readonly bytes: Uint8Array
  readonly expiresOn: string | null
}

/** Keeps a document, its bytes sealed under a key of their own; false when the creator has exactly these bytes already. */
export async function insertDocument(ctx: Context, creatorId: string, draft: DocumentDraft): Promise<boolean> {
  const keys = { workspace_id: ctx.workspaceId, creator_id: creatorId, document_id: draft.id }
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('creator_documents')
    .values({
      ...keys,
      kind: draft.kind,
      file_name: draft.fileName,
      content_type: draft.contentType,
      content_hash: draft.contentHash,
      size_bytes: draft.bytes.length,
      expires_on: draft.expiresOn,
      entered_by: ctx.actor.id,
      entered_at: ctx.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'creator_id', 'content_hash']).doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows === 0n) return false
  const key = mintFileKey()
  await ctx.tx
    .insertInto('creator_document_keys')
    .values({ ...keys, key })
    .execute()
  await ctx.tx
    .insertInto('creator_document_files')
    .values({ ...keys, sealed: sealFile(draft.bytes, key) })
    .execute()
  return true
}

/** A document as it came in; undefined when there is none of this id. */
export async function findDocument(
  ctx: Context,
  id: string,
): Promise<{ fileName: string; contentType: string; bytes: Buffer } | undefined> {
  const row = await ctx.tx
    .selectFrom('creator_documents as document')
    .innerJoin('creator_document_files as file', (join) =>
      join.onRef('file.workspace_id', '=', 'document.workspace_id').onRef('file.document_id', '=', 'document.document_id'),
    )
    .innerJoin('creator_document_keys as lock', (join) =>
      join.onRef('lock.workspace_id', '=', 'document.workspace_id').onRef('lock.document_id', '=', 'document.document_id'),
    )
    .select(['file_name', 'content_type', 'sealed', 'key'])
    .where('document.workspace_id', '=', ctx.workspaceId)
    .where('document.document_id', '=', id)
    .executeTakeFirst()
  return row === undefined ? undefined : { fileName: row.file_name, contentType: row.content_type, bytes: openFile(row.sealed, row.key) }
}
