import { DELIVERABLE_MOVES, moveDeliverable, type CreatorAnswer, type Deliverable } from '@kolibra/core/content'
import { checkRequest, checkSettlement, type CreatorRequest, type RequestInput, type Settlement } from '@kolibra/core/portal'
import { startSilence, updateDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import type { CreatorPass } from './device-store.ts'
import { loadOwnPost } from './load-own-post.ts'
import { insertRequest, listRequests, loadRequest, noteOwnNo, updateSettlement } from './request-store.ts'
import { doAsAsked } from './do-as-asked.ts'

/**
 * Keeps what a creator asks or tells. A refused revision goes back into review and does not count as a round. Refuses what `checkRequest`
 * refuses, and `state.lost_race`.
 */
export async function sendRequest(ctx: Context, pass: CreatorPass, input: RequestInput): Promise<CreatorRequest> {
  const { campaignId, creatorId } = pass
  const own = input.deliverableId === null ? null : await loadOwnPost(ctx, pass, input.deliverableId)
  const post = own?.deliverable ?? null
  const sent = (await listRequests(ctx, campaignId, creatorId)).filter(({ deliverableId }) => deliverableId === input.deliverableId)
  const waiting = sent.flatMap(({ kind, settlement }) => (settlement === null ? [kind] : []))
  const rule = settle(checkRequest(input, { state: post?.state ?? null, waiting, answer: own?.answer ?? null }))
  if (input.kind === 'refusal' && post !== null) {
    await takeBackIntoReview(ctx, post)
    await startSilence(ctx, { campaignId, deliverableId: post.id })
  }
  if (post !== null && (input.kind === 'accept' || input.kind === 'decline')) await keepAnswer(ctx, post, input.kind)
  const id = ctx.mintId()
  if (!(await insertRequest(ctx, { id, campaignId, input, asksDesk: rule.asksDesk }))) throw new RequestError('state.lost_race')
  const subject = post === null ? { kind: 'creator', id: creatorId } : { kind: 'deliverable', id: post.id }
  const fields = input.field === null ? [] : [input.field]
  await recordEvent(ctx, { name: rule.event, subject, campaignId, fields })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return (await loadRequest(ctx, id)).request
}

// The last word counts: a no that still waits for the desk is answered by the creator's own yes.
async function keepAnswer(ctx: Context, { id, state }: Deliverable, answer: CreatorAnswer): Promise<void> {
  if (answer === 'accept') await noteOwnNo(ctx, id)
  if (!(await updateDeliverable(ctx, { id, from: state, to: state, answer }))) throw new RequestError('state.lost_race')
}

async function takeBackIntoReview(ctx: Context, { id, state, revisionRounds }: Deliverable): Promise<void> {
  const to = settle(moveDeliverable(state, 'refuse_changes', { role: DELIVERABLE_MOVES.refuse_changes.by[0] }))
  const rounds = Math.max(0, revisionRounds - 1)
  if (!(await updateDeliverable(ctx, { id, from: state, to, revisionRounds: rounds }))) throw new RequestError('state.lost_race')
}

/**
 * Answers a creator's request. What is done then is told in `doAsAsked`. Refuses `portal.request_settled`, `portal.reason_missing`,
 * `state.lost_race`, and what doing it refuses.
 */
export async function settleRequest(
  ctx: Context,
  answer: { id: string; settlement: Settlement; note: string | null },
): Promise<CreatorRequest> {
  const { campaignId, request } = await loadRequest(ctx, answer.id)
  settle(checkSettlement(request, answer))
  if (!(await updateSettlement(ctx, answer))) throw new RequestError('state.lost_race')
  await doAsAsked(ctx, campaignId, { ...request, settlement: answer.settlement })
  const { deliverableId, creatorId } = request
  const subject = deliverableId === null ? { kind: 'creator', id: creatorId } : { kind: 'deliverable', id: deliverableId }
  await recordEvent(ctx, { name: 'request.settled', subject, campaignId, fields: [request.kind, answer.settlement] })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return (await loadRequest(ctx, answer.id)).request
}
