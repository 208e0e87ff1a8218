import { readDay, daysBetween } from '../../shared/index.ts'
import type { Account, RecentPost } from '../schema.ts'
import { fitRobust, restsOf, type Case } from './fit-robust.ts'
import { lnCount, POST_COUNTS, type PostCount } from './post-counts.ts'
import { median } from './robust.ts'

const EXPLAINING = POST_COUNTS.filter((name) => name !== 'likes')

/** How the likes of a post follow its other counts on one platform, learned from the accounts given: slopes on the log scale, and the spread that is left inside an account. */
export interface LikesModel {
  readonly names: readonly PostCount[]
  readonly slopes: readonly number[]
  readonly spread: number
}

/** Posts of an account whose likes stand above what their other counts explain, held against its own other posts. */
export interface LikesSurge {
  /** Distance of the two groups in standard deviations. */
  readonly distance: number
  readonly posts: number
  readonly of: number
  /** How much more likes: 0.5 is half more. */
  readonly excess: number
}

const LEAST_POSTS = 5
const LEAST_ACCOUNTS = 8
/** A count is used where nearly all posts have it. */
const LEAST_KNOWN = 0.9
/** So many posts of the spread of all stand in for those an account lacks. */
const PRIOR_POSTS = 12
/** How firmly an account is held to the slopes of all before its own posts say otherwise. */
const OWN_FIRMNESS = 3
const LEAST_GROUP = 2
/** The unit of the trend: the longer, the firmer it is held at none. */
const DAYS_PER_UNIT = 60

/** Learns the model of one platform from within-account differences, so that large and small accounts count alike; null with fewer than eight accounts of five posts. */
export function learnLikes(accounts: readonly Account[]): LikesModel | null {
  const all = accounts.flatMap(({ posts }) => posts).filter(({ likes }) => likes !== null)
  const names = EXPLAINING.filter((name) => all.filter((post) => lnCount(post, name) !== null).length >= LEAST_KNOWN * all.length)
  const cases = accounts.map(({ posts }) => readCases(posts, names)).filter(({ length }) => length >= LEAST_POSTS)
  // Without views a post that more people saw looks like one that more people liked.
  if (!names.includes('views') || cases.length < LEAST_ACCOUNTS) return null
  const { slopes, spread } = fitRobust(cases.flat(), { firmness: 1 })
  return spread > 1e-9 ? { names, slopes, spread } : null
}

/** The clearest split of an account's posts into ordinary ones and ones with more likes than explained; null with fewer than five posts. */
export function findLikesSurge({ posts }: Pick<Account, 'posts'>, { names, slopes, spread }: LikesModel): LikesSurge | null {
  const cases = readCases(posts, names)
  if (cases.length < LEAST_POSTS) return null
  // An account has its own way of being liked: what its views and coins bring differs from the others, and so does its trend.
  const own = fitRobust(cases, { believed: slopes, firmness: OWN_FIRMNESS })
  const rests = restsOf(cases, own).toSorted((a, b) => a - b)
  const splits = rests.slice(LEAST_GROUP, 1 - LEAST_GROUP).map((_, at) => measureSplit(rests, { at: at + LEAST_GROUP, spread }))
  return splits.reduce<LikesSurge | null>((best, one) => (best === null || one.distance > best.distance ? one : best), null)
}

/** One case per post that has all counts, each as distance from the account's own median; the last of x is the day. */
function readCases(posts: readonly RecentPost[], names: readonly PostCount[]): Case[] {
  const known = posts.flatMap((post) => {
    const counts = names.flatMap((name) => lnCount(post, name) ?? [])
    const likes = lnCount(post, 'likes')
    const day = post.publishedAt === null ? null : readDay(post.publishedAt)
    return likes === null || counts.length < names.length ? [] : [{ counts, likes, day }]
  })
  const first = known.reduce<string | null>((least, { day }) => (day !== null && (least === null || day < least) ? day : least), null)
  const rows = known.map(({ counts, likes, day }) => ({
    x: [...counts, first === null || day === null ? null : daysBetween(first, day) / DAYS_PER_UNIT],
    y: likes,
  }))
  const size = names.length + 1
  const centres = Array.from({ length: size }, (_, at) => median(rows.flatMap(({ x }) => x[at] ?? [])) ?? 0)
  const centre = median(rows.map(({ y }) => y)) ?? 0
  return rows.map(({ x, y }) => ({ x: x.map((value, at) => (value === null ? 0 : value - (centres[at] ?? 0))), y: y - centre }))
}

function measureSplit(sorted: readonly number[], { at, spread }: { at: number; spread: number }): LikesSurge {
  const [low, high] = [sorted.slice(0, at), sorted.slice(at)]
  const [lowMean, highMean] = [meanOf(low), meanOf(high)]
  const squares = sumSquares(low, lowMean) + sumSquares(high, highMean)
  // Inside the halves of one bell the spread is 0.6 of the whole one: that is what a split finds where nothing was done.
  const own = Math.sqrt((squares + PRIOR_POSTS * (0.6 * spread) ** 2) / (sorted.length - 2 + PRIOR_POSTS))
  const difference = highMean - lowMean
  return { distance: difference / own, posts: high.length, of: sorted.length, excess: Math.expm1(difference) }
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const sumSquares = (values: readonly number[], mean: number) => values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
