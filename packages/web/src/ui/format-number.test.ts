import { describe, expect, test } from 'vitest'
import { formatCount, formatExact, formatFen, formatIn, formatMoment, formatShare, isUnitWritten, parseYuan } from './format-number.ts'

describe('formatCount', () => {
  test.each([
    [0, '0', '0'],
    [3.25, '3.3', '3.3'],
    [999, '999', '999'],
    [9999, '9,999', '9,999'],
    [12_345, '12.3k', '1.2万'],
    [156_000, '156k', '15.6万'],
    [999_499, '999k', '99.9万'],
    [999_500, '1M', '100万'],
    [1_234_567, '1.2M', '123万'],
    [123_456_789, '123M', '1.2亿'],
    [99_999_999, '100M', '1亿'],
    [2_500_000_000, '2.5B', '25亿'],
    [-12_345, '-12.3k', '-1.2万'],
  ])('%d is %s in English and %s in Chinese', (value, en, zh) => {
    expect(formatCount(value, 'en')).toBe(en)
    expect(formatCount(value, 'zh')).toBe(zh)
  })
})

describe('money', () => {
  test.each([
    [0, '¥0'],
    [50, '¥0.50'],
    [123_456, '¥1,234.56'],
    [12_000_000, '¥120,000'],
  ])('%d fen is %s', (fen, text) => expect(formatFen(fen)).toBe(text))

  test.each([
    ['1200', 120_000],
    ['¥1,200.50', 120_050],
    ['20 万', 20_000_000],
    ['1.5万元', 1_500_000],
    ['', null],
    ['-5', null],
    ['about 5', null],
    ['1.234', null],
  ])('%j is %s fen', (text, fen) => expect(parseYuan(text)).toBe(fen))
})

describe('units', () => {
  test('a share is per cent, small shares keep a decimal', () => {
    expect(formatShare(0.0312)).toBe('3.1%')
    expect(formatShare(0.5)).toBe('50%')
    // The gate and the plan say 41.6 % of the same chance.
    expect(formatShare(0.4157)).toBe('41.6%')
  })
  test.each([
    ['fen', 12_300, '¥123'],
    ['CNY', 12.5, '¥12.50'],
    ['CNY per 1000 views', 538.3, '¥538.30'],
    ['share', 0.034, '3.4%'],
    ['%', 3.44, '3.4%'],
    ['views', 12_345, '12.3k'],
  ])('%s', (unit, value, text) => expect(formatIn(unit, value, 'en')).toBe(text))
  test('the exact number keeps its digits', () => expect(formatExact(1_234_567.25)).toBe('1,234,567.25'))
})

describe('formatMoment', () => {
  test('a moment is shown in Shanghai time, over midnight too', () =>
    expect(formatMoment('2026-11-22T17:30:00.000Z')).toBe('2026-11-23 01:30'))
  test('a day stays a day, nothing stays nothing, the unreadable stays itself', () => {
    expect(formatMoment('2026-11-22')).toBe('2026-11-22')
    expect(formatMoment(null)).toBeNull()
    expect(formatMoment('last week')).toBe('last week')
  })
})

test.each(['share', 'ratio', '%', 'percent', 'plays', 'followers', 'index 0–100'])(
  'a unit is named beside a number or written in it, never both: %s',
  (unit) => expect(isUnitWritten(unit)).toBe(formatIn(unit, 0.2, 'en').endsWith('%')),
)
