import { newMetric } from '@kolibra/core/creators'
import { newAccount, newQuote, type Account, type Comment, type Order, type Post } from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergeImports } from './merge-imports.ts'

const NOTHING = { accounts: [], posts: [], comments: [], orders: [], series: [] }
const quote = (source: string, listFen: number, observedAt: string | null = null) =>
  newQuote({ format: 'image_note', source, listFen, observedAt })
const account = (given: Partial<Account> = {}) => newAccount({ platform: 'xiaohongshu', accountId: 'a1', ...given })
const observation = (likes: number, source: string) => ({
  observedAt: null,
  views: null,
  likes,
  comments: null,
  shares: null,
  saves: null,
  danmaku: null,
  coins: null,
  flow: null,
  source,
  importId: `sha256:${source}`,
})
const post = (given: Partial<Post> = {}): Post => ({
  platform: 'xiaohongshu',
  postId: 'p1',
  accountId: null,
  url: null,
  publishedAt: null,
  format: null,
  title: null,
  text: null,
  sponsored: null,
  observations: [],
  ...given,
})
const comment = (given: Partial<Comment> = {}): Comment => ({
  stream: 's',
  platform: 'xiaohongshu',
  postId: 'p1',
  commentId: 'c1',
  parentId: null,
  at: null,
  text: '好用',
  authorKey: null,
  likes: null,
  ...given,
})
const order = (orderId: string): Order => ({
  orderId,
  orderedAt: null,
  paidAt: null,
  confirmedAt: null,
  refundedAt: null,
  paidFen: 100,
  confirmedFen: null,
  refundFen: null,
  code: null,
  link: null,
  sku: null,
  buyerKey: null,
  source: 'shop',
})

const mergeAccounts = (...accounts: Account[]) => mergeImports(accounts.map((each) => ({ ...NOTHING, accounts: [each] }))).accounts

describe('accounts of several files', () => {
  test('two prices that disagree stand side by side', () => {
    const [merged, ...rest] = mergeAccounts(
      account({ quotes: [quote('pugongying', 100_00)] }),
      account({ quotes: [quote('agency', 80_00)] }),
    )
    expect(rest).toEqual([])
    expect(merged?.quotes.map(({ source, listFen }) => [source, listFen])).toEqual([
      ['pugongying', 100_00],
      ['agency', 80_00],
    ])
  })

  test.each([
    { why: 'the file observed last', first: '2026-11-01T00:00:00Z', second: '2026-11-09T00:00:00Z', followers: 2000 },
    { why: 'also when it was named first', first: '2026-11-09T00:00:00Z', second: '2026-11-01T00:00:00Z', followers: 1000 },
    { why: 'the first file when neither says when', first: null, second: null, followers: 1000 },
    { why: 'the file that says when over the one that does not', first: null, second: '2026-11-01T00:00:00Z', followers: 2000 },
  ])('one follower count: $why', ({ first, second, followers }) => {
    const [merged] = mergeAccounts(
      account({ followers: 1000, quotes: [quote('a', 1, first)] }),
      account({ followers: 2000, quotes: [quote('b', 2, second)] }),
    )
    expect(merged?.followers).toBe(followers)
  })

  test('a count without a date does not beat one with, whatever else its file dates', () => {
    const count = (value: number, observedAt: string | null) =>
      newMetric({ name: 'followers', value, unit: 'followers', source: 's', column: '粉丝数', observedAt, importId: `of ${value}` })
    const undated = account({ followers: 1000, metrics: [count(1000, null)], quotes: [quote('a', 1, '2026-11-09T00:00:00Z')] })
    const dated = account({ followers: 2000, metrics: [count(2000, '2026-11-01T00:00:00Z')] })
    for (const files of [
      [undated, dated],
      [dated, undated],
    ])
      expect(mergeAccounts(...files).map(({ followers }) => followers)).toEqual([2000])
  })

  test('what one file does not know the other fills in, also inside parts', () => {
    const [merged] = mergeAccounts(
      account({ displayName: '示例·小鹿', categories: ['护肤'], person: { gender: null, ageBand: '25-34', languages: [] } }),
      account({
        followers: 5,
        categories: ['美妆', '护肤'],
        person: { gender: 'female', ageBand: null, languages: [] },
        commerce: { ownShop: true, level: null, liveGmvRange: [1000, null] },
      }),
    )
    expect(merged).toMatchObject({
      displayName: '示例·小鹿',
      followers: 5,
      categories: ['护肤', '美妆'],
      person: { gender: 'female', ageBand: '25-34' },
      commerce: { ownShop: true, liveGmvRange: [1000, null] },
    })
  })

  test('unknown stays unknown and zero stays zero', () => {
    expect(mergeAccounts(account({ followers: 0 }), account({ followers: 7 }))[0]?.followers).toBe(0)
    expect(mergeAccounts(account(), account())[0]?.followers).toBeNull()
  })

  test.each([
    ['platform', account({ platform: 'douyin' })],
    ['id', account({ accountId: 'a2' })],
  ])('another %s is another account', (_what, other) => {
    expect(mergeAccounts(account(), other)).toHaveLength(2)
  })

  test('no price is lost and none is invented, in whatever files they come', () => {
    const entry = fc.record({ id: fc.constantFrom('a1', 'a2', 'a3'), listFen: fc.integer({ min: 1, max: 5 }) })
    const keysOf = (accounts: readonly Account[]) =>
      new Set(accounts.flatMap(({ accountId, quotes }) => quotes.map(({ listFen }) => `${accountId} ${listFen}`)))
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 20 }), (entries) => {
        const given = entries.map(({ id, listFen }) => account({ accountId: id, quotes: [quote('x', listFen)] }))
        const merged = mergeAccounts(...given)
        expect(keysOf(merged)).toEqual(keysOf(given))
        expect(merged.flatMap(({ quotes }) => quotes)).toHaveLength(keysOf(given).size)
        expect(mergeAccounts(...merged, ...merged)).toEqual(merged)
      }),
    )
  })
})

describe('posts, comments and orders of several files', () => {
  test('a post keeps both observations and fills in its text', () => {
    const { posts } = mergeImports([
      { ...NOTHING, posts: [post({ title: '面霜', observations: [observation(3, 'a')] })] },
      { ...NOTHING, posts: [post({ text: '正文', observations: [observation(9, 'b'), observation(3, 'a')] })] },
    ])
    expect(posts).toHaveLength(1)
    expect(posts[0]).toMatchObject({ title: '面霜', text: '正文' })
    expect(posts[0]?.observations.map(({ likes }) => likes)).toEqual([3, 9])
  })

  test('a comment counts once, and the likes that one file lacks come from the other', () => {
    const { comments } = mergeImports([
      { ...NOTHING, comments: [comment(), comment({ commentId: 'c2' })] },
      { ...NOTHING, comments: [comment({ likes: 4 })] },
    ])
    expect(comments.map(({ commentId, likes }) => [commentId, likes])).toEqual([
      ['c1', 4],
      ['c2', null],
    ])
  })

  test('an order line that repeats exactly counts once', () => {
    const { orders } = mergeImports([
      { ...NOTHING, orders: [order('1'), order('2')] },
      { ...NOTHING, orders: [order('2'), { ...order('2'), sku: 'B' }] },
    ])
    expect(orders.map(({ orderId, sku }) => [orderId, sku])).toEqual([
      ['1', null],
      ['2', null],
      ['2', 'B'],
    ])
  })
})
