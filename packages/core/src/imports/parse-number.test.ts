import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmptyCell, readNumber } from './parse-number.ts'

const value = (number: number, isPercent = false) => ({ kind: 'value', value: number, isPercent })
const range = (low: number | null, high: number | null, isPercent = false) => ({ kind: 'range', low, high, isPercent })
const missing = { kind: 'missing' }
const unparsable = { kind: 'unparsable' }

describe('numbers as exports print them', () => {
  test.each([
    { cell: '1.2万', read: value(12_000) },
    { cell: '3w', read: value(30_000) },
    { cell: '3W', read: value(30_000) },
    { cell: '1.5k', read: value(1500) },
    { cell: '2千', read: value(2000) },
    { cell: '1.1亿', read: value(110_000_000) },
    { cell: '3百万', read: value(3_000_000) },
    { cell: '12,345', read: value(12_345) },
    { cell: '1,234,567.5', read: value(1_234_567.5) },
    { cell: '１２，３４５', read: value(12_345) },
    { cell: '¥1,200', read: value(1200) },
    { cell: '1200元', read: value(1200) },
    { cell: ' 87.6 ', read: value(87.6) },
    { cell: '42.64%', read: value(0.4264, true) },
    { cell: '５０％', read: value(0.5, true) },
    { cell: '0', read: value(0) },
    { cell: 0, read: value(0) },
    { cell: 0.357, read: value(0.357) },
    { cell: '5.2e3', read: value(5200) },
    { cell: '-0.5', read: value(-0.5) },
    { cell: '0.012356257311739623', read: value(0.012356257311739623) },
  ])('$cell is a value', ({ cell, read }) => {
    expect(readNumber(cell)).toEqual(read)
  })

  test.each([
    { cell: '50万-100万', read: range(500_000, 1_000_000), why: 'both ends carry their unit' },
    { cell: '50-100万', read: range(500_000, 1_000_000), why: 'one unit for both ends' },
    { cell: '1k-3w', read: range(1000, 30_000), why: 'a unit each' },
    { cell: '80-400', read: range(80, 400), why: 'plain' },
    { cell: '>100w', read: range(1_000_000, null), why: 'open above' },
    { cell: '150以上', read: range(150, null), why: 'open above in words' },
    { cell: '10万+', read: range(100_000, null), why: 'open above with a plus' },
    { cell: '<=1k', read: range(0, 1000), why: 'open below' },
    { cell: '<500', read: range(0, 500), why: 'open below, strict' },
    { cell: '5以下', read: range(0, 5), why: 'open below in words' },
    { cell: '4%-6%', read: range(0.04, 0.06, true), why: 'percent' },
    { cell: '18~24', read: range(18, 24), why: 'tilde' },
  ])('$cell is a range, never a mid-point: $why', ({ cell, read }) => {
    expect(readNumber(cell)).toEqual(read)
  })

  test.each(['', '-', '--', '—', '空', '暂无', '未收录', '无', '-1', -1, null, undefined, 'N/A', '#N/A'])(
    '%s is not known, not zero',
    (cell) => {
      expect(readNumber(cell)).toEqual(missing)
    },
  )

  test('-1 is a number where a number can be negative', () => {
    expect(readNumber('-1', { signed: true })).toEqual(value(-1))
    expect(readNumber(-1, { signed: true })).toEqual(value(-1))
  })

  test.each(['很多', '12abc', '1,23', '1.2.3', '100-50', Number.NaN, Infinity, true, {}, '12 个'])(
    '%s is unparsable, not a guess',
    (cell) => {
      expect(readNumber(cell)).toEqual(unparsable)
    },
  )

  test('property: a plain number printed is that number read', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        fc.pre(number !== -1)
        expect(readNumber(String(number))).toMatchObject({ kind: 'value', value: number === 0 ? expect.closeTo(0) : number })
      }),
    )
  })

  test('property: thousands commas and full-width digits change nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), (number) => {
        const commas = number.toLocaleString('en-US')
        const wide = String(number).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        expect([readNumber(commas), readNumber(wide)]).toEqual([value(number), value(number)])
      }),
    )
  })

  test('property: 万 with two decimals is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e7 }), (hundreds) => {
        expect(readNumber(`${(hundreds / 100).toFixed(2)}万`)).toEqual(value(hundreds * 100))
      }),
    )
  })

  test('property: a range keeps its ends in order and never becomes a value', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        expect(readNumber(`${low}-${high}`)).toEqual(range(low, high))
        expect(readNumber(`${high + 1}-${low}`)).toEqual(unparsable)
      }),
    )
  })

  test('property: no text throws, and only empties are missing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readNumber(text).kind === 'missing').toBe(
          isEmptyCell(text) || readNumber(text, { signed: true }).kind !== readNumber(text).kind,
        )
      }),
    )
  })
})
