import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const copySchema = z.record(z.string(), z.unknown())

/**
 * The working copy of a campaign's brief: as it was typed, so a day may be empty still. `brief` is null before the first word and after
 * the copy ended; revisions go on. `after` is the version it was begun on, 0 before the first, null where nobody said.
 */
export interface BriefCopy {
  readonly revision: number
  readonly after: number | null
  readonly brief: Readonly<Record<string, unknown>> | null
  readonly editedBy: string | null
  readonly editorName: string | null
  readonly editedAt: string | null
}

/** The next words of the copy that stands at `revision`. */
export interface NextCopy {
  readonly revision: number
  readonly after: number | null
  readonly brief: object | null
}

const NONE: BriefCopy = { revision: 0, after: null, brief: null, editedBy: null, editorName: null, editedAt: null }

/** The copy as it stands. */
export async function loadCopy(ctx: Context, campaignId: string): Promise<BriefCopy> {
  const row = await ctx.tx
    .selectFrom('brief_copies')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'brief_copies.workspace_id').onRef('members.user_id', '=', 'brief_copies.edited_by'),
    )
    .select(['revision', 'brief', 'after_version', 'edited_by', 'edited_at', 'members.name as editor_name'])
    .where('brief_copies.workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .executeTakeFirst()
  if (row === undefined) return NONE
  const { revision, brief, after_version: after, edited_by: editedBy, edited_at: editedAt, editor_name: editorName } = row
  return { revision, after, brief: brief === null ? null : copySchema.parse(brief), editedBy, editorName, editedAt }
}

/** Puts the next revision in the place of `revision`; false when another was faster. */
export async function replaceCopy(ctx: Context, campaignId: string, next: NextCopy): Promise<boolean> {
  const values = {
    revision: next.revision + 1,
    brief: next.brief === null ? null : JSON.stringify(next.brief),
    after_version: next.after,
    edited_by: ctx.actor.id,
    edited_at: ctx.now,
  }
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

/** Ends the copy that stands at `revision`; false when it moved on. Its number stays taken, so that nobody types on it unknowingly. */
export function endCopy(ctx: Context, campaignId: string, revision: number): Promise<boolean> {
  return replaceCopy(ctx, campaignId, { revision, after: null, brief: null })
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
