import type { Rulebook } from '../../compliance/index.ts'
import type { Post } from '../../imports/index.ts'
import { daysBetween, readDay } from '../../shared/index.ts'
import { newestMetric } from '../standing.ts'
import type { Account } from '../schema.ts'
import type { HeldComment } from '../vetting/held-evidence.ts'
import { compareTone, measureTone } from './measure-tone.ts'
import { readDialogue, readSeverity } from './read-comments.ts'
import { lintPosts, listBrands, listTopics, textOf } from './read-posts.ts'
import type { ImageReport, ToneTarget } from './schema.ts'
import { scoreSafety } from './score-safety.ts'

/** What is held for the report besides the account. */
export interface ImageFacts {
  readonly posts?: readonly Post[]
  readonly comments?: readonly HeldComment[]
  /** Null: the rules cannot be read, that part is unknown. */
  readonly rulebook?: Rulebook | null
  /** What people entered, with sources; null or absent: nobody looked. */
  readonly incidents?: ImageReport['incidents']
  readonly brands?: readonly string[]
  readonly competitors?: readonly string[]
  readonly tone?: ToneTarget | undefined
  /** The Shanghai day of the report. */
  readonly today: string
}

/** Background and image of one creator, from what is held and with how much that is beside it. */
export function describeImage(account: Account, facts: ImageFacts): ImageReport {
  const { comments = [], rulebook = null, incidents = null, brands = [], competitors = [], today } = facts
  const posts = facts.posts ?? []
  const texts = posts.flatMap((post) => textOf(post) ?? [])
  const tone = measureTone(texts)
  const rules = rulebook === null ? null : lintPosts(posts, { rulebook, today })
  const severity = readSeverity(comments)
  const dialogue = readDialogue(comments, account.accountId)
  const livesPerMonth = countLives(posts)
  const { ownShop } = account.commerce
  return {
    ...countPosts(account, posts),
    textsHeld: texts.length,
    commentsHeld: comments.length,
    commentsRead: comments.length,
    rules,
    topics: listTopics(texts),
    tone,
    toneFit: tone === null || facts.tone === undefined ? null : compareTone(tone, facts.tone),
    dialogue:
      dialogue === null && livesPerMonth === null ? null : { comments: 0, answeredShare: null, asked: [], ...dialogue, livesPerMonth },
    shop: { ownShop, communityLed: account.community.leads, communitySize: account.community.size },
    brandsTold: account.brands.map(({ brand, source }) => ({
      brand,
      source,
      isCompetitor: competitors.some((other) => other.toLowerCase() === brand.toLowerCase()),
    })),
    brands: listBrands(posts, { brands, competitors }),
    severity,
    incidents,
    safety: scoreSafety({ rules, severity, incidents }, today),
  }
}

function countPosts(account: Account, posts: readonly Post[]): Pick<ImageReport, 'postsHeld' | 'postsTotal' | 'sponsoredShare'> {
  const flags = new Map<string, boolean | null>()
  for (const { postId, sponsored } of [...account.posts, ...posts]) flags.set(postId, sponsored ?? flags.get(postId) ?? null)
  const known = [...flags.values()].filter((flag) => flag !== null)
  const told = newestMetric(account.metrics, ({ name, period }) => name === 'posts' && period === null)?.value ?? null
  return {
    postsHeld: flags.size,
    // A count from before the newest posts would say "12 of 10".
    postsTotal: told === null ? null : Math.max(Math.round(told), flags.size),
    sponsoredShare: known.length === 0 ? null : known.filter(Boolean).length / known.length,
  }
}

const DAYS_PER_MONTH = 30
/** Fewer days say nothing of a habit. */
const LEAST_DAYS = 14

function countLives(posts: readonly Post[]): number | null {
  const dated = posts.flatMap(({ publishedAt, format }) => {
    const day = publishedAt === null || format === null ? null : readDay(publishedAt)
    return day === null ? [] : [{ day, isLive: format === 'live' }]
  })
  const days = dated.map(({ day }) => day).toSorted()
  const span = daysBetween(days[0] ?? '2000-01-01', days.at(-1) ?? '2000-01-01')
  const lives = dated.filter(({ isLive }) => isLive).length
  // Most sources list posts alone: without a single live, whether there were any is not known.
  return span < LEAST_DAYS || lives === 0 ? null : (DAYS_PER_MONTH * lives) / span
}
