import { loadTiers } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { replaceCohorts } from './cohort-store.ts'

/** Works out anew how the accounts of each platform, tier and category are spread, by the workspace's own tiers. Safe to repeat. */
export async function refreshCohorts(ctx: Context): Promise<void> {
  await replaceCohorts(ctx, (await loadTiers(ctx)).table)
}
