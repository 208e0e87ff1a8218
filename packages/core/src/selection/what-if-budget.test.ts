import { describe, expect, test } from 'vitest'
import { makeCampaign } from '../campaigns/test/campaign-fixture.ts'
import type { ShortPlan } from './plan-parts-schema.ts'
import { askBudgets } from './what-if-budget.ts'

const campaign = makeCampaign({
  budgetFen: 1_000_000,
  mix: [{ type: 'micro', minCount: 1, maxCount: null, minShare: null, maxShare: null }],
})

// Three micro KOLs of which a tenth more or less of the budget takes one in or out.
const problem = {
  budgetFen: 1_000_000,
  segments: [],
  candidates: [500_000, 500_000, 100_000].map((costFen, index) => ({
    id: `m${index}`,
    costFen,
    value: costFen / 1000,
    groups: ['micro'],
  })),
}

const ask = (value: number, candidates = problem.candidates) =>
  askBudgets({
    campaign,
    built: { problem: { ...problem, candidates }, because: [] },
    chosen: ['m0', 'm1'],
    value,
    tell: (chosen, asked): ShortPlan => ({
      chosen: [...chosen],
      costFen: asked.budgetFen,
      value: candidates.filter(({ id }) => chosen.includes(id)).reduce((sum, one) => sum + one.value, 0),
      kpis: [],
      joins: chosen.filter((id) => id === 'm2'),
      leaves: ['m0', 'm1'].filter((id) => !chosen.includes(id)),
    }),
  })

describe('a tenth more or less', () => {
  test('names budget, who joins and leaves, and the move of the value', () => {
    const [less, more] = ask(1000)
    expect(less).toMatchObject({ change: -0.1, budgetFen: 900_000, plan: { leaves: [expect.any(String)], joins: ['m2'] } })
    expect(less?.because.en).toMatch(/^10% less .CNY 9,000.00.: value down 40.0.?%; 1 join, 1 leave.$/)
    expect(more).toMatchObject({ change: 0.1, budgetFen: 1_100_000, plan: { joins: ['m2'], leaves: [] } })
    expect(more?.because.zh).toContain('预算增加 10%')
  })

  test('unchanged is said as such', () => {
    const [, more] = ask(1100)
    expect(more?.because.en).toContain('value unchanged')
    expect(more?.because.zh).toContain('价值不变')
  })

  test('where no mix meets the constraints it says so and shows none', () => {
    const [less] = ask(1000, [{ id: 'm0', costFen: 950_000, value: 1000, groups: ['micro'] }])
    expect(less?.plan).toBeNull()
    expect(less?.because).toEqual({
      en: '10% less (CNY 9,000.00): no mix meets the constraints.',
      zh: expect.stringContaining('没有组合能满足约束'),
    })
  })
})
