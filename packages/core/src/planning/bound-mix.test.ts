import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundByPrefixes, boundByTangents } from './bound-mix.ts'
import { mixProblemSchema, solveMix, type MixProblemInput } from './index.ts'
import { buildMixModel } from './mix-model.ts'
import { boundMix } from './search-mix.ts'
import { anyProblem, findOptimum } from './test/mix-oracle.ts'

const modelOf = (problem: MixProblemInput) => buildMixModel(mixProblemSchema.parse(problem))
const crowd = (count: number, make: (index: number) => object) =>
  Array.from({ length: count }, (_, index) => ({ id: `c${String(index).padStart(2, '0')}`, costFen: 10, ...make(index) }))

describe('bounds worked by hand', () => {
  // 25 fen for three at 10: two whole and half of the third, 9 + 8 + 7/2.
  const plain = { budgetFen: 25, segments: [], candidates: crowd(4, (index) => ({ value: 9 - index })) }

  test('values alone: the knapsack that may cut one creator in parts', () => {
    expect(boundByPrefixes(modelOf(plain), [])).toBeCloseTo(20.5, 9)
    expect(boundByTangents(modelOf(plain))).toBeCloseTo(20.5, 9)
  })

  test('a pin takes its room first, an excluded one takes none', () => {
    const model = modelOf({ ...plain, mustHave: ['c03'], never: ['c00'] })
    // The pin's 6, then 15 fen of room: 8 and half of 7.
    expect(boundByPrefixes(model, [])).toBeCloseTo(17.5, 9)
    expect(boundByTangents(model)).toBeCloseTo(17.5, 9)
  })

  test('one who costs more than everything is no part of the bound', () => {
    const candidates = [...plain.candidates, { id: 'star', costFen: 26, value: 1000 }]
    expect(boundByPrefixes(modelOf({ ...plain, candidates }), [])).toBeCloseTo(20.5, 9)
  })

  test('the free ones are all in it', () => {
    const candidates = [...plain.candidates, { id: 'free', costFen: 0, value: 3 }]
    expect(boundByTangents(modelOf({ ...plain, candidates }))).toBeCloseTo(23.5, 9)
  })

  test('nobody can add more than the audience there is', () => {
    const model = modelOf({
      budgetFen: 500,
      segments: [{ id: 's', size: 100, weight: 2 }],
      candidates: crowd(50, () => ({ reach: { s: 0.9 } })),
    })
    const bound = boundByTangents(model)
    expect(bound).toBeGreaterThanOrEqual(200 * (1 - 0.1 ** 50) - 1e-9)
    expect(bound).toBeLessThan(201)
  })

  test('a prefix that has reached everybody leaves nothing to gain', () => {
    const model = modelOf({ budgetFen: 30, segments: [{ id: 's', size: 100 }], candidates: crowd(5, () => ({ reach: { s: 1 } })) })
    expect(boundByPrefixes(model, [0])).toBe(100)
  })

  test('nobody and nothing is a bound of nothing', () => {
    const model = modelOf({ budgetFen: 0, segments: [{ id: 's', size: 100 }], candidates: [] })
    expect([boundByPrefixes(model, []), boundByTangents(model)]).toEqual([0, 0])
  })
})

describe('against every subset', () => {
  test('any prefix of any order gives a valid bound', () => {
    fc.assert(
      fc.property(anyProblem, fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), (drawn, wishes) => {
        const problem = { ...drawn, minimum: null }
        const optimum = findOptimum(problem)
        if (optimum === null) return
        const model = buildMixModel(problem)
        const order = wishes.filter((index) => index < model.ids.length && !model.must.includes(index))
        expect(boundByPrefixes(model, order)).toBeGreaterThanOrEqual(optimum - 1e-6)
      }),
      { numRuns: 120 },
    )
  })

  test('whatever value is said to be known, right or wrong, the tangent bound holds', () => {
    fc.assert(
      fc.property(anyProblem, fc.double({ min: 0, max: 1e6, noNaN: true }), (drawn, known) => {
        const problem = { ...drawn, minimum: null }
        const optimum = findOptimum(problem)
        if (optimum !== null) expect(boundByTangents(buildMixModel(problem), known)).toBeGreaterThanOrEqual(optimum - 1e-6)
      }),
      { numRuns: 120 },
    )
  })
})

describe('what the certificate says', () => {
  test('proved plans are their own bound, others get the tighter of the two', () => {
    const model = modelOf({ budgetFen: 25, segments: [], candidates: crowd(4, (index) => ({ value: 9 - index })) })
    const found = { state: 'found', members: [0, 1], value: 17, bound: null } as const
    expect(boundMix(model, { ...found, isProven: true })).toBe(17)
    expect(boundMix(model, { ...found, isProven: false })).toBeCloseTo(20.5, 9)
    expect(boundMix(model, { ...found, value: 30, isProven: false })).toBe(30)
    expect(boundMix(model, { ...found, bound: 19, isProven: false })).toBe(19)
  })

  test.each([
    ['at most three of a group', [{ group: 'g', maxCount: 3 }], 3 * 10 + 7],
    ['at most a third of the money for a group', [{ group: 'g', maxShare: 0.3 }], 3 * 10 + 7],
    ['at least eight of the weaker group', [{ group: 'h', minCount: 8 }], 2 * 10 + 8],
    ['at least four fifths for the weaker group', [{ group: 'h', minShare: 0.8 }], 2 * 10 + 8],
  ])('%s: the gap stays small because limits are priced', (_, constraints, value) => {
    const candidates = crowd(60, (index) => (index < 30 ? { value: 10, groups: ['g'] } : { value: 1, groups: ['h'] }))
    const result = solveMix({ budgetFen: 100, segments: [], candidates, constraints }, { clock: () => 0 })
    expect(result.value).toBe(value)
    expect(result.upperBound).toBeGreaterThanOrEqual(value - 1e-9)
    expect(result.gap).toBeLessThan(0.03)
  })

  test('the percentage in the sentence is never smaller than the gap', () => {
    const candidates = crowd(60, (index) => ({ costFen: 7 + ((index * 5) % 11), value: 20 + ((index * 7) % 13), reach: { s: 0.03 } }))
    const { gap, because } = solveMix({ budgetFen: 100, segments: [{ id: 's', size: 200 }], candidates }, { clock: () => 0 })
    const [, told = ''] = /within ([\d.]+) %/.exec(because.join(' ')) ?? []
    expect(gap).toBeGreaterThan(0)
    expect(Number(told) / 100).toBeGreaterThanOrEqual(gap - 1e-9)
    expect(Number(told) / 100 - gap).toBeLessThan(0.001)
  })
})
