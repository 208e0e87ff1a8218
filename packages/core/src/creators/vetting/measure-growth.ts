import { addDays, daysBetween, shanghaiDay } from '../../shared/index.ts'
import type { RecentPost } from '../schema.ts'
import type { DayCount } from './held-evidence.ts'
import { measureSpread, median, robustZ } from './robust.ts'
import { watchLevel } from './run-lengths.ts'

/** What the days of a follower count tell; null is unknown. */
export interface GrowthMeasures {
  /** Robust z on the log scale of the largest daily gain that no well-seen post explains. */
  readonly growthSpike: number | null
  /** The largest gain between two counts, as a share of the followers before it, beyond what the neighbouring days and the posts nearby explain. */
  readonly loneJump: number | null
  /** Share of that gain lost again within 14 days. */
  readonly lostAfterSpike: number | null
  /** Share of all gains that came in two or more such jumps. */
  readonly staircase: number | null
  /** P(the level of daily gains is younger than five days), the largest that no post explains. */
  readonly levelShift: number | null
  readonly spikeDay: string | null
  readonly spikeGain: number | null
  readonly jumpDay: string | null
  readonly jumpGain: number | null
}

const UNKNOWN_GROWTH: GrowthMeasures = {
  growthSpike: null,
  loneJump: null,
  lostAfterSpike: null,
  staircase: null,
  levelShift: null,
  spikeDay: null,
  spikeGain: null,
  jumpDay: null,
  jumpGain: null,
}
/** Fewer intervals have no habit to stand out from [A]. */
const LEAST_INTERVALS = 7
const LEAST_DAYS_FOR_LEVEL = 60
/** The level needs some days before its age can be told. */
const WARM_UP_DAYS = 14
/** Iglewicz–Hoaglin (science.md §5.2 no. 4). */
const SPIKE_Z = 3.5
/** Nobody buys less than this share of the followers there are [A]. */
const LEAST_SHARE = 0.01
const YOUNG_DAYS = 5
const EXPLAINING_DAYS = 2
const LEAST_MAD = 0.1
/** New followers that one view brings where it brings many: one interval in ten of real creators had more [C]. */
const GAIN_PER_VIEW = 0.01

interface Interval {
  readonly day: string
  readonly gain: number
  readonly days: number
  /** Of the followers before, per day. */
  readonly share: number
  readonly z: number
  readonly isExplained: boolean
  /** The part that neither the neighbouring days nor the posts nearby explain. */
  readonly lone: number
}

/** Measures the growth of followers by day; a jump within two days of one of the account's own best-seen posts is explained by it. */
export function measureGrowth(growth: readonly DayCount[], posts: readonly RecentPost[]): GrowthMeasures {
  const days = oneCountPerDay(growth)
  const intervals = listIntervals(days, posts)
  if (intervals.length < LEAST_INTERVALS) return UNKNOWN_GROWTH
  const open = intervals.filter(({ isExplained }) => !isExplained)
  const odd = open.filter(({ share }) => share >= LEAST_SHARE)
  const top = odd.reduce<Interval | null>((best, one) => (best === null || one.z > best.z ? one : best), null)
  const isSpike = top !== null && top.z > SPIKE_Z
  const jump = intervals.reduce<Interval | null>((best, one) => (best === null || one.lone > best.lone ? one : best), null)
  const isJump = jump !== null && jump.lone > 0
  return {
    growthSpike: top === null ? 0 : Math.max(0, top.z),
    loneJump: isJump ? jump.lone : 0,
    lostAfterSpike: isSpike ? shareLost(days, top) : null,
    staircase: shareInJumps(intervals, odd),
    levelShift: findLevelShift(intervals),
    spikeDay: isSpike ? top.day : null,
    spikeGain: isSpike ? top.gain : null,
    jumpDay: isJump ? jump.day : null,
    jumpGain: isJump ? jump.gain : null,
  }
}

function oneCountPerDay(growth: readonly DayCount[]): DayCount[] {
  return [...new Map(growth.map((count) => [count.day, count])).values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}

/** Days around the posts that were seen as much as the best tenth. */
function findHitDays(posts: readonly RecentPost[]): Set<string> {
  const views = posts.flatMap(({ views: seen }) => seen ?? []).toSorted((a, b) => a - b)
  const line = views[Math.ceil(0.9 * views.length) - 1] ?? Infinity
  const hits = posts.flatMap(({ publishedAt, views: seen }) =>
    publishedAt !== null && seen !== null && seen >= line ? [dayOf(publishedAt)] : [],
  )
  const around = Array.from({ length: 2 * EXPLAINING_DAYS + 1 }, (_, n) => n - EXPLAINING_DAYS)
  return new Set(hits.flatMap((day) => around.map((shift) => addDays(day, shift))))
}

const dayOf = (moment: string) => (moment.length > 10 ? shanghaiDay(Date.parse(moment)) : moment)

function listIntervals(days: readonly DayCount[], posts: readonly RecentPost[]): Interval[] {
  const hits = findHitDays(posts)
  const raw = days.slice(1).map(({ day, followers }, at) => {
    const from = days[at]?.day ?? day
    const before = Math.max(1, days[at]?.followers ?? 1)
    const length = daysBetween(from, day)
    const gain = followers - (days[at]?.followers ?? 0)
    const covered = Array.from({ length }, (_, n) => addDays(day, -n))
    return { day, from, before, gain, days: length, share: gain / length / before, isExplained: covered.some((each) => hits.has(each)) }
  })
  const logs = raw.map(({ gain, days: length }) => Math.log1p(Math.max(0, gain / length)))
  const { centre, mad } = measureSpread(logs) ?? { centre: 0, mad: 0 }
  // Days that are all alike must not hide the one that is not.
  const spread = { centre, mad: Math.max(LEAST_MAD, mad) }
  const viewsNear = makeViewCounter(posts)
  return raw.map(({ from, before, ...one }, at) => {
    // What people come for by themselves has a tail: the days before or after gain too.
    const neighbours = Math.max(0, raw[at - 1]?.share ?? 0, raw[at + 1]?.share ?? 0)
    const explained = neighbours * one.days + (GAIN_PER_VIEW * viewsNear(from, one.day)) / before
    return { ...one, z: robustZ(logs[at] ?? 0, spread) ?? 0, lone: one.gain / before - explained }
  })
}

/** Sums the views of the posts of some days and of the two before. */
function makeViewCounter(posts: readonly RecentPost[]): (from: string, to: string) => number {
  const dated = posts.flatMap(({ publishedAt, views }) =>
    publishedAt === null || views === null ? [] : [{ day: dayOf(publishedAt), views }],
  )
  return (from, to) => {
    const first = addDays(from, -EXPLAINING_DAYS)
    return dated.reduce((sum, { day, views }) => (day >= first && day <= to ? sum + views : sum), 0)
  }
}

function shareLost(days: readonly DayCount[], { day, gain }: Interval): number | null {
  const peak = days.find((count) => count.day === day)
  const later = days.filter((count) => count.day > day && daysBetween(day, count.day) <= 14)
  if (peak === undefined || later.length === 0 || gain <= 0) return null
  return Math.max(0, peak.followers - Math.min(...later.map(({ followers }) => followers))) / gain
}

function shareInJumps(intervals: readonly Interval[], odd: readonly Interval[]): number {
  const jumps = odd.filter(({ z, gain }) => z > SPIKE_Z && gain > 0)
  const all = intervals.reduce((sum, { gain }) => sum + Math.max(0, gain), 0)
  return jumps.length < 2 || all === 0 ? 0 : jumps.reduce((sum, { gain }) => sum + gain, 0) / all
}

function findLevelShift(intervals: readonly Interval[]): number | null {
  if (intervals.length < LEAST_DAYS_FOR_LEVEL || intervals.some(({ days }) => days !== 1)) return null
  const logs = intervals.map(({ gain }) => Math.log1p(Math.max(0, gain)))
  // A Saturday is held against Saturdays.
  const weekdays = [0, 1, 2, 3, 4, 5, 6].map((weekday) => median(logs.filter((_, at) => at % 7 === weekday)) ?? 0)
  const ages = watchLevel(
    logs.map((log, at) => log - (weekdays[at % 7] ?? 0)),
    YOUNG_DAYS,
  )
  const isOdd = (at: number) =>
    at >= WARM_UP_DAYS && !intervals.slice(Math.max(0, at - YOUNG_DAYS), at + 1).some(({ isExplained }) => isExplained)
  return ages.reduce((most, share, at) => (isOdd(at) ? Math.max(most, share) : most), 0)
}
