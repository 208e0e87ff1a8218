import { describe, expect, test } from 'vitest'
import { newAccount, newQuote, type Account, type RecentPost } from '../../creators/index.ts'
import { FEE_TABLE } from '../fee-table.ts'
import { buildPage, type PageInput, type StoredPost } from './build-page.ts'
import { creatorPageSchema } from './page-schema.ts'

const post = (postId: string, known: Partial<RecentPost> = {}): RecentPost => ({
  postId,
  publishedAt: '2026-11-01T04:00:00Z',
  sponsored: false,
  views: 1000,
  likes: 40,
  comments: 5,
  shares: 3,
  saves: 2,
  observedAt: '2026-11-10T00:00:00Z',
  ...known,
})
const stored = (postId: string, known: Partial<StoredPost> = {}): StoredPost => ({
  ...post(postId),
  title: '示例标题',
  url: 'https://example.com/1',
  format: 'note',
  matchedHash: null,
  ...known,
})
const build = (known: Partial<Account> = {}, more: Partial<PageInput> = {}) =>
  buildPage({
    id: '01a20000-0000-7000-8000-000000000001',
    account: newAccount({ platform: 'xiaohongshu', accountId: 'a', followers: 60_000, ...known }),
    type: null,
    tier: null,
    forecast: null,
    history: [],
    peers: { category: null, asOf: null, ranks: [] },
    stored: [],
    splitPosts: [],
    today: '2026-11-26',
    fees: FEE_TABLE,
    ...more,
  })

test('a page of an account with everything and of one with nothing both fit the schema', () => {
  const quotes = [{ ...newQuote({ format: 'note', listFen: 100_000, source: 'agency.list' }), rebate: 0.3, platformFee: 0.1 }]
  for (const page of [build({ posts: [post('p')], quotes }), build({ followers: null })])
    expect(creatorPageSchema.parse(page)).toEqual(page)
})

describe('the posts of the page', () => {
  test('one matched by a hash says so with the hash and the id, unless the account’s own list has it too', () => {
    const [matched, named] = [stored('p', { matchedHash: '0123456789abcdef' }), stored('q', { matchedHash: '0123456789abcdef' })]
    const { posts } = build({ accountId: 'held-id', posts: [post('q')] }, { stored: [matched, named] })
    const matchOf = (id: string) => posts.find(({ postId }) => postId === id)?.matched
    expect(matchOf('q')).toBeNull()
    expect(matchOf('p')?.hash).toBe('0123456789abcdef')
    expect(matchOf('p')?.because.en).toMatch(/0123456789abcdef.*held-id.*SHA-256/)
    expect(matchOf('p')?.because.zh).toMatch(/0123456789abcdef.*held-id.*SHA-256/)
  })

  test('of an account line and of a post file are one post: newest counts, text of whoever has it', () => {
    const [one, ...others] = build(
      { posts: [post('p', { views: 1000, observedAt: '2026-11-10T00:00:00Z' })] },
      { stored: [stored('p', { views: 9000, observedAt: '2026-11-20T00:00:00Z', sponsored: null })] },
    ).posts
    expect(others).toEqual([])
    expect(one).toMatchObject({ views: 9000, title: '示例标题', sponsored: false, interactions: 50 })
    const [older] = build({ posts: [post('p')] }, { stored: [stored('p', { views: 1, observedAt: null })] }).posts
    expect(older).toMatchObject({ views: 1000, title: '示例标题' })
  })

  test('keep every count that somebody knows: what only Bilibili counts, and what a later file leaves out', () => {
    const counts = { views: 1000, likes: 40, comments: 5, shares: 3, saves: 2, danmaku: 7, coins: 9 }
    const later = stored('p', { views: null, danmaku: null, observedAt: '2026-11-20T00:00:00Z' })
    const [one] = build({ platform: 'bilibili', posts: [post('p', counts)] }, { stored: [later] }).posts
    expect(one).toMatchObject({ ...counts, interactions: 48 })
  })

  test('stand newest first, undated last, and count for the split and for what is unknown', () => {
    const page = build(
      {},
      { stored: [stored('a', { publishedAt: null }), stored('b', { publishedAt: '2026-10-01T00:00:00Z' }), stored('c')] },
    )
    expect(page.posts.map(({ postId }) => postId)).toEqual(['c', 'b', 'a'])
    expect(page.groups.map(({ kind, posts }) => `${kind} ${posts}`)).toEqual(['everyday 3', 'sponsored 0', 'unknown 0'])
    expect(page.unknown.map(({ code }) => code)).not.toContain('posts')
    expect(build().unknown.map(({ code }) => code)).toContain('posts')
  })
})

describe('interactions per view', () => {
  const metric = { name: 'interactionRate', value: 0.02, source: 'xingtu.search' }
  const printed = { ...metric, low: null, high: null, unit: 'ratio', proof: 'unproved' as const, period: null, noteType: null, flow: null }
  const metrics = [{ ...printed, definition: null, formula: null, tab: null, column: 'c', observedAt: null, importId: 'i' }]

  test('stand on the posts held, else on what the source prints, else they are unknown', () => {
    expect(build({ posts: [post('p')], metrics }).rate).toMatchObject({ value: 0.05, basis: { en: 'median of 1 posts held' } })
    expect(build({ posts: [post('p', { saves: null })], metrics }).rate).toMatchObject({ value: 0.02 })
    expect(build().rate).toBeNull()
  })
})
