import { describe, expect, test } from 'vitest'
import { accountOf, BLANK_CREATOR, parseCount } from './typed-creator.ts'

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
