import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixProblemSchema, type MixProblem, type MixProblemInput } from './index.ts'
import { buildMixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, copyPick, gainOf, listChosen, listUnmet, removeFrom, startPick, valueOf } from './mix-pick.ts'
import { anyProblem, isAllowed, valueOfSet, type Candidate } from './test/mix-oracle.ts'

const pickOf = (problem: MixProblemInput, ids: readonly string[] = []) => {
  const model = buildMixModel(mixProblemSchema.parse(problem))
  return {
    model,
    pick: startPick(
      model,
      ids.map((id) => model.ids.indexOf(id)),
    ),
    at: (id: string) => model.ids.indexOf(id),
  }
}
const steps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 10 })), { maxLength: 25 })

/** The candidates of a pick, read back from the problem by id. */
function readSet(problem: MixProblem, ids: readonly string[], members: readonly number[]): Candidate[] {
  const chosen = members.map((member) => ids[member])
  return problem.candidates.filter(({ id }) => chosen.includes(id))
}

describe('running sums', () => {
  test('after any coming and going they are those of the set as it stands', () => {
    fc.assert(
      fc.property(anyProblem, steps, (problem, moves) => {
        const model = buildMixModel(problem)
        const pick = startPick(model, [])
        for (const [isIn, index] of moves) {
          if (index >= model.ids.length) continue
          if (isIn) addTo(pick, index)
          else removeFrom(pick, index)
        }
        const set = readSet(problem, model.ids, listChosen(pick))
        expect(valueOf(pick)).toBeCloseTo(valueOfSet(problem, set), 8)
        expect(pick.size).toBe(set.length)
        expect(pick.costFen).toBe(set.reduce((sum, { costFen }) => sum + costFen, 0))
        problem.constraints.forEach(({ group }, limit) => {
          const members = set.filter(({ groups }) => groups.includes(group))
          expect(pick.counts[limit]).toBe(members.length)
          expect(pick.costs[limit]).toBe(members.reduce((sum, { costFen }) => sum + costFen, 0))
        })
      }),
      { numRuns: 150 },
    )
  })

  test('a gain told is the gain had, and it only shrinks as others join', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const model = buildMixModel(problem)
        const pick = startPick(model, [])
        const alone = model.ids.map((_, index) => gainOf(pick, index))
        model.ids.forEach((_, index) => {
          const [before, told] = [valueOf(pick), gainOf(pick, index)]
          expect(told).toBeLessThanOrEqual((alone[index] ?? 0) + 1e-9)
          addTo(pick, index)
          expect(valueOf(pick) - before).toBeCloseTo(told, 8)
        })
      }),
      { numRuns: 80 },
    )
  })

  test('a copy goes its own way', () => {
    const { pick } = pickOf(
      {
        budgetFen: 9,
        segments: [{ id: 's', size: 10 }],
        candidates: ['a', 'b'].map((id) => ({ id, costFen: 1, value: 1, reach: { s: 0.5 } })),
      },
      ['a'],
    )
    const copy = copyPick(pick)
    addTo(copy, 1)
    expect([valueOf(pick), valueOf(copy)]).toEqual([6, 9.5])
  })

  test('someone who reaches everybody can leave again', () => {
    const candidates = [
      { id: 'all', costFen: 1, reach: { s: 1 } },
      { id: 'half', costFen: 1, reach: { s: 0.5 } },
    ]
    const { pick, at } = pickOf({ budgetFen: 9, segments: [{ id: 's', size: 10 }], candidates }, ['all', 'half'])
    expect(valueOf(pick)).toBe(10)
    removeFrom(pick, at('all'))
    expect(valueOf(pick)).toBe(5)
    removeFrom(pick, at('all'))
    expect([pick.size, valueOf(pick)]).toEqual([1, 5])
  })
})

describe('who may join', () => {
  const full: MixProblemInput = {
    budgetFen: 100,
    segments: [],
    candidates: [
      { id: 'in', costFen: 40, groups: ['kol'], creator: 'k1' },
      { id: 'sameCreator', costFen: 1, creator: 'k1' },
      { id: 'rival', costFen: 1, conflicts: ['in'] },
      { id: 'banned', costFen: 1 },
      { id: 'dear', costFen: 61 },
      { id: 'exact', costFen: 60 },
      { id: 'crowd', costFen: 1, groups: ['kol'] },
      { id: 'overShare', costFen: 31, groups: ['koc'] },
      { id: 'atShare', costFen: 30, groups: ['koc'] },
    ],
    constraints: [
      { group: 'kol', maxCount: 1 },
      { group: 'koc', maxShare: 0.3 },
    ],
    never: ['banned'],
  }

  test.each([
    ['in', false],
    ['sameCreator', false],
    ['rival', false],
    ['banned', false],
    ['dear', false],
    ['exact', true],
    ['crowd', false],
    ['overShare', false],
    ['atShare', true],
  ])('%s: %s', (id, expected) => {
    const { pick, at } = pickOf(full, ['in'])
    expect(canAdd(pick, at(id))).toBe(expected)
  })

  test('joining whoever may join never breaks an upper limit', () => {
    fc.assert(
      fc.property(anyProblem, fc.array(fc.nat({ max: 10 }), { maxLength: 15 }), (drawn, wishes) => {
        const model = buildMixModel({ ...drawn, mustHave: [] })
        const pick = startPick(model)
        for (const index of wishes) if (index < model.ids.length && canAdd(pick, index)) addTo(pick, index)
        expect(breaksLimits(pick)).toBe(false)
      }),
      { numRuns: 120 },
    )
  })

  test('a set is allowed exactly when it breaks no limit, leaves no minimum unmet and has every pin', () => {
    fc.assert(
      fc.property(anyProblem, fc.nat({ max: 2047 }), (problem, mask) => {
        const model = buildMixModel(problem)
        const members = model.ids.flatMap((_, index) => ((mask >> index) & 1 ? [index] : []))
        const pick = startPick(model, members)
        const hasPins = model.missingMust.length === 0 && model.must.every((index) => members.includes(index))
        const isFine = hasPins && !breaksLimits(pick) && listUnmet(pick).length === 0
        expect(isFine).toBe(isAllowed(problem, readSet(problem, model.ids, members)))
      }),
      { numRuns: 300 },
    )
  })
})

describe('from a problem to arrays', () => {
  test('shares become whole fen, a minimum rounded up and a maximum down', () => {
    const rules = [
      { group: 'g', minShare: 1 / 3, maxShare: 1 / 3 },
      { group: 'g', minShare: 0.1, maxShare: 0.3 },
    ]
    const { model } = pickOf({ budgetFen: 100, segments: [], candidates: [], constraints: rules })
    expect(model.limits.map(({ minCostFen, maxCostFen }) => [minCostFen, maxCostFen])).toEqual([
      [34, 33],
      [10, 30],
    ])
  })

  test('7 % of 100 fen are 7 fen and 29 % are 29, whatever floats make of it', () => {
    const constraints = [{ group: 'g', minShare: 0.07, maxShare: 0.29 }]
    const { model } = pickOf({ budgetFen: 100, segments: [], candidates: [], constraints })
    expect(model.limits[0]).toMatchObject({ minCostFen: 7, maxCostFen: 29, minCount: 0, maxCount: Infinity })
  })

  test('another budget to try leaves shares where the problem put them', () => {
    const problem = mixProblemSchema.parse({ budgetFen: 100, segments: [], candidates: [], constraints: [{ group: 'g', maxShare: 0.5 }] })
    const model = buildMixModel(problem, { budgetFen: 900 })
    expect([model.budgetFen, model.limits[0]?.maxCostFen]).toEqual([900, 50])
  })

  test('a conflict with oneself or with nobody is none', () => {
    const candidates = [{ id: 'a', costFen: 1, conflicts: ['a', 'gone'] }]
    expect(pickOf({ budgetFen: 1, segments: [], candidates }).model.rivals).toEqual([[]])
  })

  test('three offers of one creator are rivals of each other', () => {
    const candidates = ['a', 'b', 'c'].map((id) => ({ id, costFen: 1, creator: 'k' }))
    expect(pickOf({ budgetFen: 1, segments: [], candidates }).model.rivals).toEqual([
      [1, 2],
      [0, 2],
      [0, 1],
    ])
  })

  test('a pin that is not in the pool is kept by name', () => {
    const candidates = [{ id: 'a', costFen: 1 }]
    const { model } = pickOf({ budgetFen: 1, segments: [], candidates, mustHave: ['a', 'gone', 'a'] })
    expect([model.must, model.missingMust]).toEqual([[0], ['gone']])
  })
})
