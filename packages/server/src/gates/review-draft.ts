import type { Rulebook } from '@kolibra/core/compliance'
import { DELIVERABLE_MOVES, moveDeliverable, type Deliverable, type DeliverableMove } from '@kolibra/core/content'
import { guardAct } from '@kolibra/core/gates'
import { loadDeliverable, updateDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { insertReview } from './review-store.ts'

/** The moves of a deliverable that are made by review; the others have routes of their own. */
export const REVIEW_MOVES = ['start_draft', 'request_changes', 'approve'] as const satisfies readonly DeliverableMove[]
export type ReviewMove = (typeof REVIEW_MOVES)[number]

/** Decides on a draft. Asking for changes is guarded by Trust and uses up a revision round. */
export async function reviewDraft(
  ctx: Context,
  { deliverableId, move, note, rulebook }: { deliverableId: string; move: ReviewMove; note: string | null; rulebook: Rulebook },
): Promise<Deliverable> {
  const { campaignId, deliverable } = await loadDeliverable(ctx, deliverableId)
  const { id, state, revisionRounds } = deliverable
  const to = settle(moveDeliverable(state, move, { role: DELIVERABLE_MOVES[move].by[0] }))
  if (move === 'request_changes') {
    const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
    settle(guardAct('requestRevision', { kind: 'deliverable', id }, spine))
  }
  const rounds = move === 'request_changes' ? revisionRounds + 1 : revisionRounds
  if (!(await updateDeliverable(ctx, { id, from: state, to, revisionRounds: rounds }))) throw new RequestError('state.lost_race')
  await insertReview(ctx, { campaignId, kind: 'deliverable', subjectId: id, move, note })
  await recordEvent(ctx, { name: DELIVERABLE_MOVES[move].event, subject: { kind: 'deliverable', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return (await loadDeliverable(ctx, id)).deliverable
}
