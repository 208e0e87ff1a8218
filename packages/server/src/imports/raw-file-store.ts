import { createHash } from 'node:crypto'
import type { Context } from '../platform/context.ts'
import { mintFileKey, openFile } from '../platform/secrets.ts'
import { sealPieces } from './seal-parts.ts'
import type { OpenedFile } from './without-person.ts'

/** The name that the importer gives a block of cells. */
export const PASTED_NAME = 'pasted cells'

/** The imports whose raw file is kept, oldest first. */
export async function listRawFileIds(ctx: Context): Promise<string[]> {
  const rows = await ctx.tx
    .selectFrom('raw_file_keys')
    .select('import_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .orderBy('import_id')
    .execute()
  return rows.map((row) => row.import_id)
}

/** A raw file opened, with the name it came under; null when none is kept. */
export async function readRawBytes(ctx: Context, importId: string): Promise<OpenedFile | null> {
  const kept = await ctx.tx
    .selectFrom('imports')
    .innerJoin('raw_file_keys', (join) =>
      join.onRef('raw_file_keys.workspace_id', '=', 'imports.workspace_id').onRef('raw_file_keys.import_id', '=', 'imports.import_id'),
    )
    .select(['file_name', 'key'])
    .where('imports.workspace_id', '=', ctx.workspaceId)
    .where('imports.import_id', '=', importId)
    .executeTakeFirst()
  if (kept === undefined) return null
  const parts = ctx.tx.selectFrom('raw_files').where('workspace_id', '=', ctx.workspaceId).where('import_id', '=', importId)
  const sizes = await parts.select(['part', 'size_bytes']).orderBy('part').execute()
  // Part by part: a large file is held open once, and never sealed beside it.
  const bytes = Buffer.alloc(sizes.reduce((sum, { size_bytes: size }) => sum + size, 0))
  let filled = 0
  for (const { part } of sizes) {
    const { sealed } = await parts.select('sealed').where('part', '=', part).executeTakeFirstOrThrow()
    filled += openFile(sealed, kept.key).copy(bytes, filled)
  }
  return { name: kept.file_name, bytes, isPasted: kept.file_name === PASTED_NAME }
}

/** Puts other bytes in the place of a raw file, under a fresh key: the old one is gone and with it what it sealed. */
export async function replaceRawBytes(
  ctx: Context,
  file: { importId: string; erasureId: string; pieces: readonly Uint8Array[]; records: number },
): Promise<void> {
  const keys = { workspace_id: ctx.workspaceId, import_id: file.importId }
  const key = mintFileKey()
  await ctx.tx.deleteFrom('raw_files').where('workspace_id', '=', ctx.workspaceId).where('import_id', '=', file.importId).execute()
  await ctx.tx
    .updateTable('raw_file_keys')
    .set({ key })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', file.importId)
    .execute()
  const hash = createHash('sha256')
  for (const piece of file.pieces) hash.update(piece)
  for await (const part of sealPieces(file.pieces, key))
    await ctx.tx
      .insertInto('raw_files')
      .values({ ...keys, ...part })
      .execute()
  await ctx.tx
    .insertInto('raw_file_erasures')
    .values({ ...keys, erasure_id: file.erasureId, erased_at: ctx.now, records: file.records, content_hash: hash.digest('hex') })
    .execute()
}
