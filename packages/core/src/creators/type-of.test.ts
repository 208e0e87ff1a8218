import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatExact } from '../shared/index.ts'
import { nameFormat, nameSource, newAccount, TIERS, typeOf, withBasisZh, withType } from './index.ts'

const account = (platform: string, followers: number | null) => newAccount({ platform, accountId: '1', followers })

describe('the type of a creator', () => {
  test.each([
    { platform: 'xiaohongshu', followers: 500_000, value: 'kol' },
    { platform: 'xiaohongshu', followers: 499_999, value: 'micro' },
    { platform: 'xiaohongshu', followers: 5_000, value: 'micro' },
    { platform: 'xiaohongshu', followers: 4_999, value: 'koc' },
    { platform: 'xiaohongshu', followers: 0, value: 'koc' },
    { platform: 'douyin', followers: 1_000_000, value: 'kol' },
    { platform: 'douyin', followers: 999_999, value: 'micro' },
    { platform: 'weibo', followers: 1_000_000, value: 'micro' },
    { platform: 'bilibili', followers: 9_999, value: 'koc' },
  ])('$platform with $followers followers: $value', ({ platform, followers, value }) => {
    expect(typeOf(account(platform, followers))).toMatchObject({ value, basis: expect.stringContaining(formatExact(followers)) })
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

  test.each([
    { why: 'worked out here: known again', followers: 120_000, basis: typeOf(account('douyin', 120_000)).basis, zh: /^粉丝 12万：/ },
    { why: 'of an older count: left alone', followers: 130_000, basis: typeOf(account('douyin', 120_000)).basis, zh: undefined },
    { why: 'a person’s words', followers: 120_000, basis: 'set by Anna', zh: undefined },
  ])('the Chinese of a basis kept without it, $why', ({ followers, basis, zh }) => {
    const { basisZh } = withBasisZh(account('douyin', followers), { value: 'micro', basis })
    if (zh === undefined) expect(basisZh).toBeUndefined()
    else expect(basisZh).toMatch(zh)
  })

  test('an assumed threshold says so', () => {
    expect(typeOf(account('weibo', 10)).basis).toContain('[A]')
    expect(typeOf(account('xiaohongshu', 10)).basis).not.toContain('[A]')
  })

  test('property: no number of followers makes a celebrity, and more followers never make a smaller type', () => {
    const rank = { koc: 0, micro: 1, kol: 2, celebrity: 3 }
    fc.assert(
      fc.property(fc.constantFrom('xiaohongshu', 'douyin', 'kuaishou', 'weibo', 'bilibili'), fc.nat(), fc.nat(), (platform, a, b) => {
        const types = [Math.min(a, b), Math.max(a, b)].map((followers) => typeOf(account(platform, followers)).value ?? 'celebrity')
        expect(types).not.toContain('celebrity')
        expect(rank[types[0] ?? 'koc']).toBeLessThanOrEqual(rank[types[1] ?? 'koc'])
      }),
    )
  })

  test('every row of the table carries its source', () => {
    expect(TIERS.rows.filter(({ source }) => source.en.trim() === '' || source.zh.trim() === '')).toEqual([])
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
