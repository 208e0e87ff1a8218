import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCount, formatFen, formatShare, type Language } from './index.ts'

const both = (format: (value: number, language: Language) => string, value: number) => [format(value, 'en'), format(value, 'zh')]

describe('counts at the edge of a step', () => {
  test.each([
    { why: 'a number that fits is not rounded away', value: 9_999, en: '10k', zh: '9,999' },
    { why: 'the first of 万', value: 10_000, en: '10k', zh: '1万' },
    { why: 'half a tenth below rounds up to the step', value: 9_999.95, en: '10k', zh: '1万' },
    { why: 'near miss: just under that', value: 9_999.94, en: '10k', zh: '9,999.9' },
    { why: 'half of the last digit of 万', value: 10_500, en: '10.5k', zh: '1.1万' },
    { why: 'near miss: under half', value: 10_499, en: '10.5k', zh: '1万' },
    { why: 'a tenth of 万 under 亿', value: 99_995_000, en: '100M', zh: '9999.5万' },
    { why: 'the last that still reads 万', value: 99_999_499, en: '100M', zh: '9999.9万' },
    { why: 'the first that rounds up to 亿', value: 99_999_500, en: '100M', zh: '1亿' },
    { why: 'million to billion', value: 999_949_999, en: '999.9M', zh: '10亿' },
    { why: 'the first that rounds up to a billion', value: 999_950_000, en: '1B', zh: '10亿' },
    { why: 'k to M', value: 999_950, en: '1M', zh: '100万' },
    { why: 'no step above the last', value: 12_345_600_000_000, en: '12345.6B', zh: '123456亿' },
    { why: 'a mean with decimals', value: 0.05, en: '0.1', zh: '0.1' },
    { why: 'near zero', value: 0.04, en: '0', zh: '0' },
    { why: 'negative zero has no sign', value: -0, en: '0', zh: '0' },
    { why: 'a small loss that rounds to zero has none either', value: -0.04, en: '0', zh: '0' },
    { why: 'near miss: a loss that is shown', value: -0.06, en: '-0.1', zh: '-0.1' },
    { why: 'a large loss', value: -123_456_789, en: '-123.5M', zh: '-1.2亿' },
  ])('$why: $value', ({ value, en, zh }) => {
    expect(both(formatCount, value)).toEqual([en, zh])
  })

  const worth: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, B: 1e9, 万: 1e4, 亿: 1e8, '': 1 }
  const readBack = (text: string) => {
    const [, figures = '', unit = ''] = /^(-?\d+(?:\.\d)?)(\D?)$/.exec(text) ?? []
    return figures === '' ? null : { value: Number(figures) * (worth[unit] ?? Number.NaN), step: worth[unit] ?? Number.NaN }
  }

  test.each(['en', 'zh'] as const)('property in %s: reads back to within half of the digit shown, and never as 1000k', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), (value) => {
        const text = formatCount(value, language)
        const back = readBack(text)
        expect(back).not.toBeNull()
        expect(Math.abs((back?.value ?? 0) - value)).toBeLessThanOrEqual(0.05 * (back?.step ?? 0) + 1e-6)
        if (language === 'en') expect(text).not.toMatch(/^-?1000[kM]$/)
        if (language === 'zh') expect(text).not.toMatch(/^-?10000万?$/)
      }),
      { numRuns: 500 },
    )
  })

  test.each(['en', 'zh'] as const)('property in %s: the sign of a count only puts a minus before it', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000_000 }), (value) => {
        expect(formatCount(-value, language)).toBe(`-${formatCount(value, language)}`)
      }),
    )
  })
})

describe('fen at the edge', () => {
  test.each([
    { why: 'one fen', value: 1, en: 'CNY 0.01', zh: '¥0.01' },
    { why: 'ten fen keep the zero', value: 10, en: 'CNY 0.10', zh: '¥0.10' },
    { why: 'a yuan', value: 100, en: 'CNY 1.00', zh: '¥1.00' },
    { why: 'below the first comma', value: 99_999, en: 'CNY 999.99', zh: '¥999.99' },
    { why: 'the first comma', value: 100_000, en: 'CNY 1,000.00', zh: '¥1,000.00' },
    { why: 'two commas', value: 100_000_000, en: 'CNY 1,000,000.00', zh: '¥1,000,000.00' },
    { why: 'a refund', value: -1, en: '-CNY 0.01', zh: '-¥0.01' },
    { why: 'a fraction of a fen rounds', value: 0.6, en: 'CNY 0.01', zh: '¥0.01' },
    { why: 'a negative fraction that rounds to nothing has no sign', value: -0.4, en: 'CNY 0.00', zh: '¥0.00' },
    { why: 'negative zero', value: -0, en: 'CNY 0.00', zh: '¥0.00' },
    { why: 'the largest safe sum', value: 9_007_199_254_740_991, en: 'CNY 90,071,992,547,409.91', zh: '¥90,071,992,547,409.91' },
  ])('$why: $value', ({ value, en, zh }) => {
    expect(both(formatFen, value)).toEqual([en, zh])
  })

  test('property: no fen is lost, and commas stand every three figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (value) => {
        const text = formatFen(value, 'zh')
        expect(Number(text.replaceAll(/[^\d-]/g, ''))).toBe(value === 0 ? 0 : value)
        expect(text).toMatch(/^-?¥\d{1,3}(,\d{3})*\.\d{2}$/)
        expect(formatFen(value, 'en')).toBe(text.replace('¥', 'CNY '))
      }),
    )
  })
})

describe('shares at the edge', () => {
  test.each([
    { why: 'a thousandth', value: 0.001, text: '0.1%' },
    { why: 'half of it rounds up', value: 0.0005, text: '0.1%' },
    { why: 'near miss: below half', value: 0.0004, text: '0%' },
    { why: 'nearly all is not all', value: 0.999, text: '99.9%' },
    { why: 'nearer to all than to 99.9 %', value: 0.9996, text: '100%' },
    { why: 'more than all (growth)', value: 1.5, text: '150%' },
    { why: 'a fall', value: -0.125, text: '-12.5%' },
    { why: 'a fall that rounds to nothing', value: -0.0001, text: '0%' },
    { why: 'a third', value: 1 / 3, text: '33.3%' },
  ])('$why: $value', ({ value, text }) => {
    expect(both(formatShare, value)).toEqual([text, text])
  })
})

describe('unknown is a word in each language, never a number', () => {
  test.each([formatCount, formatFen, formatShare])('%o', (format) => {
    expect([format(null, 'en'), format(null, 'zh')]).toEqual(['unknown', '未知'])
    expect(format(0, 'en')).not.toBe('unknown')
  })
})
