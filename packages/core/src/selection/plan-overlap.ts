import { boundReachByPairs, reachBySegments, type PairOverlap } from '../planning/index.ts'
import { formatExact, say } from '../shared/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { reachOf, splitNiche, type AudienceSegment, type LentShares } from './audience-segments.ts'
import type { PlanCandidate } from './list-candidates.ts'
import type { Overlap, ReachRange } from './plan-parts-schema.ts'

/** More rows than this nobody reads; the largest audiences are shown. */
const MOST_SHOWN = 40
/** Beyond this the pairs are too many to bound with; the outer bound stands in. */
const MOST_PAIRED = 300

interface Audiences {
  /** Segments of the target before the split into niche and others. */
  readonly segments: readonly AudienceSegment[]
  readonly lent: LentShares
}

// Three digits: two ends of a narrow range must not read the same, and more would be a precision nobody has.
const tell = (people: number) => formatExact(people < 1000 ? people : Number(people.toPrecision(3)))

const sumOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0)

// One row per creator: the share of each segment that it reaches by its middle forecast.
function listRows(chosen: readonly PlanCandidate[], { segments, lent }: Audiences): number[][] {
  return chosen.map(({ account, views }) => {
    const reach = reachOf(account, views.p50, { segments, lent })
    return segments.map(({ id }) => reach[id] ?? 0)
  })
}

/** Different people if all say yes and every post does its middle: between overlap by chance and twice the assumed extra, with the outer bounds. */
export function rangeReach(chosen: readonly PlanCandidate[], audiences: Audiences): ReachRange {
  const { segments } = audiences
  const sizes = segments.map(({ size }) => size)
  const rows = listRows(chosen, audiences)
  const reachAt = (duplication: number) => {
    const split = splitNiche(segments, duplication)
    return reachBySegments(
      split.map(({ size }) => size),
      listRows(chosen, { ...audiences, segments: split }),
    )
  }
  const [duplication, total] = [ASSUMPTIONS.duplication, sumOf(sizes)]
  const columns = sizes.map((size, at) => ({ size, shares: rows.map((row) => row[at] ?? 0) }))
  const frechet = {
    low: Math.round(sumOf(columns.map(({ size, shares }) => size * Math.max(0, ...shares)))),
    high: Math.round(sumOf(columns.map(({ size, shares }) => size * Math.min(1, sumOf(shares))))),
  }
  const people = rows.map((row) => countPeople(row, sizes))
  const hunterHigh = chosen.length > MOST_PAIRED || total <= 0 ? frechet.high : boundByPairs(people, pairPeople(rows, sizes), total)
  const [low, middle, high] = [Math.round(reachAt(2 * duplication - 1)), Math.round(reachAt(duplication)), Math.round(reachAt(1))]
  const because = say(
    `${tell(low)} to ${tell(high)} different people, if all say yes and every post does its middle: overlap inside a segment between chance and ${formatExact(2 * duplication - 1)} times chance [A]; no overlap whatever leaves fewer than ${tell(frechet.low)} or more than ${tell(frechet.high)}.`,
    `若全部接受且每条内容达到中位表现，可触达 ${tell(low)} 至 ${tell(high)} 位不同的人：同一人群内重叠介于随机水平与其 ${formatExact(2 * duplication - 1)} 倍之间 [A]；无论如何重叠，均不少于 ${tell(frechet.low)}、不多于 ${tell(frechet.high)}。`,
  )
  return { low, middle, high, duplication, frechet, hunterHigh: Math.min(frechet.high, hunterHigh), because }
}

const countPeople = (row: readonly number[], sizes: readonly number[]) => sumOf(row.map((share, at) => share * (sizes[at] ?? 0)))

function pairPeople(rows: readonly (readonly number[])[], sizes: readonly number[]): PairOverlap[] {
  return rows.flatMap((one, a) =>
    rows.slice(a + 1).map((other, offset) => ({ a, b: a + 1 + offset, share: shareTwo(one, other, sizes).both })),
  )
}

function boundByPairs(people: readonly number[], pairs: readonly PairOverlap[], total: number): number {
  const { hunterWorsley } = boundReachByPairs(
    people.map((count) => count / total),
    pairs.map((pair) => ({ ...pair, share: pair.share / total })),
  )
  return Math.round(Math.min(total, hunterWorsley * total))
}

/** People who see both, by the assumed overlap and by the least and most that is possible. */
function shareTwo(one: readonly number[], other: readonly number[], sizes: readonly number[]) {
  let [both, low, high] = [0, 0, 0]
  sizes.forEach((size, at) => {
    const [p, q] = [one[at] ?? 0, other[at] ?? 0]
    both += size * Math.min(p, q, ASSUMPTIONS.duplication * p * q)
    low += size * Math.max(0, p + q - 1)
    high += size * Math.min(p, q)
  })
  return { both: Math.max(low, both), low, high }
}

/** Who shares an audience with whom. */
export function mapOverlap(chosen: readonly PlanCandidate[], audiences: Audiences): Overlap {
  const sizes = audiences.segments.map(({ size }) => size)
  const all = listRows(chosen, audiences).map((row, at) => ({
    row,
    id: chosen[at]?.id ?? '',
    people: countPeople(row, sizes),
    isKnown: chosen[at]?.account.audience != null && chosen[at].knowsAudience,
  }))
  const shown = all.toSorted((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1)).slice(0, MOST_SHOWN)
  const cell = (a: (typeof shown)[number], b: (typeof shown)[number], part: 'both' | 'low' | 'high') => {
    const smaller = Math.min(a.people, b.people)
    if (a === b) return 1
    // What stands in for an unknown audience is everybody's average: two of them would always share much.
    if (!a.isKnown || !b.isKnown) return null
    return smaller > 0 ? Math.min(1, Math.round((shareTwo(a.row, b.row, sizes)[part] / smaller) * 1e4) / 1e4) : 0
  }
  const square = (part: 'both' | 'low' | 'high') => shown.map((a) => shown.map((b) => cell(a, b, part)))
  return {
    ids: shown.map(({ id }) => id),
    people: shown.map(({ people }) => Math.round(people)),
    shares: square('both'),
    low: square('low'),
    high: square('high'),
    of: all.length,
  }
}
