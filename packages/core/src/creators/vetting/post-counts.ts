import type { RecentPost } from '../schema.ts'

/** What platforms count of a post. */
export const POST_COUNTS = ['views', 'likes', 'comments', 'shares', 'saves', 'coins', 'danmaku'] as const
export type PostCount = (typeof POST_COUNTS)[number]

/** A count on the log scale; null is not known. */
export function lnCount(post: RecentPost, name: PostCount): number | null {
  const count = post[name] ?? null
  return count === null ? null : lnOf(count)
}

/** Nothing counted is little, not infinitely little. */
export const lnOf = (count: number) => Math.log(Math.max(0.5, count))
