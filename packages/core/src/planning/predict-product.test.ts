import { describe, expect, test } from 'vitest'
import type { Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { forecastAccount } from './forecast-account.ts'
import { fitQuantity, priorOf } from './fit-quantity.ts'
import { matchedSd, updateNig } from './nig-model.ts'
import { predictProduct } from './predict-product.ts'
import { readSample } from './read-sample.ts'
import { drawNormals } from './seeded-draws.ts'
import { AS_OF, makeAccount, makePool, makePost, makePosts } from './test/make-account.ts'

const pool = makePool(60, { posts: 6 })
const known = { views: fitQuantity(pool, 'views', AS_OF), engagement: fitQuantity(pool, 'engagement', AS_OF), asOf: AS_OF }
const someone = (posts: Account['posts']) => makeAccount({ accountId: 'new', followers: 100_000, posts })

describe('views times interactions per view', () => {
  test.each([
    { why: 'no posts', posts: [] },
    { why: 'views without likes', posts: makePosts([500, 600]).map((post) => ({ ...post, likes: null })) },
    { why: 'likes without views', posts: makePosts([500, 600]).map((post) => ({ ...post, views: null })) },
    { why: 'counts so small that one more matters', posts: makePosts([500, 15]) },
  ])('nothing to multiply: $why', ({ posts }) => expect(predictProduct(someone(posts), known)).toBeNull())

  test('the middles add on the log scale, the spreads add as variances, the fewer degrees of freedom stand', () => {
    const account = someone(makePosts([30_000, 50_000, 40_000, 90_000]))
    const v = updateNig(priorOf(known.views, account), readSample(account, 'views', AS_OF).log)
    const e = updateNig(priorOf(known.engagement, account), readSample(account, 'engagement', AS_OF).log)
    const product = predictProduct(account, known)
    expect(product?.m).toBeCloseTo(v.m + e.m, 9)
    expect(product?.nu).toBe(Math.min(v.nu, e.nu))
    if (product !== null) expect(matchedSd(product)).toBeCloseTo(Math.hypot(matchedSd(v), matchedSd(e)), 9)
  })
})

describe('ranges of interactions', () => {
  const noise = drawNormals(77, 6000)
  /** Interactions per view of their own for each creator, scattered from post to post. */
  const lively = (count: number) =>
    makePool(count, { posts: 6, seed: 31 }).map((account, index) => ({
      ...account,
      posts: account.posts.map((post, at) =>
        makePost({
          ...post,
          publishedAt: addDays(AS_OF, -60 + 6 * at),
          likes: Math.round((post.views ?? 0) * 0.03 * Math.exp(0.4 * (noise[index] ?? 0) + 0.3 * (noise[1000 + index * 6 + at] ?? 0))),
        }),
      ),
    }))

  test('hold for posts that were not seen as often as they say, and say that they are calibrated', () => {
    const team = lively(400)
    const past = team.map((account) => ({ ...account, posts: account.posts.slice(0, -1) }))
    const cohorts = fitCohorts(past, { metric: 'interactions', asOf: AS_OF })
    const held = past.filter((account, index) => {
      const last = team[index]?.posts.at(-1)
      const truth = (last?.likes ?? 0) + (last?.comments ?? 0) + (last?.shares ?? 0)
      const forecast = forecastAccount(account, cohorts, { metric: 'interactions', asOf: AS_OF })
      expect(forecast?.calibrated).toBe(true)
      return forecast !== null && truth >= forecast.p10 && truth <= forecast.p90
    })
    // sd of a share of 400 at 80 %: 2 points.
    expect(held.length / 400).toBeGreaterThan(0.74)
    expect(held.length / 400).toBeLessThan(0.86)
  })
})
