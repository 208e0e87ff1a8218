import { nameZh, PLATFORM_NAMES_ZH, say, type Localized } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { TIER_NAMES_ZH, TIERS, type TierRow } from '../tier-table.ts'

/** Smaller groups are no measure; the next wider one is taken (science.md §5.3). */
export const LEAST_PEERS = 8

/** The accounts that one account is held against, itself among them: one of many does not move a median. */
export interface PeerGroup {
  readonly key: string
  readonly name: Localized
  readonly members: readonly number[]
}

/** Finds an account's peers: platform × tier × category, else platform × tier, else none. Across platforms nothing is compared. */
export function groupPeers(accounts: readonly Account[]): (index: number) => PeerGroup | null {
  const groups = new Map<string, number[]>()
  accounts.forEach((account, index) => {
    for (const { key } of listGroups(account)) {
      const members = groups.get(key)
      if (members === undefined) groups.set(key, [index])
      else members.push(index)
    }
  })
  return (index) => {
    const account = accounts[index]
    if (account === undefined) return null
    for (const { key, name } of listGroups(account)) {
      const members = groups.get(key) ?? []
      if (members.length > LEAST_PEERS) return { key, name, members }
    }
    return null
  }
}

function listGroups({ platform, followers, categories }: Account): { key: string; name: Localized }[] {
  const tier = tierOf(platform, followers)
  if (tier === null) return []
  const platformZh = nameZh(PLATFORM_NAMES_ZH, platform)
  const wide = { key: `${platform} ${tier}`, name: say(`${platform}, ${tier}`, `${platformZh}，${TIER_NAMES_ZH[tier]}`) }
  const [category] = categories
  if (category === undefined) return [wide]
  return [{ key: `${wide.key} ${category}`, name: say(`${wide.name.en}, ${category}`, `${wide.name.zh}，${category}`) }, wide]
}

function tierOf(platform: string, followers: number | null): TierRow['tier'] | null {
  if (followers === null) return null
  const rows = TIERS.rows.filter(({ platforms }) => platforms.some((each) => each === platform))
  return rows.find(({ fromFollowers }) => followers >= fromFollowers)?.tier ?? null
}
