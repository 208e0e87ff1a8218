import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { branchMix } from './branch-mix.ts'
import { fillKnapsack } from './fill-knapsack.ts'
import { mixProblemSchema, type MixProblemInput } from './index.ts'
import { buildMixModel, type MixModel } from './mix-model.ts'
import { breaksLimits, listChosen, listUnmet, startPick, valueOf } from './mix-pick.ts'
import { relaxMix } from './relax-mix.ts'
import { roundRelaxed, shakeMix, type ShakeOptions } from './shake-mix.ts'
import { anyProblem, findOptimum } from './test/mix-oracle.ts'

const modelOf = (problem: MixProblemInput): MixModel => buildMixModel(mixProblemSchema.parse(problem))
const always = () => true

/** Two stars that half fit each, and a crowd: where a fractional bound is loosest. */
const stars = modelOf({
  budgetFen: 100,
  segments: [{ id: 's', size: 1000 }],
  candidates: [
    { id: 'star1', costFen: 70, value: 80, reach: { s: 0.5 } },
    { id: 'star2', costFen: 65, value: 75, reach: { s: 0.5 } },
    ...Array.from({ length: 60 }, (_, index) => ({ id: `c${index + 10}`, costFen: 8, value: 3, reach: { s: 0.02 } })),
  ],
})

describe('deciding the dear ones', () => {
  test('property: no allowed plan exceeds the bound, and the plan it brings is allowed and no more than the optimum', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 0, max: 300 }), (problem, known) => {
        const model = buildMixModel(problem)
        const optimum = findOptimum({ ...problem, minimum: null })
        const { bound, best } = branchMix(model, relaxMix(model, { known }), { known, hasTime: always })
        if (best !== null) expect([listUnmet(best), breaksLimits(best)]).toEqual([[], false])
        if (optimum === null) return
        expect(bound).toBeGreaterThanOrEqual(optimum - 1e-6)
        if (best !== null) expect(valueOf(best)).toBeLessThanOrEqual(optimum + 1e-6)
      }),
      { numRuns: 150 },
    )
  })

  test('tightens the bound where a star half fits', () => {
    const root = relaxMix(stars)
    const { bound, best } = branchMix(stars, root, { known: 0, hasTime: always })
    expect(bound).toBeLessThan(root.bound - 1)
    expect(best === null ? 0 : valueOf(best)).toBeGreaterThan(0)
  })

  test('without time it says what the relaxation says', () => {
    const root = relaxMix(stars)
    expect(branchMix(stars, root, { known: 5, hasTime: () => false })).toEqual({ bound: root.bound, best: null })
  })
})

describe('the fractional knapsack', () => {
  const offer = fc.record({ costFen: fc.integer({ min: 0, max: 30 }), worth: fc.integer({ min: -5, max: 40 }) })

  test('property: what sorting by worth per fen would take', () => {
    fc.assert(
      fc.property(fc.array(offer, { maxLength: 40 }), fc.integer({ min: 0, max: 200 }), (offers, budgetFen) => {
        const candidates = offers.map(({ costFen }, index) => ({ id: `c${index + 10}`, costFen }))
        const { total, shares } = fillKnapsack(
          modelOf({ budgetFen, segments: [], candidates }),
          Float64Array.from(offers, ({ worth }) => worth),
        )
        let [room, best] = [budgetFen, 0]
        const useful = offers.filter(({ costFen, worth }) => worth > 0 && costFen <= budgetFen)
        for (const { costFen, worth } of useful.sort((a, b) => b.worth / Math.max(1e-9, b.costFen) - a.worth / Math.max(1e-9, a.costFen))) {
          const share = costFen === 0 ? 1 : Math.min(1, room / costFen)
          room -= share * costFen
          best += share * worth
        }
        expect(total).toBeCloseTo(best, 6)
        expect(offers.reduce((sum, { worth }, index) => sum + worth * (shares[index] ?? 0), 0)).toBeCloseTo(total, 6)
      }),
      { numRuns: 300 },
    )
  })

  test('a price per fen only where something is left out', () => {
    const candidates = [
      { id: 'a', costFen: 4 },
      { id: 'b', costFen: 4 },
    ]
    const priceAt = (budgetFen: number) => fillKnapsack(modelOf({ budgetFen, segments: [], candidates }), Float64Array.of(8, 6)).pricePerFen
    expect([priceAt(8), priceAt(6), priceAt(4)]).toEqual([0, 1.5, 1.5])
  })
})

describe('ruin and recreate', () => {
  const options = (model: MixModel, known: Partial<ShakeOptions> = {}): ShakeOptions => ({
    among: Int32Array.from(model.ids, (_, index) => index),
    prices: model.costFen.map((costFen) => Math.max(1, costFen)),
    seed: 1,
    effort: 0.05,
    hasTime: always,
    ...known,
  })

  test('property: never less than it was given, never over a limit', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const model = buildMixModel(problem)
        const start = roundRelaxed(startPick(model), relaxMix(model))
        if (listUnmet(start).length > 0 || breaksLimits(start)) return
        const shaken = shakeMix(start, options(model))
        expect(valueOf(shaken)).toBeGreaterThanOrEqual(valueOf(start))
        expect([listUnmet(shaken), breaksLimits(shaken)]).toEqual([[], false])
      }),
      { numRuns: 60 },
    )
  })

  test('the same seed gives the same plan, no time gives back the start', () => {
    const start = startPick(stars, [5, 6, 7])
    const shake = (known: Partial<ShakeOptions>) => listChosen(shakeMix(start, options(stars, known)))
    expect(shake({ seed: 7 })).toEqual(shake({ seed: 7 }))
    expect(shakeMix(start, options(stars, { hasTime: () => false }))).toBe(start)
    expect(listChosen(start)).toEqual([5, 6, 7])
  })
})
