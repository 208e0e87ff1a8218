import type { Rulebook } from '@kolibra/core/compliance'
import { DELIVERABLE_MOVES, moveDeliverable, type Deliverable } from '@kolibra/core/content'
import { guardAct } from '@kolibra/core/gates'
import { askForScore } from '../campaigns/index.ts'
import { insertPublicationObservation, loadDeliverable, updateDeliverable, type PublicationMetrics } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { judgeCampaign } from './judge-campaign.ts'

/** A live post: where, since when (ISO with Z), and first numbers if there are any. */
export interface Publication {
  readonly url: string
  readonly publishedAt: string
  readonly metrics?: PublicationMetrics | undefined
}

/** Records that a post is live. Rules guards it. */
export async function publishPost(
  ctx: Context,
  { deliverableId, publication, rulebook }: { deliverableId: string; publication: Publication; rulebook: Rulebook },
): Promise<Deliverable> {
  const { campaignId, deliverable } = await loadDeliverable(ctx, deliverableId)
  const { id, state } = deliverable
  const to = settle(moveDeliverable(state, 'publish', { role: DELIVERABLE_MOVES.publish.by[0] }))
  const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
  settle(guardAct('publish', { kind: 'deliverable', id }, spine))
  const { url, publishedAt, metrics } = publication
  if (!(await updateDeliverable(ctx, { id, from: state, to, published: { url, at: publishedAt } })))
    throw new RequestError('state.lost_race')
  if (metrics !== undefined) await insertPublicationObservation(ctx, id, metrics)
  await recordEvent(ctx, { name: DELIVERABLE_MOVES.publish.event, subject: { kind: 'deliverable', id }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  await askForScore(ctx, campaignId)
  return (await loadDeliverable(ctx, id)).deliverable
}
