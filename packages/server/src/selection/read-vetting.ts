import { findTier, vetAccounts, type Account, type TierTable } from '@kolibra/core/creators'
import type { VettedCreator } from '@kolibra/core/selection'
import { loadAccounts, loadTiers } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'
import { listPeerIds, type PeerRange } from './peer-store.ts'

/** Vets one creator against peers of the workspace. A bounded number of accounts is loaded, however many there are. */
export async function readVetting(ctx: Context, id: string): Promise<VettedCreator> {
  const { account } = found((await loadAccounts(ctx, [id]))[0], 'creator', id)
  const { table } = await loadTiers(ctx)
  const range = rangeOf(account, table)
  const peerIds = range === null ? [] : await listPeerIds(ctx, id, range)
  const peers = (await loadAccounts(ctx, peerIds)).map((peer) => peer.account)
  const [vetting] = vetAccounts([account, ...peers], [], { tiers: table })
  return { asOf: ctx.now, peers: peers.length, vetting: found(vetting, 'creator', id) }
}

function rangeOf({ platform, followers, categories }: Account, table: TierTable): PeerRange | null {
  const tier = followers === null ? null : findTier(platform, followers, table)
  if (tier === null) return null
  const higher = table.rows
    .filter(({ platforms, fromFollowers }) => platforms.some((each) => each === platform) && fromFollowers > tier.fromFollowers)
    .map(({ fromFollowers }) => fromFollowers)
  return {
    platform,
    category: categories[0] ?? null,
    from: tier.fromFollowers,
    below: higher.length === 0 ? null : Math.min(...higher),
  }
}
