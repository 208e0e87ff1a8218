import { loadDeliverable, type StoredDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import type { CreatorPass } from './device-store.ts'

/** A post of this creator in the campaign of their link. Whatever else the workspace holds is `request.not_found`, as if it were not there. */
export async function loadOwnPost(
  ctx: Context,
  { campaignId, creatorId }: Pick<CreatorPass, 'campaignId' | 'creatorId'>,
  id: string,
): Promise<StoredDeliverable> {
  const stored = await loadDeliverable(ctx, id)
  if (stored.campaignId !== campaignId || stored.deliverable.creatorId !== creatorId)
    throw new RequestError('request.not_found', { kind: 'deliverable', id })
  return stored
}
