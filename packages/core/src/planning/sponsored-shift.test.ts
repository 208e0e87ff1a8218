import { describe, expect, test } from 'vitest'
import type { Account } from '../creators/index.ts'
import { addDays } from '../shared/index.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { forecastAccount, forecastPaidPost } from './forecast-account.ts'
import { baseOfSponsored, fitSponsored, shiftSponsored } from './sponsored-shift.ts'
import { AS_OF, makeAccount, makeMetric, makePool, makePost } from './test/make-account.ts'

const posts = (everyday: readonly number[], sponsored: readonly number[]) =>
  [...everyday.map((views) => ({ views, sponsored: false })), ...sponsored.map((views) => ({ views, sponsored: true }))].map(
    (known, index) => makePost({ ...known, publishedAt: addDays(AS_OF, -20 - index), observedAt: AS_OF }),
  )
const someone = (everyday: readonly number[], sponsored: readonly number[]) =>
  makeAccount({ followers: 100_000, posts: posts(everyday, sponsored) })
const question = { metric: 'views', asOf: AS_OF } as const
const nobody = fitSponsored([], 'views', AS_OF)
const shift = (account: Account, cohort = nobody) => shiftSponsored(account, cohort, question)

describe('what sponsoring changes for one account', () => {
  test.each([
    { why: 'no sponsored post: nothing is known, the belief is wide', account: someone([1000, 1000], []), expected: 0, posts: 0 },
    { why: 'only sponsored posts: nothing to compare with', account: someone([], [500, 500]), expected: 0, posts: 0 },
    {
      why: 'five at half: half of the difference is believed',
      account: someone([1000], [500, 500, 500, 500, 500]),
      expected: Math.log(0.5) / 2,
      posts: 5,
    },
    { why: 'one at double: a sixth of it', account: someone([1000, 1000], [2000]), expected: Math.log(2) / 6, posts: 1 },
    { why: 'the medians count, not the means', account: someone([1000, 1000, 9e6], [1000, 1000, 30]), expected: 0, posts: 3 },
  ])('$why', ({ account, expected, posts: behind }) => {
    const found = shift(account)
    expect(found.shift).toBeCloseTo(expected, 9)
    expect(found.posts).toBe(behind)
    expect(found.variance).toBeCloseTo(0.35 ** 2 * (5 / (behind + 5)), 12)
  })

  test('two medians of a Pugongying export tell it as ten posts would', () => {
    const metrics = [
      makeMetric('readsMedian', 4000, { noteType: 'everyday' }),
      makeMetric('readsMedian', 2000, { noteType: 'sponsored' }),
      makeMetric('readsMean', 6000, { noteType: 'everyday' }),
      makeMetric('readsMean', 2500, { noteType: 'sponsored' }),
    ]
    expect(shift(makeAccount({ metrics })).shift).toBeCloseTo((Math.log(0.5) * 10) / 15, 9)
  })
})

describe('what it changes on a platform', () => {
  test('the mean over accounts, pulled towards no change with the weight of five', () => {
    const team = Array.from({ length: 15 }, () => someone([1000], [500]))
    const cohort = fitSponsored(team, 'views', AS_OF)
    expect(cohort.platforms.get('douyin')).toEqual({ shift: expect.closeTo((15 * Math.log(0.5)) / 20, 9), accounts: 15 })
    expect(shift(someone([1000], []), cohort).shift).toBeCloseTo((15 * Math.log(0.5)) / 20, 9)
    expect(shift(makeAccount({ platform: 'bilibili' }), cohort).shift).toBe(0)
  })
})

describe('the forecast of a sponsored post', () => {
  const team = makePool(60, { posts: 6 }).map((account) => ({
    ...account,
    posts: account.posts.map((post, index) => ({
      ...post,
      sponsored: index % 3 === 0,
      views: index % 3 === 0 ? Math.round((post.views ?? 0) / 3) : post.views,
    })),
  }))
  const cohorts = fitCohorts(team, question)
  const ask = (account: Account, sponsored?: boolean) => {
    const forecast = forecastAccount(account, cohorts, { ...question, sponsored })
    if (forecast === null) throw new Error('expected a forecast')
    return forecast
  }

  test('lies below that of an everyday post where sponsored ones do worse, and says by how much', () => {
    const account = someone([30_000, 40_000, 35_000], [9000, 11_000])
    expect(ask(account, true).p50).toBeLessThan(0.7 * ask(someone([30_000, 40_000, 35_000], [])).p50)
    expect(ask(account, true).because.join(' ')).toMatch(/A sponsored post: −\d+ % .* 2 sponsored posts/)
    expect(ask(account, true).becauseZh?.join('')).toContain('商单作品：较日常作品 −')
    expect(ask(account).because.join(' ')).not.toContain('sponsored')
  })

  test('is wider while nobody knows the own difference', () => {
    const plain = someone([30_000, 40_000, 35_000, 28_000], [])
    const [likeBefore, sponsored] = [ask(plain), ask(plain, true)]
    expect(sponsored.p90 / sponsored.p10).toBeGreaterThan(likeBefore.p90 / likeBefore.p10)
    expect(sponsored.because.join(' ')).toContain('the range is wider')
  })

  test('of an account with nothing but sponsored posts is read from them, without a shift', () => {
    const account = someone([], [9000, 11_000, 10_000])
    expect(baseOfSponsored(account, 'views', AS_OF)).toEqual({ base: account, needsShift: false })
    const { because, becauseZh, horizon, ...numbers } = ask(account, true)
    const { because: _, becauseZh: __, horizon: next, ...plain } = ask(account)
    expect(numbers).toEqual(plain)
    expect([horizon, next]).toEqual(['next sponsored post, final count', 'next post, final count'])
    expect(because.join(' ')).toContain('speak for themselves')
    expect(becauseZh?.join('')).toContain('已知作品均为商单')
    expect(forecastPaidPost(account, cohorts, question)).toEqual(ask(account, true))
  })

  test('interactions shift as well and stay below the views', () => {
    const liked = (account: Account): Account => ({
      ...account,
      posts: account.posts.map((post) => ({ ...post, likes: Math.round((post.views ?? 0) * 0.03), comments: 1, shares: 1 })),
    })
    const asked = { metric: 'interactions', asOf: AS_OF } as const
    const both = fitCohorts(team.map(liked), asked)
    const account = liked(someone([30_000, 40_000, 35_000], [9000, 11_000]))
    const [sponsored, everyday] = [account, liked(someone([30_000, 40_000, 35_000], []))].map((each, index) =>
      forecastAccount(each, both, { ...asked, sponsored: index === 0 }),
    )
    expect(sponsored?.p50).toBeGreaterThan(0)
    expect(sponsored?.p50).toBeLessThan(0.7 * (everyday?.p50 ?? 0))
  })
})
