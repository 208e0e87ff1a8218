import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBudget } from './find-budget.ts'

const YUAN_1000 = 100_000
const stepAt = (fen: number) => (budgetFen: number) => (budgetFen >= fen ? 0.9 : 0.1)

describe('the budget that makes a target likely', () => {
  test.each([
    { why: 'on a step of CNY 1,000', at: 50 * YUAN_1000, found: 50 * YUAN_1000 },
    { why: 'just above a step: the next one', at: 50 * YUAN_1000 + 1, found: 51 * YUAN_1000 },
    { why: 'right above where it starts', at: 10 * YUAN_1000 + 1, found: 11 * YUAN_1000 },
    { why: 'the most there is', at: 1000 * YUAN_1000, found: 1000 * YUAN_1000 },
  ])('$why', ({ at, found }) => {
    expect(findBudget({ fromFen: 10 * YUAN_1000, mostFen: 1000 * YUAN_1000, atLeast: 0.5 }, stepAt(at))).toBe(found)
  })

  test.each([
    { why: 'never likely', most: 1000, chance: () => 0.49 },
    { why: 'only beyond the most', most: 1000, chance: stepAt(1001 * YUAN_1000) },
    { why: 'no room above the start', most: 10, chance: () => 1 },
    { why: 'less than the start', most: 5, chance: () => 1 },
  ])('none: $why', ({ most, chance }) => {
    expect(findBudget({ fromFen: 10 * YUAN_1000, mostFen: most * YUAN_1000, atLeast: 0.5 }, chance)).toBeNull()
  })

  test('exactly as likely as asked is likely enough', () => {
    expect(findBudget({ fromFen: 0, mostFen: 100 * YUAN_1000, atLeast: 0.5 }, () => 0.5)).not.toBeNull()
  })

  test('for chances that rise with the budget it is the smallest step that is likely', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 1000 }), (from, at) => {
        const found = findBudget({ fromFen: from * YUAN_1000, mostFen: 1000 * YUAN_1000, atLeast: 0.5 }, stepAt(at * YUAN_1000))
        if (from >= 1000) expect(found).toBeNull()
        else expect(found).toBe(Math.max(from + 1, at) * YUAN_1000)
      }),
    )
  })

  test('it asks the planner a few times, not once per step', () => {
    let asked = 0
    findBudget({ fromFen: 10 * YUAN_1000, mostFen: 100_000 * YUAN_1000, atLeast: 0.5 }, (budgetFen) => {
      asked++
      return budgetFen >= 54_321 * YUAN_1000 ? 1 : 0
    })
    expect(asked).toBeLessThan(60)
  })
})
