import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixProblemSchema } from './index.ts'
import { buildMixModel } from './mix-model.ts'
import { breaksLimits, listChosen, startPick, valueOf } from './mix-pick.ts'
import { narrowModel } from './narrow-mix.ts'
import { narrowByProfit, relaxWide } from './relax-wide.ts'
import { drawUniform } from './seeded-draws.ts'
import { anyProblem, findOptimum } from './test/mix-oracle.ts'

describe('a pool looked at part by part', () => {
  test('property: the bound holds, walked over whole or in parts', () => {
    fc.assert(
      fc.property(anyProblem, fc.integer({ min: 0, max: 300 }), (problem, known) => {
        const model = buildMixModel(problem)
        const optimum = findOptimum({ ...problem, minimum: null })
        if (optimum === null) return
        expect(relaxWide(model, known).bound).toBeGreaterThanOrEqual(optimum - 1e-6)
        expect(relaxWide(model, known, 0).bound).toBeGreaterThanOrEqual(optimum - 1e-6)
      }),
      { numRuns: 120 },
    )
  })

  test('property: who is proved out is in no plan worth more than the one at hand', () => {
    fc.assert(
      fc.property(anyProblem, fc.double({ min: 0, max: 0.99, noNaN: true }), (problem, part) => {
        const optimum = findOptimum({ ...problem, minimum: null })
        if (optimum === null) return
        const model = buildMixModel(problem)
        const known = part * optimum
        const { keep, isProven } = narrowByProfit(model, relaxWide(model, known, 0), { known, named: model.must })
        expect(isProven).toBe(true)
        const kept = Array.from(keep, (index) => model.ids[index])
        const narrowed = { ...problem, minimum: null, candidates: problem.candidates.filter(({ id }) => kept.includes(id)) }
        expect(findOptimum(narrowed)).toBeCloseTo(optimum, 6)
      }),
      { numRuns: 120 },
    )
  })

  test('a large pool: the part that is walked over bounds all of it, and rounds to a plan of it', () => {
    const uniform = drawUniform(5)
    const candidates = Array.from({ length: 4000 }, (_, index) => ({
      id: `c${index + 10_000}`,
      costFen: 1 + Math.floor(100 * uniform()),
      value: 50 * uniform(),
      reach: { s0: 0.02 * uniform(), s1: 0.02 * uniform() },
      groups: uniform() < 0.5 ? ['g'] : [],
    }))
    const segments = ['s0', 's1'].map((id) => ({ id, size: 500 }))
    const model = buildMixModel(
      mixProblemSchema.parse({ budgetFen: 800, segments, candidates, constraints: [{ group: 'g', maxCount: 20 }] }),
    )
    const [whole, inParts] = [relaxWide(model, 0), relaxWide(model, 0, 0)]
    expect(inParts.bound).toBeGreaterThanOrEqual(valueOf(whole.rounded))
    expect(inParts.bound).toBeLessThan(1.02 * whole.bound)
    expect(valueOf(inParts.rounded)).toBeGreaterThan(0.95 * whole.bound)
    expect(breaksLimits(inParts.rounded)).toBe(false)
  })
})

describe('a part of a problem', () => {
  test('property: a set has the same value and cost in the part as in the whole', () => {
    fc.assert(
      fc.property(anyProblem, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (problem, flags) => {
        const model = buildMixModel(problem)
        const keep = Int32Array.from(model.ids.flatMap((_, index) => (flags[index] === true || model.must.includes(index) ? [index] : [])))
        const part = narrowModel(model, keep)
        const inPart = startPick(part, part.must)
        const inWhole = startPick(
          model,
          listChosen(inPart).map((member) => keep[member] ?? 0),
        )
        expect(part.ids).toEqual(Array.from(keep, (index) => model.ids[index]))
        expect(inPart.costFen).toBe(inWhole.costFen)
        expect(valueOf(inPart)).toBeCloseTo(valueOf(inWhole), 9)
        expect([...inPart.counts]).toEqual([...inWhole.counts])
        expect(breaksLimits(inPart)).toBe(breaksLimits(inWhole))
      }),
      { numRuns: 120 },
    )
  })
})
