import type { TierTable } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { insertTiers, loadTiers, type StoredTiers } from './tier-store.ts'

/** Replaces the tier table that still stands at `revision`; types are worked out anew by a job. Refuses `state.lost_race`. */
export async function changeTiers(ctx: Context, { revision, table }: { revision: number; table: TierTable }): Promise<StoredTiers> {
  const before = await loadTiers(ctx)
  const isNext = before.revision === revision && (await insertTiers(ctx, { revision: revision + 1, table }))
  if (!isNext) throw new RequestError('state.lost_race', { current: (await loadTiers(ctx)).revision })
  await recordEvent(ctx, { name: 'tiers.changed', subject: { kind: 'workspace', id: ctx.workspaceId }, fields: ['rows'] })
  await enqueueJob(ctx, 'creators.refresh_rows', null)
  return loadTiers(ctx)
}
