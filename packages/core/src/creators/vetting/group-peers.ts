import { nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { findTier, TIER_NAMES_ZH, TIERS, type TierTable } from '../tier-table.ts'

/** Smaller groups are no measure; the next wider one is taken (science.md §5.3). */
export const LEAST_PEERS = 8

/** Who asks for peers: an account, and its place among the accounts that were grouped; null when it is none of them. */
export interface Seeker {
  readonly account: Account
  readonly at: number | null
}

/** The accounts that one account is held against, itself among them if it was grouped: one of many does not move a median. */
export interface PeerGroup {
  readonly key: string
  readonly name: Localized
  readonly members: readonly number[]
  /** Members besides the one who asks. */
  readonly others: number
  /** The same tier in all categories, where this group is narrower. */
  readonly wider: PeerGroup | null
}

/** Finds the groups of an account. */
export interface PeerFinder {
  /** Platform × tier × category, else platform × tier, with at least eight others; else none. */
  readonly peersOf: (seeker: Seeker) => PeerGroup | null
  /** All of the platform, with at least eight others; else none. */
  readonly platformOf: (seeker: Seeker) => PeerGroup | null
  /** Platform × tier × category, however few they are; null where tier or category is not known. */
  readonly cellOf: (seeker: Seeker) => PeerGroup | null
}

/** Groups accounts with their like. Across platforms nothing is compared. */
export function groupPeers(accounts: readonly Account[], tiers: TierTable = TIERS): PeerFinder {
  const [groups, platforms] = [new Map<string, number[]>(), new Map<string, number[]>()]
  accounts.forEach((account, index) => {
    for (const { key } of listGroups(account, tiers)) addMember(groups, key, index)
    addMember(platforms, account.platform, index)
  })
  const groupsOf = ({ account, at }: Seeker) => {
    const listed = listGroups(account, tiers).map((group) => ({ ...group, ...countMembers(groups.get(group.key), at), wider: null }))
    const wide = listed.find(({ isNarrow }) => !isNarrow) ?? null
    return listed.map((group) => (group.isNarrow ? { ...group, wider: wide } : group))
  }
  return {
    peersOf: (seeker) => groupsOf(seeker).find(({ others }) => others >= LEAST_PEERS) ?? null,
    platformOf: ({ account: { platform }, at }) => {
      const counted = countMembers(platforms.get(platform), at)
      if (counted.others < LEAST_PEERS) return null
      return { key: platform, name: say(platform, nameZh(PLATFORM_NAMES_ZH, platform)), ...counted, wider: null }
    },
    cellOf: (seeker) => groupsOf(seeker).find(({ isNarrow }) => isNarrow) ?? null,
  }
}

function countMembers(members: readonly number[] = [], at: number | null): { members: readonly number[]; others: number } {
  return { members, others: at === null ? members.length : members.length - 1 }
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
