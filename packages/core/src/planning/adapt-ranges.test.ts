import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adaptAlpha, moveEnds } from './adapt-ranges.ts'
import science from './fixtures/science.json' with { type: 'json' }

describe('the level after each forecast', () => {
  test('the worked numbers', () => {
    const { alpha0, err, alphas } = science.aci
    adaptAlpha(
      alpha0,
      err.map((each) => each === 1),
    ).forEach((alpha, index) => expect(alpha).toBeCloseTo(alphas[index] ?? Number.NaN, 12))
  })

  test('misses as often as promised leave it where it was', () => {
    const misses = Array.from({ length: 100 }, (_, index) => index % 5 === 0)
    expect(adaptAlpha(0.2, misses).at(-1)).toBeCloseTo(0.2, 9)
  })
})

describe('ranges that would have held', () => {
  const { q, y, alpha, Q, interval } = science.cqr
  const [low = 0, high = 0] = q
  const ranges = y.map((each) => ({ low, high, y: each }))

  test('the worked numbers', () => {
    const moved = moveEnds(ranges, alpha)
    expect(moved).toBeCloseTo(Q, 12)
    expect([low - (moved ?? 0), high + (moved ?? 0)]).toEqual(interval)
  })

  test.each([
    { why: 'three are too few for 80 %', list: ranges.slice(0, 3), moved: null },
    { why: 'none', list: [], moved: null },
    {
      why: 'all in the middle of wide ranges: the ends move in',
      list: Array.from({ length: 4 }, () => ({ low: 0, high: 10, y: 5 })),
      moved: -5,
    },
  ])('$why', ({ list, moved }) => expect(moveEnds(list, 0.2)).toBe(moved))

  test('moved so, the past ranges hold at least as often as wanted', () => {
    const one = fc.record({
      low: fc.integer({ min: 0, max: 9 }),
      width: fc.integer({ min: 0, max: 9 }),
      y: fc.integer({ min: -20, max: 30 }),
    })
    fc.assert(
      fc.property(fc.array(one, { minLength: 4, maxLength: 30 }), (list) => {
        const said = list.map(({ low: from, width, y: came }) => ({ low: from, high: from + width, y: came }))
        const moved = moveEnds(said, 0.2) ?? Number.NaN
        const held = said.filter(({ low: from, high: to, y: came }) => came >= from - moved && came <= to + moved).length
        expect(held / said.length).toBeGreaterThanOrEqual(0.8)
      }),
    )
  })
})
