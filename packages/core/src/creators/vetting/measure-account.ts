import { z } from 'zod'
import type { Account, RecentPost } from '../schema.ts'
import { shareOfNearDuplicates } from './near-duplicates.ts'
import { median } from './robust.ts'

/** A comment under one of the account's posts: the part of a line of `comments.jsonl` that is looked at. */
export const heldCommentSchema = z.object({ postId: z.string(), text: z.string() })
export type HeldComment = z.infer<typeof heldCommentSchema>

/** What can be measured of one account; null is unknown. Shares and rates 0–1. */
export interface VettingMeasures {
  readonly interactionRate: number | null
  readonly likesPerComment: number | null
  readonly viewsPerFollower: number | null
  readonly likesPerView: number | null
  /** The platform's own median over that of the posts held; above 1 it promises more. */
  readonly medianGap: number | null
  readonly sponsoredGap: number | null
  readonly activeFollowers: number | null
  readonly fakeFollowers: number | null
  readonly nearDuplicateComments: number | null
  readonly emptyComments: number | null
}
export type MeasureName = keyof VettingMeasures

/** Fewer posts than this say nothing of a habit. */
const LEAST_POSTS = 5
const LEAST_COMMENTS = 50
const EMPTY = /^[\p{P}\p{S}\p{Emoji_Presentation}\s]*$|^.{0,4}$/u

/** Measures an account from what is held of it. */
export function measureAccount(account: Account, comments: readonly HeldComment[]): VettingMeasures {
  const { posts, followers } = account
  const rates = posts.flatMap((post) => rateOf(post, account.platform) ?? [])
  const views = posts.flatMap((post) => post.views ?? [])
  const typical = views.length < LEAST_POSTS ? null : median(views)
  const own = (wanted: boolean) =>
    posts.filter(({ sponsored }) => sponsored === wanted).flatMap((post) => rateOf(post, account.platform) ?? [])
  const texts = comments.map(({ text }) => text)
  return {
    interactionRate: rates.length < LEAST_POSTS ? null : median(rates),
    likesPerComment: divideSums(posts, 'likes', 'comments'),
    viewsPerFollower: typical === null || followers === null || followers === 0 ? null : typical / followers,
    likesPerView: divideSums(posts, 'likes', 'views'),
    medianGap: divide(metricOf(account, 'viewsMedian'), typical),
    sponsoredGap: own(true).length < 3 || own(false).length < 3 ? null : divide(median(own(true)), median(own(false))),
    activeFollowers: metricOf(account, 'activeFollowersShare'),
    fakeFollowers: metricOf(account, 'fakeFollowersShare'),
    nearDuplicateComments: texts.length < LEAST_COMMENTS ? null : shareOfNearDuplicates(texts).share,
    emptyComments: texts.length < LEAST_COMMENTS ? null : texts.filter((text) => EMPTY.test(text.trim())).length / texts.length,
  }
}

/** Likes, comments, shares and, where the platform counts them, saves over views. Unknown parts make it unknown. */
function rateOf({ views, likes, comments, shares, saves }: RecentPost, platform: string): number | null {
  const parts = platform === 'xiaohongshu' ? [likes, comments, shares, saves] : [likes, comments, shares]
  const known = parts.flatMap((part) => part ?? [])
  if (views === null || views === 0 || known.length < parts.length) return null
  return known.reduce((sum, part) => sum + part, 0) / views
}

function divideSums(posts: readonly RecentPost[], above: 'likes', below: 'comments' | 'views'): number | null {
  const known = posts.flatMap((post) => {
    const [top, bottom] = [post[above], post[below]]
    return top === null || bottom === null ? [] : [{ top, bottom }]
  })
  if (known.length < LEAST_POSTS) return null
  return divide(
    known.reduce((sum, { top }) => sum + top, 0),
    known.reduce((sum, { bottom }) => sum + bottom, 0),
  )
}

const divide = (above: number | null, below: number | null) => (above === null || below === null || below === 0 ? null : above / below)

const metricOf = ({ metrics }: Account, wanted: string) =>
  metrics.find(({ name, value }) => name === wanted && value !== null)?.value ?? null
