import type { Cohorts } from '@kolibra/core/planning'
import { listCreatorIds, listTalkedAbout } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import type { InTransaction } from './in-transaction.ts'
import { insertBareRows } from './bare-row-store.ts'
import { loadCohorts } from './load-cohorts.ts'
import { writeFirstRows, writeRows } from './make-rows.ts'
import { openPeerLibrary } from './peer-library.ts'
import { refreshNeighbours, startMovedCells } from './refresh-neighbours.ts'

/** So many that a page of work holds up nobody for long. */
const PAGE = 100

/**
 * Rebuilds the rows of all creators, or of those an import touched, page by page, each in a transaction of its own: first what each says by
 * itself, so that all can be found; then what is worked out among them; then the scores of whoever is held against one of them. Safe to
 * repeat.
 */
export async function refreshRowsInPages(run: InTransaction, importId: string | null): Promise<void> {
  if (importId !== null) await run((ctx) => insertBareRows(ctx, importId))
  const talkedAbout = await listTalk(run, importId)
  const walk: Walk = { run, importId, talkedAbout }
  await walkPages(walk, writeFirstRows)
  await completeRows(walk)
}

/** The same for one creator whose first row stands. */
export async function refreshRowInPages(run: InTransaction, creatorId: string): Promise<void> {
  await completeRows({ run, importId: NO_IMPORT, talkedAbout: [creatorId] })
}

interface Walk {
  readonly run: InTransaction
  /** null: all creators. */
  readonly importId: string | null
  /** Creators that are walked besides. */
  readonly talkedAbout: readonly string[]
}
const NO_IMPORT = '00000000-0000-0000-0000-000000000000'

async function completeRows(walk: Walk): Promise<void> {
  const [library, moved, done] = [openPeerLibrary(), startMovedCells(), new Set<string>()]
  const state: { cohorts: Cohorts | null } = { cohorts: null }
  await walkPages(walk, async (ctx, page) => {
    state.cohorts ??= await loadCohorts(ctx)
    await writeRows(ctx, page, { cohorts: state.cohorts, library })
    for (const id of page) done.add(id)
    // Where all are worked out anew nobody is left to be moved.
    if (walk.importId !== null) await moved.note(ctx, page)
  })
  await refreshNeighbours(walk.run, moved.list(), { library, done })
}

async function listTalk(run: InTransaction, importId: string | null): Promise<readonly string[]> {
  const found: { ids: readonly string[] } = { ids: [] }
  if (importId !== null)
    await run(async (ctx) => {
      found.ids = await listTalkedAbout(ctx, importId)
    })
  return found.ids
}

async function walkPages(
  { run, importId, talkedAbout }: Walk,
  work: (ctx: Context, page: readonly string[]) => Promise<void>,
): Promise<void> {
  const state: { after: string | null; isMore: boolean } = { after: null, isMore: importId !== NO_IMPORT }
  while (state.isMore)
    await run(async (ctx) => {
      const page = await listCreatorIds(ctx, { after: state.after, importId, limit: PAGE })
      if (page.length > 0) await work(ctx, page)
      state.after = page.at(-1) ?? null
      state.isMore = page.length === PAGE
    })
  for (let from = 0; from < talkedAbout.length; from += PAGE) await run((ctx) => work(ctx, talkedAbout.slice(from, from + PAGE)))
}
