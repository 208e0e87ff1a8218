import { describe, expect, test } from 'vitest'
import { comparePlans, nameCause, planAskSchema, type PlanResult } from './index.ts'

const plan = (known: Partial<PlanResult> = {}): PlanResult => ({
  chosen: ['a', 'b'],
  costFen: 1_000_000,
  value: 800,
  upperBound: 900,
  gap: 0.1,
  method: 'greedy+swap',
  elapsedMs: 5,
  because: [],
  infeasible: null,
  creators: [],
  left: [],
  reserve: [],
  kpis: [{ name: 'views', unit: 'views', p10: 1, p50: 50_000, p90: 3, target: 60_000, pTarget: 0.4 }],
  budgetFor: null,
  ...known,
})
const refused = plan({ chosen: [], costFen: 0, value: 0, kpis: [], infeasible: { clash: ['budgetFen'], smallest: [] } })

describe('one plan held against another', () => {
  test('who joins, who leaves, and what each number changes by', () => {
    const after = plan({
      chosen: ['b', 'c'],
      costFen: 900_000,
      value: 700,
      kpis: [{ name: 'views', unit: 'views', p10: 1, p50: 45_000, p90: 3, target: 60_000, pTarget: 0.25 }],
    })
    expect(comparePlans(plan(), after)).toEqual({
      costFen: { before: 1_000_000, after: 900_000, change: -100_000 },
      value: { before: 800, after: 700, change: -100 },
      kpis: [
        {
          name: 'views',
          unit: 'views',
          p50: { before: 50_000, after: 45_000, change: -5000 },
          pTarget: { before: 0.4, after: 0.25, change: expect.closeTo(-0.15, 12) },
        },
      ],
      joins: ['c'],
      leaves: ['a'],
    })
  })

  test('a plan against itself changes nothing', () => {
    const { costFen, value, kpis, joins, leaves } = comparePlans(plan(), plan())
    expect([costFen.change, value.change, ...kpis.flatMap(({ p50, pTarget }) => [p50.change, pTarget.change])]).toEqual([0, 0, 0, 0])
    expect([...joins, ...leaves]).toEqual([])
  })

  test('a refused plan costs nothing that could be told: its numbers are unknown, not 0', () => {
    const { costFen, value, kpis, leaves } = comparePlans(plan(), refused)
    expect(costFen).toEqual({ before: 1_000_000, after: null, change: null })
    expect(value).toEqual({ before: 800, after: null, change: null })
    expect(kpis[0]?.p50).toEqual({ before: 50_000, after: null, change: null })
    expect(leaves).toEqual(['a', 'b'])
  })

  test('a target that only one of them has leaves its change unknown', () => {
    const untold = plan({ kpis: [{ name: 'views', unit: 'views', p10: 1, p50: 50_000, p90: 3, target: null, pTarget: null }] })
    expect(comparePlans(untold, plan()).kpis[0]?.pTarget).toEqual({ before: null, after: 0.4, change: null })
  })
})

describe('why a version is made', () => {
  const ID = '01a20000-0000-7000-8000-000000000001'
  test.each([
    { ask: {}, isFirst: true, cause: 'first' },
    { ask: {}, isFirst: false, cause: 'again' },
    { ask: { keep: [ID] }, isFirst: false, cause: 'locked' },
    { ask: { drop: [ID] }, isFirst: false, cause: 'locked' },
    { ask: { scenario: 'half', keep: [ID] }, isFirst: true, cause: 'scenario' },
  ])('%j', ({ ask, isFirst, cause }) => {
    expect(nameCause(planAskSchema.parse(ask), { isFirst })).toBe(cause)
  })

  test.each([{ budgetFen: 0 }, { budgetFen: -1 }, { budgetFen: 1.5 }, { budgetFen: Number.NaN }, { scenario: ' ' }, { keep: ['x'] }])(
    'an asking that cannot be is refused: %j',
    (ask) => {
      expect(planAskSchema.safeParse(ask).success).toBe(false)
    },
  )
})
