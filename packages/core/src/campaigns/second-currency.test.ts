import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tellSecond } from './index.ts'

const CHF = { code: 'CHF', ratePerCny: 0.112 } as const

describe('a sum in the second currency', () => {
  test.each([
    { why: 'by hand: CNY 300,000 at 0.112', fen: 30_000_000, says: 'CHF 33,600' },
    { why: 'nothing', fen: 0, says: 'CHF 0' },
    { why: 'rounded to whole units, half upwards', fen: 50_000, says: 'CHF 56' },
    { why: 'under half a unit', fen: 400, says: 'CHF 0' },
    { why: 'a refund', fen: -30_000_000, says: 'CHF -33,600' },
  ])('$why: $says', ({ fen, says }) => expect(tellSecond(fen, CHF)).toBe(says))

  test('is never more than half a unit off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e11 }), fc.double({ min: 0.01, max: 2, noNaN: true }), (fen, ratePerCny) => {
        const shown = Number(tellSecond(fen, { code: 'EUR', ratePerCny }).replace('EUR ', '').replaceAll(',', ''))
        return Math.abs(shown - (fen / 100) * ratePerCny) <= 0.5 + 1e-6
      }),
    )
  })
})
