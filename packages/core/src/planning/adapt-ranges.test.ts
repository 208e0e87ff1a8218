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

describe('any history', () => {
  const misses = fc.array(fc.boolean(), { maxLength: 60 })

  test('a miss asks for more certainty, a hit for a little less', () => {
    fc.assert(
      fc.property(misses, fc.constantFrom(0.05, 0.2, 0.5), (list, wanted) => {
        const alphas = [wanted, ...adaptAlpha(wanted, list)]
        list.forEach((isMiss, index) => {
          const step = (alphas[index + 1] ?? Number.NaN) - (alphas[index] ?? Number.NaN)
          if (isMiss) expect(step).toBeLessThan(0)
          else expect(step).toBeGreaterThan(0)
        })
      }),
    )
  })

  test('the level depends on how many missed, not on when', () => {
    fc.assert(
      fc.property(misses, (list) => {
        const last = (some: readonly boolean[]) => adaptAlpha(0.2, some).at(-1) ?? 0.2
        expect(last(list.toReversed())).toBeCloseTo(last(list), 9)
      }),
    )
  })
})

describe('ends that move', () => {
  test('ranges twice as wide need less moving, another unit moves as much in its own', () => {
    const said = [801, 650, 900, 420, 777].map((y) => ({ low: 100, high: 400, y }))
    const moved = moveEnds(said, 0.2) ?? Number.NaN
    const wider = moveEnds(
      said.map((each) => ({ ...each, high: 800 })),
      0.2,
    )
    const thousands = moveEnds(
      said.map(({ low, high, y }) => ({ low: low / 1000, high: high / 1000, y: y / 1000 })),
      0.2,
    )
    expect(wider).toBeLessThan(moved)
    expect(thousands).toBeCloseTo(moved / 1000, 12)
  })
})
