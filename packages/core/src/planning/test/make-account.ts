import type { Account, Metric, RecentPost } from '../../creators/index.ts'
import { addDays } from '../../shared/index.ts'
import { drawNormals } from '../seeded-draws.ts'

export const AS_OF = '2026-11-22'

/** An account of which nothing is known but its identity, and what a test adds. */
export function makeAccount(known: Partial<Account> = {}): Account {
  return {
    platform: 'douyin',
    accountId: 'a1',
    handle: null,
    displayName: null,
    creatorType: null,
    followers: null,
    categories: [],
    region: null,
    mcn: null,
    verification: null,
    person: { gender: null, ageBand: null, languages: [] },
    commerce: { ownShop: null, level: null, liveGmvRange: [null, null] },
    community: { leads: null, kind: null, size: null },
    actsAs: [],
    audience: null,
    quotes: [],
    metrics: [],
    posts: [],
    ...known,
  }
}

export function makePost(known: Partial<RecentPost> = {}): RecentPost {
  return {
    postId: 'p',
    publishedAt: null,
    sponsored: false,
    views: null,
    likes: null,
    comments: null,
    shares: null,
    saves: null,
    observedAt: null,
    ...known,
  }
}

/** A number of a Xingtu file whose unit is proved, of the last 30 days. */
export function makeMetric(name: string, value: number | null, known: Partial<Metric> = {}): Metric {
  return {
    name,
    value,
    low: null,
    high: null,
    unit: 'plays',
    proof: 'proved',
    period: '30d',
    noteType: 'all',
    flow: 'all',
    definition: null,
    formula: null,
    source: 'xingtu.search',
    tab: null,
    column: name,
    observedAt: AS_OF,
    importId: 'sha256:test',
    ...known,
  }
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
