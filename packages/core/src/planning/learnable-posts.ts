import type { Account, RecentPost } from '../creators/index.ts'
import { LEAST_FINAL, MOST_EARLY, YOUNG_DAYS } from './aggregate-table.ts'
import { compareTimes, readTime, type PostTime } from './post-time.ts'

/** A post and when it appeared. */
export interface TimedPost {
  readonly post: RecentPost
  readonly time: PostTime | null
}

/** The posts a forecast may learn from, oldest first; how many are still too young, and how many stand in it although they were only counted early. */
export interface LearnablePosts {
  readonly posts: readonly TimedPost[]
  readonly young: number
  readonly early: number
}

/** Oldest first, posts without a readable date before all others. A day stands before the moments in it. */
export function byPublished(a: Pick<RecentPost, 'publishedAt'>, b: Pick<RecentPost, 'publishedAt'>): number {
  return compareTimes(readTime(a.publishedAt), readTime(b.publishedAt))
}

/**
 * Posts up to a day. One that is still growing on that day is left out: its count is not final. One that grew up long ago but
 * was counted early only is left out as well, unless there is little else: a list of new posts would otherwise tell nothing of anybody.
 * @param asOfDay days since 1970; null: everything is read
 */
export function listLearnable(account: Account, asOfDay: number | null): LearnablePosts {
  const [final, early]: [TimedPost[], TimedPost[]] = [[], []]
  let young = 0
  for (const post of account.posts) {
    const time = readTime(post.publishedAt)
    if (asOfDay !== null && time !== null && time.day > asOfDay) continue
    const stage = stageOf(account.platform, { post, time }, asOfDay)
    if (stage === 'final') final.push({ post, time })
    else if (stage === 'early') early.push({ post, time })
    else young += 1
  }
  const isThin = final.length < LEAST_FINAL || early.length > MOST_EARLY * (early.length + final.length)
  const posts = isThin ? [...final, ...early] : final
  return {
    posts: posts.sort((a, b) => compareTimes(a.time, b.time)),
    young: young + (isThin ? 0 : early.length),
    early: isThin ? early.length : 0,
  }
}

function stageOf(platform: string, { post, time }: TimedPost, asOfDay: number | null): 'final' | 'early' | 'young' {
  if (time === null) return 'final'
  const seen = readTime(post.observedAt)?.day ?? asOfDay
  const grownUp = time.day + (platform === 'xiaohongshu' ? YOUNG_DAYS.xiaohongshu : YOUNG_DAYS.other)
  if (seen === null || seen >= grownUp) return 'final'
  return asOfDay === null || asOfDay >= grownUp ? 'early' : 'young'
}
