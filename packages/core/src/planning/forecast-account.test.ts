import { describe, expect, test } from 'vitest'
import { backtestForecasts, fitCohorts, forecastAccount, type Cohorts, type Forecast, type ForecastMetric } from './index.ts'
import { countInteractions, readSample } from './read-sample.ts'
import { AS_OF, makeAccount, makeMetric, makePool, makePost, makePosts } from './test/make-account.ts'

const options = { metric: 'views', asOf: AS_OF } as const
const none = fitCohorts([], options)
const forecast = (account: ReturnType<typeof makeAccount>, cohorts: Cohorts = none, metric: ForecastMetric = 'views'): Forecast => {
  const result = forecastAccount(account, cohorts, { metric, asOf: AS_OF })
  if (result === null) throw new Error('expected a forecast')
  return result
}

describe('what the forecast stands on', () => {
  test('nothing known, no forecast', () => {
    expect(forecastAccount(makeAccount(), none, options)).toBeNull()
    expect(forecastAccount(makeAccount({ followers: 0 }), none, options)).toBeNull()
  })

  test('followers alone: the cohort speaks and says so', () => {
    const { posts, p50, because, calibrated } = forecast(makeAccount({ followers: 100_000 }))
    expect(posts).toBe(0)
    expect(p50).toBeCloseTo(69_000, 0)
    expect(because.join(' ')).toContain('forecast is that of its cohort')
    expect(because.join(' ')).toContain('[A]')
    expect(calibrated).toBe(false)
  })

  test.each([
    ['xiaohongshu', '小红书'],
    ['somewhere', 'somewhere'],
    ['constructor', 'constructor'],
  ])('the cohort of %s is named %s', (platform, cohortZh) => {
    const made = forecast(makeAccount({ platform, followers: 100_000 }))
    expect(made.cohortZh).toBe(cohortZh)
    expect(made.becauseZh?.join('')).not.toContain('function')
    expect(made.p50).toBeGreaterThan(0)
  })

  test('a median alone gives a range around it, wider without a mean', () => {
    const bare = forecast(makeAccount({ metrics: [makeMetric('viewsMedian', 50_000)] }))
    const both = forecast(makeAccount({ metrics: [makeMetric('viewsMedian', 50_000), makeMetric('viewsMean', 55_000)] }))
    expect(both.p50).toBeGreaterThan(45_000)
    expect(both.p50).toBeLessThan(56_000)
    expect(both.p90 / both.p10).toBeLessThan(bare.p90 / bare.p10)
    expect(bare.because.join(' ')).toContain('spread taken from the cohort')
    expect(both.because.join(' ')).toContain('from mean and median')
  })

  test('a proved median wins over an unproved one; paid flow is used last', () => {
    const metrics = [
      makeMetric('viewsMedian', 9e6, { flow: 'paid' }),
      makeMetric('playsMedian', 1e6, { proof: 'unproved' }),
      makeMetric('readsMedian', 50_000),
    ]
    expect(readSample(makeAccount({ metrics }), 'views', AS_OF).log.mean).toBeCloseTo(Math.log(50_000), 9)
  })

  test('the share of notes with 1,000 likes gives a spread', () => {
    const metrics = [
      makeMetric('interactionsMedian', 400),
      makeMetric('likesMedian', 300),
      makeMetric('thousandLikePercent', 12, { unit: '%' }),
    ]
    expect(readSample(makeAccount({ metrics }), 'interactions', AS_OF).log.variance).toBeCloseTo(1.0246692 ** 2, 5)
  })

  test('unknown views are left out, not zero', () => {
    const posts = [...makePosts([1000, 1200, 900]), makePost({ postId: 'x', views: null })]
    expect(readSample(makeAccount({ posts }), 'views', AS_OF).posts).toBe(3)
  })

  test('a view count below 20 moves the whole account to ln(x + 1), and no quantile is negative', () => {
    const sample = readSample(makeAccount({ posts: makePosts([0, 3, 8]) }), 'views', AS_OF)
    expect(sample.plusOne).toBe(true)
    expect(sample.values[0]).toBe(0)
    expect(forecast(makeAccount({ posts: makePosts([0, 0, 0]) })).p025).toBeGreaterThanOrEqual(0)
  })
})

describe('time', () => {
  test('old posts count less: half after sixty days', () => {
    const posts = [makePost({ publishedAt: '2026-08-23', views: 100 }), makePost({ publishedAt: '2026-10-22', views: 400 })]
    const { log } = readSample(makeAccount({ posts }), 'views', '2026-11-22')
    expect(log.mean).toBeCloseTo((Math.log(100) + 2 * Math.log(400)) / 3, 9)
    expect(log.n).toBeCloseTo(9 / 5, 9)
  })

  test.each([
    ['xiaohongshu', '2026-11-18', 0],
    ['xiaohongshu', '2026-11-15', 1],
    ['douyin', '2026-11-18', 1],
    ['douyin', '2026-11-20', 0],
  ])('%s post of %s seen on the 22nd: %i used', (platform, publishedAt, used) => {
    const posts = [makePost({ publishedAt, observedAt: AS_OF, views: 1000 })]
    expect(readSample(makeAccount({ platform, posts }), 'views', AS_OF).posts).toBe(used)
  })

  test('a post after the day of the forecast is not read; a moment counts by its Shanghai day', () => {
    const posts = [makePost({ publishedAt: '2026-11-01T17:00:00Z', views: 1000 })]
    expect(readSample(makeAccount({ posts }), 'views', '2026-11-01').posts).toBe(0)
    expect(readSample(makeAccount({ posts }), 'views', '2026-11-10').posts).toBe(1)
  })
})

describe('cohorts', () => {
  const pool = makePool(120)
  const cohorts = fitCohorts(pool, options)

  test('spreads of the synthetic team are found again', () => {
    expect(Math.sqrt(cohorts.views.sigma2)).toBeGreaterThan(0.8)
    expect(Math.sqrt(cohorts.views.sigma2)).toBeLessThan(1)
    // Within 0.9, between 0.6: one creator's own level is worth 0.9² / 0.6² = 2.25 posts.
    expect(cohorts.views.kappa0).toBeGreaterThan(1.3)
    expect(cohorts.views.kappa0).toBeLessThan(4)
  })

  test('few posts are pulled towards the cohort, many are not', () => {
    const lucky = (count: number) =>
      forecast(makeAccount({ followers: 100_000, categories: ['beauty'], posts: makePosts(Array(count).fill(2_000_000)) }), cohorts)
    expect(lucky(1).p50).toBeLessThan(lucky(3).p50)
    expect(lucky(3).p50).toBeLessThan(lucky(30).p50)
    expect(lucky(30).p50).toBeLessThan(2_000_000)
  })

  test('quantiles rise, and are calibrated once enough creators have several posts', () => {
    for (const account of pool) {
      const { p025, p05, p10, p25, p50, p75, p90, p95, p975, calibrated } = forecast(account, cohorts)
      const row = [p025, p05, p10, p25, p50, p75, p90, p95, p975]
      expect(row).toEqual(row.toSorted((a, b) => a - b))
      expect(calibrated).toBe(true)
    }
  })

  test('the order of accounts does not matter', () => {
    const turned = fitCohorts(pool.toReversed(), options)
    expect(turned.views.sigma2).toBeCloseTo(cohorts.views.sigma2, 9)
    expect(turned.views.kappa0).toBeCloseTo(cohorts.views.kappa0, 9)
  })

  test('accounts whose posts are all equal leave the spread at its start', () => {
    const flat = Array.from({ length: 12 }, (_, index) =>
      makeAccount({ accountId: `f${index}`, followers: 1000, posts: makePosts([500, 500, 500]) }),
    )
    expect(fitCohorts(flat, options).views).toMatchObject({ isFitted: false, nu0: 6 })
  })
})

describe('interactions', () => {
  test.each([
    ['douyin', 36],
    ['xiaohongshu', 45],
    ['zhihu', 45],
    ['unknown place', 36],
  ])('%s counts its own parts: %i', (platform, total) =>
    expect(countInteractions(platform, makePost({ likes: 30, comments: 5, shares: 1, saves: 9 }))).toBe(total),
  )

  test('one unknown part makes the sum unknown', () => {
    expect(countInteractions('xiaohongshu', makePost({ likes: 30, comments: 5, shares: 1 }))).toBeNull()
    expect(countInteractions('douyin', makePost({ likes: 30, comments: 5, shares: 1 }))).toBe(36)
  })

  test('never more than the views, quantile by quantile', () => {
    const pool = makePool(30).map((account) => ({ ...account, posts: account.posts.map((post) => ({ ...post, likes: post.views })) }))
    const cohorts = fitCohorts(pool, { metric: 'interactions', asOf: AS_OF })
    for (const account of pool) {
      const views = forecast(account, cohorts, 'views')
      const interactions = forecast(account, cohorts, 'interactions')
      expect(interactions.p90).toBeLessThanOrEqual(views.p90)
      expect(interactions.p50).toBeGreaterThan(0.3 * views.p50)
    }
  })

  test('views and interactions of one account keep its engagement', () => {
    const pool = makePool(40)
    const cohorts = fitCohorts(pool, { metric: 'interactions', asOf: AS_OF })
    const [first = makeAccount()] = pool
    const ratio = forecast(first, cohorts, 'interactions').p50 / forecast(first, cohorts, 'views').p50
    expect(ratio).toBeGreaterThan(0.028)
    expect(ratio).toBeLessThan(0.038)
  })
})

describe('back-test', () => {
  test('on data that follow the model the ranges hold and the light is not red', () => {
    const tested = backtestForecasts(makePool(250, { posts: 8 }), { metric: 'views', asOf: AS_OF, seed: 1 })
    expect(tested?.creators).toBe(250)
    for (const { nominal, observed, light } of tested?.model.coverage ?? []) {
      expect(Math.abs(observed - nominal)).toBeLessThan(0.06)
      expect(light).not.toBe('red')
    }
  })

  test('with few posts per creator it beats the plain median', () => {
    const tested = backtestForecasts(makePool(250, { posts: 4 }), { metric: 'views', asOf: AS_OF, seed: 1 })
    expect(tested?.model.mae).toBeLessThan(tested?.naive.mae ?? 0)
    expect(tested?.model.crps).toBeLessThan(tested?.naive.crps ?? 0)
  })

  test('too few posts: no verdict', () => {
    expect(backtestForecasts(makePool(20, { posts: 2 }), { metric: 'views', asOf: AS_OF, seed: 1 })).toBeNull()
  })

  test('the same seed gives the same interval', () => {
    const run = (seed: number) => backtestForecasts(makePool(40), { metric: 'views', asOf: AS_OF, seed })?.model.coverage
    expect(run(5)).toEqual(run(5))
  })
})
