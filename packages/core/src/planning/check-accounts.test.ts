import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '../shared/index.ts'
import { checkForecastAccounts } from './check-accounts.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { forecastAccount } from './forecast-account.ts'
import { AS_OF, makeAccount, makeMetric, makePost, makePosts } from './test/make-account.ts'

const question = { metric: 'views', asOf: AS_OF } as const
const old = (views: number) => makePost({ publishedAt: addDays(AS_OF, -30), observedAt: AS_OF, views })

describe('what is found in a list of accounts', () => {
  test.each([
    { why: 'nothing', account: makeAccount({ followers: 9000, posts: makePosts([500, 600]) }), kinds: [] },
    { why: 'no posts, but followers', account: makeAccount({ followers: 9000 }), kinds: ['no_posts'] },
    { why: 'no posts, but a median', account: makeAccount({ metrics: [makeMetric('viewsMedian', 800)] }), kinds: ['no_posts'] },
    { why: 'nothing at all', account: makeAccount(), kinds: ['nothing_known'] },
    { why: 'a negative count', account: makeAccount({ followers: 9000, posts: [old(-5), old(500)] }), kinds: ['bad_count'] },
    {
      why: 'a count that is no number',
      account: makeAccount({ followers: 9000, posts: [old(Number.NaN), old(500)] }),
      kinds: ['bad_count'],
    },
    { why: 'nothing but bad counts', account: makeAccount({ posts: [old(-1)] }), kinds: ['bad_count', 'nothing_known'] },
  ])('$why', ({ account, kinds }) => {
    const { findings } = checkForecastAccounts([account], question)
    expect(findings.map(({ kind }) => kind)).toEqual(kinds)
    for (const { because } of findings) expect([because.en, because.zh].every((text) => text.length > 5)).toBe(true)
  })

  test('a second line of an account is left out and named; the same id elsewhere is another account', () => {
    const [one, again, elsewhere] = [
      makeAccount({ followers: 9000, posts: makePosts([500, 600]) }),
      makeAccount({ followers: 1, posts: makePosts([5e6]) }),
      makeAccount({ platform: 'bilibili', posts: makePosts([700, 800]) }),
    ]
    const { accounts, findings } = checkForecastAccounts([one, again, elsewhere], question)
    expect(accounts).toEqual([one, elsewhere])
    expect(findings).toMatchObject([{ id: 'a1', kind: 'duplicate' }])
  })
})

describe('a bad count never becomes a number', () => {
  test('a forecast with it is that without the post', () => {
    const bad = fc.constantFrom(Number.NaN, -1, -1e9, Number.POSITIVE_INFINITY)
    fc.assert(
      fc.property(bad, (count) => {
        const clean = makeAccount({ followers: 9000, posts: [old(500), old(900)] })
        const dirty = { ...clean, posts: [...clean.posts, old(count)] }
        const ask = (account: typeof clean) => forecastAccount(account, fitCohorts([account], question), question)
        expect(ask(dirty)).toEqual(ask(clean))
      }),
    )
  })
})

describe('any list', () => {
  const ids = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })

  test('keeps every account once, in the order of the list, and names each further line', () => {
    fc.assert(
      fc.property(ids, (list) => {
        const given = list.map((accountId) => makeAccount({ accountId, followers: 9000, posts: makePosts([500, 600]) }))
        const { accounts, findings } = checkForecastAccounts(given, question)
        expect(accounts.map(({ accountId }) => accountId)).toEqual([...new Set(list)])
        expect(findings.map(({ kind }) => kind)).toEqual(Array.from({ length: list.length - new Set(list).size }, () => 'duplicate'))
      }),
    )
  })

  test('with its duplicates gives the cohort of the list without them', () => {
    const given = ['a', 'b', 'c'].map((accountId) => makeAccount({ accountId, followers: 9000, posts: makePosts([500, 600, 700]) }))
    const { accounts } = checkForecastAccounts([...given, ...given], question)
    expect(fitCohorts(accounts, question)).toEqual(fitCohorts(given, question))
  })
})
