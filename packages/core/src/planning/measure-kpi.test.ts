import { describe, expect, test } from 'vitest'
import { carriesKpi, measureKpi, OWN_KPIS } from './measure-kpi.ts'
import { buildMixModel } from './mix-model.ts'
import { startPick, valueOf } from './mix-pick.ts'
import { mixProblemSchema } from './schema.ts'

const problem = mixProblemSchema.parse({
  budgetFen: 10,
  segments: [
    { id: 'young', size: 1000, weight: 3 },
    { id: 'old', size: 500, weight: 0 },
  ],
  candidates: [
    { id: 'b', costFen: 1, value: 7, reach: { young: 0.5, old: 0.2 }, kpis: { leads: 4, constructor: 2 } },
    { id: 'a', costFen: 1, value: 2, reach: { young: 0.5 }, kpis: {} },
  ],
})
const model = buildMixModel(problem)
const measure = (kpi: string, members: readonly number[]) => valueOf(startPick(measureKpi(kpi, problem, model), members))

describe('a KPI in place of the value', () => {
  test.each([
    ['value', [0, 1], 3 * 750 + 9],
    ['reach', [0, 1], 750 + 100],
    ['reach', [0], 500],
    ['count', [0, 1], 2],
    ['count', [], 0],
    ['leads', [0, 1], 4],
    ['leads', [0], 0],
    ['constructor', [0, 1], 2],
    ['toString', [0, 1], 0],
  ])('%s of %j', (kpi, members, expected) => expect(measure(kpi, members)).toBeCloseTo(expected, 9))

  test('leaves limits, costs and rivals as they are, and the model itself untouched', () => {
    const before = [...model.value]
    const leads = measureKpi('leads', problem, model)
    expect(leads).toMatchObject({ ids: model.ids, costFen: model.costFen, limits: model.limits, budgetFen: 10 })
    expect([...model.value]).toEqual(before)
  })
})

describe('who carries a KPI', () => {
  const [b, a] = problem.candidates
  test.each([...OWN_KPIS])('%s: everybody', (kpi) => expect([a, b].map((one) => one && carriesKpi(one, kpi))).toEqual([true, true]))

  test.each([
    ['leads', [false, true]],
    ['constructor', [false, true]],
    ['toString', [false, false]],
  ])('%s: whoever states it', (kpi, expected) => expect([a, b].map((one) => one && carriesKpi(one, kpi))).toEqual(expected))
})
