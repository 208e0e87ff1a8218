import type { Account } from '@kolibra/core/creators'
import { fitCohorts, type Cohorts } from '@kolibra/core/planning'
import { listCreatorIds, loadAccounts, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'

/** So many creators are loaded at once without troubling anybody, and tell as much as all. */
export const LOADED_MAX = 2000

/** What forecasts are made among: the first two thousand creators of the workspace. */
export async function loadPeers(ctx: Context): Promise<Account[]> {
  const ids = await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX })
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  return creators.map(({ account }) => account)
}

/** What is learned from them for forecasts of views. */
export async function loadCohorts(ctx: Context): Promise<Cohorts> {
  return fitCohorts(await loadPeers(ctx), { metric: 'views', asOf: ctx.today })
}
