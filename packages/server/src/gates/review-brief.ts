import { BRIEF_MOVES, moveBrief, type BriefMove } from '@kolibra/core/briefs'
import type { Rulebook } from '@kolibra/core/compliance'
import { guardAct } from '@kolibra/core/gates'
import { loadBrief, updateBriefState, type StoredBrief } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { insertReview } from './review-store.ts'

/** Moves a brief along its workflow. Sending is guarded by Brief and Trust. */
export async function reviewBrief(
  ctx: Context,
  { briefId, move, note, rulebook }: { briefId: string; move: BriefMove; note: string | null; rulebook: Rulebook },
): Promise<StoredBrief> {
  const { id, campaignId, state, authorId } = await loadBrief(ctx, briefId)
  const actorId = await nameReviewer(ctx, campaignId, move)
  const to = settle(moveBrief(state, move, { role: BRIEF_MOVES[move].by[0], actorId, authorId }))
  if (move === 'send') {
    const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
    settle(guardAct('sendBrief', { kind: 'brief', id }, spine))
  }
  if (!(await updateBriefState(ctx, { id, from: state, to }))) throw new RequestError('state.lost_race')
  await insertReview(ctx, { campaignId, kind: 'brief', subjectId: id, move, note })
  await recordEvent(ctx, { name: BRIEF_MOVES[move].event, subject: { kind: 'brief', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return loadBrief(ctx, id)
}

// The review is the local agency's where the campaign has one: a member who enters it acts for the agency, not as the author.
// The event names the member all the same.
async function nameReviewer(ctx: Context, campaignId: string, move: BriefMove): Promise<string> {
  const isReview = BRIEF_MOVES[move].by.some((role) => role === 'local_reviewer')
  const { campaign } = await loadCampaign(ctx, campaignId)
  return isReview && campaign.localAgency !== null ? `agency:${campaign.localAgency}` : ctx.actor.id
}
