import { askForScore } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { loadDeliverable } from './deliverable-store.ts'
import { insertPublicationObservation, type PublicationMetrics } from './publication-store.ts'

/** Adds later results of a published post (T+1, T+7, T+21, day 45). */
export async function observePost(ctx: Context, deliverableId: string, metrics: PublicationMetrics): Promise<{ id: string }> {
  const { campaignId, deliverable } = await loadDeliverable(ctx, deliverableId)
  if (deliverable.state !== 'published')
    throw new RequestError('deliverable.wrong_state', { state: deliverable.state, allowed: ['published'] })
  const id = await insertPublicationObservation(ctx, deliverableId, metrics)
  const fields = Object.entries(metrics).flatMap(([name, value]) => (value === null ? [] : [name]))
  await recordEvent(ctx, { name: 'post.observed', subject: { kind: 'deliverable', id: deliverableId }, campaignId, fields })
  await askForScore(ctx, campaignId)
  return { id }
}
