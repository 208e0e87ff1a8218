import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PastResult } from '../campaigns/index.ts'
import { drawEvents, drawSales, type DrawnEvents, type MissingRate } from './draw-events.ts'
import type { HeldResults } from './event-rates.ts'
import { COUNTED_EVENTS } from './rate-table.ts'

const DRAWS = 8000
const flat = (views: number) => new Float64Array(DRAWS).fill(views)
const past = (row: Partial<PastResult> = {}): PastResult => ({ source: '示例 618', views: 1_000_000, ...row })

function known(drawn: DrawnEvents | MissingRate): DrawnEvents {
  if ('missing' in drawn) throw new Error(drawn.missing.en)
  return drawn
}
const meanOf = ({ draws }: DrawnEvents) => draws.reduce((sum, count) => sum + count, 0) / draws.length
const at = ({ draws }: DrawnEvents, p: number) => draws.toSorted()[Math.floor(p * DRAWS)] ?? Number.NaN

describe('what views bring', () => {
  test('the mean is that of the counts, pulled a little to what is assumed', () => {
    const drawn = known(drawEvents('newFollowers', flat(100_000), { held: { pastResults: [past({ newFollowers: 3000 })] }, seed: 1 }))
    // 16 of 3,000 counted weigh in: (2 + 16) / (2,000 + 5,333) per view.
    expect(meanOf(drawn) / 245.5).toBeCloseTo(1, 1)
    expect(drawn.basis).toBe('own')
  })

  test('one small campaign of its own outweighs the assumption', () => {
    const held = { pastResults: [past({ newFollowers: 10, views: 100_000 })] }
    expect(meanOf(known(drawEvents('newFollowers', flat(100_000), { held, seed: 1 })))).toBeLessThan(15)
  })

  test('an assumed rate makes a wide range', () => {
    const drawn = known(drawEvents('newFollowers', flat(1_000_000), { held: {}, seed: 1 }))
    expect(drawn.basis).toBe('assumed')
    expect(at(drawn, 0.9) / at(drawn, 0.1)).toBeGreaterThan(5)
  })

  test('mentions without a count are not drawn, and the missing input is named', () => {
    const drawn = drawEvents('mentions', flat(1000), { held: {}, seed: 1 })
    expect('missing' in drawn && drawn.missing.en).toContain('pastResults')
    expect('missing' in drawn && drawn.missing.zh).toContain('往期结果')
  })

  test('orders: counted ones directly, else orders of clicks', () => {
    const counted = known(drawEvents('orders', flat(1_000_000), { held: { pastResults: [past({ orders: 400 })] }, seed: 1 }))
    expect(counted.basis).toBe('own')
    expect(meanOf(counted) / 412).toBeCloseTo(1, 1)
    const funnel = known(drawEvents('orders', flat(1_000_000), { held: { pastResults: [past({ clicks: 8000 })] }, seed: 1 }))
    expect(funnel.basis).toBe('assumed')
    expect(funnel.because).toHaveLength(2)
    // 0.82 % clicks, 2 % of them orders.
    expect(meanOf(funnel) / 164).toBeCloseTo(1, 0)
  })

  test('no view brings nothing; never below nil, never part of one', () => {
    const views = fc.array(fc.constantFrom(0, 1, 900, 1e6, 3e8), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(views, fc.constantFrom(...COUNTED_EVENTS), fc.integer({ min: 0, max: 99 }), (list, event, seed) => {
        const held: HeldResults = { pastResults: [past({ mentions: 3, clicks: 500 })] }
        const { draws } = known(drawEvents(event, Float64Array.from(list), { held, seed }))
        draws.forEach((count, draw) => {
          expect(Number.isInteger(count) && count >= 0).toBe(true)
          if (list[draw] === 0) expect(count).toBe(0)
        })
        expect(known(drawEvents(event, Float64Array.from(list), { held, seed })).draws).toEqual(draws)
      }),
    )
  })
})

describe('sales', () => {
  const orderValue = { fen: 15_000, refundShare: 0.2, source: '店铺后台' }

  test('orders times what one is worth, less refunds', () => {
    const held = { pastResults: [past({ orders: 400 })], orderValue }
    const question = { held, seed: 5 }
    const [orders, sales] = [known(drawEvents('orders', flat(500_000), question)), known(drawSales(flat(500_000), question))]
    expect(sales.draws[7]).toBeCloseTo((orders.draws[7] ?? 0) * 120, 9)
    expect(sales.basis).toBe('own')
    expect(sales.because.map(({ en }) => en).join(' ')).toContain('One order is worth CNY 150 (店铺后台). 20% of it is paid back.')
  })

  test('assumed refunds are marked and make it an assumption', () => {
    const held = { pastResults: [past({ orders: 400 })], orderValue: { ...orderValue, refundShare: null } }
    const sales = known(drawSales(flat(500_000), { held, seed: 5 }))
    expect(sales.basis).toBe('assumed')
    expect(sales.because.at(-1)?.en).toBe('20% of it is paid back [A].')
  })

  test('without what an order is worth there is no sum, and the reason says so', () => {
    const drawn = drawSales(flat(1000), { held: { pastResults: [past({ orders: 4 })] }, seed: 1 })
    expect('missing' in drawn && drawn.missing.en).toContain('orderValue')
  })
})
