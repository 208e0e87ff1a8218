import { describe, expect, test } from 'vitest'
import type { GateInput } from './index.ts'
import { judgeGoal } from './index.ts'
import { makeCampaign, makeGateInput, makeKpi, makePlan, makeRail } from './test/gate-fixture.ts'

const goalWith = (...kpis: ReturnType<typeof makeKpi>[]) => makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis } })
const codesOf = (change: Partial<GateInput>) =>
  judgeGoal(makeGateInput(change)).flatMap(({ findings }) => findings.map(({ severity, code }) => `${severity} ${code}`))
const likely = (pTarget: number | null) =>
  makePlan({ kpis: [{ name: 'interactions', unit: 'interactions', p10: 1, p50: 2, p90: 3, target: 50_000, pTarget }] })
const assumed = (pTarget: number) => {
  const plan = likely(pTarget)
  return { ...plan, kpis: plan.kpis.map((kpi) => ({ ...kpi, basis: 'assumed' as const })) }
}

describe('goal gate', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; codes: string[] }[] = [
    { why: 'complete, no mix yet: feasibility unknown says nothing', change: {}, codes: [] },
    { why: 'a likely target', change: { plan: makePlan() }, codes: [] },
    { why: 'near miss: exactly 50 % is enough', change: { plan: likely(0.5) }, codes: [] },
    { why: 'below 50 %', change: { plan: likely(0.499) }, codes: ['block goal.unlikely'] },
    { why: 'below 50 % by a rate that is assumed: a warning', change: { plan: assumed(0.1) }, codes: ['warn goal.unlikely'] },
    { why: 'near miss: assumed and likely', change: { plan: assumed(0.5) }, codes: [] },
    { why: 'unknown probability never blocks', change: { plan: likely(null) }, codes: ['info goal.feasibility_unknown'] },
    {
      why: 'a forecast for another target says nothing about this one',
      change: { campaign: goalWith(makeKpi({ target: 50_001 })), plan: likely(0.1) },
      codes: ['info goal.feasibility_unknown'],
    },
    { why: 'no KPI', change: { campaign: goalWith() }, codes: ['block goal.no_kpi'] },
    { why: 'blank definition', change: { campaign: goalWith(makeKpi({ definition: ' ' })) }, codes: ['block goal.kpi_incomplete'] },
    { why: 'baseline unknown', change: { campaign: goalWith(makeKpi({ baseline: null })) }, codes: ['warn goal.baseline_unknown'] },
    {
      why: 'a baseline of nowhere',
      change: { campaign: goalWith(makeKpi({ baselineBasis: null })) },
      codes: ['warn goal.baseline_unsourced'],
    },
    {
      why: 'a target no higher than its baseline',
      change: { campaign: goalWith(makeKpi({ baseline: 50_000 })) },
      codes: ['warn goal.target_below_baseline'],
    },
    { why: 'near miss: a baseline of zero is known', change: { campaign: goalWith(makeKpi({ baseline: 0 })) }, codes: [] },
    {
      why: 'deadline before the end',
      change: { campaign: goalWith(makeKpi({ deadline: '2027-01-30' })) },
      codes: ['warn goal.deadline_before_end'],
    },
    { why: 'near miss: on the last day', change: { campaign: goalWith(makeKpi({ deadline: '2027-01-31' })) }, codes: [] },
    {
      why: 'deadline before the start says only that',
      change: { campaign: goalWith(makeKpi({ deadline: '2027-01-10' })) },
      codes: ['block goal.deadline_before_start'],
    },
    { why: 'one KPI twice', change: { campaign: goalWith(makeKpi(), makeKpi()) }, codes: ['block goal.kpi_repeated'] },
    {
      why: 'another goal without a reason',
      change: { campaign: makeCampaign({ stage: 'established' }) },
      codes: ['block goal.other_without_reason'],
    },
    {
      why: 'near miss: another goal with a reason',
      change: {
        campaign: makeCampaign({
          stage: 'established',
          goal: { primary: 'awareness', reasonForOtherGoal: 'relaunch under a new name', kpis: [makeKpi()] },
        }),
      },
      codes: [],
    },
  ]
  test.each(cases)('$why', ({ change, codes }) => {
    expect(codesOf(change)).toEqual(codes)
  })

  test('without a goal the gate is open and blocks nothing by itself', () => {
    const [answer] = judgeGoal(makeGateInput({ campaign: makeCampaign({ goal: null }) }))
    expect(answer?.isOpen).toBe(true)
    expect(answer?.findings.map(({ code }) => code)).toEqual(['goal.missing'])
  })

  test('an unlikely target names the budgets, and says when none is enough', () => {
    const [finding] =
      judgeGoal(makeGateInput({ plan: { ...likely(0.2), budgetFor: { p50Fen: 12_345_600, p80Fen: null } } }))[0]?.findings ?? []
    expect(finding?.waivable).toBe(true)
    expect(finding?.because.en).toContain('20%')
    expect(finding?.fix.en).toContain('50 % needs CNY 123,456.00')
    expect(finding?.fix.en).toContain('no budget in this pool reaches 80 %')
    expect(finding?.fix.zh).toContain('¥123,456.00')
  })

  // Those who say yes cost 20 fen per interaction and 0.6 fen per view at P50.
  const rails: readonly { rail: Parameters<typeof makeRail>[0]; isNamed: boolean }[] = [
    { rail: { metric: 'cpe', value: 0.2 }, isNamed: false },
    { rail: { metric: 'cpe', value: 0.19 }, isNamed: true },
    { rail: { metric: 'cpm', value: 6 }, isNamed: false },
    { rail: { metric: 'cpm', value: 5.9 }, isNamed: true },
    { rail: { metric: 'cpv', value: 0.006 }, isNamed: false },
    { rail: { metric: 'cpv', value: 0.005 }, isNamed: true },
    { rail: { metric: 'views', bound: 'atLeast', value: 2_000_000 }, isNamed: false },
    { rail: { metric: 'views', bound: 'atLeast', value: 2_000_001 }, isNamed: true },
    { rail: { metric: 'reach', bound: 'atLeast', value: 1e9 }, isNamed: false },
    { rail: { metric: 'refundShare', value: 0 }, isNamed: false },
  ]
  test.each(rails)('guard-rail $rail.metric $rail.value against the plan', ({ rail, isNamed }) => {
    const campaign = makeCampaign({
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], guardRails: [makeRail(rail)] },
    })
    const views = { name: 'views', unit: 'views', p10: 1, p50: 2_000_000, p90: 3_000_000, target: null, pTarget: null }
    const costPer = { views: { p10: 0.3, p50: 0.6, p90: 1.2 }, interactions: { p10: 13, p50: 20, p90: 40 } }
    const plan = makePlan({ kpis: [...makePlan().kpis, views], costPer })
    expect(codesOf({ campaign, plan })).toEqual(isNamed ? ['warn goal.guard_unlikely'] : [])
  })

  test('the cost is named as the forecast it is, in both languages', () => {
    const campaign = makeCampaign({
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], guardRails: [makeRail({ metric: 'cpe', value: 0.1 })] },
    })
    const told = judgeGoal(makeGateInput({ campaign, plan: makePlan() })).flatMap(({ findings }) => findings)
    const finding = told.find(({ code }) => code === 'goal.guard_unlikely')
    expect(finding?.because.en).toContain('Cost per interaction (CPE), forecast, by those who say yes: 0.2; the guard-rail is at most 0.1')
    expect(finding?.because.zh).toContain('「单次互动成本（CPE），预估，按接受邀约者计」为 0.2')
  })

  test('a plan of nothing breaks no guard-rail: unknown is not endless', () => {
    const campaign = makeCampaign({
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], guardRails: [makeRail({ value: 0 })] },
    })
    expect(codesOf({ campaign, plan: makePlan({ costPer: { views: null, interactions: null } }) })).toEqual([])
  })

  test('what the plan costs in all is not divided by views of those who may say yes', () => {
    const campaign = makeCampaign({
      goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], guardRails: [makeRail({ metric: 'cpe', value: 0.2 })] },
    })
    expect(codesOf({ campaign, plan: makePlan({ costFen: 9_999_999 }) })).toEqual([])
  })

  test('a part of a plan is told as a part, with what all of it would make', () => {
    const whole = { creators: 7, kpis: likely(0.81).kpis }
    const [finding] = judgeGoal(makeGateInput({ plan: { ...likely(0.2), budgetFor: null, whole } }))[0]?.findings ?? []
    expect(finding?.because.en).toContain('The 0 creators chosen of 7 planned reach')
    expect(finding?.fix.en).toBe('Choose more of the plan (all 7 creators of it: 81%), plan again, or lower the target.')
    expect(finding?.fix.zh).toContain('全部 7 位：81%')
  })

  test('where all of the plan is not likely either, the budgets of the whole are named: choosing more is no way out', () => {
    const whole = { creators: 7, kpis: likely(0.31).kpis, budgetFor: { p50Fen: 25_600_000, p80Fen: null } }
    const [finding] = judgeGoal(makeGateInput({ plan: { ...likely(0.2), budgetFor: null, whole } }))[0]?.findings ?? []
    expect(finding?.fix.en).toBe(
      'All 7 creators of the plan make no more than 31%. Raise the budget or lower the target: 50 % needs CNY 256,000.00, no budget in this pool reaches 80 %.',
    )
    expect(finding?.fix.zh).toContain('方案全部 7 位也只有 31%。请提高预算或下调目标：达到 50% 需要 ¥256,000.00')
  })

  test('with chosen creators whom the plan does not know nothing is promised, and that is said', () => {
    const answers = judgeGoal(makeGateInput({ plan: { ...makePlan({ kpis: [] }), unplanned: 2 } }))
    const [finding] = answers[0]?.findings ?? []
    expect(finding?.code).toBe('goal.feasibility_unknown')
    expect(finding?.because.en).toContain('2 of the chosen creators are not in the plan')
    expect(finding?.fix.zh).toBe('请锁定已选达人后重新规划。')
  })

  test('a plan without budgets gives advice without numbers', () => {
    const [finding] = judgeGoal(makeGateInput({ plan: { ...likely(0.2), budgetFor: null } }))[0]?.findings ?? []
    expect(finding?.fix.en).toBe('Raise the budget or lower the target.')
  })
})
