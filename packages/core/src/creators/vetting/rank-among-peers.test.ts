import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newAccount, vetAccounts, type Account } from '../index.ts'

const account = (id: string, { likes, ...known }: { likes: number | null } & Partial<Account>) =>
  newAccount({
    platform: 'xiaohongshu',
    accountId: id,
    followers: 60_000,
    categories: ['美妆'],
    posts: Array.from({ length: 6 }, (_, n) => ({
      postId: `${id}-${n}`,
      publishedAt: null,
      sponsored: null,
      views: 10_000,
      likes,
      comments: 20,
      shares: 10,
      saves: 50,
      observedAt: null,
    })),
    ...known,
  })
const cell = (likes: readonly number[], known: Partial<Account> = {}) => likes.map((each, n) => account(`a${n}`, { likes: each, ...known }))
const standingOf = (accounts: readonly Account[], at = 0) => {
  const standing = vetAccounts(accounts, [])[at]?.standing
  if (standing === undefined) throw new Error('nothing was vetted')
  return standing
}
const percentileOf = (accounts: readonly Account[], at = 0) =>
  standingOf(accounts, at).percentiles.find(({ measure }) => measure === 'likesPerView')

describe('a percentile', () => {
  test('is the share of the cell below, ties by half', () => {
    const accounts = cell([300, 100, 200, 300, 400, 500, 600, 700])
    expect(percentileOf(accounts)).toEqual({ measure: 'likesPerView', value: 0.03, percentile: 3 / 8, n: 8 })
    expect(percentileOf(accounts, 7)?.percentile).toBe(7.5 / 8)
  })

  test.each([
    {
      why: 'seven accounts',
      accounts: cell([1, 2, 3, 4, 5, 6, 7].map((n) => n * 100)),
      because: /fewer than 8 accounts of xiaohongshu, mid, 美妆/,
    },
    {
      why: 'eight, one of them of another category: no wider group is taken',
      accounts: [...cell([100, 200, 300, 400, 500, 600, 700]), account('x', { likes: 800, categories: ['母婴'] })],
      because: /fewer than 8/,
    },
    {
      why: 'eight, one of them of another tier',
      accounts: [...cell([100, 200, 300, 400, 500, 600, 700]), account('x', { likes: 800, followers: 900_000 })],
      because: /fewer than 8/,
    },
    {
      why: 'eight, one of them without the number',
      accounts: [...cell([100, 200, 300, 400, 500, 600, 700]), account('x', { likes: null })],
      because: /fewer than 8/,
    },
    { why: 'no category', accounts: cell([1, 2, 3, 4, 5, 6, 7, 8, 9], { categories: [] }), because: /tier is not known, or no category/ },
    { why: 'no followers', accounts: cell([1, 2, 3, 4, 5, 6, 7, 8, 9], { followers: null }), because: /tier is not known/ },
    { why: 'nothing to compare', accounts: cell([1, 2, 3, 4, 5, 6, 7, 8, 9], { posts: [] }), because: /nothing of this account/ },
  ])('none, and it says why: $why', ({ accounts, because }) => {
    const standing = standingOf(accounts)
    expect(percentileOf(accounts)).toBeUndefined()
    expect(standing.because).toMatch(because)
    expect(standing.becauseZh).toMatch(/百分位/)
  })

  test('property: more likes never stand lower, and everybody stands between 0 and 1', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 8, maxLength: 30 }), (likes) => {
        const accounts = cell(likes)
        const ranks = vetAccounts(accounts, []).map(
          ({ standing }) => standing.percentiles.find(({ measure }) => measure === 'likesPerView')?.percentile ?? -1,
        )
        const order = likes.map((_, at) => at).toSorted((a, b) => (likes[a] ?? 0) - (likes[b] ?? 0))
        const sorted = order.map((at) => ranks[at] ?? -1)
        expect(sorted).toEqual(sorted.toSorted((a, b) => a - b))
        expect(Math.min(...ranks)).toBeGreaterThan(0)
        expect(Math.max(...ranks)).toBeLessThan(1)
      }),
      { numRuns: 40 },
    )
  })
})
