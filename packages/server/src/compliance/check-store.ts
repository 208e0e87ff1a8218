import { contentFactsSchema, lintItemSchema, type LintItem } from '@kolibra/core/compliance'
import type { z } from 'zod'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** Where a text stands, what it is about and the moment it is to appear: what decides which rules could matter to it. */
export const checkReachSchema = contentFactsSchema.pick({ platform: true, category: true, format: true, publishAt: true })

/** A kept check: what was found in the text of this hash. */
export interface KeptCheck {
  readonly checkId: string
  readonly textHash: string
  readonly checkedAt: string
  readonly item: LintItem
  /** The reach of the text and the hash of the rules that could matter to it then; null in checks made before either was kept. */
  readonly grounds: { readonly reach: z.infer<typeof checkReachSchema>; readonly rulesHash: string } | null
}

/** Keeps checks, all made now by the actor. */
export async function insertChecks(ctx: Context, checks: readonly KeptCheck[]): Promise<void> {
  const rows = checks.map(({ checkId, textHash, checkedAt, item, grounds }) => ({
    workspace_id: ctx.workspaceId,
    check_id: checkId,
    text_sha256: textHash,
    item: JSON.stringify(item),
    reach: grounds && JSON.stringify(grounds.reach),
    rules_sha256: grounds?.rulesHash ?? null,
    checked_by: ctx.actor.id,
    checked_at: checkedAt,
  }))
  if (rows.length > 0) await ctx.tx.insertInto('checks').values(rows).execute()
}

/** One check, or `request.not_found`. */
export async function loadCheck(ctx: Context, id: string): Promise<KeptCheck> {
  const row = await ctx.tx
    .selectFrom('checks')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('check_id', '=', id)
    .executeTakeFirst()
  const { check_id, text_sha256, checked_at, item, reach, rules_sha256 } = found(row, 'check', id)
  const grounds = rules_sha256 === null ? null : { reach: checkReachSchema.parse(reach), rulesHash: rules_sha256 }
  return { checkId: check_id, textHash: text_sha256, checkedAt: checked_at, item: lintItemSchema.parse(item), grounds }
}

const IS_FREE = sql`NOT EXISTS (SELECT FROM drafts WHERE drafts.workspace_id = checks.workspace_id AND drafts.check_id = checks.check_id)`

/** Takes out the checks made before a moment that no draft holds; returns their ids. Needs the owner role. */
export async function deleteChecksUntil(ctx: Context, moment: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    DELETE FROM checks WHERE workspace_id = ${ctx.workspaceId} AND checked_at < ${moment} AND ${IS_FREE} RETURNING check_id AS id`.execute(
    ctx.tx,
  )
  return rows.map(({ id }) => id)
}

/**
 * Takes out the checks whose text was called by, or was found to say, one of these words in whatever case; of `parts` also within other
 * words. What a draft holds stays as long as the draft. Needs the owner role.
 */
export async function deleteChecksAbout(
  ctx: Context,
  { whole, parts }: { whole: readonly string[]; parts: readonly string[] },
): Promise<void> {
  await sql`
    DELETE FROM checks WHERE workspace_id = ${ctx.workspaceId} AND ${IS_FREE} AND EXISTS (
      SELECT FROM (SELECT item ->> 'id' UNION ALL SELECT jsonb_path_query(item, '$.findings[*].match') #>> '{}') AS told (words)
      WHERE lower(words) = ANY(SELECT lower(word) FROM unnest(${[...whole]}::text[]) AS word)
        OR EXISTS (SELECT FROM unnest(${[...parts]}::text[]) AS part WHERE position(lower(part) IN lower(words)) > 0))`.execute(ctx.tx)
}
