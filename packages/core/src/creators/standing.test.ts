import { describe, expect, test } from 'vitest'
import { newestMetric, newMetric, newQuote, standingQuotes, type Metric, type Quote } from './index.ts'

const metric = (known: Partial<Metric>) =>
  newMetric({
    name: 'interactionRate',
    value: 0,
    unit: 'share',
    proof: 'unproved',
    source: 's',
    column: 'c',
    observedAt: null,
    importId: 'i',
    ...known,
  })
const isRate = ({ name }: Metric) => name === 'interactionRate'

describe('which number stands', () => {
  const old = metric({ value: 0.02, observedAt: '2025-01-01', importId: 'old', proof: 'proved' })
  const fresh = metric({ value: 0.08, observedAt: '2026-11-01', importId: 'new' })
  test.each([
    { why: 'the one observed last, though it came first', metrics: [fresh, old], value: 0.08 },
    { why: 'and though the older is proved', metrics: [old, fresh], value: 0.08 },
    { why: 'no date is before every date', metrics: [old, metric({ value: 0.5, importId: 'new' })], value: 0.02 },
    {
      why: 'of two without a date the later import',
      metrics: [metric({ value: 0.1, importId: 'a' }), metric({ value: 0.2, importId: 'b' })],
      value: 0.2,
    },
    { why: 'within an import the proved one', metrics: [metric({ value: 0.1 }), metric({ value: 0.2, proof: 'proved' })], value: 0.2 },
    { why: 'else the first', metrics: [metric({ value: 0.1 }), metric({ value: 0.2 })], value: 0.1 },
    { why: 'a newer unknown says nothing', metrics: [old, metric({ value: null, observedAt: '2026-11-01' })], value: 0.02 },
    {
      why: 'what a person typed over it',
      metrics: [old, metric({ value: 0.9, source: 'typed by 示例', observedAt: '2025-06-01' })],
      value: 0.9,
    },
    { why: 'nothing where nothing fits', metrics: [metric({ name: 'likes', value: 3 })], value: undefined },
  ])('$why', ({ metrics, value }) => {
    expect(newestMetric(metrics, isRate)?.value ?? undefined).toBe(value)
  })
})

describe('which quotes stand', () => {
  const quote = (known: Partial<Quote>) =>
    newQuote({ format: 'note_image', source: 'pugongying.creators 图文报价 (CNY, unproved)', ...known })
  const old = quote({ listFen: 100, observedAt: '2025-01-01' })
  test.each<[why: string, quotes: Quote[], stand: number[]]>([
    ['of one column the newest', [old, quote({ listFen: 500, observedAt: '2026-11-01' })], [500]],
    [
      'also when its unit is proved by now',
      [old, quote({ listFen: 500, observedAt: '2026-11-01', source: 'pugongying.creators 图文报价 (CNY, proved)' })],
      [500],
    ],
    ['of two sources both', [old, quote({ listFen: 500, observedAt: '2026-11-01', source: 'agency.list' })], [100, 500]],
    ['of two formats both', [old, quote({ listFen: 500, observedAt: '2026-11-01', format: 'note_video' })], [100, 500]],
    ['none that has ended', [quote({ listFen: 100, validUntil: '2024-12-31' })], []],
  ])('%s', (_, quotes, stand) => {
    expect(standingQuotes(quotes, '2026-11-27').map(({ listFen }) => listFen)).toEqual(stand)
  })
})
