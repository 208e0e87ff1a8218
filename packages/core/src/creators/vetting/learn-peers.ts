import { groupBy } from '../../shared/index.ts'
import type { Account } from '../schema.ts'
import { TIERS, type TierTable } from '../tier-table.ts'
import { learnLevels } from './expected-levels.ts'
import { learnLikes } from './expected-likes.ts'
import { groupPeers, LEAST_PEERS, type PeerFinder, type PeerGroup } from './group-peers.ts'
import { NO_EVIDENCE, type HeldEvidence } from './held-evidence.ts'
import { measureAccount, type MeasuredAccount, type MeasureName, type PlatformModel, type VettingMeasures } from './measure-account.ts'
import { makeRanker, type Ranker } from './rank-among-peers.ts'
import type { RobustSpread } from './robust.ts'
import { spreadOfPeers } from './weigh-signal.ts'

/** What accounts are held against: how counts go together on each platform, and how every measure is spread among accounts that are alike. */
export interface PeerModel {
  readonly tiers: TierTable
  readonly platforms: ReadonlyMap<string, PlatformModel>
  /** The accounts that were learned from, in their order. */
  readonly measured: readonly MeasuredAccount[]
  readonly groups: PeerFinder
  readonly spreadOf: SpreadFinder
  readonly rank: Ranker
}

/** Learns once from accounts, so that any number of others can be held against them. Keeps numbers, not the accounts. */
export function learnPeers(
  accounts: readonly Account[],
  { tiers = TIERS, evidence = [] }: { tiers?: TierTable; evidence?: readonly HeldEvidence[] } = {},
): PeerModel {
  const platforms = learnPlatforms(accounts)
  const measured = accounts.map((account, at) => measureAccount(account, evidence[at] ?? NO_EVIDENCE, platforms.get(account.platform)))
  const measures = measured.map((each) => each.measures)
  return {
    tiers,
    platforms,
    measured,
    groups: groupPeers(accounts, tiers),
    spreadOf: makeSpreadFinder(measures),
    rank: makeRanker(measures),
  }
}

function learnPlatforms(accounts: readonly Account[]): Map<string, PlatformModel> {
  const platforms = groupBy(accounts, ({ platform }) => platform)
  return new Map(
    [...platforms].map(([platform, own]) => {
      const some = spreadOut(own)
      return [platform, { likes: learnLikes(some), ratiosOf: learnLevels(some) }]
    }),
  )
}

/** So many accounts teach as much as ten times as many. */
const MOST_LEARNED = 400

/** At most so many of a list, evenly from its whole length. */
function spreadOut<T>(items: readonly T[]): readonly T[] {
  const step = Math.ceil(items.length / MOST_LEARNED)
  return step <= 1 ? items : items.filter((_, at) => at % step === 0)
}

/** Median and spread of a measure among an account's peers; null where fewer than eight others have it. */
export type SpreadFinder = (peers: PeerGroup | null, measure: MeasureName) => RobustSpread | null

/** Worked out once per group: thousands of accounts ask for the same ones. */
function makeSpreadFinder(measured: readonly VettingMeasures[]): SpreadFinder {
  const known = new Map<string, { readonly n: number; readonly spread: RobustSpread } | null>()
  const read = ({ key, members }: PeerGroup, measure: MeasureName) => {
    const name = `${key} ${measure}`
    const found = known.get(name)
    if (found !== undefined) return found
    const values = members.flatMap((member) => measured[member]?.[measure] ?? [])
    const spread = spreadOfPeers(values)
    const own = spread === null ? null : { n: values.length, spread }
    known.set(name, own)
    return own
  }
  const readLarge = (peers: PeerGroup, measure: MeasureName) => {
    const own = read(peers, measure)
    return own !== null && own.n - (peers.members.length - peers.others) >= LEAST_PEERS ? own : null
  }
  return (peers, measure) => {
    if (peers === null) return null
    const own = readLarge(peers, measure)
    const wide = peers.wider === null ? null : readLarge(peers.wider, measure)
    return own === null || wide === null ? ((own ?? wide)?.spread ?? null) : drawTowards(own, wide.spread)
  }
}

/** A small group says little of how far apart accounts are: it counts with its number, the wider group with a fixed one. */
function drawTowards({ n, spread }: { n: number; spread: RobustSpread }, wide: RobustSpread): RobustSpread {
  const share = n / (n + WIDER_COUNTS)
  const mix = (own: number, other: number) => share * own + (1 - share) * other
  return { centre: mix(spread.centre, wide.centre), mad: mix(spread.mad, wide.mad) }
}
const WIDER_COUNTS = 10
