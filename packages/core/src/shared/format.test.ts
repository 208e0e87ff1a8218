import { describe, expect, test } from 'vitest'
import { formatCount, formatFen, formatShare } from './index.ts'

describe('counts', () => {
  test.each([
    { value: null, en: 'unknown', zh: '未知' },
    { value: 0, en: '0', zh: '0' },
    { value: 999, en: '999', zh: '999' },
    { value: 999.94, en: '999.9', zh: '999.9' },
    { value: 999.96, en: '1k', zh: '1,000' },
    { value: 999_949, en: '999.9k', zh: '100万' },
    { value: 1000, en: '1k', zh: '1,000' },
    { value: 9_499, en: '9.5k', zh: '9,499' },
    { value: 9_499.9, en: '9.5k', zh: '9,499.9' },
    { value: 10_000, en: '10k', zh: '1万' },
    { value: 123_456, en: '123.5k', zh: '12.3万' },
    { value: 1_250_000, en: '1.3M', zh: '125万' },
    { value: 99_999_999, en: '100M', zh: '1亿' },
    { value: 123_400_000, en: '123.4M', zh: '1.2亿' },
    { value: 2_000_000_000, en: '2B', zh: '20亿' },
    { value: -15_000, en: '-15k', zh: '-1.5万' },
  ])('$value', ({ value, en, zh }) => {
    expect([formatCount(value, 'en'), formatCount(value, 'zh')]).toEqual([en, zh])
  })
})

describe('fen', () => {
  test.each([
    { value: null, en: 'unknown', zh: '未知' },
    { value: 0, en: 'CNY 0.00', zh: '¥0.00' },
    { value: 5, en: 'CNY 0.05', zh: '¥0.05' },
    { value: 123_456_789, en: 'CNY 1,234,567.89', zh: '¥1,234,567.89' },
    { value: -100_000, en: '-CNY 1,000.00', zh: '-¥1,000.00' },
  ])('$value', ({ value, en, zh }) => {
    expect([formatFen(value, 'en'), formatFen(value, 'zh')]).toEqual([en, zh])
  })
})

describe('shares', () => {
  test.each([
    { value: null, en: 'unknown', zh: '未知' },
    { value: 0, en: '0%', zh: '0%' },
    { value: 0.4249, en: '42.5%', zh: '42.5%' },
    { value: 1, en: '100%', zh: '100%' },
  ])('$value', ({ value, en, zh }) => {
    expect([formatShare(value, 'en'), formatShare(value, 'zh')]).toEqual([en, zh])
  })
})
