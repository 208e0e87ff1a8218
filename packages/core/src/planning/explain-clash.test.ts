import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainClash } from './explain-clash.ts'
import { mixProblemSchema, solveMix, type MixProblem, type MixProblemInput } from './index.ts'
import { anyProblem, findOptimum, listAllowed, valueOfSet } from './test/mix-oracle.ts'

const explain = (problem: MixProblemInput) => explainClash(mixProblemSchema.parse(problem), { hasTime: () => true })
const pool = (count: number, group: string, costFen: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${group}${index}`, costFen, value: 10, groups: [group] }))

/** The problem with only the named constraints left; a dropped budget pays for everyone, shares stay of the old one. */
function isPossibleWith(problem: MixProblem, names: readonly string[]): boolean {
  const has = (name: string) => names.includes(name)
  const limit = (name: string, value: number | null | undefined) => (has(name) ? value : null)
  const kept: MixProblem = {
    ...problem,
    mustHave: problem.mustHave.filter((id) => has(`mustHave.${id}`)),
    never: problem.never.filter((id) => has(`never.${id}`)),
    candidates: problem.candidates.map((candidate) => (has('conflicts') ? candidate : { ...candidate, conflicts: [], creator: null })),
    constraints: problem.constraints.map(({ group, minCount, maxCount, minShare, maxShare }) => ({
      group,
      minCount: limit(`${group}.minCount`, minCount),
      maxCount: limit(`${group}.maxCount`, maxCount),
      minShare: limit(`${group}.minShare`, minShare),
      maxShare: limit(`${group}.maxShare`, maxShare),
    })),
  }
  const least = has('minimum.value') ? (problem.minimum?.value ?? 0) : 0
  const sets = has('budgetFen') ? listAllowed(kept) : listAllowedAtAnyPrice(kept)
  return sets.some((set) => valueOfSet(kept, set) >= least - 1e-9)
}

function listAllowedAtAnyPrice(problem: MixProblem) {
  // The oracle reads shares off the budget, so the budget is lifted by turning shares into shares of a larger one.
  const lifted = Math.max(problem.budgetFen, 1) * 1000
  const factor = problem.budgetFen / lifted
  const constraints = problem.constraints.map((rule) => ({
    ...rule,
    minShare: rule.minShare == null ? null : rule.minShare * factor,
    maxShare: rule.maxShare == null ? null : rule.maxShare * factor,
  }))
  return listAllowed({ ...problem, budgetFen: lifted, constraints })
}

/** One rule per group, so that every constraint has a name of its own. */
const clashing = anyProblem
  .map((problem): MixProblem => ({
    ...problem,
    constraints: problem.constraints.filter(({ group }, index, all) => all.findIndex((other) => other.group === group) === index),
  }))
  .filter((problem) => findOptimum(problem) === null)

describe('the clash that is named', () => {
  test('is a clash by itself, and none of it can be left out', () => {
    fc.assert(
      fc.property(clashing, (problem) => {
        const { clash } = explainClash(problem, { hasTime: () => true })
        expect(clash.length).toBeGreaterThan(0)
        expect(isPossibleWith(problem, clash)).toBe(false)
        for (const name of clash)
          expect(
            isPossibleWith(
              problem,
              clash.filter((other) => other !== name),
            ),
          ).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  test('is the same whatever the order of the file', () => {
    fc.assert(
      fc.property(clashing, (problem) => {
        const turned = { ...problem, candidates: problem.candidates.toReversed() }
        expect(explainClash(turned, { hasTime: () => true })).toEqual(explainClash(problem, { hasTime: () => true }))
      }),
      { numRuns: 40 },
    )
  })

  test.each<[string, MixProblemInput, string[]]>([
    [
      'a group nobody belongs to',
      { budgetFen: 100, segments: [], candidates: pool(3, 'kol', 10), constraints: [{ group: 'koc', minCount: 1 }] },
      ['koc.minCount'],
    ],
    [
      'a minimum above the maximum of the same group',
      { budgetFen: 100, segments: [], candidates: pool(9, 'kol', 10), constraints: [{ group: 'kol', minCount: 4, maxCount: 2 }] },
      ['kol.minCount', 'kol.maxCount'],
    ],
    [
      'two rules of one group that contradict each other',
      {
        budgetFen: 100,
        segments: [],
        candidates: pool(9, 'kol', 10),
        constraints: [
          { group: 'kol', minCount: 4 },
          { group: 'kol', maxCount: 2 },
        ],
      },
      ['kol.minCount', 'kol.maxCount'],
    ],
    [
      'a minimum above the maximum, though the pool would not reach it either',
      {
        budgetFen: 100,
        segments: [],
        candidates: pool(5, 'kol', 10).map((candidate, at) => ({ ...candidate, creator: `k${at % 3}` })),
        constraints: [{ group: 'kol', minCount: 5, maxCount: 2 }],
      },
      ['kol.minCount', 'kol.maxCount'],
    ],
    [
      'a least share above the most',
      { budgetFen: 100, segments: [], candidates: pool(9, 'kol', 10), constraints: [{ group: 'kol', minShare: 0.5, maxShare: 0.2 }] },
      ['kol.minShare', 'kol.maxShare'],
    ],
    [
      'shares that add up to more than all',
      {
        budgetFen: 100,
        segments: [],
        candidates: [...pool(9, 'kol', 10), ...pool(9, 'koc', 10)],
        constraints: [
          { group: 'kol', minShare: 0.6 },
          { group: 'koc', minShare: 0.6 },
        ],
      },
      ['koc.minShare', 'kol.minShare', 'budgetFen'],
    ],
    [
      'a pin dearer than the budget',
      { budgetFen: 5, segments: [], candidates: pool(2, 'kol', 10), mustHave: ['kol1'] },
      ['budgetFen', 'mustHave.kol1'],
    ],
    [
      'two pins of one creator',
      {
        budgetFen: 100,
        segments: [],
        candidates: pool(2, 'kol', 10).map((candidate) => ({ ...candidate, creator: 'k' })),
        mustHave: ['kol0', 'kol1'],
      },
      ['mustHave.kol1', 'mustHave.kol0', 'conflicts'],
    ],
    [
      'the last of a group excluded',
      {
        budgetFen: 100,
        segments: [],
        candidates: [...pool(1, 'kol', 10), ...pool(3, 'koc', 10)],
        constraints: [{ group: 'kol', minCount: 1 }],
        never: ['kol0', 'koc0'],
      },
      ['kol.minCount', 'never.kol0'],
    ],
    [
      'a pin named twice is one pin',
      { budgetFen: 100, segments: [], candidates: pool(2, 'kol', 10), mustHave: ['kol0', 'kol0'], never: ['kol0', 'kol0'] },
      ['mustHave.kol0', 'never.kol0'],
    ],
  ])('%s', (_, problem, clash) => {
    expect(explain(problem).clash.toSorted()).toEqual(clash.toSorted())
    expect(solveMix(problem, { clock: () => 0 })).toMatchObject({ chosen: [], value: 0, costFen: 0, infeasible: { clash } })
  })
})

describe('the smallest change', () => {
  test('works, and one step less does not', () => {
    const counts = fc
      .record({
        budgetFen: fc.integer({ min: 0, max: 80 }),
        need: fc.integer({ min: 1, max: 6 }),
        costs: fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 6, maxLength: 8 }),
      })
      .map(({ budgetFen, need, costs }) =>
        mixProblemSchema.parse({
          budgetFen,
          segments: [],
          candidates: costs.map((costFen, index) => ({ id: `c${index}`, costFen, value: 1, groups: ['g'] })),
          constraints: [{ group: 'g', minCount: need }],
        }),
      )
      .filter((problem) => findOptimum(problem) === null)
    fc.assert(
      fc.property(counts, (problem) => {
        const { smallest } = explainClash(problem, { hasTime: () => true })
        const toOf = (name: string) => smallest.find(({ constraint }) => constraint === name)?.to ?? Number.NaN
        const budgetFen = toOf('budgetFen')
        expect(findOptimum({ ...problem, budgetFen })).not.toBeNull()
        expect(findOptimum({ ...problem, budgetFen: budgetFen - 1 })).toBeNull()
        const minCount = toOf('g.minCount')
        expect(findOptimum({ ...problem, constraints: [{ group: 'g', minCount }] })).not.toBeNull()
        expect(findOptimum({ ...problem, constraints: [{ group: 'g', minCount: minCount + 1 }] })).toBeNull()
      }),
      { numRuns: 60 },
    )
  })

  test('a share is loosened to the next hundredth of a percent', () => {
    const problem = {
      budgetFen: 1000,
      segments: [],
      candidates: pool(3, 'kol', 123),
      constraints: [{ group: 'kol', minShare: 0.9 }],
    }
    expect(explain(problem).smallest).toEqual([{ constraint: 'kol.minShare', from: 0.9, to: 0.369 }])
  })

  test('a larger budget that helps is found even where a far larger one would not', () => {
    // Half of the budget must go to two micros: at 200 they are enough, at the price of everyone they never are.
    const problem = {
      budgetFen: 150,
      segments: [],
      candidates: [...pool(2, 'micro', 100), ...pool(1, 'kol', 50_000)],
      constraints: [{ group: 'micro', minCount: 2, minShare: 0.5 }],
    }
    expect(explain(problem).smallest).toContainEqual({ constraint: 'budgetFen', from: 150, to: 200 })
  })

  test('what would not help alone is not proposed', () => {
    const problem = {
      budgetFen: 100,
      segments: [],
      candidates: pool(2, 'kol', 10),
      constraints: [
        { group: 'koc', minCount: 1 },
        { group: 'micro', minCount: 1 },
      ],
    }
    expect(explain(problem).smallest).toEqual([])
    expect(explain(problem).together).toEqual([
      { constraint: 'micro.minCount', from: 1, to: 0 },
      { constraint: 'koc.minCount', from: 1, to: 0 },
    ])
    const { because, becauseZh } = solveMix(problem, { clock: () => 0 })
    expect(because.at(-1)).toMatch(
      /^No single change helps. It would work with the minimum number of micro KOLs at 0 instead of 1 and with/,
    )
    expect(becauseZh?.at(-1)).toMatch(/^单独放宽任何一项都不够。同时把.+从 1 改为 0、把.+从 1 改为 0即可。$/)
  })

  test('of several that help together none goes further than it must', () => {
    const problem = {
      budgetFen: 100,
      segments: [],
      candidates: [...pool(2, 'kol', 10), ...pool(3, 'koc', 10)],
      constraints: [
        { group: 'kol', minCount: 4 },
        { group: 'koc', minCount: 5, minShare: 0.4 },
      ],
    }
    const { smallest, together } = explain(problem)
    expect(smallest).toEqual([])
    expect(together?.toSorted((a, b) => (a.constraint < b.constraint ? -1 : 1))).toEqual([
      { constraint: 'koc.minCount', from: 5, to: 3 },
      { constraint: 'koc.minShare', from: 0.4, to: 0.3 },
      { constraint: 'kol.minCount', from: 4, to: 2 },
    ])
  })

  test('made together they always lead to a mix', () => {
    fc.assert(
      fc.property(clashing, (problem) => {
        const { smallest, together = [] } = explainClash(problem, { hasTime: () => true })
        if (together.length === 0) return
        expect(smallest).toEqual([])
        const toOf = (name: string, before: number | null | undefined) => {
          const change = together.find(({ constraint }) => constraint === name)
          return change === undefined ? before : change.to
        }
        const isGone = (name: string) => together.some(({ constraint }) => constraint === name)
        const mended: MixProblem = {
          ...problem,
          budgetFen: toOf('budgetFen', problem.budgetFen) ?? problem.budgetFen,
          minimum: problem.minimum && { ...problem.minimum, value: toOf('minimum.value', problem.minimum.value) ?? 0 },
          never: problem.never.filter((id) => !isGone(`never.${id}`)),
          candidates: isGone('conflicts')
            ? problem.candidates.map((candidate) => ({ ...candidate, conflicts: [], creator: null }))
            : problem.candidates,
          constraints: problem.constraints.map(({ group, ...rule }) => ({
            group,
            minCount: toOf(`${group}.minCount`, rule.minCount),
            maxCount: toOf(`${group}.maxCount`, rule.maxCount),
            minShare: toOf(`${group}.minShare`, rule.minShare),
            maxShare: toOf(`${group}.maxShare`, rule.maxShare),
          })),
        }
        expect(findOptimum(mended)).not.toBeNull()
      }),
      { numRuns: 80 },
    )
  })

  test('a chance that cannot be had: the target that could is named beside the chance', () => {
    const problem = {
      budgetFen: 100,
      segments: [],
      candidates: pool(3, 'kol', 10),
      chance: { kpi: 'value', target: 1e9, atLeast: 0.8, draws: 200 },
    }
    const { clash, smallest } = explain(problem)
    expect(clash).toEqual(['chance'])
    const target = smallest.find(({ constraint }) => constraint === 'chance.target')
    expect(target).toMatchObject({ from: 1e9 })
    const at = (to: number) => solveMix({ ...problem, chance: { ...problem.chance, target: to } }, { clock: () => 0 }).infeasible
    expect(target?.to).toBeGreaterThan(0)
    expect(at(target?.to ?? 0)).toBeNull()
    expect(at((target?.to ?? 0) * 1.1)).not.toBeNull()
  })

  test('every change proposed is one that the clash names', () => {
    fc.assert(
      fc.property(clashing, (problem) => {
        const { clash, smallest } = explainClash(problem, { hasTime: () => true })
        for (const { constraint, from, to } of smallest) {
          expect(clash).toContain(constraint.replace('chance.target', 'chance'))
          expect(from === null).toBe(to === null)
          expect(to).not.toBe(from === null ? undefined : from)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('proof and lack of it', () => {
  // Three fen each: 33 of them use 99 of 100 fen, yet the bound, which may cut a creator in parts, stands at 100.
  const candidates = Array.from({ length: 60 }, (_, index) => ({ id: `c${index}`, costFen: 3, value: 3 }))
  const refuse = (value: number) => solveMix({ budgetFen: 100, segments: [], candidates, minimum: { value } }, { clock: () => 0 })

  test('a minimum above the bound is proved impossible', () => {
    expect(refuse(101).because[0]).toBe('No mix meets all constraints: the minimum value and the budget clash.')
    expect(refuse(101).becauseZh?.[0]).toBe('没有组合能同时满足所有约束：最低总价值、总预算相互冲突。')
  })

  test('one between the best plan and the bound only seems so, and the sentence says seem', () => {
    expect(refuse(99.5).because[0]).toBe('No mix that meets all constraints was found: the minimum value and the budget seem to clash.')
    expect(refuse(99).infeasible).toBeNull()
  })
})
