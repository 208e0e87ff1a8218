import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { backtestForecasts, type Backtest } from './backtest.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { forecastAccount } from './forecast-account.ts'
import { AS_OF, makeAccount, makePool, makePost, makePosts } from './test/make-account.ts'

const options = { metric: 'views', asOf: AS_OF, seed: 1 } as const
const run = (accounts: readonly Account[]): Backtest => {
  const tested = backtestForecasts(accounts, options)
  if (tested === null) throw new Error('expected a back-test')
  return tested
}
const withoutLast = (account: Account): Account => ({ ...account, posts: account.posts.slice(0, -1) })
const team = (rows: readonly (readonly number[])[]) =>
  rows.map((views, index) => makeAccount({ accountId: `b${String(index).padStart(2, '0')}`, followers: 100_000, posts: makePosts(views) }))
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const at = ({ coverage }: Backtest['model'], nominal: number) => coverage.find((level) => level.nominal === nominal)

describe('whom it tests', () => {
  test.each([
    { why: 'nobody', rows: [], creators: null },
    { why: 'one creator is no test', rows: [[100, 200, 300]], creators: null },
    {
      why: 'two posts leave one: too few',
      rows: [
        [100, 200],
        [300, 400],
      ],
      creators: null,
    },
    {
      why: 'three posts are enough',
      rows: [
        [100, 200, 300],
        [300, 400, 500],
      ],
      creators: 2,
    },
    { why: 'those with fewer are left out', rows: [[100, 200, 300], [300, 400, 500], [600]], creators: 2 },
  ])('$why', ({ rows, creators }) => expect(backtestForecasts(team(rows), options)?.creators ?? null).toBe(creators))

  test('a post after the day of the forecast is neither tested nor learned from', () => {
    const pool = makePool(20, { posts: 5 })
    const later = pool.map((account) => ({
      ...account,
      posts: [...account.posts, makePost({ postId: 'later', publishedAt: addDays(AS_OF, 3), observedAt: addDays(AS_OF, 30), views: 9e8 })],
    }))
    expect(run(later)).toEqual(run(pool))
  })

  test('a post without a count is passed over: the one before it is the tested one', () => {
    const pool = makePool(20, { posts: 5 })
    const blank = pool.map((account) => ({
      ...account,
      posts: [...account.posts, makePost({ postId: 'blank', publishedAt: addDays(AS_OF, -5), observedAt: AS_OF, views: null })],
    }))
    expect(run(blank)).toEqual(run(pool))
  })
})

describe('the hidden post stays hidden', () => {
  const pool = makePool(30, { posts: 6, seed: 3 })

  test('the error is that of a forecast which never saw it', () => {
    const past = pool.map(withoutLast)
    const cohorts = fitCohorts(past, { metric: 'views', asOf: AS_OF })
    const errors = past.map((account, index) => {
      const forecast = forecastAccount(account, cohorts, { metric: 'views', asOf: AS_OF })
      return Math.abs(Math.log(pool[index]?.posts.at(-1)?.views ?? 0) - Math.log(forecast?.p50 ?? 0))
    })
    expect(run(pool).model.mae).toBeCloseTo(mean(errors), 9)
  })

  test('the naive error is that of the median of at most ten posts before it', () => {
    const long = makePool(12, { posts: 14, seed: 8 })
    const errors = long.map(({ posts }) => {
      const logs = posts.map(({ views }) => Math.log(views ?? 0))
      const ten = logs.slice(-11, -1).toSorted((a, b) => a - b)
      return Math.abs((logs.at(-1) ?? 0) - ((ten[4] ?? 0) + (ten[5] ?? 0)) / 2)
    })
    expect(run(long).naive.mae).toBeCloseTo(mean(errors), 9)
  })

  test('naming the order of the posts or of the creators otherwise changes no score', () => {
    const mixed = pool.toReversed().map((account) => ({ ...account, posts: account.posts.toReversed() }))
    const [a, b] = [run(pool), run(mixed)]
    for (const guess of ['model', 'naive'] as const) {
      expect(b[guess].mae).toBeCloseTo(a[guess].mae, 9)
      expect(b[guess].crps).toBeCloseTo(a[guess].crps, 9)
      b[guess].pinball.forEach(({ loss }, index) => expect(loss).toBeCloseTo(a[guess].pinball[index]?.loss ?? Number.NaN, 9))
      expect(b[guess].coverage.map(({ observed }) => observed)).toEqual(a[guess].coverage.map(({ observed }) => observed))
    }
  })
})

// Clopper and Pearson's 95 % interval where all of eight held begins here: 0.025^(1/8).
const EXACT_END = 0.025 ** (1 / 8)

describe('the traffic light', () => {
  test('is red when every newest post went far beyond its range', () => {
    // Eight creators: too few scores to stretch the 90 % and 95 % ranges, so they stand as the model says them.
    const burst = run(team(Array.from({ length: 8 }, (_, index) => [900 + index, 1000, 1100, 1000, 950, 1e8])))
    expect(at(burst.model, 0.9)).toMatchObject({ observed: 0, high: expect.closeTo(1 - EXACT_END, 9), light: 'red' })
    expect(at(burst.model, 0.95)).toMatchObject({ observed: 0, light: 'red' })
  })

  test('is amber when ranges are wider than they say', () => {
    const steady = run(
      team(Array.from({ length: 8 }, (_, index) => [1000 + 50 * index, 900 + 50 * index, 1100 + 50 * index, 1000 + 50 * index])),
    )
    expect(at(steady.model, 0.9)).toMatchObject({ observed: 1, low: expect.closeTo(EXACT_END, 9), light: 'amber' })
  })

  test('more certainty never holds less often, and every interval contains what was seen', () => {
    for (const { coverage } of [run(makePool(60)).model, run(makePool(60)).naive]) {
      const observed = coverage.map((level) => level.observed)
      expect(observed).toEqual(observed.toSorted((a, b) => a - b))
      for (const level of coverage) {
        expect(level.low).toBeLessThanOrEqual(level.observed)
        expect(level.high).toBeGreaterThanOrEqual(level.observed)
      }
    }
  })

  test('more creators narrow the interval of the coverage', () => {
    const width = (creators: number) => {
      const level = at(run(makePool(creators, { posts: 4 })).model, 0.5)
      return (level?.high ?? 1) - (level?.low ?? 0)
    }
    expect(width(400)).toBeLessThan(0.6 * width(40))
  })
})

describe('any series', () => {
  const views = fc.array(fc.constantFrom(0, 1, 19, 20, 800, 800, 5e4, 2e9), { minLength: 3, maxLength: 6 })

  test('no score is "not a number", equal posts and zeros included', () => {
    fc.assert(
      fc.property(fc.array(views, { minLength: 2, maxLength: 10 }), (rows) => {
        const { model, naive } = run(team(rows))
        for (const { mae, crps, pinball, coverage } of [model, naive]) {
          for (const score of [mae, crps, ...pinball.map(({ loss }) => loss)]) {
            expect(score).toBeGreaterThanOrEqual(0)
            expect(score).toBeLessThan(Infinity)
          }
          for (const { low, observed, high } of coverage)
            for (const share of [low, observed, high]) expect(share >= 0 && share <= 1).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('interactions are tested as well, on the counts of their own platform', () => {
    const pool = makePool(40, { posts: 5 })
    const tested = backtestForecasts(pool, { ...options, metric: 'interactions' })
    expect(tested).toMatchObject({ metric: 'interactions', creators: 40 })
    const silent = pool.map((account) => ({ ...account, posts: account.posts.map((post) => ({ ...post, likes: null })) }))
    expect(backtestForecasts(silent, { ...options, metric: 'interactions' })).toBeNull()
  })
})

describe('beside the naive guess', () => {
  const tested = run(makePool(120, { posts: 5, sigma: 1.2, seed: 5 }))

  test('the ratios are those of the printed scores, with an interval around them', () => {
    const { ratios, model, naive } = tested
    expect(ratios.mae.value).toBeCloseTo(model.mae / naive.mae, 9)
    expect(ratios.interval80.value).toBeCloseTo(model.interval80 / naive.interval80, 9)
    for (const { value, low, high, error } of [ratios.mae, ratios.interval80]) {
      expect(low).toBeLessThanOrEqual(value)
      expect(high).toBeGreaterThanOrEqual(value)
      expect(high - low).toBeGreaterThan(2 * error)
    }
  })

  test('few posts that scatter widely: shrinkage beats the plain median', () => {
    const few = run(makePool(300, { posts: 3, sigma: 1.2, seed: 9 }))
    expect(few.ratios.mae.high).toBeLessThan(1)
    expect(few.model.crps).toBeLessThan(few.naive.crps)
    expect(few.model.interval80).toBeLessThan(few.naive.interval80)
  })

  test('a guess without any error can only be met', () => {
    const steady = run(team(Array.from({ length: 4 }, () => [500, 500, 500, 500])))
    expect(steady.naive.mae).toBe(0)
    expect(steady.ratios.mae).toMatchObject({ value: 1, low: 1, high: 1, error: 0 })
  })

  test('the interval score is the pinball of both ends', () => {
    for (const { pinball, interval80 } of [tested.model, tested.naive]) {
      const lossAt = (tau: number) => pinball.find((each) => each.tau === tau)?.loss ?? Number.NaN
      expect(interval80).toBeCloseTo((lossAt(0.1) + lossAt(0.9)) / 0.1, 9)
    }
  })
})

describe('who is tested', () => {
  test.each([
    { least: 2, creators: 30 },
    { least: 5, creators: 20 },
    { least: 8, creators: 10 },
    { least: 20, creators: null },
  ])('with at least $least earlier posts: $creators', ({ least, creators }) => {
    const pool = [3, 6, 9].flatMap((posts) =>
      makePool(10, { posts, seed: posts }).map((account) => ({ ...account, accountId: `${posts}${account.accountId}` })),
    )
    expect(backtestForecasts(pool, { ...options, least })?.creators ?? null).toBe(creators)
  })

  test('the newest posts of those who are not tested are hidden as well: nobody learns from the same days', () => {
    const short = makePool(40, { posts: 2, seed: 4 }).map((account) => ({ ...account, accountId: `s${account.accountId}` }))
    const long = makePool(30, { posts: 6 })
    const burst = short.map((account) => ({
      ...account,
      posts: account.posts.map((post, index) => (index === 1 ? { ...post, views: 9e8 } : post)),
    }))
    expect(backtestForecasts([...long, ...burst], { ...options, least: 3 })).toEqual(
      backtestForecasts([...long, ...short], { ...options, least: 3 }),
    )
  })
})

describe('platform by tier', () => {
  const head = makePool(8, { posts: 5, seed: 2 }).map((account) => ({ ...account, accountId: `h${account.accountId}`, followers: 9e6 }))
  const mid = makePool(25, { posts: 5 }).map((account) => ({ ...account, followers: 200_000 }))
  const elsewhere = makePool(6, { posts: 5, seed: 3 }).map((account) => ({
    ...account,
    accountId: `e${account.accountId}`,
    platform: 'zhihu',
    followers: null,
  }))
  const { groups, creators } = run([...head, ...mid, ...elsewhere])

  test('every tested creator stands in one group, the largest group first', () => {
    expect(groups.map((group) => [group.platform, group.tier, group.creators])).toEqual([
      ['douyin', 'mid', 25],
      ['douyin', 'head', 8],
      ['zhihu', 'unknown', 6],
    ])
    expect(groups.reduce((sum, group) => sum + group.creators, 0)).toBe(creators)
  })

  test('a group of few creators is never green', () => {
    for (const group of groups) if (group.creators < 20) expect(group.coverage80.light).not.toBe('green')
  })

  test('a group whose newest posts all burst is red though the others hold', () => {
    const burst = head.map((account) => ({
      ...account,
      posts: account.posts.map((post, index) => (index === 4 ? { ...post, views: 2e9 } : post)),
    }))
    const lights = run([...burst, ...mid]).groups.map(({ tier, coverage80 }) => [tier, coverage80.light])
    expect(lights).toContainEqual(['head', 'red'])
    expect(lights).not.toContainEqual(['mid', 'red'])
  })
})

test('a red group takes the green from the whole, whatever holds on average', () => {
  // Nine of another tier, six of whom burst where nobody could see it coming, beside 400 that go on as before.
  const wild = team(Array.from({ length: 9 }, (_, index) => [1000 + index, 1100, 900, 1000, 1050, index < 6 ? 4_000_000 : 1000]))
  const mixed = run([...makePool(400, { posts: 5, seed: 3 }), ...wild.map((account) => ({ ...account, followers: 30_000_000 }))])
  expect(mixed.groups.filter(({ coverage80 }) => coverage80.light === 'red').map(({ tier }) => tier)).toEqual(['head'])
  expect(new Set(mixed.model.coverage.map(({ light }) => light))).toEqual(new Set(['green']))
  expect(mixed.light).toBe('amber')
  expect(mixed.because.at(-1)?.en).toMatch(/^In 1 of \d+ groups of platform and tier the 80 % range is red/)
})

test('where no group is red the light of the whole is the worst of its ranges', () => {
  const burst = run(team(Array.from({ length: 30 }, (_, index) => [900 + index, 1000, 1100, 1000, 950, 1e8])))
  expect(burst.light).toBe('red')
  const calm = run(makePool(400, { posts: 8, seed: 15 }))
  expect(calm.light).toBe('green')
  expect(calm.because).toEqual([])
  for (const { light, model } of [burst, calm]) expect(light).toBe(at(model, 0.8)?.light)
})
