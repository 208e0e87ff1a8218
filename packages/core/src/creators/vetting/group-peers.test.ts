import { describe, expect, test } from 'vitest'
import { newAccount, newPost } from '../index.ts'
import type { Account } from '../schema.ts'
import { groupPeers } from './group-peers.ts'
import { vetAccounts } from './vet-accounts.ts'

const account = (accountId: string, known: Partial<Account> = {}) =>
  newAccount({ platform: 'xiaohongshu', accountId, followers: 60_000, categories: ['美妆'], ...known })
const first = (accounts: readonly Account[]) => ({ account: accounts[0]!, at: 0 })
const list = (count: number, known: Partial<Account> = {}, id = 'x') => Array.from({ length: count }, (_, n) => account(`${id}${n}`, known))

describe('the wider group beside a narrow one', () => {
  test('a category stands beside all of its tier', () => {
    const accounts = [...list(9), ...list(4, { categories: ['母婴'] }, 'y')]
    const peers = groupPeers(accounts).peersOf(first(accounts))
    expect(peers?.members).toHaveLength(9)
    expect(peers?.wider?.members).toHaveLength(13)
  })

  test('a tier has nothing wider: a larger tier lives by other numbers', () => {
    const accounts = list(9, { categories: [] })
    expect(groupPeers(accounts).peersOf(first(accounts))?.wider).toBeNull()
  })
})

describe('all of a platform', () => {
  test('every tier and category is in it, other platforms are not', () => {
    const accounts = [...list(5), ...list(5, { followers: 900_000 }, 'y'), ...list(5, { platform: 'douyin' }, 'z')]
    const group = groupPeers(accounts).platformOf(first(accounts))
    expect(group?.members).toHaveLength(10)
    expect(group?.name).toEqual({ en: 'xiaohongshu', zh: '小红书' })
  })

  test('eight with itself are none; eight beside one who was not grouped are enough', () => {
    expect(groupPeers(list(8)).platformOf(first(list(8)))).toBeNull()
    expect(groupPeers(list(8)).platformOf({ account: account('new'), at: null })?.others).toBe(8)
    expect(groupPeers(list(7)).platformOf({ account: account('new'), at: null })).toBeNull()
  })

  test('an account without followers is a peer too', () => {
    const accounts = list(9, { followers: null })
    expect(groupPeers(accounts).platformOf(first(accounts))?.members).toHaveLength(9)
  })
})

describe('a small group is drawn towards its tier', () => {
  /** Interaction rates of one category that hardly differ, beside a tier in which they do. */
  const rated = (id: string, likes: number, categories = ['美妆']) =>
    account(id, {
      categories,
      posts: Array.from({ length: 6 }, (_, n) =>
        newPost({ postId: `${id}-${n}`, views: 10_000, likes, comments: 20, shares: 10, saves: 50 }),
      ),
    })
  const alike = Array.from({ length: 9 }, (_, n) => rated(`a${n}`, 300 + n))
  const varied = Array.from({ length: 40 }, (_, n) => rated(`b${n}`, 150 * 1.04 ** n, ['母婴']))
  const weightOf = (accounts: readonly Account[]) =>
    vetAccounts(accounts, [])[0]?.authenticity.signals.find(({ code }) => code === 'engagement.rate')?.weight

  test('nine accounts by chance alike set no narrow line where their tier differs', () => {
    const odd = rated('odd', 360)
    expect(weightOf([odd, ...alike])).toBeGreaterThan(1)
    expect(weightOf([odd, ...alike, ...varied])).toBe(0)
  })

  test('what is far from both still weighs', () => {
    expect(weightOf([rated('odd', 6_000), ...alike, ...varied])).toBeGreaterThan(0.5)
  })
})

describe('few posts ever', () => {
  const weightOf = (posts: number, period: string | null = null) => {
    const metric = { name: 'posts', value: posts, unit: 'posts', source: 's', column: 'c', importId: 'i', period }
    const known = {
      low: null,
      high: null,
      proof: 'unproved',
      noteType: null,
      flow: null,
      definition: null,
      formula: null,
      tab: null,
      observedAt: null,
    } as const
    return vetAccounts([account('a', { metrics: [{ ...known, ...metric }] })], [])[0]?.authenticity.signals.find(
      ({ code }) => code === 'followers.few_posts',
    )?.weight
  }

  test.each([
    { posts: 0, least: 0.6 },
    { posts: 3, least: 0.41 },
  ])('$posts posts weigh at least $least', ({ posts, least }) => expect(weightOf(posts)).toBeGreaterThanOrEqual(least))

  test('ten and more are ordinary', () => {
    expect(weightOf(10)).toBe(0)
    expect(weightOf(500)).toBe(0)
  })

  test('the posts of thirty days are not all that were ever made', () => expect(weightOf(2, '30d')).toBeUndefined())
})
