import type { Account, RecentPost } from '../schema.ts'
import { median } from './robust.ts'

const EXPLAINING = ['views', 'comments', 'shares', 'saves'] as const
type Explaining = (typeof EXPLAINING)[number]

/** How the likes of a post follow its other counts on one platform, learned from the accounts given: slopes on the log scale, and the spread that is left inside an account. */
export interface LikesModel {
  readonly names: readonly Explaining[]
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
const PRIOR_POSTS = 4
const LEAST_GROUP = 2

const lnOf = (count: number) => Math.log(Math.max(0.5, count))

/** Learns the model of one platform from within-account differences, so that large and small accounts count alike; null with fewer than eight accounts of five posts. */
export function learnLikes(accounts: readonly Account[]): LikesModel | null {
  const all = accounts.flatMap(({ posts }) => posts).filter(({ likes }) => likes !== null)
  const names = EXPLAINING.filter((name) => all.filter((post) => post[name] !== null).length >= LEAST_KNOWN * all.length)
  const rows = accounts.map(({ posts }) => readRows(posts, names)).filter(({ length }) => length >= LEAST_POSTS)
  if (names.length === 0 || rows.length < LEAST_ACCOUNTS) return null
  const slopes = solveSlopes(rows, names.length)
  if (slopes === null) return null
  const spread = median(rows.map((own) => spreadOf(residualsOf(own, slopes)))) ?? 0
  return spread > 0 ? { names, slopes, spread } : null
}

/** The clearest split of an account's posts into ordinary ones and ones with more likes than explained; null with fewer than five posts. */
export function findLikesSurge({ posts }: Pick<Account, 'posts'>, { names, slopes, spread }: LikesModel): LikesSurge | null {
  const rows = readRows(posts, names)
  if (rows.length < LEAST_POSTS) return null
  const residuals = residualsOf(rows, slopes).toSorted((a, b) => a - b)
  const splits = residuals.slice(LEAST_GROUP, 1 - LEAST_GROUP).map((_, at) => measureSplit(residuals, { at: at + LEAST_GROUP, spread }))
  return splits.reduce<LikesSurge | null>((best, one) => (best === null || one.distance > best.distance ? one : best), null)
}

interface Row {
  readonly counts: readonly number[]
  readonly likes: number
}

/** One row per post that has all counts, each as distance from the account's own median. */
function readRows(posts: readonly RecentPost[], names: readonly Explaining[]): Row[] {
  const known = posts.flatMap((post) => {
    const counts = names.flatMap((name) => post[name] ?? [])
    return post.likes === null || counts.length < names.length ? [] : [{ counts: counts.map(lnOf), likes: lnOf(post.likes) }]
  })
  const centres = names.map((_, at) => median(known.map(({ counts }) => counts[at] ?? 0)) ?? 0)
  const centre = median(known.map(({ likes }) => likes)) ?? 0
  return known.map(({ counts, likes }) => ({ counts: counts.map((count, at) => count - (centres[at] ?? 0)), likes: likes - centre }))
}

function residualsOf(rows: readonly Row[], slopes: readonly number[]): number[] {
  return rows.map(({ counts, likes }) => counts.reduce((rest, count, at) => rest - count * (slopes[at] ?? 0), likes))
}

function spreadOf(residuals: readonly number[]): number {
  const centre = median(residuals) ?? 0
  return 1.4826 * (median(residuals.map((each) => Math.abs(each - centre))) ?? 0)
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

/** Least squares without constant, by elimination; null where the counts move together and tell nothing apart. */
function solveSlopes(accounts: readonly (readonly Row[])[], size: number): number[] | null {
  const rows = accounts.flat()
  const system = Array.from({ length: size }, (_, a) => [
    ...Array.from({ length: size }, (_unused, b) => rows.reduce((sum, { counts }) => sum + (counts[a] ?? 0) * (counts[b] ?? 0), 0)),
    rows.reduce((sum, { counts, likes }) => sum + (counts[a] ?? 0) * likes, 0),
  ])
  for (let at = 0; at < size; at++) {
    const pivot = system[at]
    const head = pivot?.[at] ?? 0
    if (pivot === undefined || Math.abs(head) < 1e-9) return null
    for (const [index, row] of system.entries()) {
      if (index === at) continue
      const factor = (row[at] ?? 0) / head
      for (let column = at; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  return system.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}
