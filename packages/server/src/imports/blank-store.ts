import { blankWords, type PersonWords } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { loadImport } from './import-store.ts'

/**
 * Takes the words by which somebody is known out of the names and reports of all imports: the file and the problem stay, the words go.
 * `works`: those of the words that are ids of posts; there may be thousands, and they are looked for in the names of files only.
 */
export async function blankImports(ctx: Context, words: PersonWords, works: readonly string[]): Promise<void> {
  const known = new Set(works)
  const few = { ...words, ids: words.ids.filter((id) => !known.has(id)) }
  const { rows } = await sql<{ importId: string; file: string; speaks: boolean }>`
    SELECT import_id AS "importId", file_name AS file, EXISTS (
      SELECT FROM unnest(${lowerWords(few)}::text[]) AS word
      WHERE position(word IN lower(file_name)) > 0 OR position(word IN lower(report::text)) > 0) AS speaks
    FROM imports WHERE workspace_id = ${ctx.workspaceId} ORDER BY import_id`.execute(ctx.tx)
  for (const { importId, file, speaks } of rows)
    if (speaks || file.split(/[^A-Za-z0-9]+/).some((part) => known.has(part))) await blankImport(ctx, importId, words)
}

async function blankImport(ctx: Context, importId: string, words: PersonWords): Promise<void> {
  const kept = await loadImport(ctx, importId)
  const file = blankWords(kept.file, words)
  const problems = kept.report.problems.map((problem) => ({ ...problem, value: dropSpoken(problem.value, words) }))
  const report = { ...kept.report, file: blankWords(kept.report.file, words), problems }
  await ctx.tx
    .updateTable('imports')
    .set({ file_name: file, report: JSON.stringify(report) })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('import_id', '=', importId)
    .execute()
}

/** The same for the names of uploads that wait. Gives back those whose name spoke of somebody. */
export async function blankUploadNames(ctx: Context, words: PersonWords): Promise<string[]> {
  const { rows } = await sql<{ uploadId: string; file: string }>`
    SELECT upload_id AS "uploadId", file_name AS file FROM import_uploads WHERE workspace_id = ${ctx.workspaceId} ORDER BY upload_id`.execute(
    ctx.tx,
  )
  const named = rows.filter(({ file }) => blankWords(file, words) !== file)
  for (const { uploadId, file } of named)
    await ctx.tx
      .updateTable('import_uploads')
      .set({ file_name: blankWords(file, words) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('upload_id', '=', uploadId)
      .execute()
  return named.map(({ uploadId }) => uploadId)
}

const lowerWords = ({ ids, names = [] }: PersonWords) =>
  [...ids, ...names].map((word) => word.trim().toLowerCase()).filter((word) => word !== '')

// A value that speaks of somebody goes whole: what stands around a name may say more of them.
const dropSpoken = (value: string | null, words: PersonWords) => (value === null || blankWords(value, words) !== value ? null : value)
