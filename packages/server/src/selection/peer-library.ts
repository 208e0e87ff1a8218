import { learnPeers, type Account, type PeerModel, type TierTable } from '@kolibra/core/creators'
import { loadAccounts, loadTiers, withStoredPosts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { cellOf, listPeers, type PeerCell, type Peers } from './peer-store.ts'

/** The peers of a cell with what was learned from them. Cell null: of an account whose tier is not known, which has none. */
export interface LearnedPeers {
  readonly cell: PeerCell | null
  readonly ids: readonly string[]
  readonly model: PeerModel
}

/** Finds what an account is held against. */
export type PeerLibrary = (ctx: Context, account: Account) => Promise<LearnedPeers>

/** So many cells are kept at once: each holds the numbers of up to two hundred accounts. */
const MOST_CELLS = 500

/** A library for one piece of work: each cell is learned when it is first asked for, however many accounts of it are held against it. */
export function openPeerLibrary(): PeerLibrary {
  const lists = new Map<string, Peers>()
  const learned = new Map<string, LearnedPeers>()
  const state: { table: TierTable | null } = { table: null }
  return async (ctx, account) => {
    const table = (state.table ??= (await loadTiers(ctx)).table)
    const cell = cellOf(account, table)
    if (cell === null) return { cell, ids: [], model: learnPeers([], { tiers: table }) }
    const peers = lists.get(keyOf(cell)) ?? (await listPeers(ctx, cell))
    keep(lists, keyOf(cell), peers)
    const known = learned.get(keyOf(peers.cell)) ?? (await learn(ctx, peers, table))
    keep(learned, keyOf(peers.cell), known)
    return known
  }
}

const keyOf = ({ platform, category, from }: PeerCell) => JSON.stringify([platform, from, category])

function keep<T>(shelf: Map<string, T>, key: string, value: T): void {
  shelf.set(key, value)
  const [oldest] = shelf.keys()
  if (shelf.size > MOST_CELLS && oldest !== undefined) shelf.delete(oldest)
}

async function learn(ctx: Context, { cell, ids }: Peers, tiers: TierTable): Promise<LearnedPeers> {
  const peers = await withStoredPosts(ctx, await loadAccounts(ctx, ids))
  const accounts = peers.map(({ account }) => account)
  return { cell, ids: peers.map(({ id }) => id), model: learnPeers(accounts, { tiers }) }
}
