import { describe, expect, test } from 'vitest'
import type { Gate, Waiver } from '../campaigns/index.ts'
import { judgeGates, type GateInput } from './index.ts'
import {
  makeAccount,
  makeBrief,
  makeCampaign,
  makeChosen,
  makeDeliverable,
  makeDraft,
  makeGateInput,
  makeHit,
  makeItem,
  makeKpi,
  makeLint,
  makePlan,
} from './test/gate-fixture.ts'
import { sha256 } from '../../test/sha256.ts'

const judge = (change: Partial<GateInput>) => judgeGates(makeGateInput(change), sha256).gates.flatMap(({ judgements }) => judgements)

/** A waiver, by the owner and with evidence, of one finding on exactly this input. */
function waive(gate: Gate, code: string, change: Partial<GateInput>): Waiver {
  const judgement = judge(change).find((one) => one.gate === gate && one.findings.some((finding) => finding.code === code))
  if (judgement === undefined) throw new Error(`${code} does not appear`)
  const { subject, inputHash } = judgement
  return {
    gate,
    code,
    subject,
    inputHash,
    person: '示例·负责人',
    role: 'owner',
    reason: 'agreed in writing',
    evidence: 'letter 3',
    at: '2027-01-12T00:00:00.000Z',
  }
}

const rival = makeCampaign({ competitors: ['Bergquell'] })
const engaged = { brand: 'Bergquell', category: 'food', from: '2026-12-20', to: '2026-12-31', exclusive: false, source: '达人自述' }
const conflicted = (more: object = {}) => ({ campaign: rival, chosen: [makeChosen({ engagements: [engaged], ...more })] })
const unlikely = (pTarget = 0.2) => ({ plan: makePlan({ kpis: makePlan().kpis.map((kpi) => ({ ...kpi, pTarget })) }) })
const inReview = (more: object = {}, brief = {}) => ({
  brief: {
    id: 'b1',
    version: 1,
    state: 'in_review' as const,
    authorId: 'u1',
    brief: makeBrief(brief),
    lint: makeLint({ id: 'b1' }),
    review: { reviewers: 0, isApproved: false, isEnteredByAuthor: false },
    ...more,
  },
})
const exceeded = (more: Parameters<typeof makeDeliverable>[0] = {}, item: Parameters<typeof makeItem>[0] = {}) => ({
  deliverables: [makeItem({ deliverable: makeDeliverable({ revisionRounds: 2, state: 'changes_requested', ...more }), ...item })],
})
const flagged = (text = '最佳面霜', match = '最佳') => ({
  deliverables: [
    makeItem({ draft: makeDraft(text, { lint: makeLint({ verdict: 'error', findings: [makeHit('error', 'ad-law.art09-3', match)] }) }) }),
  ],
})
const overBudget = (more: Partial<Parameters<typeof makeCampaign>[0]> = {}) => ({
  campaign: makeCampaign({ budgetFen: 1_000_000, ...more }),
})

interface Row {
  readonly why: string
  readonly gate: Gate
  readonly code: string
  readonly waived: Partial<GateInput>
  readonly later: Partial<GateInput>
  readonly state: 'waived' | 'blocked'
}

// What was waived, what is there later, and whether the waiver still counts: exactly when nothing changed that the gate looks at.
const ROWS: readonly Row[] = [
  { why: 'goal: nothing changed', gate: 'goal', code: 'goal.unlikely', waived: unlikely(), later: unlikely(), state: 'waived' },
  {
    why: 'goal: another forecast, still unlikely',
    gate: 'goal',
    code: 'goal.unlikely',
    waived: unlikely(),
    later: unlikely(0.3),
    state: 'blocked',
  },
  {
    why: 'goal: somebody chosen said yes, and the chance is better',
    gate: 'goal',
    code: 'goal.unlikely',
    waived: unlikely(),
    later: { plan: { ...unlikely(0.3).plan, unanswered: { kpis: unlikely().plan.kpis, costPer: { views: null, interactions: null } } } },
    state: 'waived',
  },
  {
    why: 'goal: more budget',
    gate: 'goal',
    code: 'goal.unlikely',
    waived: unlikely(),
    later: { ...unlikely(), campaign: makeCampaign({ budgetFen: 20_000_000 }) },
    state: 'blocked',
  },
  {
    why: 'goal: another baseline',
    gate: 'goal',
    code: 'goal.unlikely',
    waived: unlikely(),
    later: {
      ...unlikely(),
      campaign: makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ baseline: 1 })] } }),
    },
    state: 'blocked',
  },
  {
    why: 'goal: the campaign was renamed',
    gate: 'goal',
    code: 'goal.unlikely',
    waived: unlikely(),
    later: { ...unlikely(), campaign: makeCampaign({ name: 'Second snow' }) },
    state: 'waived',
  },
  { why: 'choice: nothing changed', gate: 'choice', code: 'choice.competitor', waived: conflicted(), later: conflicted(), state: 'waived' },
  {
    why: 'choice: the creator signed',
    gate: 'choice',
    code: 'choice.competitor',
    waived: conflicted(),
    later: conflicted({ contracted: true }),
    state: 'waived',
  },
  {
    why: 'choice: another price',
    gate: 'choice',
    code: 'choice.competitor',
    waived: conflicted(),
    later: conflicted({ costFen: 1_200_001 }),
    state: 'blocked',
  },
  {
    why: 'choice: more followers',
    gate: 'choice',
    code: 'choice.competitor',
    waived: conflicted(),
    later: conflicted({ account: makeAccount({ followers: 130_000 }) }),
    state: 'blocked',
  },
  {
    why: 'choice: the engagement lasts longer',
    gate: 'choice',
    code: 'choice.competitor',
    waived: conflicted(),
    later: conflicted({ engagements: [{ ...engaged, to: '2027-01-05' }] }),
    state: 'blocked',
  },
  { why: 'mix: nothing changed', gate: 'choice', code: 'choice.over_budget', waived: overBudget(), later: overBudget(), state: 'waived' },
  {
    why: 'mix: a smaller budget',
    gate: 'choice',
    code: 'choice.over_budget',
    waived: overBudget(),
    later: overBudget({ budgetFen: 999_999 }),
    state: 'blocked',
  },
  {
    why: 'mix: one creator more',
    gate: 'choice',
    code: 'choice.over_budget',
    waived: overBudget(),
    later: { ...overBudget(), chosen: [makeChosen(), makeChosen({ creatorId: 'c2' })] },
    state: 'blocked',
  },
  {
    why: 'mix: other competitors concern creators only',
    gate: 'choice',
    code: 'choice.over_budget',
    waived: overBudget(),
    later: overBudget({ competitors: ['Bergquell'] }),
    state: 'waived',
  },
  { why: 'brief: nothing changed', gate: 'brief', code: 'brief.no_local_reviewer', waived: inReview(), later: inReview(), state: 'waived' },
  {
    why: 'brief: another sentence',
    gate: 'brief',
    code: 'brief.no_local_reviewer',
    waived: inReview(),
    later: inReview({}, { reviewHours: 48 }),
    state: 'blocked',
  },
  {
    why: 'brief: sent, as the waiver allowed',
    gate: 'brief',
    code: 'brief.no_local_reviewer',
    // Long before its first window: how soon it is asks for nothing here.
    waived: { ...inReview(), today: '2026-11-22' },
    later: { ...inReview({ state: 'sent' }), today: '2026-11-22' },
    state: 'waived',
  },
  {
    why: 'brief: another agency',
    gate: 'brief',
    code: 'brief.no_local_reviewer',
    waived: inReview(),
    later: { ...inReview(), campaign: makeCampaign({ localAgency: '示例代理' }) },
    state: 'blocked',
  },
  {
    why: 'brief: the price of a creator is not its concern',
    gate: 'brief',
    code: 'brief.no_local_reviewer',
    waived: inReview(),
    later: { ...inReview(), chosen: [makeChosen({ costFen: 1 })] },
    state: 'waived',
  },
  { why: 'trust: nothing changed', gate: 'trust', code: 'trust.rounds_exceeded', waived: exceeded(), later: exceeded(), state: 'waived' },
  {
    why: 'trust: one round more',
    gate: 'trust',
    code: 'trust.rounds_exceeded',
    waived: exceeded(),
    later: exceeded({ revisionRounds: 3 }),
    state: 'blocked',
  },
  {
    why: 'trust: another draft',
    gate: 'trust',
    code: 'trust.rounds_exceeded',
    waived: exceeded(),
    later: exceeded({}, { draft: makeDraft('味道很淡。') }),
    state: 'blocked',
  },
  {
    why: 'trust: the product came later',
    gate: 'trust',
    code: 'trust.rounds_exceeded',
    waived: exceeded(),
    later: exceeded({}, { productProof: { sentAt: null, receivedAt: '2027-01-06', inUseSince: '2027-01-06', isShown: true } }),
    state: 'blocked',
  },
  {
    why: 'trust: another posting date',
    gate: 'trust',
    code: 'trust.rounds_exceeded',
    waived: exceeded(),
    later: exceeded({ plannedFor: '2027-01-22' }),
    state: 'waived',
  },
  { why: 'rules: nothing changed', gate: 'rules', code: 'ad-law.art09-3', waived: flagged(), later: flagged(), state: 'waived' },
  {
    why: 'rules: the next day',
    gate: 'rules',
    code: 'ad-law.art09-3',
    waived: flagged(),
    later: { ...flagged(), today: '2027-01-13' },
    state: 'waived',
  },
  {
    why: 'rules: one sign in the draft',
    gate: 'rules',
    code: 'ad-law.art09-3',
    waived: flagged(),
    later: flagged('最佳面霜。'),
    state: 'blocked',
  },
  {
    why: 'rules: another word flagged',
    gate: 'rules',
    code: 'ad-law.art09-3',
    waived: flagged(),
    later: flagged('最佳面霜', '面霜'),
    state: 'blocked',
  },
]

describe('a waiver ends with the input it was given for', () => {
  test.each(ROWS)('$why: $state', ({ gate, code, waived, later, state }) => {
    const waiver = waive(gate, code, waived)
    const after = judge({ ...later, waivers: [waiver] }).find(
      (one) => one.gate === gate && one.subject.kind === waiver.subject.kind && one.subject.id === waiver.subject.id,
    )
    expect(after?.findings.map((finding) => finding.code)).toContain(code)
    expect(after?.state).toBe(state)
    expect(after?.waivers).toEqual(state === 'waived' ? [waiver] : [])
  })

  test('going back to the waived input, the old waiver counts again: it was never struck', () => {
    const waiver = waive('goal', 'goal.unlikely', unlikely())
    const states = [0.2, 0.3, 0.2].map(
      (pTarget) => judge({ ...unlikely(pTarget), waivers: [waiver] }).find(({ gate }) => gate === 'goal')?.state,
    )
    expect(states).toEqual(['waived', 'blocked', 'waived'])
  })

  test('a waiver of a warning changes no state and is kept beside it', () => {
    const change = { deliverables: [makeItem({ productProof: null })] }
    const waiver = { ...waive('trust', 'trust.product_unproved', change), role: 'manager' }
    const judgement = judge({ ...change, waivers: [waiver] }).find(({ gate }) => gate === 'trust')
    expect(judgement).toMatchObject({ state: 'passed', waivers: [waiver] })
  })

  test('a waiver of what is not found does not count', () => {
    const waiver = waive('goal', 'goal.unlikely', unlikely())
    const judgement = judge({ waivers: [waiver] }).find(({ gate }) => gate === 'goal')
    expect(judgement).toMatchObject({ state: 'passed', waivers: [] })
  })
})
