import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fillGreedily } from './fill-greedily.ts'
import { findFeasible } from './find-feasible.ts'
import { improveBySwaps } from './improve-by-swaps.ts'
import { mixProblemSchema, type MixProblemInput } from './index.ts'
import { meetMinimums } from './meet-minimums.ts'
import { buildMixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, gainOf, listChosen, listUnmet, startPick, valueOf } from './mix-pick.ts'
import { anyProblem, isAllowed, listAllowed } from './test/mix-oracle.ts'

const modelOf = (problem: MixProblemInput) => buildMixModel(mixProblemSchema.parse(problem))
const hasTime = () => true

describe('a first set that meets everything', () => {
  test('is found exactly when there is one, and is allowed', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const model = buildMixModel(problem)
        const found = findFeasible(model)
        expect(found.state).toBe(listAllowed(problem).length > 0 ? 'found' : 'none')
        if (found.state !== 'found') return
        const ids = found.members.map((member) => model.ids[member])
        expect(
          isAllowed(
            problem,
            problem.candidates.filter(({ id }) => ids.includes(id)),
          ),
        ).toBe(true)
      }),
      { numRuns: 250 },
    )
  })

  test('a puzzle that greed cannot solve is solved: the cheap one blocks both that are needed', () => {
    const candidates = [
      { id: 'cheap', costFen: 1, groups: ['g'], conflicts: ['x', 'y'] },
      { id: 'x', costFen: 5, groups: ['g'] },
      { id: 'y', costFen: 5, groups: ['g'] },
    ]
    const model = modelOf({ budgetFen: 10, segments: [], candidates, constraints: [{ group: 'g', minCount: 2 }] })
    expect(findFeasible(model)).toEqual({ state: 'found', members: [1, 2] })
  })

  test('two groups met by the one who belongs to both', () => {
    const candidates = [
      { id: 'a', costFen: 6, groups: ['g'] },
      { id: 'b', costFen: 6, groups: ['h'] },
      { id: 'both', costFen: 10, groups: ['g', 'h'] },
    ]
    const rules = ['g', 'h'].map((group) => ({ group, minCount: 1 }))
    expect(findFeasible(modelOf({ budgetFen: 11, segments: [], candidates, constraints: rules }))).toEqual({ state: 'found', members: [2] })
  })

  test('that a dozen even prices never make an odd share is proved: no set is tried in two orders', () => {
    const candidates = Array.from({ length: 12 }, (_, index) => ({ id: `c${index}`, costFen: 2, groups: ['g'] }))
    const rules = [{ group: 'g', minShare: 0.11, maxShare: 0.11 }]
    expect(findFeasible(modelOf({ budgetFen: 100, segments: [], candidates, constraints: rules }))).toEqual({ state: 'none' })
  })

  test('where proof would take for ever it says that it is not sure, and says so every time', () => {
    // Even costs never sum to an odd share: only trying every set could prove it.
    const candidates = Array.from({ length: 60 }, (_, index) => ({ id: `c${index}`, costFen: 2, groups: ['g'] }))
    const rules = [{ group: 'g', minShare: 0.61, maxShare: 0.61 }]
    const model = modelOf({ budgetFen: 100, segments: [], candidates, constraints: rules })
    expect(findFeasible(model)).toEqual({ state: 'unsure' })
    expect(findFeasible(model)).toEqual({ state: 'unsure' })
  })
})

describe('greedy filling', () => {
  test('the lazy order is the plain one: at every step the best gain per fen, the first by id among equals', () => {
    fc.assert(
      fc.property(anyProblem, fc.constantFrom('ratio' as const, 'plain' as const), (drawn, by) => {
        const model = buildMixModel({ ...drawn, mustHave: [] })
        const order = fillGreedily(startPick(model), by)
        const pick = startPick(model)
        const keyOf = (index: number) => gainOf(pick, index) / (by === 'plain' ? 1 : Math.max(1, model.costFen[index] ?? 0))
        for (const next of order) {
          const open = model.ids.flatMap((_, index) => (canAdd(pick, index) ? [index] : []))
          const best = Math.max(...open.map(keyOf))
          expect(keyOf(next)).toBe(best)
          expect(open.find((index) => keyOf(index) === best)).toBe(next)
          addTo(pick, next)
        }
        expect(model.ids.every((_, index) => !canAdd(pick, index) || gainOf(pick, index) <= 0)).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('who is to be skipped is skipped, and who adds nothing is not taken', () => {
    const candidates = ['a', 'b', 'c'].map((id) => ({ id, costFen: 1, value: id === 'c' ? 0 : 5 }))
    expect(fillGreedily(startPick(modelOf({ budgetFen: 9, segments: [], candidates })), 'ratio', { skip: 0 })).toEqual([1])
  })
})

describe('minimums', () => {
  test('when it says that they are met they are, without breaking a limit or dropping a pin', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const model = buildMixModel(problem)
        const pick = startPick(model)
        fc.pre(!breaksLimits(pick))
        fillGreedily(pick, 'ratio')
        const isMet = meetMinimums(pick)
        expect(isMet).toBe(listUnmet(pick).length === 0)
        expect(breaksLimits(pick)).toBe(false)
        expect(listChosen(pick)).toEqual(expect.arrayContaining([...model.must]))
      }),
      { numRuns: 200 },
    )
  })

  test('room is made by the one whose leaving costs least per fen', () => {
    const candidates = [
      { id: 'loved', costFen: 5, value: 50 },
      { id: 'meh', costFen: 5, value: 5 },
      { id: 'needed', costFen: 5, value: 1, groups: ['g'] },
    ]
    const model = modelOf({ budgetFen: 10, segments: [], candidates, constraints: [{ group: 'g', minCount: 1 }] })
    const pick = startPick(model)
    fillGreedily(pick, 'ratio')
    expect(listChosen(pick)).toEqual([0, 1])
    expect(meetMinimums(pick)).toBe(true)
    expect(listChosen(pick)).toEqual([0, 2])
  })

  test('a member that another group can spare makes room, the last one it needs does not', () => {
    const candidates = [
      { id: 'one', costFen: 5, value: 9, groups: ['h'] },
      { id: 'two', costFen: 5, value: 8, groups: ['h'] },
      { id: 'needed', costFen: 5, groups: ['g'] },
    ]
    const need = (least: number) => {
      const constraints = [
        { group: 'g', minCount: 1 },
        { group: 'h', minCount: least },
      ]
      const pick = startPick(modelOf({ budgetFen: 10, segments: [], candidates, constraints }))
      fillGreedily(pick, 'ratio')
      return { isMet: meetMinimums(pick), members: listChosen(pick) }
    }
    expect(need(1)).toEqual({ isMet: true, members: [0, 1] })
    expect(need(2)).toEqual({ isMet: false, members: [1, 2] })
  })

  test('pins are never sent away for a minimum: it gives up', () => {
    const candidates = [
      { id: 'pin', costFen: 10 },
      { id: 'needed', costFen: 5, groups: ['g'] },
    ]
    const model = modelOf({ budgetFen: 10, segments: [], candidates, constraints: [{ group: 'g', minCount: 1 }], mustHave: ['pin'] })
    expect(meetMinimums(startPick(model))).toBe(false)
  })
})

describe('swaps', () => {
  test('never make a plan worse, never forbidden, and keep the pins', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const model = buildMixModel(problem)
        const start = startPick(model)
        fc.pre(!breaksLimits(start) && model.missingMust.length === 0 && meetMinimums(start))
        const before = valueOf(start)
        const after = improveBySwaps(start, hasTime)
        const ids = listChosen(after).map((member) => model.ids[member])
        expect(valueOf(after)).toBeGreaterThanOrEqual(before - 1e-9)
        expect(
          isAllowed(
            problem,
            problem.candidates.filter(({ id }) => ids.includes(id)),
          ),
        ).toBe(true)
      }),
      { numRuns: 150 },
    )
  })

  test('two small ones take the place of a large one that is worth less', () => {
    const candidates = [
      { id: 'large', costFen: 10, value: 12 },
      { id: 'left', costFen: 5, value: 8 },
      { id: 'right', costFen: 5, value: 8 },
    ]
    const model = modelOf({ budgetFen: 10, segments: [], candidates })
    expect(listChosen(improveBySwaps(startPick(model, [0]), hasTime))).toEqual([1, 2])
  })

  test('also where the best single replacement is worth less than the one who leaves', () => {
    const candidates = [
      { id: 'large', costFen: 10, value: 12 },
      { id: 'left', costFen: 5, value: 8 },
      { id: 'middle', costFen: 6, value: 9 },
      { id: 'right', costFen: 5, value: 8 },
    ]
    expect(listChosen(improveBySwaps(startPick(modelOf({ budgetFen: 10, segments: [], candidates }), [0]), hasTime))).toEqual([1, 3])
  })

  test('one whom a minimum needs is replaced by a better one of the group, not by the best of all', () => {
    const candidates = [
      { id: 'better', costFen: 10, value: 20, groups: ['g'] },
      { id: 'needed', costFen: 10, value: 10, groups: ['g'] },
      { id: 'rich', costFen: 10, value: 100 },
    ]
    const model = modelOf({ budgetFen: 10, segments: [], candidates, constraints: [{ group: 'g', minCount: 1 }] })
    expect(listChosen(improveBySwaps(startPick(model, [1]), hasTime))).toEqual([0])
  })

  test('without time only the free room is filled', () => {
    const candidates = [
      { id: 'poor', costFen: 10, value: 1 },
      { id: 'rich', costFen: 10, value: 9 },
      { id: 'spare', costFen: 2, value: 1 },
    ]
    const model = modelOf({ budgetFen: 12, segments: [], candidates })
    expect(listChosen(improveBySwaps(startPick(model, [0]), () => false))).toEqual([0, 2])
    expect(listChosen(improveBySwaps(startPick(model, [0]), hasTime))).toEqual([1, 2])
  })
})
