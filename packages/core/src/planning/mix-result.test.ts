import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mixResultSchema, solveMix, type MixProblemInput } from './index.ts'
import { anyProblem } from './test/mix-oracle.ts'

const solve = (problem: MixProblemInput) => solveMix(problem, { clock: () => 0 })
const micros = (count: number, costFen: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `m${index}`, costFen, value: 10, groups: ['micro'] }))

describe('any answer', () => {
  test('fits its schema, and its numbers agree with each other', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const result = solve(problem)
        expect(mixResultSchema.parse(result)).toEqual(result)
        const { chosen, value, upperBound, gap, infeasible } = result
        expect(chosen).toEqual([...new Set(chosen)].toSorted())
        expect(upperBound).toBeGreaterThanOrEqual(value)
        expect(gap).toBeGreaterThanOrEqual(0)
        expect(gap).toBeLessThan(1)
        if (infeasible !== null) expect(result).toMatchObject({ chosen: [], costFen: 0, value: 0, upperBound: 0, gap: 0 })
      }),
      { numRuns: 100 },
    )
  })

  test('says everything in both languages, sentence by sentence', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const { because, becauseZh } = solve(problem)
        expect(becauseZh).toHaveLength(because.length)
        expect(because.length).toBeGreaterThan(0)
        for (const sentence of because) expect(sentence).toMatch(/^[A-Z\d].*\.$/)
        for (const sentence of becauseZh ?? []) expect(sentence).toMatch(/^[^.;()]*(?:\d\.\d[^.;()]*)*。$/)
      }),
      { numRuns: 100 },
    )
  })

  test('does not change the problem it was given', () => {
    fc.assert(
      fc.property(anyProblem, (problem) => {
        const before = structuredClone(problem)
        solve(problem)
        expect(problem).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })
})

describe('what a plan says of itself', () => {
  test('how many of how many, for how much of how much, and that it is the best', () => {
    const result = solve({ budgetFen: 1_000_000, segments: [], candidates: micros(4, 300_000) })
    expect(result.because).toEqual([
      '3 of 4 candidates for CNY 9,000.00 of CNY 10,000.00.',
      'This plan is the best possible under these constraints: every combination was decided.',
    ])
    expect(result.becauseZh).toEqual([
      '从 4 位候选达人中选出 3 位，费用 ¥9,000.00，预算 ¥10,000.00。',
      '在这些约束下本方案已是最优：所有组合都已判定。',
    ])
  })

  test('that nobody was there to choose', () => {
    const { because, becauseZh } = solve({ budgetFen: 100, segments: [], candidates: [] })
    expect(because).toContain('There is no candidate to choose from.')
    expect(becauseZh).toContain('没有可选的达人。')
  })

  test('that everybody was banned is a plan of nobody, not a clash', () => {
    const candidates = micros(2, 10)
    expect(solve({ budgetFen: 100, segments: [], candidates, never: ['m0', 'm1'] })).toMatchObject({ chosen: [], gap: 0, infeasible: null })
  })
})

describe('what a refusal proposes', () => {
  test('money as money, people as numbers', () => {
    const problem = { budgetFen: 2_500_000, segments: [], candidates: micros(5, 1_000_000), constraints: [{ group: 'micro', minCount: 3 }] }
    const { because, becauseZh } = solve(problem)
    expect(because).toEqual([
      'No mix meets all constraints: the minimum number of micro KOLs and the budget clash.',
      'It would work with the minimum number of micro KOLs at 2 instead of 3.',
      'It would work with the budget at CNY 30,000.00 instead of CNY 25,000.00.',
    ])
    expect(becauseZh).toEqual([
      '没有组合能同时满足所有约束：腰部/初级达人最少人数、总预算相互冲突。',
      '把腰部/初级达人最少人数从 3 改为 2 即可。',
      '把总预算从 ¥25,000.00 改为 ¥30,000.00 即可。',
    ])
  })

  test('shares in percent, pins by leaving them out', () => {
    const share = { budgetFen: 1000, segments: [], candidates: micros(2, 200), constraints: [{ group: 'micro', minShare: 0.5 }] }
    expect(solve(share).because).toContain('It would work with the minimum budget share of micro KOLs at 40% instead of 50%.')
    const pinned = { budgetFen: 1000, segments: [], candidates: micros(2, 200), mustHave: ['m0'], never: ['m0'] }
    expect(solve(pinned).because.slice(1)).toEqual(['It would work without must-have m0.', 'It would work without never m0.'])
    expect(solve(pinned).becauseZh?.slice(1)).toEqual(['去掉「必选」名单中的 m0即可。', '去掉「不合作」名单中的 m0即可。'])
  })
})

describe('what solving refuses to guess', () => {
  test('an unchecked problem is a bug that lists every fault', () => {
    const broken = { budgetFen: -1, segments: [], candidates: [{ id: 'a', costFen: -2 }] }
    expect(() => solve(broken)).toThrow(/budgetFen: .*; candidates\.0\.costFen: /)
  })
})

test('a budget of nothing is said, and who costs nothing is chosen all the same', () => {
  const candidates = [
    { id: 'free', costFen: 0, value: 3 },
    { id: 'paid', costFen: 1, value: 9 },
  ]
  const nothing = solveMix({ budgetFen: 0, segments: [], candidates }, { clock: () => 0 })
  expect(nothing).toMatchObject({ chosen: ['free'], costFen: 0, value: 3, upperBound: 3 })
  expect(nothing.because).toContain('The budget is nothing: only who costs nothing can be chosen.')
  expect(nothing.becauseZh).toContain('预算为 0：只能选择不收费的达人。')
  expect(solveMix({ budgetFen: 1, segments: [], candidates }, { clock: () => 0 }).because.join(' ')).not.toContain('nothing')
})
