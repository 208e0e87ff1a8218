import { describe, expect, test } from 'vitest'
import { readShareText } from '@kolibra/core/imports'
import { parseCount, parseNumber } from '../ui/parse-number.ts'
import { accountOf, BLANK_CREATOR, fillFromShare } from './typed-creator.ts'

const by = { basis: 'typed by a person', source: 'typed' }

test.each([
  ['12,300', 12_300],
  ['1.2万', 12_000],
  ['3w', 30_000],
  ['2亿', 200_000_000],
  ['3k', 3000],
  ['0', 0],
  ['', null],
  ['many', null],
  ['-4', null],
])('parseCount(%j) is %s', (text, count) => expect(parseCount(text)).toBe(count))

test.each([
  ['1.1万', 11_000],
  ['12.5', 12.5],
  ['-0.5k', -500],
  ['1，200', 1200],
  ['about 5', null],
])('parseNumber(%j) is %s', (text, number) => expect(parseNumber(text)).toBe(number))

describe('fillFromShare', () => {
  const fill = (text: string, form = BLANK_CREATOR, before = '') => fillFromShare(form, readShareText(before), readShareText(text))
  const ALI = '7.43 复制打开抖音，看看【示例阿梨】 https://v.douyin.com/iDemo12/'

  test('a profile link fills platform and id', () =>
    expect(fill('https://space.bilibili.com/1234567')).toEqual({ ...BLANK_CREATOR, platform: 'bilibili', accountId: '1234567' }))

  test('a share text fills the name; its short link is the id of last resort, and the account can be sent', () => {
    const form = fill(ALI)
    expect(form).toMatchObject({ platform: 'douyin', displayName: '示例阿梨', accountId: 'link:v.douyin.com/iDemo12' })
    expect(accountOf(form, by)).toMatchObject({ platform: 'douyin', accountId: 'link:v.douyin.com/iDemo12' })
  })

  test('a link to a post names no account: what was typed stays', () =>
    expect(fill('https://www.bilibili.com/video/BV1demo4y1x7', { ...BLANK_CREATOR, accountId: '42', displayName: '示例' })).toMatchObject({
      platform: 'bilibili',
      accountId: '42',
      displayName: '示例',
    }))

  test('a second text replaces all that the first one filled in: no name of one person beside the id of another', () => {
    const first = fill(ALI)
    expect(fill('https://space.bilibili.com/1234567', first, ALI)).toEqual({
      ...BLANK_CREATOR,
      platform: 'bilibili',
      accountId: '1234567',
    })
    expect(fill('https://www.bilibili.com/video/BV1demo4y1x7', { ...first, accountId: 'typed' }, ALI)).toMatchObject({
      accountId: '',
      displayName: '',
    })
  })

  test('a text that is not recognised clears what the last one filled in, so nobody is added by it; other fields stay', () => {
    const cleared = fill('nobody reads this', { ...fill(ALI), followers: '1.2万' }, ALI)
    expect(cleared).toEqual({ ...BLANK_CREATOR, followers: '1.2万' })
    expect(accountOf(cleared, by)).toBeNull()
  })

  test('what was typed stays while no text was recognised, and while the text says the same', () => {
    const typed = { ...BLANK_CREATOR, accountId: '42' }
    expect(fill('nobody reads this', typed)).toEqual(typed)
    const mended = { ...fill(ALI), accountId: 'mended' }
    expect(fill(`${ALI} `, mended, ALI)).toEqual(mended)
  })
})

describe('accountOf', () => {
  test('needs an account id and nothing else; unknown stays unknown', () => {
    expect(accountOf(BLANK_CREATOR, by)).toBeNull()
    expect(accountOf({ ...BLANK_CREATOR, accountId: ' a1 ' }, by)).toEqual({
      platform: 'xiaohongshu',
      accountId: 'a1',
      displayName: null,
      followers: null,
      region: null,
      creatorType: null,
      quotes: [],
    })
  })
  test('a type set by a person says so; a price is whole fen with its source', () => {
    const account = accountOf({ ...BLANK_CREATOR, accountId: 'a', type: 'celebrity', priceYuan: '1.5万', priceFormat: '视频' }, by)
    expect(account?.creatorType).toEqual({ value: 'celebrity', basis: 'typed by a person' })
    expect(account?.quotes?.[0]).toMatchObject({ format: '视频', listFen: 1_500_000, netFen: null, source: 'typed' })
  })
  test.each([{ followers: 'many' }, { priceYuan: 'cheap' }])('%j is not sent', (wrong) =>
    expect(accountOf({ ...BLANK_CREATOR, accountId: 'a', ...wrong }, by)).toBeNull(),
  )
})
