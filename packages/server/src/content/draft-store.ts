import { contentFactsSchema, lintItemSchema, type CheckStamp, type ContentFacts, type LintItem } from '@kolibra/core/compliance'
import type { Draft } from '@kolibra/core/content'
import type { Context } from '../platform/context.ts'

/** The drafts of the given deliverables, oldest first. */
export async function listDrafts(ctx: Context, deliverableIds: readonly string[]): Promise<Draft[]> {
  if (deliverableIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('drafts')
    .leftJoin('checks', (join) =>
      join.onRef('checks.workspace_id', '=', 'drafts.workspace_id').onRef('checks.check_id', '=', 'drafts.check_id'),
    )
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'drafts.workspace_id').onRef('members.user_id', '=', 'drafts.submitted_by'),
    )
    .selectAll('drafts')
    .select(['checks.text_sha256', 'checks.checked_at', 'members.name as submitter'])
    .where('drafts.workspace_id', '=', ctx.workspaceId)
    .where('drafts.deliverable_id', 'in', deliverableIds)
    .orderBy('drafts.deliverable_id')
    .orderBy('drafts.version')
    .execute()
  return rows.map((row) => ({
    id: row.draft_id,
    deliverableId: row.deliverable_id,
    version: row.version,
    facts: contentFactsSchema.parse(row.facts),
    lint: lintItemSchema.parse(row.lint),
    check: readStamp(row),
    submittedAt: row.submitted_at,
    submittedBy: row.submitted_by,
    submittedByName: row.submitter,
  }))
}

function readStamp(row: { check_id: string | null; text_sha256: string | null; checked_at: string | null }): CheckStamp | null {
  const { check_id: checkId, text_sha256: textHash, checked_at: checkedAt } = row
  return checkId === null || textHash === null || checkedAt === null ? null : { checkId, textHash, checkedAt }
}

/** Keeps a draft with the check it got; false when the version number was taken a moment before. */
export async function insertDraft(
  ctx: Context,
  row: { id: string; deliverableId: string; version: number; facts: ContentFacts; lint: LintItem; checkId: string | null },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('drafts')
    .values({
      workspace_id: ctx.workspaceId,
      draft_id: row.id,
      deliverable_id: row.deliverableId,
      version: row.version,
      facts: JSON.stringify(row.facts),
      lint: JSON.stringify(row.lint),
      check_id: row.checkId,
      submitted_at: ctx.now,
      submitted_by: ctx.actor.id,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}
