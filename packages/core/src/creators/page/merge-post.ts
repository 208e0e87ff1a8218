import type { RecentPost } from '../schema.ts'

const COUNTS = ['views', 'likes', 'comments', 'shares', 'saves', 'danmaku', 'coins'] as const

/**
 * Two sightings of one post as one: of every field the newest that is known. It is as of the newest sighting that counted anything; one
 * that counted nothing takes nothing away.
 */
export function mergePost<T extends RecentPost>(older: T, newer: T): T {
  const known = Object.entries(newer).filter(([, value]) => value !== null && value !== undefined)
  const counted = COUNTS.some((count) => newer[count] != null) || COUNTS.every((count) => older[count] == null)
  return { ...older, ...Object.fromEntries(known), observedAt: counted ? newer.observedAt : older.observedAt }
}

/** Posts of several lists, each once, in the order they are met. The later time is newer; where one says none, the later list is. */
export function joinPosts<T extends RecentPost>(...lists: readonly (readonly T[])[]): T[] {
  const byId = new Map<string, T>()
  for (const post of lists.flat()) {
    const held = byId.get(post.postId)
    byId.set(post.postId, held === undefined ? post : isOlder(post, held) ? mergePost(post, held) : mergePost(held, post))
  }
  return [...byId.values()]
}

const isOlder = (a: RecentPost, b: RecentPost) => a.observedAt !== null && b.observedAt !== null && a.observedAt < b.observedAt
