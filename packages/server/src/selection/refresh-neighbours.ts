import { loadAccounts, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { keepAuthenticity } from './creator-row-store.ts'
import type { InTransaction } from './in-transaction.ts'
import type { PeerLibrary } from './peer-library.ts'
import { listCells, listHeldAgainst, listMembers, MOST_PEERS, type PeerCell } from './peer-store.ts'
import { scoreCreators } from './score-creators.ts'

const PAGE = 200

/** Notes which cells were moved by accounts that changed. */
export interface MovedCells {
  /** Looks whether these accounts, as their rows stand, are among those that others are held against. */
  readonly note: (ctx: Context, ids: readonly string[]) => Promise<void>
  readonly list: () => readonly PeerCell[]
}

/** Starts a list of moved cells. Whoever stands behind the first two hundred of a cell moves nobody. */
export function startMovedCells(): MovedCells {
  const moved = new Map<string, PeerCell>()
  const members = new Map<string, ReadonlySet<string>>()
  const look = async (ctx: Context, cell: PeerCell, id: string) => {
    const key = JSON.stringify(cell)
    const first = members.get(key) ?? new Set(await listMembers(ctx, cell, { after: null, limit: MOST_PEERS }))
    members.set(key, first)
    if (first.has(id)) moved.set(key, cell)
  }
  return {
    note: async (ctx, ids) => {
      for (const { id, cell } of await listCells(ctx, ids)) {
        if (cell.category !== null) await look(ctx, cell, id)
        await look(ctx, { ...cell, category: null }, id)
      }
    },
    list: () => [...moved.values()],
  }
}

/** Works out anew the authenticity of everybody who is held against a cell that moved, page by page. Those in `done` were just now. */
export async function refreshNeighbours(
  run: InTransaction,
  cells: readonly PeerCell[],
  { library, done }: { library: PeerLibrary; done: ReadonlySet<string> },
): Promise<void> {
  for (const cell of cells) {
    const state: { after: string | null; isMore: boolean } = { after: null, isMore: true }
    while (state.isMore)
      await run(async (ctx) => {
        const page = await listHeldAgainst(ctx, cell, { after: state.after, limit: PAGE })
        await rescore(
          ctx,
          page.filter((id) => !done.has(id)),
          library,
        )
        state.after = page.at(-1) ?? null
        state.isMore = page.length === PAGE
      })
  }
}

async function rescore(ctx: Context, ids: readonly string[], library: PeerLibrary): Promise<void> {
  const creators = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const scores = await scoreCreators(ctx, creators, library)
  await keepAuthenticity(
    ctx,
    creators.map(({ id }) => id),
    scores,
  )
}
