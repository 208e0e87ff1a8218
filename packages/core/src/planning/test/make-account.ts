import { newAccount, newMetric, newPost, type Account, type Metric, type RecentPost } from '../../creators/index.ts'
import { addDays } from '../../shared/index.ts'
import { drawNormals } from '../seeded-draws.ts'

export const AS_OF = '2026-11-22'

/** An account of which nothing is known but its identity, and what a test adds. */
export function makeAccount(known: Partial<Account> = {}): Account {
  return newAccount({ platform: 'douyin', accountId: 'a1', ...known })
}

export function makePost(known: Partial<RecentPost> = {}): RecentPost {
  return newPost({ postId: 'p', sponsored: false, ...known })
}

/** A number of a Xingtu file whose unit is proved, of the last 30 days. */
export function makeMetric(name: string, value: number | null, known: Partial<Metric> = {}): Metric {
  return newMetric({
    name,
    value,
    unit: 'plays',
    proof: 'proved',
    period: '30d',
    noteType: 'all',
    flow: 'all',
    source: 'xingtu.search',
    column: name,
    observedAt: AS_OF,
    importId: 'sha256:test',
    ...known,
  })
}

/** Posts six days apart, the last of them ten days before the forecast. */
export function makePosts(views: readonly number[]): RecentPost[] {
  return views.map((count, index) =>
    makePost({
      postId: `p${index}`,
      publishedAt: addDays(AS_OF, -10 - 6 * (views.length - 1 - index)),
      observedAt: AS_OF,
      views: count,
      likes: Math.round(count * 0.03),
      comments: Math.round(count * 0.002),
      shares: Math.round(count * 0.001),
    }),
  )
}

/** A synthetic team: followers log-normal, views log-normal around a line, the given spread within each creator. */
export function makePool(
  count: number,
  { posts = 10, sigma = 0.9, seed = 1 }: { posts?: number; sigma?: number; seed?: number } = {},
): Account[] {
  const between = drawNormals(seed, count * 2)
  const within = drawNormals(seed + 1, count * posts)
  return Array.from({ length: count }, (_, index) => {
    const followers = Math.round(1e5 * Math.exp(between[2 * index] ?? 0))
    const centre = Math.log(0.5 * followers) + 0.6 * (between[2 * index + 1] ?? 0)
    const views = Array.from({ length: posts }, (_unused, post) =>
      Math.round(Math.exp(centre + sigma * (within[index * posts + post] ?? 0))),
    )
    return makeAccount({ accountId: `a${String(index).padStart(3, '0')}`, followers, categories: ['beauty'], posts: makePosts(views) })
  })
}
