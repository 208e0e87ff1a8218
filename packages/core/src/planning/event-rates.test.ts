import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PastResult } from '../campaigns/index.ts'
import { rateOf, worthOf } from './event-rates.ts'
import { ASSUMED_RATES, MOST_EVENTS, NO_BELIEF } from './rate-table.ts'

const past = (known: Partial<PastResult> = {}): PastResult => ({ source: '示例 618', views: 60_000, ...known })

describe('events per view', () => {
  test('what earlier campaigns counted is added up, with its sources', () => {
    const rate = rateOf('newFollowers', {
      pastResults: [past({ newFollowers: 4 }), past({ newFollowers: 6, views: 40_000, source: '示例 双11' }), past({ mentions: 9 })],
    })
    expect(rate).toMatchObject({ basis: 'own', counted: { events: 10, views: 100_000 }, prior: ASSUMED_RATES.newFollowers })
    expect(rate?.because.en).toBe('10 new followers in 100,000 views counted before (示例 618; 示例 双11).')
    expect(rate?.because.zh).toContain('示例 双11')
  })

  test.each([
    { why: 'nothing held', held: {} },
    { why: 'no campaign counted it', held: { pastResults: [past({ orders: 3 })] } },
    { why: 'an unknown is not nil', held: { pastResults: [past({ newFollowers: null })] } },
  ])('$why: assumed, and marked', ({ held }) => {
    const rate = rateOf('newFollowers', held)
    expect(rate).toMatchObject({ basis: 'assumed', counted: { events: 0, views: 0 } })
    expect(rate?.because.en).toContain('[A]')
    expect(rate?.because.zh).toContain('[A]')
  })

  test.each(['mentions', 'orders'] as const)('%s: nobody can say without a count', (event) => {
    expect(rateOf(event, {})).toBeNull()
    expect(rateOf(event, { pastResults: [past({ [event]: 0 })] })).toMatchObject({ basis: 'own', prior: NO_BELIEF })
  })

  test('a counted nil is a count: the rate falls below what is assumed', () => {
    const rate = rateOf('newFollowers', { pastResults: [past({ newFollowers: 0 })] })
    expect(rate).toMatchObject({ basis: 'own', counted: { events: 0, views: 60_000 } })
  })

  test('many counts keep their rate and weigh no more than the most', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 1000, max: 1e9 }), (events, views) => {
        const counted = rateOf('clicks', { pastResults: [past({ clicks: events, views })] })?.counted ?? { events: 0, views: 0 }
        expect(counted.events).toBeLessThanOrEqual(MOST_EVENTS + 1e-9)
        expect(counted.events / counted.views / (events / views)).toBeCloseTo(1, 9)
      }),
    )
  })
})

describe('worth of an order', () => {
  const counted = past({ orders: 10, paidFen: 150_000, refundFen: 30_000 })
  const said = { fen: 9900, refundShare: 0.1, source: '店铺后台' }

  test.each([
    { why: 'what was paid over orders', held: { pastResults: [counted] }, cny: 150, refundShare: 0.2 },
    { why: 'counted before said', held: { pastResults: [counted], orderValue: said }, cny: 150, refundShare: 0.2 },
    { why: 'said where nothing was counted', held: { orderValue: said }, cny: 99, refundShare: 0.1 },
    { why: 'said without refunds', held: { orderValue: { ...said, refundShare: null } }, cny: 99, refundShare: null },
    {
      why: 'refunds said, worth counted',
      held: { pastResults: [past({ orders: 1, paidFen: 5000 })], orderValue: said },
      cny: 50,
      refundShare: 0.1,
    },
    {
      why: 'nothing paid back is known',
      held: { pastResults: [past({ orders: 1, paidFen: 5000, refundFen: 0 })] },
      cny: 50,
      refundShare: 0,
    },
    {
      why: 'more paid back than paid is all of it',
      held: { pastResults: [past({ orders: 1, paidFen: 50, refundFen: 90 })] },
      cny: 0.5,
      refundShare: 1,
    },
  ])('$why', ({ held, cny, refundShare }) => expect(worthOf(held)).toMatchObject({ cny, refundShare }))

  test.each([
    { why: 'nothing held', held: {} },
    { why: 'orders without money', held: { pastResults: [past({ orders: 4 })] } },
    { why: 'money without orders', held: { pastResults: [past({ paidFen: 4000 })] } },
    { why: 'no order at all', held: { pastResults: [past({ orders: 0, paidFen: 0 })] } },
  ])('$why: unknown', ({ held }) => expect(worthOf(held)).toBeNull())
})
