import { describe, expect, test } from 'vitest'
import { newQuote, type Quote } from '../creators/index.ts'
import { feeRoomOf } from './choose-quote.ts'
import { FEE_TABLE, feeRowOf, feeTableSchema, type FeeTable } from './fee-table.ts'

const table: FeeTable = {
  version: 'ours',
  rows: [
    { platform: null, share: 0.08, source: '自行核定' },
    { platform: 'douyin', share: 0.05, source: '示例·平台公告' },
    { platform: 'bilibili', share: 0, source: '示例·平台公告' },
  ],
}
const others = { platform: null, share: 0.1, source: '[A]' }
const quote = (known: Partial<Quote> = {}) => newQuote({ format: 'note_image', listFen: 1_000_000, source: 'agency.list', ...known })

test('the shipped table is one row, of ours and marked as such', () => {
  expect(feeTableSchema.parse(FEE_TABLE)).toEqual(FEE_TABLE)
  expect(feeRowOf(FEE_TABLE, 'xiaohongshu')).toEqual(others)
})

test.each([
  ['douyin', 0.05],
  ['bilibili', 0],
  ['xiaohongshu', 0.08],
  ['a platform nobody knows', 0.08],
])('%s takes its own share, else that of all others', (platform, share) => expect(feeRowOf(table, platform).share).toBe(share))

test('a table without rows keeps room all the same', () => expect(feeRowOf({ version: 'empty', rows: [] }, 'douyin')).toEqual(others))

describe('a table', () => {
  test.each([
    ['without a row for the others', { ...table, rows: table.rows.slice(1) }, /no row for the other platforms/],
    ['that names a platform twice', { ...table, rows: [...table.rows, ...table.rows.slice(1, 2)] }, /names a platform twice/],
    ['with a share below nought', { ...table, rows: [{ ...others, share: -0.01 }] }, /./],
    ['with a share above one', { ...table, rows: [{ ...others, share: 1.01 }] }, /./],
    ['with no number', { ...table, rows: [{ ...others, share: Number.NaN }] }, /./],
    ['without a source', { ...table, rows: [{ ...others, source: ' ' }] }, /./],
    ['of a platform there is not', { ...table, rows: [others, { ...others, platform: 'fleamarket' }] }, /./],
  ])('%s is refused', (_, bad, why) => {
    const { error } = feeTableSchema.safeParse(bad)
    expect(error?.message).toMatch(why)
  })
})

describe('the room kept for a fee', () => {
  test.each([
    ['douyin', 1_000_000, 50_000],
    ['bilibili', 1_000_000, 0],
    ['xiaohongshu', 1_000_001, 80_001],
  ])('on %s for %i fen is %i, rounded up', (platform, costFen, room) =>
    expect(feeRoomOf({ quote: quote(), costFen }, feeRowOf(table, platform))).toBe(room),
  )
  test('is none where the quote states the fee, were it nought', () => {
    expect(feeRoomOf({ quote: quote({ platformFee: 0 }), costFen: 1_000_000 }, feeRowOf(table, 'douyin'))).toBe(0)
  })
})
