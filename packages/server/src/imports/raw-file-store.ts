import { importReportSchema } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { mintFileKey, openFile, sealFile } from '../platform/secrets.ts'

/** A raw file opened, with the name it came under; null when none is kept. */
export async function readRawBytes(ctx: Context, importId: string): Promise<{ name: string; bytes: Buffer } | null> {
  const rows = await ctx.tx
    .selectFrom('raw_files')
    .innerJoin('raw_file_keys', (join) =>
      join.onRef('raw_file_keys.workspace_id', '=', 'raw_files.workspace_id').onRef('raw_file_keys.import_id', '=', 'raw_files.import_id'),
    )
    .innerJoin('imports', (join) =>
      join.onRef('imports.workspace_id', '=', 'raw_files.workspace_id').onRef('imports.import_id', '=', 'raw_files.import_id'),
    )
    .select(['sealed', 'key', 'file_name'])
    .where('raw_files.workspace_id', '=', ctx.workspaceId)
    .where('raw_files.import_id', '=', importId)
    .orderBy('part')
    .execute()
  const [first] = rows
  if (first === undefined) return null
  return { name: first.file_name, bytes: Buffer.concat(rows.map(({ sealed, key }) => openFile(sealed, key))) }
}

/** Puts other bytes in the place of a raw file, under a fresh key: the old one is gone and with it what it sealed. */
export async function replaceRawBytes(
  ctx: Context,
  file: { importId: string; erasureId: string; bytes: Uint8Array; records: number; contentHash: string },
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
  await ctx.tx
    .insertInto('raw_files')
    .values({ ...keys, part: 0, sealed: sealFile(file.bytes, key), size_bytes: file.bytes.length })
    .execute()
  await ctx.tx
    .insertInto('raw_file_erasures')
    .values({ ...keys, erasure_id: file.erasureId, erased_at: ctx.now, records: file.records, content_hash: file.contentHash })
    .execute()
}

/** Takes values that name somebody out of an import's report: the problem stays, the words go. */
export async function blankProblems(ctx: Context, importId: string, ids: readonly string[]): Promise<void> {
  const row = await ctx.tx
    .selectFrom('imports')
    .select('report')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (row === undefined) return
  const report = importReportSchema.parse(row.report)
  const problems = report.problems.map((problem) => (ids.some((id) => problem.value?.includes(id)) ? { ...problem, value: null } : problem))
  await ctx.tx
    .updateTable('imports')
    .set({ report: JSON.stringify({ ...report, problems }) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .execute()
}
