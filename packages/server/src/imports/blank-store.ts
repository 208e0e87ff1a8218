import { blankWords, importReportSchema, type PersonWords } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Takes the words by which somebody is known out of the names and reports of all imports: the file and the problem stay, the words go. */
export async function blankImports(ctx: Context, words: PersonWords): Promise<void> {
  const { rows } = await sql<{ importId: string; file: string; report: unknown }>`
    SELECT import_id AS "importId", file_name AS file, report FROM imports
    WHERE workspace_id = ${ctx.workspaceId} AND EXISTS (
      SELECT FROM unnest(${wordsOf(words)}::text[]) AS word
      WHERE position(word IN lower(file_name)) > 0 OR position(word IN lower(report::text)) > 0)`.execute(ctx.tx)
  for (const { importId, file, report: kept } of rows) {
    const report = importReportSchema.parse(kept)
    const problems = report.problems.map((problem) => ({
      ...problem,
      value: problem.value === null ? null : dropSpoken(problem.value, words),
    }))
    await ctx.tx
      .updateTable('imports')
      .set({ file_name: blankWords(file, words), report: JSON.stringify({ ...report, file: blankWords(report.file, words), problems }) })
      .where('workspace_id', '=', ctx.workspaceId)
      .where('import_id', '=', importId)
      .execute()
  }
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

const wordsOf = ({ ids, names = [] }: PersonWords) =>
  [...ids, ...names].map((word) => word.trim().toLowerCase()).filter((word) => word !== '')

// A value that speaks of somebody goes whole: what stands around a name may say more of them.
const dropSpoken = (value: string, words: PersonWords) => (blankWords(value, words) === value ? value : null)
