import { checkProof, type NotedProof } from '@kolibra/core/content'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { listDeliverables } from './deliverable-store.ts'
import { listProofs, replaceProof, type StoredProof } from './product-proof-store.ts'

interface Note {
  readonly campaignId: string
  readonly creatorId: string
  readonly revision: number
  readonly proof: NotedProof
}

/** Notes when a creator of the campaign got the product and used it. Refuses days out of order and `state.lost_race`. */
export async function noteProduct(ctx: Context, { campaignId, creatorId, revision, proof }: Note): Promise<StoredProof> {
  const { id } = await loadCampaign(ctx, campaignId)
  const chosen = (await listDeliverables(ctx, id)).find(({ deliverable }) => deliverable.creatorId === creatorId)
  found(chosen, 'creator', creatorId)
  settle(checkProof(proof, ctx.today))
  if (!(await replaceProof(ctx, { campaignId: id, creatorId, revision, proof }))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'product.noted', subject: { kind: 'creator', id: creatorId }, campaignId: id, fields: Object.keys(proof) })
  await enqueueJob(ctx, 'gates.record_passes', id)
  return found(
    (await listProofs(ctx, id)).find((row) => row.creatorId === creatorId),
    'creator',
    creatorId,
  )
}
