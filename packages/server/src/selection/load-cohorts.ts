import { fitCohorts, type Cohorts } from '@kolibra/core/planning'
import { listCreatorIds, loadAccounts, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'

/** So many creators are loaded at once without troubling anybody, and tell as much as all. */
export const LOADED_MAX = 2000

/** What forecasts are made among: the first two thousand creators of the workspace. */
export async function loadCohorts(ctx: Context): Promise<Cohorts> {
  const ids = await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX })
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  return fitCohorts(
    creators.map(({ account }) => account),
    { metric: 'views', asOf: ctx.today },
  )
}
