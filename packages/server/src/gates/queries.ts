import { BRIEF_MOVES, SENDING_MOVES } from '@kolibra/core/briefs'
import { DELIVERABLE_MOVES } from '@kolibra/core/content'
import type { Context } from '../platform/context.ts'

const { submit_draft, refuse_changes, approve_by_silence } = DELIVERABLE_MOVES
// What sets a draft before the brand, and what its silence made of it.
const TOLD = [submit_draft.event, refuse_changes.event, approve_by_silence.event]
const SENDINGS = SENDING_MOVES.map((move) => BRIEF_MOVES[move].event)

/** When a brief of the campaign was sent last; null when none was. */
export async function findLastSending(ctx: Context, campaignId: string): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('events')
    .select('at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('name', 'in', SENDINGS)
    .orderBy('event_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** When drafts of a campaign came before the brand or were approved by silence, oldest first. */
export async function listDraftMoments(ctx: Context, campaignId: string): Promise<{ subjectId: string; name: string; at: string }[]> {
  const rows = await ctx.tx
    .selectFrom('events')
    .select(['subject_id', 'name', 'at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('name', 'in', TOLD)
    .orderBy('event_id')
    .execute()
  return rows.map(({ subject_id: subjectId, name, at }) => ({ subjectId, name, at }))
}
