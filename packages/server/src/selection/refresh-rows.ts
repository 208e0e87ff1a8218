import { say } from '@kolibra/core/shared'
import { vetAccounts } from '@kolibra/core/creators'
import { fitCohorts, forecastAccount, type Cohorts } from '@kolibra/core/planning'
import { cheapestPrice, describeAccount, lastObserved } from '@kolibra/core/selection'
import { listCreatorIds, loadAccounts, loadTiers, withStoredPosts, type StoredCreator } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { replaceCreatorRows, type CreatorRowDraft } from './creator-row-store.ts'
import { makeSearchText, spellName } from './search-words.ts'

// So many creators are loaded at once without troubling anybody; beyond it, work goes page by page in a job.
const LOADED_MAX = 2000
const PAGE = 100
// In a job each page is vetted beside fewer, so that it holds up nobody.
const PAGED_PEERS = 300

/** Rebuilds the rows of these creators from their observations: type, price, forecast among the creators of the workspace. Safe to repeat. */
export async function refreshRowsOf(ctx: Context, ids: readonly string[]): Promise<void> {
  await rebuild(ctx, ids, await loadPeers(ctx, LOADED_MAX))
}

/** Rebuilds the rows of all creators of a workspace that can be loaded at once. Safe to repeat. */
export async function refreshRows(ctx: Context): Promise<void> {
  await refreshRowsOf(ctx, await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX }))
}

/** After an import of so many accounts: rebuilds what it touched; where that is much, a job does it page by page. */
export async function refreshAfterImport(ctx: Context, importId: string, accounts: number): Promise<void> {
  // Asking a large import whom it touched takes seconds, and the answer would be: many.
  if (accounts > LOADED_MAX) return enqueueJob(ctx, 'creators.refresh_rows', importId)
  const all = await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX + 1 })
  if (all.length <= LOADED_MAX) return refreshRowsOf(ctx, all)
  const touched = await listCreatorIds(ctx, { after: null, importId, limit: LOADED_MAX + 1 })
  if (touched.length <= LOADED_MAX) return refreshRowsOf(ctx, touched)
  await enqueueJob(ctx, 'creators.refresh_rows', importId)
}

/** Runs work in a transaction of the workspace. */
export type InTransaction = (work: (ctx: Context) => Promise<void>) => Promise<void>

/** Rebuilds the rows of all creators, or of those an import touched, page by page, each in a transaction of its own. Safe to repeat. */
export async function refreshRowsInPages(run: InTransaction, importId: string | null): Promise<void> {
  const state: { peers: Peers | null; after: string | null; isMore: boolean } = { peers: null, after: null, isMore: true }
  while (state.isMore)
    await run(async (ctx) => {
      state.peers ??= await loadPeers(ctx, PAGED_PEERS)
      const page = await listCreatorIds(ctx, { after: state.after, importId, limit: PAGE })
      await rebuild(ctx, page, state.peers)
      state.after = page.at(-1) ?? null
      state.isMore = page.length === PAGE
    })
}

/** Whom creators are compared with: the first of the workspace, as many as can be loaded at once. */
interface Peers {
  readonly creators: readonly StoredCreator[]
  readonly cohorts: Cohorts
}

async function loadPeers(ctx: Context, most: number): Promise<Peers> {
  const ids = await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX })
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const cohorts = fitCohorts(
    creators.map(({ account }) => account),
    { metric: 'views', asOf: ctx.today },
  )
  return { creators: creators.slice(0, most), cohorts }
}

async function rebuild(ctx: Context, ids: readonly string[], peers: Peers): Promise<void> {
  const own = new Set(ids)
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const compared = [...creators, ...peers.creators.filter(({ id }) => !own.has(id))]
  const vetted = vetAccounts(
    compared.map(({ account }) => account),
    [],
    { tiers: (await loadTiers(ctx)).table },
  )
  const around = { cohorts: peers.cohorts, today: ctx.today }
  const drafts = creators.map((creator, at) => summarize(creator, { ...around, score: vetted[at]?.authenticity.score ?? null }))
  await replaceCreatorRows(ctx, drafts)
}

interface Around {
  readonly cohorts: Cohorts
  readonly today: string
  /** Authenticity, 0–100. */
  readonly score: number | null
}

function summarize({ id, account }: StoredCreator, { cohorts, today, score }: Around): CreatorRowDraft {
  const forecast = forecastAccount(account, cohorts, { metric: 'views', asOf: today })
  return {
    creatorId: id,
    nameKey: account.displayName === null ? null : spellName(account.displayName),
    searchText: makeSearchText([account.displayName], [account.handle, account.accountId, account.verification, account.mcn], account.bio),
    brands: [...new Set(account.brands.map(({ brand }) => brand))],
    basis: account.creatorType === null ? null : say(account.creatorType.basis, account.creatorType.basisZh ?? account.creatorType.basis),
    priceFormat: cheapestPrice(account, today)?.format ?? null,
    observedAt: lastObserved(account),
    forecast,
    values: describeAccount(account, { forecast, authenticity: score === null ? null : score / 100, onDay: today }),
  }
}
