import { describe, expect, test } from 'vitest'
import { GATES, type Subject } from '../campaigns/index.ts'
import type { Act, GateInput } from './index.ts'
import { ACTS, guardAct, judgeGates } from './index.ts'
import { makeCampaign, makeChosen, makeDeliverable, makeDraft, makeGateInput, makeHit, makeItem, makeLint } from './test/gate-fixture.ts'
import { sha256 } from '../../test/sha256.ts'

const creator = (id: string): Subject => ({ kind: 'creator', id })
const brief: Subject = { kind: 'brief', id: 'b1' }
const deliverable = (id: string): Subject => ({ kind: 'deliverable', id })

/** What an act is refused with: "code gate subject: findings". */
function refuseText(act: Act, subjects: Subject | Subject[], change: Partial<GateInput> = {}): string[] {
  const outcome = guardAct(act, subjects, judgeGates(makeGateInput(change), sha256))
  if (outcome.ok) return []
  return outcome.refusals.map(({ code, gate, subject, findings }) => {
    const id = typeof subject === 'object' && subject !== null && 'id' in subject ? String(subject.id) : '-'
    const codes = Array.isArray(findings) ? findings.map((finding: { code: string }) => finding.code) : []
    return `${code} ${String(gate)} ${id}: ${codes.join(' ')}`.trim()
  })
}

const statute = makeDraft('全国第一', { deliverableId: 'd2', lint: makeLint({ findings: [makeHit('block')] }) })
const oneBad = { deliverables: [makeItem(), makeItem({ deliverable: makeDeliverable({ id: 'd2' }), draft: statute })] }
const overBudget = { campaign: makeCampaign({ budgetFen: 1 }) }

describe('acts and their gates', () => {
  const cases: readonly { why: string; act: Act; subjects: Subject | Subject[]; change?: Partial<GateInput>; refused: string[] }[] = [
    { why: 'contract on a passing campaign', act: 'contract', subjects: creator('c1'), refused: [] },
    {
      why: 'contract without a goal',
      act: 'contract',
      subjects: creator('c1'),
      change: { campaign: makeCampaign({ goal: null }) },
      refused: ['gate.open goal campaign: goal.missing'],
    },
    {
      why: 'contract when the mix is over budget',
      act: 'contract',
      subjects: creator('c1'),
      change: overBudget,
      refused: ['gate.blocked choice mix: choice.over_budget'],
    },
    {
      why: 'contract of the good one while another is unfiled',
      act: 'contract',
      subjects: creator('c1'),
      change: { chosen: [makeChosen(), makeChosen({ creatorId: 'c2', filed: false })] },
      refused: [],
    },
    {
      why: 'contract of the unfiled one',
      act: 'contract',
      subjects: creator('c2'),
      change: { chosen: [makeChosen(), makeChosen({ creatorId: 'c2', filed: false })] },
      refused: ['gate.blocked choice c2: choice.unfiled'],
    },
    { why: 'contract of somebody never judged', act: 'contract', subjects: creator('c9'), refused: ['gate.open choice c9:'] },
    { why: 'send', act: 'sendBrief', subjects: [brief, deliverable('d1')], refused: [] },
    {
      why: 'send without a brief',
      act: 'sendBrief',
      subjects: [deliverable('d1')],
      change: { brief: null },
      refused: ['gate.open brief none: brief.missing', 'gate.open trust d1: trust.brief_missing'],
    },
    {
      why: 'send before there is any deliverable',
      act: 'sendBrief',
      subjects: brief,
      change: { deliverables: [] },
      refused: ['gate.open trust -:'],
    },
    { why: 'publish the clean one beside a blocked one', act: 'publish', subjects: deliverable('d1'), change: oneBad, refused: [] },
    {
      why: 'publish the blocked one',
      act: 'publish',
      subjects: deliverable('d2'),
      change: oneBad,
      refused: ['gate.blocked rules d2: ad-law.art09-3'],
    },
    {
      why: 'publish without a draft',
      act: 'publish',
      subjects: deliverable('d1'),
      change: { deliverables: [makeItem({ draft: null })] },
      refused: ['gate.open rules d1: draft.missing'],
    },
    {
      why: 'naming no deliverable asks for all of them',
      act: 'publish',
      subjects: [],
      change: oneBad,
      refused: ['gate.blocked rules d2: ad-law.art09-3'],
    },
    { why: 'a bad brief does not stop publishing', act: 'publish', subjects: deliverable('d1'), change: { brief: null }, refused: [] },
    { why: 'a revision within the brief', act: 'requestRevision', subjects: deliverable('d1'), refused: [] },
    {
      why: 'a revision beyond the brief, though the spine is not red',
      act: 'requestRevision',
      subjects: deliverable('d1'),
      change: { deliverables: [makeItem({ deliverable: makeDeliverable({ revisionRounds: 1 }) })] },
      refused: ['gate.blocked trust d1: trust.rounds_used_up'],
    },
  ]
  test.each(cases)('$why', ({ act, subjects, change = {}, refused }) => {
    expect(refuseText(act, subjects, change)).toEqual(refused)
  })

  test('a waived block lets the act through', () => {
    const plain = judgeGates(makeGateInput(overBudget), sha256)
    const mix = plain.gates.flatMap(({ judgements }) => judgements).find(({ subject }) => subject.kind === 'mix')
    const waiver = {
      gate: 'choice' as const,
      code: 'choice.over_budget',
      subject: { kind: 'mix' as const, id: 'mix' },
      inputHash: mix?.inputHash ?? '',
      person: 'Owner of the desk',
      role: 'owner',
      reason: 'more money is promised in writing',
      at: '2027-01-12T00:00:00.000Z',
    }
    expect(refuseText('contract', creator('c1'), { ...overBudget, waivers: [waiver] })).toEqual([])
  })

  test('every gate guards some act', () => {
    const guarded = new Set<string>(Object.values(ACTS).flatMap(({ gates }) => [...gates]))
    expect([...guarded].toSorted()).toEqual([...GATES].toSorted())
  })
})
