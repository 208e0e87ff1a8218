import { describe, expect, test } from 'vitest'
import type { BriefInput } from '../briefs/index.ts'
import type { GateInput } from './index.ts'
import { judgeBrief } from './index.ts'
import { makeBrief, makeCampaign, makeDeliverable, makeGateInput, makeItem, makeKpi, makeLint } from './test/gate-fixture.ts'

const [slot] = makeBrief().deliverables
const slots = (...changes: object[]) =>
  slot === undefined ? [] : changes.map((change, place) => ({ ...slot, id: `slot${place}`, ...change }))
const draftOf = (change: Partial<BriefInput>, state: 'draft' | 'approved' = 'approved') => ({
  brief: { id: 'b1', version: 1, state, authorId: 'u1', brief: makeBrief(change), lint: makeLint() },
})
const posts = (...changes: object[]) => ({
  deliverables: changes.map((change, place) => makeItem({ deliverable: makeDeliverable({ id: `p${place}`, ...change }) })),
})
const codesOf = (change: Partial<GateInput>) =>
  judgeBrief(makeGateInput({ today: '2027-01-05', ...change })).flatMap(({ findings }) =>
    findings.map(({ severity, code }) => `${severity} ${code}`),
  )
const goal = { primary: 'awareness' as const, reasonForOtherGoal: null, kpis: [makeKpi()] }
const { name, target, deadline } = makeKpi()

describe('posts of each creator', () => {
  const differs = ['warn brief.count_differs']
  test.each<{ why: string; change: Partial<GateInput>; codes: string[] }>([
    { why: 'one asked, one planned', change: posts({}), codes: [] },
    { why: 'one asked, two planned', change: posts({}, {}), codes: differs },
    { why: 'near miss: two creators with one each', change: posts({}, { creatorId: 'c2' }), codes: [] },
    { why: 'two asked, one planned', change: draftOf({ deliverables: slots({ count: 2 }) }), codes: differs },
    {
      why: 'near miss: two lines of one kind are added',
      change: { ...draftOf({ deliverables: slots({}, {}) }), ...posts({}, {}) },
      codes: [],
    },
    { why: 'near miss: nothing is planned yet', change: { deliverables: [] }, codes: [] },
  ])('$why', ({ change, codes }) => expect([...new Set(codesOf(change))]).toEqual(codes))
})

describe('days', () => {
  const outside = ['warn brief.planned_outside_window']
  test.each<{ why: string; plannedFor: string | null; codes: string[] }>([
    { why: 'inside', plannedFor: '2027-01-20', codes: [] },
    { why: 'the first day', plannedFor: '2027-01-11', codes: [] },
    { why: 'the last day', plannedFor: '2027-01-31', codes: [] },
    { why: 'a day before', plannedFor: '2027-01-10', codes: outside },
    { why: 'a day after', plannedFor: '2027-02-01', codes: outside },
    { why: 'no day yet', plannedFor: null, codes: [] },
  ])('planned: $why', ({ plannedFor, codes }) => expect(codesOf(posts({ plannedFor }))).toEqual(codes))

  test.each<{ why: string; today: string; state: 'draft' | 'approved'; isTold: boolean }>([
    { why: 'three days are enough', today: '2027-01-08', state: 'draft', isTold: false },
    { why: 'two are not', today: '2027-01-09', state: 'draft', isTold: true },
    { why: 'near miss: an approved brief is on its way', today: '2027-01-09', state: 'approved', isTold: false },
  ])('filing: $why', ({ today, state, isTold }) => {
    expect(codesOf({ ...draftOf({}, state), today }).includes('warn brief.window_too_soon')).toBe(isTold)
  })
})

describe('KPIs', () => {
  const told = (kpi: BriefInput['kpis']) => codesOf({ ...draftOf({ kpis: kpi }), campaign: makeCampaign({ goal }) })
  const differs = ['block brief.kpi_differs']
  test.each<{ why: string; kpis: NonNullable<BriefInput['kpis']>; codes: string[] }>([
    { why: 'none told', kpis: [], codes: [] },
    { why: 'as the goal has it', kpis: [{ name, target, deadline }], codes: [] },
    { why: 'without numbers', kpis: [{ name, target: null, deadline: null }], codes: [] },
    { why: 'another target', kpis: [{ name, target: target + 1, deadline }], codes: differs },
    { why: 'another deadline', kpis: [{ name, target, deadline: '2027-03-01' }], codes: differs },
    { why: 'one the goal does not have', kpis: [{ name: 'sales', target: null, deadline: null }], codes: differs },
  ])('$why', ({ kpis, codes }) => expect(told(kpis)).toEqual(codes))

  test('without a goal every told KPI is one too many', () => {
    expect(codesOf({ ...draftOf({ kpis: [{ name, target, deadline }] }), campaign: makeCampaign({ goal: null }) })).toEqual(differs)
  })
})
