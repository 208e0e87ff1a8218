import type { Account } from '../schema.ts'
import { fitRobust, type Fit } from './fit-robust.ts'
import { lnCount, lnOf, POST_COUNTS, type PostCount } from './post-counts.ts'
import { median } from './robust.ts'

/** The level of an account's counts over what accounts with its other counts have: 5 is five times as much. Null is unknown. */
export interface LevelRatios {
  readonly likes: number | null
  readonly comments: number | null
  readonly views: number | null
  readonly followers: number | null
}
type Level = keyof LevelRatios
export const NO_RATIOS: LevelRatios = { likes: null, comments: null, views: null, followers: null }

const LEAST_POSTS = 5
/** Below it there is nothing to learn from. */
const LEAST_ACCOUNTS = 9
const LEAST_KNOWN = 0.9
/** How firmly a level is believed to go one to one with its main companion before the accounts say otherwise. */
const FIRMNESS = 4
/** What a level goes with where nothing else is learned: the more views, the more likes. */
const COMPANIONS: Readonly<Record<Level, { readonly name: PostCount; readonly slope: number }>> = {
  likes: { name: 'views', slope: 1 },
  comments: { name: 'likes', slope: 1 },
  views: { name: 'likes', slope: 1 },
  followers: { name: 'views', slope: 0.5 },
}
const LEVELS: readonly Level[] = ['likes', 'comments', 'views', 'followers']

/** Finds the ratios of any account of one platform. */
export type LevelFinder = (account: Account) => LevelRatios

/** Learns on one platform how the usual counts of an account go together: each level from the others, by a line that odd accounts do not move. */
export function learnLevels(accounts: readonly Account[]): LevelFinder {
  const usual = accounts.map(readUsual)
  const known = POST_COUNTS.filter((name) => isHeld(usual, name))
  const models = LEVELS.map((level) => ({ level, ...learnLevel(usual, { level, known }) }))
  return (account) => {
    const own = readUsual(account)
    const ratio = (wanted: Level) => {
      const model = models.find(({ level }) => level === wanted)
      const x = model?.names.map((name) => own[name] ?? null) ?? []
      const y = own[wanted]
      if (!model?.fit || y === null || x.includes(null)) return null
      const expected = x.reduce<number>((sum, value, at) => sum + (value ?? 0) * (model.fit?.slopes[at] ?? 0), model.fit.centre)
      return Math.exp(y - expected)
    }
    return { likes: ratio('likes'), comments: ratio('comments'), views: ratio('views'), followers: ratio('followers') }
  }
}

type Usual = Readonly<Record<PostCount | 'followers', number | null>>

/** The middle of every count over the account's posts, on the log scale. */
function readUsual({ posts, followers }: Account): Usual {
  const middle = (name: PostCount) => {
    const values = posts.flatMap((post) => lnCount(post, name) ?? [])
    return values.length < LEAST_POSTS ? null : median(values)
  }
  return {
    views: middle('views'),
    likes: middle('likes'),
    comments: middle('comments'),
    shares: middle('shares'),
    saves: middle('saves'),
    coins: middle('coins'),
    danmaku: middle('danmaku'),
    followers: followers === null ? null : lnOf(followers),
  }
}

function isHeld(usual: readonly Usual[], name: PostCount): boolean {
  const posted = usual.filter((each) => POST_COUNTS.some((count) => each[count] !== null))
  return posted.length > 0 && posted.filter((each) => each[name] !== null).length >= LEAST_KNOWN * posted.length
}

function learnLevel(
  usual: readonly Usual[],
  { level, known }: { level: Level; known: readonly PostCount[] },
): { names: readonly PostCount[]; fit: Fit | null } {
  const companion = COMPANIONS[level]
  const names = known.filter((name) => name !== level)
  if (!names.includes(companion.name)) return { names, fit: null }
  const cases = usual.flatMap((each) => {
    const x = names.flatMap((name) => each[name] ?? [])
    const y = each[level]
    return y === null || x.length < names.length ? [] : [{ x, y }]
  })
  if (cases.length < LEAST_ACCOUNTS) return { names, fit: null }
  const believed = names.map((name) => (name === companion.name ? companion.slope : 0))
  return { names, fit: fitRobust(cases, { believed, firmness: FIRMNESS }) }
}
