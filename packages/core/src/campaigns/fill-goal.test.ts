import { describe, expect, test } from 'vitest'
import { makeKpi } from './test/campaign-fixture.ts'
import { fillGoal, type Goal, type GuardRail } from './index.ts'

const rail = (metric: GuardRail['metric'], value: number): GuardRail => ({
  metric,
  bound: 'atMost',
  value,
  unit: 'CNY',
  source: '示例',
  deliveredBy: '示例',
  deliveredWhen: 'T+7',
})
const basis = { source: 'First snow, T+7', to: '2026-12-31' }
const goal = (known: Partial<Goal> = {}): Goal => ({ primary: 'awareness', reasonForOtherGoal: null, kpis: [], ...known })
const proposed = goal({
  primary: 'product',
  kpis: [
    makeKpi({ name: 'views', unit: 'views', target: 9, baseline: 700, baselineBasis: basis }),
    makeKpi({ name: 'mentions', unit: 'posts' }),
  ],
  guardRails: [rail('cpe', 5), rail('cpm', 60)],
})

describe('a goal that an earlier one fills', () => {
  test('without a goal it is the proposal', () => expect(fillGoal(null, proposed)).toEqual(proposed))

  test('gets the baseline where there is none, further KPIs and guard-rails; target, goal and limits stay', () => {
    const own = goal({ kpis: [makeKpi({ name: 'views', unit: 'views', target: 50, baseline: null })], guardRails: [rail('cpm', 40)] })
    const filled = fillGoal(own, proposed)
    expect(filled.primary).toBe('awareness')
    expect(filled.kpis.map(({ name, target, baseline }) => [name, target, baseline])).toEqual([
      ['views', 50, 700],
      ['mentions', proposed.kpis[1]?.target, proposed.kpis[1]?.baseline ?? null],
    ])
    expect(filled.kpis[0]?.baselineBasis).toEqual(basis)
    expect(filled.guardRails).toEqual([rail('cpm', 40), rail('cpe', 5)])
  })

  test.each([
    ['a baseline that was typed, were it nought', { baseline: 0 }, 0],
    ['a KPI in another unit', { baseline: null, unit: 'plays' }, null],
  ])('leaves %s alone', (_, known, baseline) => {
    const own = goal({ kpis: [makeKpi({ name: 'views', unit: 'views', ...known })] })
    expect(fillGoal(own, proposed).kpis[0]?.baseline).toBe(baseline)
  })
})
