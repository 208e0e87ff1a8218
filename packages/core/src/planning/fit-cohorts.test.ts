import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { countScores } from './calibration.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { centreOf, priorOf, tellFollowers } from './fit-quantity.ts'
import { updateNig } from './nig-model.ts'
import { readSample } from './read-sample.ts'
import { AS_OF, makeAccount, makePool, makePost, makePosts } from './test/make-account.ts'

const fit = (accounts: readonly Account[]) => fitCohorts(accounts, { metric: 'views', asOf: AS_OF }).views
/** Accounts with 100,000 followers, where a line's intercept is the centre itself, each with two equal posts. */
const flat = (count: number, views: number, known: Partial<Account> = {}) =>
  Array.from({ length: count }, (_, index) =>
    makeAccount({ accountId: `${views}-${index}`, followers: 100_000, posts: makePosts([views, views]), ...known }),
  )
const COLD = { nu0: 6, sigma2: 0.9 ** 2, kappa0: 1.5, isFitted: false }

describe('before there is a team', () => {
  test('the starting values stand and say that they are not fitted', () => {
    expect(fit([])).toMatchObject(COLD)
    expect(countScores(fit([]).calibration)).toBe(0)
    expect(fit([]).lines.size).toBe(0)
  })

  test.each([
    { platform: 'douyin', followers: 100_000, centre: 69_000 },
    { platform: 'xiaohongshu', followers: 100_000, centre: 30_000 },
    { platform: 'a new platform', followers: 100_000, centre: 30_000 },
    { platform: 'constructor', followers: 100_000, centre: 30_000 },
    { platform: 'douyin', followers: 1_000_000, centre: 69_000 * 10 ** 0.8 },
    { platform: 'douyin', followers: null, centre: 69_000 },
  ])('$platform with $followers followers', ({ platform, followers, centre }) => {
    expect(Math.exp(centreOf(fit([]), makeAccount({ platform, followers }))) / centre).toBeCloseTo(1, 9)
  })

  test('a rate does not grow with followers', () => {
    const { engagement } = fitCohorts([], { metric: 'interactions', asOf: AS_OF })
    for (const followers of [1000, 100_000, 5_000_000])
      expect(engagement === null ? 0 : Math.exp(centreOf(engagement, makeAccount({ followers })))).toBeCloseTo(0.03, 9)
  })

  test.each([
    [null, null],
    [0, null],
    [100_000, 0],
  ])('%s followers', (followers, log) => expect(tellFollowers(makeAccount({ followers }))).toBe(log))

  test('only what was asked for is fitted', () => {
    expect(fitCohorts([], { metric: 'views', asOf: AS_OF })).toMatchObject({ interactions: null, engagement: null })
  })
})

describe('a platform line', () => {
  test.each([1, 3, 7])('%i accounts pull the starting value part of the way', (count) => {
    const { lines } = fit(flat(count, 10_000))
    const part = count / (count + 5)
    expect(lines.get('douyin')?.intercept).toBeCloseTo(Math.log(69_000) + part * (Math.log(10_000) - Math.log(69_000)), 9)
    expect(lines.get('douyin')?.slope).toBe(0.8)
  })

  test('eight accounts replace it', () => {
    expect(fit(flat(8, 10_000)).lines.get('douyin')?.intercept).toBeCloseTo(Math.log(10_000), 9)
  })

  test('the slope is least squares with the weight of five accounts at its start', () => {
    const followers = [1e4, 2e4, 5e4, 1e5, 2e5, 4e5, 8e5, 1.6e6, 3.2e6, 6.4e6]
    const team = followers.map((count, index) =>
      makeAccount({ accountId: `s${index}`, followers: count, posts: makePosts([count * 3, count * 3]) }),
    )
    const x = followers.map((count) => Math.log(count / 1e5))
    const middle = x.reduce((sum, value) => sum + value, 0) / x.length
    const sxx = x.reduce((sum, value) => sum + (value - middle) ** 2, 0)
    // Views are three times the followers: slope one exactly.
    expect(fit(team).lines.get('douyin')?.slope).toBeCloseTo((sxx + 5 * 0.8) / (sxx + 5), 9)
  })

  test('accounts of one size keep the slope at its start', () => {
    expect(fit(flat(20, 10_000)).lines.get('douyin')?.slope).toBeCloseTo(0.8, 9)
  })

  test('one platform says nothing about another', () => {
    const alone = fit(flat(10, 10_000))
    const beside = fit([...flat(10, 10_000), ...flat(10, 900, { platform: 'xiaohongshu' })])
    expect(beside.lines.get('douyin')).toEqual(alone.lines.get('douyin'))
    expect(beside.lines.get('xiaohongshu')?.intercept).toBeCloseTo(Math.log(900), 9)
  })

  test('nor does it change what is believed of an account there', () => {
    const douyin = makePool(40, { sigma: 0.4, posts: 8, seed: 3 })
    const notes = makePool(60, { sigma: 1.5, posts: 2, seed: 4 }).map((each) => ({ ...each, platform: 'xiaohongshu' }))
    const [account] = douyin
    if (account === undefined) throw new Error('no account')
    expect(priorOf(fit([...douyin, ...notes]), account)).toEqual(priorOf(fit(douyin), account))
    // Too few of one platform for a spread of their own: that of all stands in.
    const few = fit([...douyin, ...notes.slice(0, 5)])
    expect(priorOf(few, { ...account, platform: 'xiaohongshu' })).toMatchObject({ sigma2: few.sigma2, kappa0: few.kappa0 })
  })

  test('a category moves its accounts by n / (n + 10) of what it differs', () => {
    const team = [...flat(10, 20_000, { categories: ['beauty'] }), ...flat(10, 5000, { categories: ['cars'] })]
    const cohorts = fit(team)
    const at = (categories: string[]) => centreOf(cohorts, makeAccount({ followers: 100_000, categories }))
    expect(at([])).toBeCloseTo(Math.log(10_000), 9)
    expect(at(['beauty', 'cars'])).toBeCloseTo(Math.log(10_000) + 0.5 * Math.log(2), 9)
    expect(at(['cars'])).toBeCloseTo(Math.log(10_000) - 0.5 * Math.log(2), 9)
    expect(at(['a new category'])).toBe(at([]))
  })

  test('a single account hardly makes a category', () => {
    const team = [...flat(19, 10_000), ...flat(1, 1_000_000, { categories: ['beauty'] })]
    const shift = fit(team).lines.get('douyin')?.categories.get('beauty')
    expect(shift?.accounts).toBe(1)
    expect(shift?.shift).toBeCloseTo((0.95 * Math.log(100)) / 11, 9)
  })
})

describe('spread', () => {
  test.each([0.3, 0.7, 1.2])('the spread within creators is found again: %f', (sigma) => {
    const { sigma2, isFitted } = fit(makePool(200, { sigma, posts: 12, seed: 4 }))
    expect(isFitted).toBe(true)
    expect(Math.sqrt(sigma2) / sigma).toBeCloseTo(1, 1)
  })

  test('creators that scatter alike share one spread; unlike ones keep their own', () => {
    const alike = fit(makePool(150, { sigma: 0.8, posts: 12, seed: 5 }))
    const steady = makePool(75, { sigma: 0.2, posts: 12, seed: 6 })
    const wild = makePool(75, { sigma: 1.6, posts: 12, seed: 7 }).map((account) => ({ ...account, accountId: `w${account.accountId}` }))
    const unlike = fit([...steady, ...wild])
    expect(alike.nu0).toBeGreaterThan(20)
    expect(unlike.nu0).toBeLessThan(6)
  })

  test.each([
    { why: 'seven accounts are too few', team: makePool(7) },
    { why: 'single posts have no spread', team: makePool(30, { posts: 1 }) },
    { why: 'equal posts have no spread', team: flat(30, 10_000) },
  ])('$why: it stays at its start', ({ team }) => expect(fit(team)).toMatchObject({ nu0: COLD.nu0, sigma2: COLD.sigma2, isFitted: false }))

  test('creators that differ a lot are believed sooner', () => {
    const close = fit([...flat(10, 10_000), ...flat(10, 11_000)])
    const apart = fit([...flat(10, 1000), ...flat(10, 100_000)])
    expect(close.kappa0).toBeGreaterThan(50)
    expect(apart.kappa0).toBeLessThan(0.3)
  })
})

describe('scores for the calibration', () => {
  test('one per creator with two posts or more, in order', () => {
    const team = [
      ...makePool(12, { posts: 4 }),
      ...flat(1, 500),
      makeAccount({ accountId: 'single', followers: 900, posts: makePosts([80]) }),
    ]
    const { calibration } = fit(team)
    expect(countScores(calibration)).toBe(13)
    for (const { scores } of calibration.values()) expect(scores).toEqual(scores.toSorted((a, b) => a - b))
  })

  test('the score is the newest post against what the older ones promised', () => {
    const account = makeAccount({ followers: 100_000, posts: makePosts([10_000, 12_000, 9000, 40_000]) })
    const cohorts = fit([account])
    const before = makeAccount({ ...account, posts: account.posts.slice(0, -1) })
    // Nor do the cohorts of its trial know the newest post.
    const { m, scale } = updateNig(priorOf(fit([before]), account), readSample(before, 'views', AS_OF).log)
    // Of one creator the middle is its own: the whole distance is the shift.
    expect(cohorts.calibration.get('all')?.shift).toBeCloseTo((Math.log(40_000) - m) / scale, 9)
  })
})

describe('what the trials know', () => {
  const pool = makePool(80, { sigma: 0.8, posts: 4, seed: 11 })

  test('the order of the accounts changes nothing', () => {
    expect(fit(pool.toReversed()).calibration.get('all')?.scores.length).toBe(80)
    const [there, back] = [fit(pool), fit(pool.toReversed())].map(({ calibration }) => calibration.get('all'))
    expect(back?.shift).toBeCloseTo(there?.shift ?? Number.NaN, 9)
    back?.scores.forEach((score, at) => expect(score).toBeCloseTo(there?.scores[at] ?? Number.NaN, 9))
  })
})

describe('any team', () => {
  const counts = fc.option(fc.constantFrom(0, 1, 19, 20, 500, 80_000, 3e8), { freq: 5 })
  const anyAccount = fc
    .record({
      platform: fc.constantFrom('douyin', 'xiaohongshu', 'somewhere'),
      followers: fc.option(fc.constantFrom(0, 1, 900, 100_000, 9e7)),
      categories: fc.subarray(['beauty', 'cars']),
      views: fc.array(counts, { maxLength: 5 }),
    })
    .map(({ views, ...known }) =>
      makeAccount({
        ...known,
        posts: views.map((count, index) =>
          makePost({ publishedAt: addDays(AS_OF, -10 - index), views: count, likes: count, comments: 0, shares: 0 }),
        ),
      }),
    )
  const team = fc
    .array(anyAccount, { maxLength: 14 })
    .map((accounts) => accounts.map((account, index) => ({ ...account, accountId: `t${index}` })))

  test('every number of the fit is finite and in its range', () => {
    fc.assert(
      fc.property(team, fc.constantFrom('views', 'interactions'), (accounts, metric) => {
        const { views, interactions, engagement } = fitCohorts(accounts, { metric, asOf: AS_OF })
        for (const fitted of [views, interactions, engagement]) {
          if (fitted === null) continue
          expect(fitted.nu0).toBeGreaterThanOrEqual(2.5)
          expect(fitted.nu0).toBeLessThanOrEqual(60)
          for (const positive of [fitted.sigma2, fitted.kappa0]) {
            expect(positive).toBeGreaterThan(0)
            expect(positive).toBeLessThan(Infinity)
          }
          for (const account of accounts) expect(Number.isFinite(centreOf(fitted, account))).toBe(true)
          for (const { shift, scores } of fitted.calibration.values())
            for (const score of [Math.abs(shift), ...scores]) expect(score).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  test('the order of accounts decides nothing', () => {
    fc.assert(
      fc.property(
        team.chain((accounts) => fc.tuple(fc.constant(accounts), fc.shuffledSubarray(accounts, { minLength: accounts.length }))),
        ([accounts, shuffled]) => {
          const [a, b] = [fit(accounts), fit(shuffled)]
          expect(b.sigma2).toBeCloseTo(a.sigma2, 9)
          expect(b.kappa0 / a.kappa0).toBeCloseTo(1, 6)
          for (const account of accounts) expect(centreOf(b, account)).toBeCloseTo(centreOf(a, account), 8)
        },
      ),
    )
  })

  test('accounts of which nothing is known change nothing', () => {
    const known = makePool(20)
    expect(fit([...known, makeAccount({ accountId: 'z' }), makeAccount({ accountId: 'y', followers: 5 })])).toEqual(fit(known))
  })
})
