import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { fitCohorts, forecastAccount, type Forecast, type ForecastMetric } from './index.ts'
import { normalCdf } from './special-functions.ts'
import { AS_OF, makeAccount, makePool, makePost, makePosts } from './test/make-account.ts'

const LEVELS = ['p025', 'p05', 'p10', 'p25', 'p50', 'p75', 'p90', 'p95', 'p975'] as const
const pool = makePool(60, { posts: 6 })
const cohorts = {
  views: fitCohorts(pool, { metric: 'views', asOf: AS_OF }),
  interactions: fitCohorts(pool, { metric: 'interactions', asOf: AS_OF }),
}
const few = {
  views: fitCohorts([], { metric: 'views', asOf: AS_OF }),
  interactions: fitCohorts([], { metric: 'interactions', asOf: AS_OF }),
}
const forecast = (account: Account, metric: ForecastMetric = 'views', known = cohorts) =>
  forecastAccount(account, known[metric], { metric, asOf: AS_OF })
const told = (result: Forecast | null) => [...(result?.because ?? []), ...(result?.becauseZh ?? [])].join(' ')
const someone = (known: Partial<Account> = {}) => makeAccount({ accountId: 'new', followers: 100_000, categories: ['beauty'], ...known })

describe('what it says of its calibration', () => {
  test.each([
    {
      why: 'posts among many creators',
      account: someone({ posts: makePosts([3e4, 5e4, 4e4]) }),
      metric: 'views',
      known: cohorts,
      calibrated: true,
      says: '中位与区间已按',
    },
    {
      why: 'too few creators',
      account: someone({ posts: makePosts([3e4, 5e4, 4e4]) }),
      metric: 'views',
      known: few,
      calibrated: false,
      says: '有多条作品的达人太少',
    },
    {
      why: 'no posts of its own: not for want of others',
      account: someone(),
      metric: 'views',
      known: cohorts,
      calibrated: false,
      says: '检验的是另一种预估',
    },
    {
      why: 'views times interactions per view among many creators: tried as the same product',
      account: someone({ posts: makePosts([3e4, 5e4, 4e4]) }),
      metric: 'interactions',
      known: cohorts,
      calibrated: true,
      says: '60 位可比达人',
    },
  ] as const)('$why', ({ account, metric, known, calibrated, says }) => {
    const result = forecast(account, metric, known)
    expect(result?.calibrated).toBe(calibrated)
    expect(told(result)).toContain(says)
  })

  test('every reason stands in both languages', () => {
    for (const account of [someone(), someone({ followers: null, posts: makePosts([500, 900]) }), someone({ platform: 'bilibili' })])
      for (const metric of ['views', 'interactions'] as const) {
        const result = forecast(account, metric)
        expect(result?.becauseZh).toHaveLength(result?.because.length ?? -1)
      }
  })
})

describe('what it names', () => {
  test.each([
    { why: 'a category', account: someone(), cohort: 'douyin · beauty', cohortZh: '抖音 · beauty' },
    { why: 'no category', account: someone({ categories: [] }), cohort: 'douyin', cohortZh: '抖音' },
    {
      why: 'nobody to compare with',
      account: someone({ platform: 'zhihu' }),
      cohort: 'zhihu · beauty',
      cohortZh: '知乎 · beauty',
    },
  ])('cohort: $why', ({ account, cohort, cohortZh }) => expect(forecast(account)).toMatchObject({ cohort, cohortZh }))

  test('followers unknown is said, and the middle of the cohort stands in', () => {
    const posts = makePosts([3e4, 5e4, 4e4])
    const [known, unknown] = [forecast(someone({ posts })), forecast(someone({ posts, followers: null }))]
    expect(told(unknown)).toContain('粉丝数未知')
    expect(told(known)).not.toContain('粉丝数未知')
    // 100,000 followers are that middle.
    expect(unknown?.p50).toBe(known?.p50)
  })

  test('asked for interactions of a team fitted for views, it says nothing rather than guess', () => {
    expect(forecastAccount(someone(), cohorts.views, { metric: 'interactions', asOf: AS_OF })).toBeNull()
  })
})

describe('any account', () => {
  const count = fc.option(fc.constantFrom(0, 1, 19, 20, 700, 90_000, 4e8), { freq: 6 })
  const post = fc.record({ views: count, likes: count, comments: count, shares: count, saves: count })
  const anyAccount = fc
    .record({
      platform: fc.constantFrom('douyin', 'xiaohongshu', 'elsewhere'),
      followers: fc.option(fc.constantFrom(0, 1, 5000, 2e7)),
      posts: fc.array(post, { maxLength: 6 }),
    })
    .map(({ posts, ...known }) =>
      makeAccount({ ...known, posts: posts.map((counts, index) => makePost({ ...counts, publishedAt: addDays(AS_OF, -8 - index) })) }),
    )
  const metric = fc.constantFrom('views', 'interactions')

  test('quantiles are numbers, none below nil, and rise', () => {
    fc.assert(
      fc.property(anyAccount, metric, fc.constantFrom(cohorts, few), (account, asked, known) => {
        const result = forecast(account, asked, known)
        if (result === null) return
        const row = LEVELS.map((level) => result[level])
        expect(row).toEqual(row.toSorted((a, b) => a - b))
        for (const value of [...row, result.mean]) {
          expect(value).toBeGreaterThanOrEqual(0)
          expect(value).toBeLessThan(Infinity)
        }
      }),
      { numRuns: 300 },
    )
  })

  test('interactions never exceed the views that are forecast, where views are known', () => {
    fc.assert(
      fc.property(anyAccount, (account) => {
        fc.pre(account.posts.some(({ views }) => views !== null))
        const [views, interactions] = [forecast(account, 'views', few), forecast(account, 'interactions', few)]
        if (views === null || interactions === null) return
        for (const level of [...LEVELS, 'mean'] as const) {
          // The views of the other fit are the same: nothing was learned in either.
          expect(interactions[level]).toBeLessThanOrEqual(views[level] * (1 + 1e-9))
        }
      }),
    )
  })

  test('every post twice as good: the whole range moves up', () => {
    const row = fc.array(fc.integer({ min: 50, max: 1e6 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(row, (views) => {
        const [before, after] = [views, views.map((value) => 2 * value)].map((list) =>
          forecast(someone({ posts: makePosts(list) }), 'views', few),
        )
        expect(after?.p50).toBeGreaterThan(before?.p50 ?? Infinity)
        expect(after?.p50).toBeLessThan(2 * (before?.p50 ?? 0))
      }),
    )
  })

  test('nothing known but posts without counts and no followers: no forecast', () => {
    expect(forecast(makeAccount({ posts: [makePost({ publishedAt: '2026-10-01', views: null })] }))).toBeNull()
    expect(forecast(makeAccount({ posts: [makePost({ publishedAt: AS_OF, views: 100 })] }))).toBeNull()
  })
})

describe('calibrated ranges', () => {
  test('hold for the creators they were learned from as often as they say', () => {
    const many = makePool(300, { posts: 6, seed: 21 })
    const past = many.map((account) => ({ ...account, posts: account.posts.slice(0, -1) }))
    const known = fitCohorts(past, { metric: 'views', asOf: AS_OF })
    const inside = (low: 'p10' | 'p25' | 'p025', high: 'p90' | 'p75' | 'p975') =>
      past.filter((account, index) => {
        const result = forecastAccount(account, known, { metric: 'views', asOf: AS_OF })
        const next = many[index]?.posts.at(-1)?.views ?? -1
        return result !== null && next >= result[low] && next <= result[high]
      }).length / past.length
    // 300 creators: the sd of a share is below 3 points.
    expect(Math.abs(inside('p25', 'p75') - 0.5)).toBeLessThan(0.08)
    expect(Math.abs(inside('p10', 'p90') - 0.8)).toBeLessThan(0.07)
    expect(Math.abs(inside('p025', 'p975') - 0.95)).toBeLessThan(0.04)
  })

  test('of steady creators are narrow, of wild ones wide', () => {
    const width = (sigma: number) => {
      const team = makePool(80, { sigma, posts: 8, seed: 31 })
      const known = fitCohorts(team, { metric: 'views', asOf: AS_OF })
      const result = forecastAccount(team[0] ?? makeAccount(), known, { metric: 'views', asOf: AS_OF })
      return Math.log((result?.p90 ?? 0) / (result?.p10 ?? 1))
    }
    // The range of a known log-normal is 2 · 1.2816 · σ wide; learning adds a little.
    expect(normalCdf(width(0.3) / 2 / 0.3) - 0.9).toBeLessThan(0.06)
    expect(width(1.2)).toBeGreaterThan(3 * width(0.3))
  })
})
