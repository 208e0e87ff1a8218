import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitIsotonic } from './isotonic.ts'
import { likeness, listBigrams } from './near-duplicates.ts'
import { measureSpread, median, robustZ } from './robust.ts'
import { scoreWeights } from './vet-accounts.ts'
import { VETTING_SIGNALS } from './vetting-signal-table.ts'
import { spreadOfPeers, weighSignal } from './weigh-signal.ts'

describe('worked numbers (science.md §5)', () => {
  test('growth: one day of 5,200 new followers among ordinary ones', () => {
    const days = [120, 95, 130, 110, 105, 98, 5200, 140, 90, 115]
    expect(median(days)).toBe(112.5)
    expect(measureSpread(days)).toEqual({ centre: 112.5, mad: 16 })
    expect(robustZ(5200, { centre: 112.5, mad: 16 })).toBeCloseTo(214.46992187499998, 9)
  })

  test('the score of the worked example', () => {
    const { p, score } = scoreWeights({ followers: [1.12], comments: [0.9], engagement: [1, 0] })
    expect(p).toBeCloseTo(0.7833673947079877, 12)
    expect(score).toBeCloseTo(21.663260529201235, 9)
  })

  test('likeness of two sentences by their bigrams', () => {
    expect(likeness(listBigrams('这个真的好用'), listBigrams('这个真的很好用'))).toBeCloseTo(4 / 7, 12)
  })

  test('the same growth on the log scale', () => {
    const days = [120, 95, 130, 110, 105, 98, 5200, 140, 90, 115].map(Math.log1p)
    const spread = measureSpread(days)
    expect(spread === null ? null : robustZ(Math.log1p(5200), spread)).toBeCloseTo(18.4, 1)
  })

  test('the weights of the worked example, from its raw values', () => {
    const weigh = (code: string, value: number) => {
      const signal = VETTING_SIGNALS.find((each) => each.code === code)
      return signal === undefined ? null : weighSignal(signal, value, null)
    }
    expect(weigh('followers.spike', 6.2)).toBeCloseTo(1.12, 12)
    expect(weigh('comments.near_duplicates', 0.38)).toBeCloseTo(0.9, 12)
    expect(weigh('followers.active', 0.12)).toBeCloseTo(1, 12)
  })

  test('shares that only rise, closest to what was seen', () => {
    const fitted = fitIsotonic([0, 1, 0, 0, 1, 1, 0, 1])
    ;[0, 1 / 3, 1 / 3, 1 / 3, 2 / 3, 2 / 3, 2 / 3, 1].forEach((share, at) => expect(fitted[at]).toBeCloseTo(share, 12))
  })

  test('property: fitted shares never fall and keep the sum', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
        const fitted = fitIsotonic(values)
        expect(fitted).toEqual(fitted.toSorted((a, b) => a - b))
        expect(fitted.reduce((a, b) => a + b, 0)).toBeCloseTo(
          values.reduce((a, b) => a + b, 0),
          9,
        )
      }),
    )
  })

  test('nothing known leaves the prior', () => {
    expect(scoreWeights({})).toEqual({ p: expect.closeTo(0.15, 12), score: expect.closeTo(85, 10) })
  })
})

describe('the score', () => {
  const weights = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { maxLength: 5 })

  test('more weight never raises it, and one group never weighs more than its cap', () => {
    fc.assert(
      fc.property(weights, weights, fc.double({ min: 0, max: 3, noNaN: true }), (followers, comments, more) => {
        const before = scoreWeights({ followers, comments })
        const after = scoreWeights({ followers: [...followers, more], comments })
        expect(after.score).toBeLessThanOrEqual(before.score + 1e-9)
        const capped = scoreWeights({ followers: [2], comments: [2] })
        expect(after.score).toBeGreaterThanOrEqual(capped.score - 1e-9)
      }),
    )
  })

  test('signals that say the same do not multiply', () => {
    expect(scoreWeights({ engagement: [2, 2, 2] })).toEqual(scoreWeights({ engagement: [2] }))
    expect(scoreWeights({ engagement: [2], followers: [2] }).score).toBeLessThan(scoreWeights({ engagement: [2, 2] }).score)
  })
})

describe('every signal of the table', () => {
  test.each(VETTING_SIGNALS)('$code weighs nothing where nothing is odd, and never less further out', (signal) => {
    const cohort = spreadOfPeers([0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2, 1.3, 0.85])
    const steps = Array.from({ length: 60 }, (_, n) => Math.exp((n - 30) / 3))
    const weigh = (value: number) => weighSignal(signal, value, cohort) ?? Number.NaN
    const outwards = (values: readonly number[]) => values.map(weigh)
    const { by } = signal
    const side = by.kind === 'cohort' ? by.side : by.side
    if (side !== 'low')
      expect(outwards(steps.filter((value) => value >= 1))).toEqual(outwards(steps.filter((value) => value >= 1)).toSorted((a, b) => a - b))
    if (side !== 'high') {
      const down = outwards(steps.filter((value) => value <= 1).toReversed())
      expect(down).toEqual(down.toSorted((a, b) => a - b))
    }
    if (by.kind === 'cohort') expect(weigh(1)).toBe(0)
    else expect(weighSignal(signal, by.line, null)).toBeCloseTo(0, 12)
    expect(Math.min(...outwards(steps))).toBeGreaterThanOrEqual(0)
  })

  test('codes are given once', () => {
    const codes = VETTING_SIGNALS.map(({ code }) => code)
    expect(codes).toEqual([...new Set(codes)])
  })

  test('without a cohort a comparison says nothing; a line still does', () => {
    for (const signal of VETTING_SIGNALS) expect(weighSignal(signal, 1000, null) === null, signal.code).toBe(signal.by.kind === 'cohort')
  })

  test('a cohort that is all alike is no measure', () => {
    expect(robustZ(2, { centre: 1, mad: 0 })).toBeNull()
    expect(measureSpread([])).toBeNull()
  })
})
