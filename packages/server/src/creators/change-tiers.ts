import type { TierTable } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { reviseTable, type Revised } from '../platform/revised-table.ts'
import { insertTiers, loadTiers } from './tier-store.ts'

/** Replaces the tier table that still stands at `revision`; types are worked out anew by a job. Refuses `state.lost_race`. */
export async function changeTiers(ctx: Context, change: Revised<TierTable>): Promise<Revised<TierTable>> {
  const store = { load: loadTiers, insert: insertTiers }
  const stored = await reviseTable(ctx, store, { ...change, event: 'tiers.changed', fields: ['rows'] })
  await enqueueJob(ctx, 'creators.refresh_rows', null)
  return stored
}
