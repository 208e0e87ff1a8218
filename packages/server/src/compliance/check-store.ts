import { lintItemSchema, type LintItem } from '@kolibra/core/compliance'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A kept check: what was found in the text of this hash. */
export interface KeptCheck {
  readonly checkId: string
  readonly textHash: string
  readonly checkedAt: string
  readonly item: LintItem
}

/** Keeps checks, all made now by the actor. */
export async function insertChecks(ctx: Context, checks: readonly KeptCheck[]): Promise<void> {
  const rows = checks.map(({ checkId, textHash, checkedAt, item }) => ({
    workspace_id: ctx.workspaceId,
    check_id: checkId,
    text_sha256: textHash,
    item: JSON.stringify(item),
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
  const { check_id, text_sha256, checked_at, item } = found(row, 'check', id)
  return { checkId: check_id, textHash: text_sha256, checkedAt: checked_at, item: lintItemSchema.parse(item) }
}
