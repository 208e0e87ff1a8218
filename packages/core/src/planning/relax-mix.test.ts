import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixProblemSchema, weighMix, type MixProblemInput } from './index.ts'
import { buildMixModel, type MixModel } from './mix-model.ts'
import { listChosen, startPick } from './mix-pick.ts'
import { relaxMix } from './relax-mix.ts'
import { roundRelaxed } from './shake-mix.ts'
import { anyProblem, findOptimum } from './test/mix-oracle.ts'

const modelOf = (problem: MixProblemInput): MixModel => buildMixModel(mixProblemSchema.parse(problem))

/** The worked example of the reference: four creators, two segments of 100, budget 10; the best plan is worth 108.2. */
const worked: MixProblemInput = {
  budgetFen: 10,
  segments: [
    { id: 's1', size: 100 },
    { id: 's2', size: 100 },
  ],
  candidates: [
    { id: 'A', costFen: 5, reach: { s1: 0.5, s2: 0.1 } },
    { id: 'B', costFen: 4, reach: { s1: 0.4, s2: 0.1 } },
    { id: 'C', costFen: 5, reach: { s1: 0.05, s2: 0.5 } },
    { id: 'D', costFen: 1, reach: { s1: 0.1, s2: 0.1 } },
  ],
}

/** Every creator reaches all of one segment: the classic coverage problem. */
const coverage = (budgetFen: number): MixProblemInput => ({
  budgetFen,
  segments: ['s1', 's2', 's3'].map((id) => ({ id, size: 10 })),
  candidates: [
    { id: 'a', costFen: 1, reach: { s1: 1 } },
    { id: 'b', costFen: 1, reach: { s1: 1 } },
    { id: 'c', costFen: 1, reach: { s2: 1 } },
    { id: 'd', costFen: 1, reach: { s3: 1 } },
  ],
})

describe('the bound', () => {
  test('of the worked example is tighter than its twenty tangents, and above the optimum', () => {
    const { bound } = relaxMix(modelOf(worked))
    expect(bound).toBeLessThan(110.3458)
    expect(bound).toBeGreaterThanOrEqual(108.2 - 1e-6)
  })

  test.each([
    { budgetFen: 1, best: 10 },
    { budgetFen: 2, best: 20 },
    { budgetFen: 3, best: 30 },
    { budgetFen: 4, best: 30 },
  ])('of coverage with $budgetFen to spend comes to rest at $best', ({ budgetFen, best }) => {
    const { bound } = relaxMix(modelOf(coverage(budgetFen)))
    expect(bound).toBeGreaterThanOrEqual(best - 1e-9)
    expect(bound).toBeLessThan(best * 1.03)
  })

  test('of a single creator is what it reaches: no tangent is tighter', () => {
    const one = modelOf({ budgetFen: 5, segments: [{ id: 's', size: 100 }], candidates: [{ id: 'a', costFen: 5, reach: { s: 0.9 } }] })
    expect(relaxMix(one).bound).toBeCloseTo(90, 6)
  })

  test('property: holds whatever is said to be known, however few rounds, and from wherever it starts', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 20 }), (problem, known, rounds) => {
        const model = buildMixModel(problem)
        const optimum = findOptimum({ ...problem, minimum: null })
        if (optimum === null) return
        const first = relaxMix(model, { known, rounds })
        expect(first.bound).toBeGreaterThanOrEqual(optimum - 1e-6)
        expect(relaxMix(model, { known: optimum, rounds, from: first }).bound).toBeGreaterThanOrEqual(optimum - 1e-6)
      }),
      { numRuns: 150 },
    )
  })

  test('property: ten times the values is ten times the bound', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const tenfold = {
          ...problem,
          segments: problem.segments.map((segment) => ({ ...segment, size: segment.size * 10 })),
          candidates: problem.candidates.map((candidate) => ({ ...candidate, value: candidate.value * 10 })),
        }
        expect(relaxMix(buildMixModel(tenfold)).bound).toBeCloseTo(10 * relaxMix(buildMixModel(problem)).bound, 3)
      }),
      { numRuns: 40 },
    )
  })
})

describe('the fractional plan', () => {
  test('takes whom the budget has room for, and nobody who is ruled out', () => {
    const { shares } = relaxMix(modelOf({ ...coverage(3), never: ['c'] }))
    expect(shares[2]).toBe(0)
    expect(shares[3]).toBeGreaterThan(0.9)
    expect((shares[0] ?? 0) + (shares[1] ?? 0)).toBeGreaterThan(0.9)
  })

  test('prices are above nothing, and dearer where a maximum binds', () => {
    const candidates = Array.from({ length: 6 }, (_, index) => ({ id: `c${index}`, costFen: 2, value: 10, groups: index < 3 ? ['g'] : [] }))
    const { prices } = relaxMix(modelOf({ budgetFen: 8, segments: [], candidates, constraints: [{ group: 'g', maxCount: 1 }] }))
    for (const price of prices) expect(price).toBeGreaterThan(0)
    expect(prices[0]).toBeGreaterThanOrEqual(prices[5] ?? 0)
  })

  test('rounds to a plan of the problem', () => {
    const model = modelOf(worked)
    const plan = listChosen(roundRelaxed(startPick(model), relaxMix(model))).map((index) => model.ids[index] ?? '')
    const { costFen, value } = weighMix(worked, plan)
    expect(costFen).toBeLessThanOrEqual(10)
    expect(value).toBeGreaterThan(95)
  })
})

describe('weighing a set that is given', () => {
  test('by the formula of the problem, ids it does not know left out', () => {
    expect(weighMix(worked, ['B', 'C', 'D', 'nobody'])).toEqual({ costFen: 10, value: expect.closeTo(108.2, 9) })
    expect(weighMix(worked, [])).toEqual({ costFen: 0, value: 0 })
  })
})
