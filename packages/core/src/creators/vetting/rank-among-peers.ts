import { say, type Localized } from '../../shared/index.ts'
import { LEAST_PEERS, type PeerGroup } from './group-peers.ts'
import type { MeasureName, VettingMeasures } from './measure-account.ts'

/** Where an account stands among the accounts of its own platform, tier and category. */
export interface Standing {
  readonly group: Localized | null
  /** Share of the group below it, ties by half; `n` accounts of the group have the measure, this one among them. */
  readonly percentiles: readonly {
    readonly measure: MeasureName
    readonly value: number
    readonly percentile: number
    readonly n: number
  }[]
  /** Why there is no percentile, or none of some measures. */
  readonly because: Localized | null
}

const RANKED: readonly MeasureName[] = ['interactionRate', 'likesPerView', 'likesPerComment', 'viewsPerFollower']

const NO_TIER = say('no percentile: the tier is not known, or no category is held', '无百分位：量级未知或没有类目')

/** Whom to rank: its measures, and the group it is ranked in. */
export interface Ranked {
  readonly own: VettingMeasures
  readonly group: PeerGroup | null
}
/** Finds where an account stands. */
export type Ranker = (ranked: Ranked) => Standing

/** Ranks accounts inside platform × tier × category, and only where at least eight accounts have the measure. A cell is sorted once, however many ask. */
export function makeRanker(measured: readonly VettingMeasures[]): Ranker {
  const sorted = new Map<string, readonly number[]>()
  const valuesOf = ({ key, members }: PeerGroup, measure: MeasureName) => {
    const name = `${key} ${measure}`
    const found = sorted.get(name) ?? members.flatMap((member) => measured[member]?.[measure] ?? []).toSorted((a, b) => a - b)
    sorted.set(name, found)
    return found
  }
  return ({ own, group }) => {
    if (group === null) return { group: null, percentiles: [], because: NO_TIER }
    // Who is no member of the group is counted in, as a member is.
    const self = group.others === group.members.length ? 1 : 0
    const known = RANKED.flatMap((measure) => {
      const value = own[measure]
      if (value === null) return []
      const values = valuesOf(group, measure)
      return [{ measure, value, values, n: values.length + self }]
    })
    const percentiles = known
      .filter(({ n }) => n >= LEAST_PEERS)
      .map(({ measure, value, values, n }) => ({ measure, value, percentile: rankOf(value, values, self), n }))
    const isComplete = known.length > 0 && percentiles.length === known.length
    const largest = Math.max(0, ...known.map(({ n }) => n))
    return { group: group.name, percentiles, because: isComplete ? null : explainNone(group, { known: known.length, largest }) }
  }
}

function rankOf(value: number, sorted: readonly number[], self: number): number {
  const [below, notAbove] = [countBefore(sorted, (other) => other < value), countBefore(sorted, (other) => other <= value)]
  return (below + notAbove + self) / 2 / (sorted.length + self)
}

/** How many of a sorted list come before the first for which `isBefore` no longer holds. */
function countBefore(sorted: readonly number[], isBefore: (value: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(sorted[middle] ?? 0)) low = middle + 1
    else high = middle
  }
  return low
}

function explainNone({ name }: PeerGroup, { known, largest }: { known: number; largest: number }): Localized {
  if (known === 0) return say('no percentile: nothing of this account can be compared', '无百分位：该账号没有可比较的数据')
  return say(
    `no percentile where fewer than ${LEAST_PEERS} accounts of ${name.en} have the measure (at most ${largest} do)`,
    `「${name.zh}」中具备该指标的账号不足 ${LEAST_PEERS} 个（最多 ${largest} 个），不给百分位`,
  )
}
