import { listCreatorIds, loadAccounts, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { insertBareRows } from './bare-row-store.ts'
import { keepAuthenticity } from './creator-row-store.ts'
import { LOADED_MAX, loadCohorts } from './load-cohorts.ts'
import { writeFirstRows, writeRows } from './make-rows.ts'
import { openPeerLibrary } from './peer-library.ts'
import { scoreCreators } from './score-creators.ts'

/** Of so many touched accounts the first rows are written in the import itself, so that the search finds them when it is committed. */
const FIRST_MAX = 10_000
/** Of so many new ones a bare row is written by the database itself, which takes it some seconds at most; more would hold up the commit. */
const BARE_MAX = 200_000
/** So many are put together at once: more would hold up other requests. */
const PAGE = 200

/** Rebuilds the rows of these creators from their observations: type, price, forecast among the creators of the workspace. Safe to repeat. */
export async function refreshRowsOf(ctx: Context, ids: readonly string[]): Promise<void> {
  await inPages(ids, (page) => writeFirstRows(ctx, page))
  const around = { cohorts: await loadCohorts(ctx), library: openPeerLibrary() }
  await inPages(ids, (page) => writeRows(ctx, page, around))
}

/** Rebuilds the rows of all creators of a workspace that can be loaded at once. Safe to repeat. */
export async function refreshRows(ctx: Context): Promise<void> {
  await refreshRowsOf(ctx, await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX }))
}

/**
 * After a value was typed: the row of that creator follows at once, with its authenticity. Its forecast, which is made among all, and the
 * scores of those held against it are left to a job.
 */
export async function refreshTypedRow(ctx: Context, creatorId: string): Promise<void> {
  await writeFirstRows(ctx, [creatorId])
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, [creatorId]))
  await keepAuthenticity(ctx, [creatorId], await scoreCreators(ctx, creators, openPeerLibrary()))
  await enqueueJob(ctx, 'creators.refresh_row', creatorId)
}

/**
 * After an import of so many accounts. Where few were touched, their rows are rebuilt here and now. Of more the first rows are written, so
 * that the search finds them, and a job works out the rest; of very many new ones a bare row by which they can be found.
 */
export async function refreshAfterImport(ctx: Context, importId: string, accounts: number): Promise<void> {
  const all = await listCreatorIds(ctx, { after: null, importId: null, limit: LOADED_MAX + 1 })
  if (all.length <= LOADED_MAX) return refreshRowsOf(ctx, all)
  await enqueueJob(ctx, 'creators.refresh_rows', importId)
  // Asking a large import whom it touched takes seconds, and the answer would be: many.
  if (accounts > FIRST_MAX) return accounts > BARE_MAX ? undefined : insertBareRows(ctx, importId)
  const touched = await listCreatorIds(ctx, { after: null, importId, limit: FIRST_MAX })
  await inPages(touched, (page) => writeFirstRows(ctx, page))
}

async function inPages(ids: readonly string[], work: (page: readonly string[]) => Promise<void>): Promise<void> {
  for (let from = 0; from < ids.length; from += PAGE) await work(ids.slice(from, from + PAGE))
}
