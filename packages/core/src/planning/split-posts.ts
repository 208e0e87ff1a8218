import type { RecentPost } from '../creators/index.ts'
import { countInteractions } from './read-sample.ts'

/** Everyday, sponsored, or nobody said which: the third is a group of its own. */
export const POST_KINDS = ['everyday', 'sponsored', 'unknown'] as const
/** One of POST_KINDS. */
export type PostKind = (typeof POST_KINDS)[number]

/** Middle and quartiles of `n` posts of which the count is known. */
export interface Spread {
  readonly n: number
  readonly low: number
  readonly median: number
  readonly high: number
}

/** The posts of one kind; a spread is null when the count is known of none of them. Rate: interactions per view, 0–1. */
export interface PostGroup {
  readonly kind: PostKind
  readonly posts: number
  readonly views: Spread | null
  readonly interactions: Spread | null
  readonly rate: Spread | null
}

/** Which kind a post is. */
export function kindOfPost({ sponsored }: Pick<RecentPost, 'sponsored'>): PostKind {
  if (sponsored === null) return 'unknown'
  return sponsored ? 'sponsored' : 'everyday'
}

/** Medians of an account's posts apart for everyday, sponsored and unsaid. All three groups are there, also empty ones. */
export function splitPosts(platform: string, posts: readonly RecentPost[]): PostGroup[] {
  return POST_KINDS.map((kind) => {
    const own = posts.filter((post) => kindOfPost(post) === kind)
    const interactions = own.map((post) => countInteractions(platform, post))
    return {
      kind,
      posts: own.length,
      views: spreadOf(own.map(({ views }) => views)),
      interactions: spreadOf(interactions),
      rate: measureRate(platform, own),
    }
  })
}

/** Interactions per view of posts, as the platform counts interactions; null when it is known of none. */
export function measureRate(platform: string, posts: readonly RecentPost[]): Spread | null {
  return spreadOf(
    posts.map((post) => {
      const interactions = countInteractions(platform, post)
      return post.views === null || post.views === 0 || interactions === null ? null : interactions / post.views
    }),
  )
}

function spreadOf(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  if (known.length === 0) return null
  const at = (share: number) => {
    const place = share * (known.length - 1)
    const [below, above] = [known[Math.floor(place)] ?? 0, known[Math.ceil(place)] ?? 0]
    return below + (above - below) * (place - Math.floor(place))
  }
  return { n: known.length, low: at(0.25), median: at(0.5), high: at(0.75) }
}
