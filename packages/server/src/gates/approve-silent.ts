import { AGREED_SILENCE } from '@kolibra/core/accounts'
import { DELIVERABLE_MOVES, moveDeliverable } from '@kolibra/core/content'
import { loadDeliverable, updateDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob, enqueueJobAt } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { readSilences } from './read-silences.ts'
import { insertReview } from './review-store.ts'

const MOVE = 'approve_by_silence'
const { event } = DELIVERABLE_MOVES[MOVE]

/**
 * Approves a draft that nobody answered in the time that the brief agrees on, as the actor "agreed silence". A draft that was answered, or
 * whose agreement was taken back, stays as it is, and so does one whose clock ends on days that nobody knows yet; one whose clock still runs is asked again when it ends. Publishing stays guarded by Rules.
 */
export async function approveSilent(asked: Context, deliverableId: string): Promise<void> {
  const ctx: Context = { ...asked, actor: AGREED_SILENCE }
  const { campaignId, deliverable } = await loadDeliverable(ctx, deliverableId)
  const { id, state } = deliverable
  const clock = (await readSilences(ctx, campaignId)).find((silence) => silence.deliverableId === id)?.clock ?? null
  // On days whose holidays are not published nobody knows whether the time ended: the desk answers.
  if (clock === null || !clock.isCertain) return
  if (ctx.now < clock.endsAt) return enqueueJobAt(ctx, { task: 'drafts.approve_silent', subjectId: id, at: clock.endsAt })
  const to = moveDeliverable(state, MOVE, { role: ctx.actor.role })
  if (!to.ok || !(await updateDeliverable(ctx, { id, from: state, to: to.value }))) return
  await insertReview(ctx, { campaignId, kind: 'deliverable', subjectId: id, move: MOVE, note: null })
  await recordEvent(ctx, { name: event, subject: { kind: 'deliverable', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
}
