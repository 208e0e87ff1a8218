import { describe, expect, test } from 'vitest'
import { checkGoalForm, type Finding, type Goal, type Kpi } from './index.ts'
import { makeCampaign, makeKpi, makeRail } from './test/campaign-fixture.ts'

const SUBJECT = { kind: 'campaign', id: 'campaign' } as const
const goalOf = (change: Partial<Goal> = {}): Goal => ({ primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi()], ...change })
const check = (goal: Goal, change: Parameters<typeof makeCampaign>[0] = {}) => checkGoalForm(goal, makeCampaign(change), SUBJECT)
const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)
const withKpi = (change: Partial<Kpi>) => goalOf({ kpis: [makeKpi(change)] })

describe('a complete goal', () => {
  test.each([
    { why: 'awareness of a new brand', goal: goalOf(), stage: 'new' },
    { why: 'a product of an established brand', goal: goalOf({ primary: 'product' }), stage: 'established' },
    {
      why: 'another goal with a reason',
      goal: goalOf({ primary: 'product', reasonForOtherGoal: 'A shop opened last month.' }),
      stage: 'new',
    },
    { why: 'two different KPIs', goal: goalOf({ kpis: [makeKpi(), makeKpi({ name: 'newFollowers' })] }), stage: 'new' },
    { why: 'a baseline of 0 is a baseline', goal: withKpi({ baseline: 0 }), stage: 'new' },
    { why: 'a target one above its baseline', goal: withKpi({ target: 1201 }), stage: 'new' },
    {
      why: 'a band of one guard-rail',
      goal: goalOf({ guardRails: [makeRail(), makeRail({ bound: 'atLeast', value: 10 })] }),
      stage: 'new',
    },
    { why: 'due on the last day', goal: withKpi({ deadline: '2027-01-31' }), stage: 'new' },
  ] as const)('has no findings: $why', ({ goal, stage }) => {
    expect(codesOf(check(goal, { stage }))).toEqual([])
  })
})

describe('what is missing or odd', () => {
  test.each([
    { why: 'no KPI', goal: goalOf({ kpis: [] }), code: 'goal.no_kpi', severity: 'block', waivable: false },
    {
      why: 'a KPI twice',
      goal: goalOf({ kpis: [makeKpi(), makeKpi({ target: 2000 })] }),
      code: 'goal.kpi_repeated',
      severity: 'block',
      waivable: false,
    },
    {
      why: 'another goal, silent',
      goal: goalOf({ primary: 'product' }),
      code: 'goal.other_without_reason',
      severity: 'block',
      waivable: true,
    },
    {
      why: 'a reason of spaces',
      goal: goalOf({ primary: 'product', reasonForOtherGoal: '  ' }),
      code: 'goal.other_without_reason',
      severity: 'block',
      waivable: true,
    },
    { why: 'no unit', goal: withKpi({ unit: '' }), code: 'goal.kpi_incomplete', severity: 'block', waivable: true },
    { why: 'a definition of spaces', goal: withKpi({ definition: ' \t' }), code: 'goal.kpi_incomplete', severity: 'block', waivable: true },
    { why: 'nobody delivers it', goal: withKpi({ deliveredBy: '' }), code: 'goal.kpi_incomplete', severity: 'block', waivable: true },
    {
      why: 'due before the start',
      goal: withKpi({ deadline: '2027-01-10' }),
      code: 'goal.deadline_before_start',
      severity: 'block',
      waivable: false,
    },
    {
      why: 'due on the first day',
      goal: withKpi({ deadline: '2027-01-11' }),
      code: 'goal.deadline_before_end',
      severity: 'warn',
      waivable: true,
    },
    {
      why: 'due a day before the end',
      goal: withKpi({ deadline: '2027-01-30' }),
      code: 'goal.deadline_before_end',
      severity: 'warn',
      waivable: true,
    },
    {
      why: 'a baseline of nowhere',
      goal: withKpi({ baselineBasis: null }),
      code: 'goal.baseline_unsourced',
      severity: 'warn',
      waivable: true,
    },
    { why: 'a target no higher', goal: withKpi({ target: 1200 }), code: 'goal.target_below_baseline', severity: 'warn', waivable: true },
    {
      why: 'one guard-rail twice',
      goal: goalOf({ guardRails: [makeRail(), makeRail({ value: 5 })] }),
      code: 'goal.guard_clash',
      severity: 'block',
      waivable: false,
    },
    {
      why: 'at least more than at most',
      goal: goalOf({ guardRails: [makeRail(), makeRail({ bound: 'atLeast', value: 11 })] }),
      code: 'goal.guard_clash',
      severity: 'block',
      waivable: false,
    },
    {
      why: 'a limit of nowhere',
      goal: goalOf({ guardRails: [makeRail({ source: ' ' })] }),
      code: 'goal.guard_incomplete',
      severity: 'warn',
      waivable: true,
    },
    { why: 'no baseline', goal: withKpi({ baseline: null }), code: 'goal.baseline_unknown', severity: 'warn', waivable: true },
  ])('$why: $code', ({ goal, code, severity, waivable }) => {
    const findings = check(goal)
    expect(codesOf(findings)).toEqual([code])
    expect(findings[0]).toMatchObject({ severity, waivable, subject: SUBJECT })
  })

  test('one KPI with three holes is one finding that names all three', () => {
    const [finding, ...others] = check(withKpi({ unit: '', definition: '', deliveredBy: '' }))
    expect(others).toEqual([])
    expect(finding?.because.en).toContain('unit, definition, deliveredBy')
    expect(finding?.because.zh).toContain('单位、口径、数据提供方')
  })

  test('each KPI is judged by itself', () => {
    const goal = goalOf({ kpis: [makeKpi({ baseline: null }), makeKpi({ name: 'views', deadline: '2026-12-01' })] })
    expect(codesOf(check(goal))).toEqual(['goal.baseline_unknown', 'goal.deadline_before_start'])
  })

  test('three equal KPIs are named once', () => {
    const [finding] = check(goalOf({ kpis: [makeKpi(), makeKpi(), makeKpi()] }))
    expect(finding?.because.en.match(/interactions/g)).toHaveLength(1)
  })

  test('every sentence exists in both languages', () => {
    const goals = [goalOf({ kpis: [] }), goalOf({ primary: 'product' }), withKpi({ unit: '', baseline: null, deadline: '2026-01-01' })]
    for (const { because, fix } of goals.flatMap((goal) => check(goal)))
      for (const text of [because, fix]) {
        expect(text.en).toMatch(/^[A-Z].*\.$/)
        expect(text.zh).toMatch(/[\u4e00-\u9fff].*。$/)
      }
  })
})
