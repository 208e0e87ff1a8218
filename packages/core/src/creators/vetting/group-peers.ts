import { nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { findTier, TIER_NAMES_ZH, TIERS, type TierTable } from '../tier-table.ts'

/** Smaller groups are no measure; the next wider one is taken (science.md §5.3). */
export const LEAST_PEERS = 8

/** The accounts that one account is held against, itself among them: one of many does not move a median. */
export interface PeerGroup {
  readonly key: string
  readonly name: Localized
  readonly members: readonly number[]
}

/** Finds groups by the place of an account in the list. */
export interface PeerFinder {
  /** Platform × tier × category, else platform × tier, with at least eight others; else none. */
  readonly peersOf: (index: number) => PeerGroup | null
  /** Platform × tier × category, however few they are; null where tier or category is not known. */
  readonly cellOf: (index: number) => PeerGroup | null
}

/** Groups accounts with their like. Across platforms nothing is compared. */
export function groupPeers(accounts: readonly Account[], tiers: TierTable = TIERS): PeerFinder {
  const groups = new Map<string, number[]>()
  accounts.forEach((account, index) => {
    for (const { key } of listGroups(account, tiers)) {
      const members = groups.get(key)
      if (members === undefined) groups.set(key, [index])
      else members.push(index)
    }
  })
  const groupsOf = (index: number) => {
    const account = accounts[index]
    if (account === undefined) return []
    return listGroups(account, tiers).map(({ key, name, isNarrow }) => ({ key, name, isNarrow, members: groups.get(key) ?? [] }))
  }
  return {
    peersOf: (index) => groupsOf(index).find(({ members }) => members.length > LEAST_PEERS) ?? null,
    cellOf: (index) => groupsOf(index).find(({ isNarrow }) => isNarrow) ?? null,
  }
}

function listGroups({ platform, followers, categories }: Account, tiers: TierTable): { key: string; name: Localized; isNarrow: boolean }[] {
  const tier = followers === null ? null : (findTier(platform, followers, tiers)?.tier ?? null)
  if (tier === null) return []
  const platformZh = nameZh(PLATFORM_NAMES_ZH, platform)
  const wide = { isNarrow: false, key: `${platform} ${tier}`, name: say(`${platform}, ${tier}`, `${platformZh}，${TIER_NAMES_ZH[tier]}`) }
  const [category] = categories
  if (category === undefined) return [wide]
  return [
    { isNarrow: true, key: `${wide.key} ${category}`, name: say(`${wide.name.en}, ${category}`, `${wide.name.zh}，${category}`) },
    wide,
  ]
}
