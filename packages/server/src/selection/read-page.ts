import { findTier, type Account, type Tier } from '@kolibra/core/creators'
import { buildPage, type CreatorPage } from '@kolibra/core/selection'
import { listDailyValues, listProfileHistory, listSplitPosts, listStoredPosts, loadAccounts, loadTiers } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { found } from '../platform/request-error.ts'
import { listRanks, readCohortsAsOf } from './cohort-store.ts'
import { loadFeeTable } from './fee-table-store.ts'
import { readForecast } from './queries.ts'

/** Peers are worked out anew when somebody looks and they are older than this. */
const STALE_MS = 10 * 60_000

/** The page of one creator: everything on it that follows from imported data. */
export async function readPage(ctx: Context, id: string): Promise<CreatorPage> {
  const { account } = found((await loadAccounts(ctx, [id]))[0], 'creator', id)
  const { platform, followers } = account
  const { table } = await loadTiers(ctx)
  const tier = followers === null ? null : (findTier(platform, followers, table)?.tier ?? null)
  return buildPage({
    id,
    account,
    tier,
    type: account.creatorType,
    forecast: await readForecast(ctx, id),
    history: await listHistory(ctx, id, account),
    stored: await listStoredPosts(ctx, account),
    splitPosts: await listSplitPosts(ctx, id),
    peers: await readPeers(ctx, id, { account, tier }),
    today: ctx.today,
    fees: (await loadFeeTable(ctx)).table,
  })
}

/** What imports saw of the account, and its followers day by day where a file brings them; oldest first. */
async function listHistory(ctx: Context, id: string, account: Account): Promise<CreatorPage['history']> {
  const [days = []] = await listDailyValues(ctx, [account], ['followers'])
  const daily = days.map(({ day, value, source }) => ({
    source,
    observedAt: day,
    keptAt: null,
    followers: Math.round(value),
    audience: null,
  }))
  const whenOf = ({ observedAt, keptAt }: CreatorPage['history'][number]) => observedAt ?? keptAt ?? ''
  return [...(await listProfileHistory(ctx, id)), ...daily].toSorted((a, b) => (whenOf(a) < whenOf(b) ? -1 : 1))
}

async function readPeers(
  ctx: Context,
  id: string,
  { account: { platform, categories }, tier }: { account: Account; tier: Tier | null },
): Promise<CreatorPage['peers']> {
  const asOf = await readCohortsAsOf(ctx)
  const category = categories[0] ?? null
  const ranks = tier === null || category === null ? [] : await listRanks(ctx, id, { platform, tier, category })
  // Who has nothing to be placed by gets no place from working the peers out.
  const isStale = asOf === null || Date.parse(ctx.now) - Date.parse(asOf) > STALE_MS
  if (isStale && ranks.length > 0) await enqueueJob(ctx, 'creators.refresh_cohorts', null)
  return { category, asOf, ranks }
}
