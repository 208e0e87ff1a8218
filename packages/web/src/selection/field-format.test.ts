import { describe, expect, test } from 'vitest'
import { formatCopied, formatLimit, parseLimit } from './field-format.ts'

describe('limits of a range', () => {
  test.each([
    { unit: 'count', text: '12000', value: 12_000 },
    { unit: 'count', text: '12,000', value: 12_000 },
    { unit: 'count', text: '1.2万', value: 12_000 },
    { unit: 'count', text: '5w', value: 50_000 },
    { unit: 'count', text: '１０Ｋ', value: 10_000 },
    { unit: 'count', text: '2亿', value: 200_000_000 },
    { unit: 'count', text: '0', value: 0 },
    { unit: 'fen', text: '300', value: 30_000 },
    { unit: 'fen', text: '¥1.5万', value: 1_500_000 },
    { unit: 'share', text: '4%', value: 0.04 },
    { unit: 'share', text: '4.5', value: 0.045 },
    { unit: 'day', text: '1970-01-02', value: 1 },
  ] as const)('$unit: $text', ({ unit, text, value }) => {
    expect(parseLimit(unit, text)).toBeCloseTo(value, 10)
  })

  test.each([
    { unit: 'count', text: '' },
    { unit: 'count', text: 'many' },
    { unit: 'count', text: '5%' },
    { unit: 'count', text: '-5' },
    { unit: 'fen', text: 'free' },
    { unit: 'share', text: '4万' },
    { unit: 'day', text: '2026-13-01' },
    { unit: 'day', text: 'yesterday' },
  ] as const)('$unit: "$text" is no limit', ({ unit, text }) => {
    expect(parseLimit(unit, text)).toBeNull()
  })

  test.each([
    { unit: 'count', value: 50_000, zh: '5万', en: '50k' },
    { unit: 'fen', value: 30_000, zh: '¥300', en: '¥300' },
    { unit: 'share', value: 0.045, zh: '4.5%', en: '4.5%' },
    { unit: 'day', value: 20_000, zh: '2024-10-04', en: '2024-10-04' },
  ] as const)('$unit $value is written $zh', ({ unit, value, zh, en }) => {
    expect(formatLimit(unit, value, 'zh')).toBe(zh)
    expect(formatLimit(unit, value, 'en')).toBe(en)
  })
})

describe('a number copied into a spreadsheet', () => {
  test.each([
    ['priceFen', 1_680_050, '16800.5', 'fen are yuan there'],
    ['cpmFen', 13_736.4, '137.364', 'a rate too'],
    ['interactRate', 0.069, '6.9%', 'a share is a percentage'],
    ['followers', 186_400, '186400', 'a count stays whole'],
    ['cpeFen', null, '', 'unknown is an empty cell, not 0'],
  ] as const)('%s %s is %s: %s', (field, value, text, _why) => expect(formatCopied(field, value)).toBe(text))
})
