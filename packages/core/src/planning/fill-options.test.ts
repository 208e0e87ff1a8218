import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillKnapsack } from './fill-knapsack.ts'
import { lessOtherOptions } from './fill-options.ts'
import { buildMixModel } from './mix-model.ts'
import { relaxMix } from './relax-mix.ts'
import { mixProblemSchema, type MixProblemInput } from './schema.ts'
import { searchMix } from './search-mix.ts'
import { findOptimum } from './test/mix-oracle.ts'

const modelOf = (problem: Omit<MixProblemInput, 'segments'>) => buildMixModel(mixProblemSchema.parse({ segments: [], ...problem }))
const offer = (id: string, costFen: number, value: number, creator = 'k') => ({ id, costFen, value, creator })

describe('filling a budget where a creator counts once', () => {
  const two = [offer('a', 10, 10), offer('b', 30, 20), offer('c', 20, 10, 'other')]

  test.each([
    { budgetFen: 10, total: 10, shares: [1, 0, 0] },
    // The dearer option alone is over the budget, so not even a part of it counts.
    { budgetFen: 20, total: 15, shares: [1, 0, 0.5] },
    // Then 0.5 per fen, from going on to the dearer option or from the other creator: by position.
    { budgetFen: 40, total: 25, shares: [0, 1, 0.5] },
    { budgetFen: 30, total: 20, shares: [0, 1, 0] },
    { budgetFen: 50, total: 30, shares: [0, 1, 1] },
    { budgetFen: 500, total: 30, shares: [0, 1, 1] },
  ])('$budgetFen fen earn $total', ({ budgetFen, total, shares }) => {
    const model = modelOf({ budgetFen, candidates: two })
    const filled = fillKnapsack(model, model.value)
    expect([filled.total, [...filled.shares]]).toEqual([total, shares])
  })

  test.each([
    ['worth no more than a cheaper one', offer('b', 30, 9)],
    ['below the line between two others', offer('b', 15, 11)],
    ['never to be chosen', offer('never', 12, 90)],
  ])('an option %s is passed over', (_, passed) => {
    const model = modelOf({ budgetFen: 40, candidates: [offer('a', 10, 10), passed, offer('z', 40, 30)], never: ['never'] })
    expect(fillKnapsack(model, model.value).total).toBe(30)
  })

  test('with one option a must, the others are out', () => {
    const model = modelOf({ budgetFen: 100, candidates: two, mustHave: ['a'] })
    expect([...fillKnapsack(model, model.value).shares]).toEqual([1, 0, 1])
  })

  test('an option earns what it earns over the next best of its creator', () => {
    const model = modelOf({ budgetFen: 100, candidates: [...two, offer('d', 1, 1, 'alone')] })
    expect([...lessOtherOptions(model, Float64Array.from([4, 7, -2, 3]))]).toEqual([-3, 3, -2, 3])
    expect([...lessOtherOptions(model, Float64Array.from([-4, -7, 5, 3]))]).toEqual([-4, -7, 5, 3])
  })
})

describe('creators with several options', () => {
  test('a must-have creator is in with whichever option fits; "never" and conflicts mean all of them', () => {
    const candidates = [offer('cheap', 10, 1), offer('dear', 60, 50), offer('x', 30, 31, 'x1'), offer('y', 5, 5, 'y1')]
    const found = (known: Partial<MixProblemInput>) => {
      const outcome = searchMix(modelOf({ budgetFen: 60, candidates, ...known }), { hasTime: () => true })
      return outcome.state === 'found' ? outcome.members.map((at) => candidates.map(({ id }) => id).toSorted()[at]) : outcome.state
    }
    expect(found({})).toEqual(['dear'])
    expect(found({ mustHave: ['k'] })).toEqual(['dear'])
    expect(found({ mustHave: ['k', 'x'] })).toEqual(['cheap', 'x', 'y'])
    expect(found({ never: ['k'] })).toEqual(['x', 'y'])
    expect(found({ mustHave: ['k'], never: ['dear'] })).toEqual(['cheap', 'x', 'y'])
    expect(found({ mustHave: ['k'], budgetFen: 9 })).toBe('none')
    expect(found({ mustHave: ['nobody'] })).toBe('none')
    const apart = candidates.map((one) => (one.id === 'y' ? { ...one, conflicts: ['k'] } : one))
    expect(found({ candidates: apart, mustHave: ['k', 'x'] })).toEqual(['cheap', 'x'])
  })

  const priced = fc.record({
    costFen: fc.integer({ min: 0, max: 30 }),
    value: fc.integer({ min: 0, max: 30 }),
    own: fc.integer({ min: 0, max: 3 }),
  })
  const reaching = fc.tuple(
    priced,
    fc.dictionary(
      fc.constantFrom('s0', 's1'),
      fc.integer({ min: 0, max: 10 }).map((tenths) => tenths / 10),
    ),
  )

  test('no plan is worth more than the bound, however many options a creator has', () => {
    fc.assert(
      fc.property(fc.array(reaching, { maxLength: 9 }), fc.integer({ min: 0, max: 60 }), (drawn, budgetFen) => {
        const problem = mixProblemSchema.parse({
          budgetFen,
          segments: [
            { id: 's0', size: 40 },
            { id: 's1', size: 25, weight: 2 },
          ],
          candidates: drawn.map(([{ own, ...rest }, reach], index) => ({ id: `c${index}`, ...rest, reach, creator: `k${own}` })),
        })
        const model = buildMixModel(problem)
        const optimum = findOptimum(problem) ?? 0
        expect(relaxMix(model).bound).toBeGreaterThanOrEqual(optimum - 1e-6)
        const found = searchMix(model, { hasTime: () => true })
        expect(found).toMatchObject({ state: 'found', isProven: true })
        if (found.state === 'found') expect(found.value).toBeCloseTo(optimum, 6)
      }),
    )
  })

  test('thirty creators with four options each: the bound counts each of them once', () => {
    const candidates = Array.from({ length: 120 }, (_, at) =>
      offer(`c${String(at).padStart(3, '0')}`, 10 + (at % 4), 10 + (at % 4), `k${at >> 2}`),
    )
    const model = modelOf({ budgetFen: 10_000, candidates })
    expect(relaxMix(model).bound).toBeCloseTo(30 * 13, 6)
  })
})
