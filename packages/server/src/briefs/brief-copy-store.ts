import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const copySchema = z.record(z.string(), z.unknown())

/** The working copy of a campaign's brief: as it was typed, so a day may be empty still. Revision 0 is none. */
export interface BriefCopy {
  readonly revision: number
  readonly brief: Readonly<Record<string, unknown>> | null
  readonly editedBy: string | null
  readonly editedAt: string | null
}

const NONE: BriefCopy = { revision: 0, brief: null, editedBy: null, editedAt: null }

/** The copy as it stands. */
export async function loadCopy(ctx: Context, campaignId: string): Promise<BriefCopy> {
  const row = await ctx.tx
    .selectFrom('brief_copies')
    .select(['revision', 'brief', 'edited_by', 'edited_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  if (row === undefined) return NONE
  const { revision, brief, edited_by: editedBy, edited_at: editedAt } = row
  return { revision, brief: copySchema.parse(brief), editedBy, editedAt }
}

/** Puts the next revision in the place of `revision`; false when another was faster. */
export async function replaceCopy(ctx: Context, campaignId: string, next: { revision: number; brief: object }): Promise<boolean> {
  const values = { revision: next.revision + 1, brief: JSON.stringify(next.brief), edited_by: ctx.actor.id, edited_at: ctx.now }
  if (next.revision === 0) {
    const { numInsertedOrUpdatedRows } = await ctx.tx
      .insertInto('brief_copies')
      .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, ...values })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await ctx.tx
    .updateTable('brief_copies')
    .set(values)
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('revision', '=', next.revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Throws the copy away; false when it moved on since `revision`. */
export async function deleteCopy(ctx: Context, campaignId: string, revision: number): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('brief_copies')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Notes that the actor has the copy open now; true when they had not at `since` or later. */
export async function noteEditor(ctx: Context, campaignId: string, since: string): Promise<boolean> {
  const before = await ctx.tx
    .selectFrom('brief_editors')
    .select('seen_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('user_id', '=', ctx.actor.id)
    .executeTakeFirst()
  await ctx.tx
    .insertInto('brief_editors')
    .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, user_id: ctx.actor.id, seen_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'campaign_id', 'user_id']).doUpdateSet({ seen_at: ctx.now }))
    .execute()
  return before === undefined || before.seen_at < since
}

/** Who had the copy open at `since` or later, the actor left out; a member who has left has no name. */
export async function listEditors(
  ctx: Context,
  campaignId: string,
  since: string,
): Promise<{ id: string; name: string | null; seenAt: string }[]> {
  return ctx.tx
    .selectFrom('brief_editors')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'brief_editors.workspace_id').onRef('members.user_id', '=', 'brief_editors.user_id'),
    )
    .select(['brief_editors.user_id as id', 'members.name as name', 'brief_editors.seen_at as seenAt'])
    .where('brief_editors.workspace_id', '=', ctx.workspaceId)
    .where('brief_editors.campaign_id', '=', campaignId)
    .where('brief_editors.user_id', '!=', ctx.actor.id)
    .where('brief_editors.seen_at', '>=', since)
    .orderBy('brief_editors.seen_at', 'desc')
    .execute()
}
