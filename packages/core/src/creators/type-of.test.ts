import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatExact } from '../shared/index.ts'
import {
  BUYER_SIGNS,
  findTier,
  LEAST_BUYER_SIGNS,
  nameFormat,
  nameSource,
  newAccount,
  newPost,
  newQuote,
  replaceTiers,
  TIERS,
  tierTableSchema,
  typeOf,
  withType,
  type Account,
  type AccountInput,
} from './index.ts'

const account = (platform: string, followers: number | null, known: Partial<AccountInput> = {}) =>
  newAccount({ platform, accountId: '1', followers, ...known })
const quote = (listFen: number) => newQuote({ format: 'note', source: 's', listFen })
const shop = (ownShop: boolean | null): Account['commerce'] => ({ ownShop, level: null, liveGmvRange: [null, null] })
const lives = (range: [number | null, number | null]): Account['commerce'] => ({ ownShop: null, level: null, liveGmvRange: range })
const sponsored = (count: number, of: number): Account['posts'] =>
  Array.from({ length: of }, (_, n) => newPost({ postId: `p${n}`, sponsored: n < count }))
/** Two signs of a normal buyer. */
const BUYER = { mcn: '无', quotes: [quote(30_000)] }

describe('the type of a creator', () => {
  test.each([
    { platform: 'xiaohongshu', followers: 500_000, value: 'kol' },
    { platform: 'xiaohongshu', followers: 499_999, value: 'micro' },
    { platform: 'xiaohongshu', followers: 50_000, value: 'micro' },
    { platform: 'xiaohongshu', followers: 49_999, value: 'micro' },
    { platform: 'xiaohongshu', followers: 5_000, value: 'micro' },
    { platform: 'xiaohongshu', followers: 4_999, value: 'koc' },
    { platform: 'xiaohongshu', followers: 0, value: 'koc' },
    { platform: 'douyin', followers: 1_000_000, value: 'kol' },
    { platform: 'douyin', followers: 999_999, value: 'micro' },
    { platform: 'douyin', followers: 9_999, value: 'koc' },
    { platform: 'kuaishou', followers: 100_000, value: 'micro' },
    { platform: 'weibo', followers: 5_000_000, value: 'kol' },
    { platform: 'weibo', followers: 1_000_000, value: 'micro' },
    { platform: 'weibo', followers: 49_999, value: 'koc' },
    { platform: 'bilibili', followers: 9_999, value: 'koc' },
  ])('$platform with $followers followers: $value', ({ platform, followers, value }) => {
    expect(typeOf(account(platform, followers, BUYER))).toMatchObject({ value, basis: expect.stringContaining(formatExact(followers)) })
  })

  // science.md §1.1, the table that is shipped: head, mid, junior; below is KOC.
  test.each([
    { platform: 'xiaohongshu', from: [500_000, 50_000, 5_000], grade: 'R' },
    { platform: 'douyin', from: [1_000_000, 100_000, 10_000], grade: 'A' },
    { platform: 'kuaishou', from: [1_000_000, 100_000, 10_000], grade: 'A' },
    { platform: 'weibo', from: [5_000_000, 500_000, 50_000], grade: 'A' },
    { platform: 'bilibili', from: [1_000_000, 100_000, 10_000], grade: 'A' },
  ])('the rows of $platform', ({ platform, from, grade }) => {
    const found = from.map((followers) => findTier(platform, followers, TIERS))
    expect(found.map((row) => row?.tier)).toEqual(['head', 'mid', 'junior'])
    expect(from.map((followers) => findTier(platform, followers - 1, TIERS)?.tier)).toEqual(['mid', 'junior', 'koc'])
    expect(found.map((row) => row?.grade)).toEqual([grade, grade, grade])
  })

  test.each([
    { platform: 'xiaohongshu', followers: null, basis: 'followers unknown' },
    { platform: 'zhihu', followers: 900_000, basis: expect.stringContaining('no follower thresholds') },
  ])('unknown stays unknown: $platform, $followers', ({ platform, followers, basis }) => {
    expect(typeOf(account(platform, followers))).toMatchObject({ value: null, basis })
  })

  test('what a person set stands, celebrity too', () => {
    const set = { value: 'celebrity' as const, basis: 'set by Anna' }
    expect(withType({ ...account('douyin', 100), creatorType: set }).creatorType).toEqual(set)
  })

  test('what was worked out from fewer followers is worked out again', () => {
    const before = typeOf(account('douyin', 99_999))
    expect(typeOf(account('douyin', 2_000_000, { creatorType: before }))).toMatchObject({ value: 'kol' })
  })

  test('an assumed threshold says so', () => {
    expect(typeOf(account('weibo', 10)).basis).toContain('[A]')
    expect(typeOf(account('xiaohongshu', 10)).basis).not.toContain('[A]')
  })

  test('property: no number of followers makes a celebrity, and more followers never make a smaller type', () => {
    const rank = { koc: 0, micro: 1, kol: 2, celebrity: 3 }
    fc.assert(
      fc.property(fc.constantFrom('xiaohongshu', 'douyin', 'kuaishou', 'weibo', 'bilibili'), fc.nat(), fc.nat(), (platform, a, b) => {
        const types = [Math.min(a, b), Math.max(a, b)].map((followers) => typeOf(account(platform, followers, BUYER)).value ?? 'celebrity')
        expect(types).not.toContain('celebrity')
        expect(rank[types[0] ?? 'koc']).toBeLessThanOrEqual(rank[types[1] ?? 'koc'])
      }),
    )
  })
})

describe('a KOC is a normal buyer, not a small account', () => {
  const small = (known: Partial<AccountInput>) => typeOf(account('xiaohongshu', 4_200, known))

  test('so few followers alone are no KOC, and the basis names what is missing', () => {
    const { value, basis, basisZh } = small({})
    expect(value).toBeNull()
    for (const part of ['4,200 followers', 'agency (MCN)', 'prices', 'sponsored posts', 'own shop', 'a person has to set the type'])
      expect(basis).toContain(part)
    for (const part of ['素人', '未掌握', '须由人工设定']) expect(basisZh).toContain(part)
  })

  test('two signs and nothing against it', () => {
    const { value, basis, basisZh } = small(BUYER)
    expect(value).toBe('koc')
    expect(basis).toContain('signs of a normal buyer: no agency, highest listed price CNY 300.00')
    expect(basisZh).toContain('普通消费者迹象：未签约 MCN、最高刊例价 ¥300.00')
  })

  test('one sign is too few', () => {
    expect(small({ mcn: 'none' }).value).toBeNull()
  })

  test.each([
    { why: 'an agency', known: { ...BUYER, commerce: shop(false), mcn: '示例文化' }, seen: 'signed with an agency' },
    {
      why: 'a price over what ordinary people take',
      known: { ...BUYER, commerce: shop(false), quotes: [quote(80_001)] },
      seen: 'CNY 800.01',
    },
    { why: 'mostly sponsored posts', known: { ...BUYER, posts: sponsored(4, 10) }, seen: '40% of the posts sponsored' },
    { why: 'a shop', known: { ...BUYER, commerce: shop(true) }, seen: 'runs a shop' },
    { why: 'sales in lives', known: { ...BUYER, commerce: lives([0, 50_000]) }, seen: 'sells in lives' },
    { why: 'the badge of a business', known: { ...BUYER, verification: '企业认证' }, seen: 'verified as a business' },
  ])('against it: $why', ({ known, seen }) => {
    expect(small(known)).toMatchObject({ value: null, basis: expect.stringContaining(`against it: ${seen}`.slice(0, 11)) })
    expect(small(known).basis).toContain(seen)
    expect(small(known).basis).toContain('no normal buyer')
  })

  const sign = (known: Partial<AccountInput>) => BUYER_SIGNS.map((read) => read(account('xiaohongshu', 1, known)).isBuyer)
  test.each([
    { why: 'nothing held', known: {}, signs: [null, null, null, null, null, null] },
    { why: 'a dash for no agency', known: { mcn: '--' }, signs: [true, null, null, null, null, null] },
    { why: 'a price at the edge', known: { quotes: [quote(80_000)] }, signs: [null, true, null, null, null, null] },
    { why: 'one post in five sponsored', known: { posts: sponsored(1, 5) }, signs: [null, null, true, null, null, null] },
    { why: 'too few posts to tell', known: { posts: sponsored(4, 4) }, signs: [null, null, null, null, null, null] },
    { why: 'no shop', known: { commerce: shop(false) }, signs: [null, null, null, true, null, null] },
    { why: 'lives that sold nothing', known: { commerce: lives([0, 0]) }, signs: [null, null, null, null, true, null] },
    { why: 'the badge of a person', known: { verification: '美妆博主' }, signs: [null, null, null, null, null, null] },
    { why: 'no badge', known: { verification: '未认证' }, signs: [null, null, null, null, null, true] },
  ])('signs, $why', ({ known, signs }) => expect(sign(known)).toEqual(signs))

  test('property: what speaks against it never makes a KOC, and without enough signs nothing does', () => {
    const facts = fc.record({
      mcn: fc.constantFrom(null, '无', '示例文化'),
      quotes: fc.constantFrom<Account['quotes'][]>([], [quote(30_000)], [quote(900_000)]),
      commerce: fc.constantFrom(shop(null), shop(true), shop(false)),
      verification: fc.constantFrom(null, '无', '企业认证'),
      posts: fc.constantFrom([], sponsored(0, 6), sponsored(6, 6)),
    })
    fc.assert(
      fc.property(facts, (known) => {
        const signs = sign(known)
        const isFit = !signs.includes(false) && signs.filter((one) => one === true).length >= LEAST_BUYER_SIGNS
        expect(small(known).value).toBe(isFit ? 'koc' : null)
      }),
    )
  })
})

describe('the tier table can be replaced', () => {
  const source = { en: 'our own review', zh: '自行核定' }
  const row = {
    platforms: ['zhihu' as const],
    type: 'micro' as const,
    tier: 'junior' as const,
    fromFollowers: 1_000,
    source,
    grade: 'A' as const,
  }
  const own = tierTableSchema.parse({ version: 'ours-1', rows: [{ ...row, platforms: ['zhihu', 'douyin'] }] })

  test('its rows count, the rows of platforms it does not name stay, and the basis names its version', () => {
    const tiers = replaceTiers(own)
    expect(typeOf(account('zhihu', 1_000), tiers)).toMatchObject({ value: 'micro', basis: expect.stringContaining('tiers ours-1') })
    expect(typeOf(account('douyin', 9_000_000), tiers).value).toBe('micro')
    expect(typeOf(account('xiaohongshu', 500_000), tiers).value).toBe('kol')
  })

  test('below all of its rows nothing is known', () => {
    expect(typeOf(account('douyin', 999), replaceTiers(own))).toMatchObject({
      value: null,
      basis: expect.stringContaining('below every tier'),
    })
  })

  test('a type from the shipped table gives way to the own one; a person’s does not', () => {
    const shipped = typeOf(account('douyin', 2_000_000))
    expect(typeOf(account('douyin', 2_000_000, { creatorType: shipped }), replaceTiers(own)).value).toBe('micro')
    const set = { value: 'kol' as const, basis: 'set by Anna' }
    expect(typeOf(account('douyin', 5_000, { creatorType: set }), replaceTiers(own)).value).toBe('kol')
  })

  test.each([
    { why: 'celebrity by followers', rows: [{ ...row, type: 'celebrity' }] },
    { why: 'no source', rows: [{ ...row, source: undefined }] },
    { why: 'no grade', rows: [{ ...row, grade: undefined }] },
    { why: 'a platform that does not exist', rows: [{ ...row, platforms: ['myspace'] }] },
    { why: 'a tier twice', rows: [row, { ...row, fromFollowers: 5 }] },
    { why: 'a smaller tier above a larger one', rows: [row, { ...row, tier: 'mid', fromFollowers: 900 }] },
    { why: 'no rows', rows: [] },
  ])('refused: $why', ({ rows }) => {
    expect(tierTableSchema.safeParse({ version: 'x', rows }).success).toBe(false)
  })

  test('the shipped table is one, and every row carries its source', () => {
    expect(tierTableSchema.parse(TIERS)).toEqual(TIERS)
    expect(TIERS.rows.filter(({ source: from }) => from.en.trim() === '' || from.zh.trim() === '')).toEqual([])
  })
})

describe('names of what files bring', () => {
  test.each([
    { source: 'xingtu.search price_1_20 (CNY, proved)', en: 'Xingtu search price_1_20 (CNY, proved)', zh: '星图达人搜索，单位元，已核实' },
    {
      source: 'agency.list 报备视频 (CNY, unproved)',
      en: 'agency list 报备视频 (CNY, unproved)',
      zh: '机构提报表，报备视频，单位元，未核实',
    },
    { source: 'contract', en: 'contract', zh: '合同' },
    { source: 'a phone call', en: 'a phone call', zh: 'a phone call' },
    { source: '', en: '', zh: '' },
  ])('source "$source"', ({ source, en, zh }) => expect(nameSource(source)).toEqual({ en, zh }))

  test.each([
    { format: 'video_1_20s', en: 'video 1–20 s', zh: '1–20 秒视频' },
    { format: 'hologram', en: 'hologram', zh: 'hologram' },
    { format: 'toString', en: 'toString', zh: 'toString' },
  ])('format $format', ({ format, en, zh }) => expect(nameFormat(format)).toEqual({ en, zh }))
})
