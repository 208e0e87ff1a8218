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
  /** The same tier in all categories, where this group is narrower. */
  readonly wider: PeerGroup | null
}

/** Finds groups by the place of an account in the list. */
export interface PeerFinder {
  /** Platform × tier × category, else platform × tier, with at least eight others; else none. */
  readonly peersOf: (index: number) => PeerGroup | null
  /** All of the platform, with at least eight others; else none. */
  readonly platformOf: (index: number) => PeerGroup | null
  /** Platform × tier × category, however few they are; null where tier or category is not known. */
  readonly cellOf: (index: number) => PeerGroup | null
}

/** Groups accounts with their like. Across platforms nothing is compared. */
export function groupPeers(accounts: readonly Account[], tiers: TierTable = TIERS): PeerFinder {
  const [groups, platforms] = [new Map<string, number[]>(), new Map<string, number[]>()]
  accounts.forEach((account, index) => {
    for (const { key } of listGroups(account, tiers)) addMember(groups, key, index)
    addMember(platforms, account.platform, index)
  })
  const groupsOf = (index: number) => {
    const account = accounts[index]
    if (account === undefined) return []
    const listed = listGroups(account, tiers).map((group) => ({ ...group, members: groups.get(group.key) ?? [], wider: null }))
    const wide = listed.find(({ isNarrow }) => !isNarrow) ?? null
    return listed.map((group) => (group.isNarrow ? { ...group, wider: wide } : group))
  }
  return {
    peersOf: (index) => groupsOf(index).find(({ members }) => members.length > LEAST_PEERS) ?? null,
    platformOf: (index) => {
      const { platform } = accounts[index] ?? {}
      const members = platform === undefined ? [] : (platforms.get(platform) ?? [])
      if (platform === undefined || members.length <= LEAST_PEERS) return null
      return { key: platform, name: say(platform, nameZh(PLATFORM_NAMES_ZH, platform)), members, wider: null }
    },
    cellOf: (index) => groupsOf(index).find(({ isNarrow }) => isNarrow) ?? null,
  }
}

function addMember(groups: Map<string, number[]>, key: string, index: number): void {
  const members = groups.get(key)
  if (members === undefined) groups.set(key, [index])
  else members.push(index)
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
