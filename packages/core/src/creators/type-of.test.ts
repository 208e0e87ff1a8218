import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatExact } from '../shared/index.ts'
import { newAccount, TIERS, typeOf, withType } from './index.ts'

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
