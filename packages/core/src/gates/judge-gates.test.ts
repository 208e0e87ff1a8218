import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GATES, type Gate, type Waiver } from '../campaigns/index.ts'
import type { EarlierPass, GateInput, Spine } from './index.ts'
import { judgeGates, spineSchema } from './index.ts'
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
} from './test/gate-fixture.ts'
import { sha256 } from '../../test/sha256.ts'

const judge = (change: Partial<GateInput> = {}) => judgeGates(makeGateInput(change), sha256)
const gateOf = (spine: Spine, name: Gate) => spine.gates.find(({ gate }) => gate === name)
const judgementOf = (spine: Spine, name: Gate, id: string) => gateOf(spine, name)?.judgements.find(({ subject }) => subject.id === id)
const statesOf = (spine: Spine) => spine.gates.map(({ gate, state }) => `${gate} ${state}`)
const recordPasses = (spine: Spine): EarlierPass[] =>
  spine.gates.flatMap(({ judgements }) => judgements.map(({ gate, subject, inputHash, parts }) => ({ gate, subject, inputHash, parts })))
const OTHER = '冬天暖气房里嘴角起皮，这瓶推开很快，第二天上妆不搓泥。'
const twoItems = (text = OTHER) => [
  makeItem(),
  makeItem({ deliverable: makeDeliverable({ id: 'd2', creatorId: 'c2' }), draft: makeDraft(text, { id: 'v2', deliverableId: 'd2' }) }),
]

describe('the spine', () => {
  test('all five pass on a complete campaign, and the shape is the wire shape', () => {
    const spine = judge()
    expect(statesOf(spine)).toEqual(GATES.map((gate) => `${gate} passed`))
    expect(spineSchema.parse(spine)).toEqual(spine)
  })

  test('an empty campaign is open everywhere, never passed', () => {
    const spine = judge({ campaign: makeCampaign({ goal: null }), chosen: [], brief: null, deliverables: [] })
    expect(statesOf(spine)).toEqual(GATES.map((gate) => `${gate} open`))
    expect(gateOf(spine, 'rules')).toMatchObject({ passed: 0, total: 0 })
  })

  test('the worst subject shows, the counts tell the rest', () => {
    const [first, second] = twoItems()
    const bad = makeItem({
      deliverable: makeDeliverable({ id: 'd3' }),
      draft: makeDraft('全国第一面霜，谁用谁知道。', { deliverableId: 'd3', lint: makeLint({ findings: [makeHit('block')] }) }),
    })
    const spine = judge({ deliverables: [first, second, bad].flatMap((item) => (item === undefined ? [] : [item])) })
    expect(gateOf(spine, 'rules')).toMatchObject({ state: 'blocked', passed: 2, total: 3 })
  })

  test('blocked is worse than open, open worse than passed', () => {
    const open = makeItem({ deliverable: makeDeliverable({ id: 'd2' }), draft: null })
    expect(gateOf(judge({ deliverables: [makeItem(), open] }), 'rules')).toMatchObject({ state: 'open', passed: 1, total: 2 })
  })

  test('live counts what is published', () => {
    const done = makeItem({ deliverable: makeDeliverable({ id: 'd2', state: 'published' }) })
    expect(judge({ deliverables: [makeItem(), done] }).live).toEqual({ published: 1, total: 2 })
  })
})

describe('a pass is bound to what it looked at', () => {
  const before = judge({ deliverables: twoItems() })
  const changes: readonly { why: string; change: Partial<GateInput>; reopened: string[] }[] = [
    { why: 'nothing changed', change: {}, reopened: [] },
    {
      why: 'another deliverable’s draft',
      change: { deliverables: twoItems(`${OTHER}补一句，味道淡。`) },
      reopened: ['rules d2: draft', 'trust d2: draft'],
    },
    {
      why: 'a new brief version',
      change: {
        brief: {
          id: 'b1',
          version: 2,
          state: 'approved',
          authorId: 'u1',
          brief: makeBrief({ reviewHours: 48 }),
          lint: makeLint({ id: 'b1' }),
        },
      },
      reopened: ['brief b1: brief', 'trust d1: brief', 'trust d2: brief'],
    },
    {
      why: 'sending the approved brief',
      change: { brief: { id: 'b1', version: 1, state: 'sent', authorId: 'u1', brief: makeBrief(), lint: makeLint({ id: 'b1' }) } },
      reopened: [],
    },
    { why: 'signing the creator', change: { chosen: [makeChosen({ contracted: true })] }, reopened: [] },
    {
      why: 'a higher price',
      change: { chosen: [makeChosen({ costFen: 1_300_000 })] },
      reopened: ['choice c1: price', 'choice mix: chosen'],
    },
    {
      why: 'a new target',
      change: { campaign: makeCampaign({ goal: { primary: 'awareness', reasonForOtherGoal: null, kpis: [makeKpi({ target: 60_000 })] } }) },
      reopened: ['goal campaign: goal'],
    },
    { why: 'a new rulebook', change: { rulebook: '2027-01-01' }, reopened: ['rules d1: rulebook', 'rules d2: rulebook'] },
    { why: 'the next day', change: { today: '2027-01-13' }, reopened: [] },
    {
      why: 'a creator replaced',
      change: { chosen: [makeChosen({ account: makeAccount({ accountId: 'a9' }) })] },
      reopened: ['choice c1: creator', 'choice mix: chosen'],
    },
  ]
  test.each(changes)('$why', ({ change, reopened }) => {
    const after = judge({ deliverables: twoItems(), earlier: recordPasses(before), ...change })
    const told = after.gates.flatMap(({ judgements }) =>
      judgements.flatMap(({ gate, subject, reopenedBy }) => (reopenedBy.length > 0 ? [`${gate} ${subject.id}: ${reopenedBy.join()}`] : [])),
    )
    expect(told.toSorted()).toEqual(reopened)
  })

  test('going back to an input that passed before is no reopening', () => {
    const changed = judge({ deliverables: twoItems(`${OTHER}!补一句。`) })
    const back = judge({ deliverables: twoItems(), earlier: [...recordPasses(before), ...recordPasses(changed)] })
    expect(back.gates.flatMap(({ judgements }) => judgements.flatMap(({ reopenedBy }) => reopenedBy))).toEqual([])
  })

  test('property: whatever another creator writes, this deliverable’s hashes stay, unless the texts become alike', () => {
    const base = judge({ deliverables: twoItems() })
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const after = judge({ deliverables: twoItems(text) })
        for (const gate of ['trust', 'rules'] as const) {
          expect(judgementOf(after, gate, 'd1')?.inputHash).toBe(judgementOf(base, gate, 'd1')?.inputHash)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('when the texts become alike, both reopen: the likeness is an input', () => {
    const after = judge({ deliverables: twoItems(makeDraft().facts.text), earlier: recordPasses(before) })
    expect(judgementOf(after, 'trust', 'd1')?.reopenedBy).toEqual(['likeness'])
  })

  test('property: the order of keys in an input changes no hash', () => {
    const campaign = makeCampaign()
    const shuffled = makeCampaign(Object.fromEntries(Object.entries(campaign).toReversed()))
    expect(judge({ campaign: shuffled })).toEqual(judge({ campaign }))
  })
})

describe('waivers', () => {
  const flagged = (text: string) => ({
    deliverables: [makeItem({ draft: makeDraft(text, { lint: makeLint({ verdict: 'error', findings: [makeHit('error')] }) }) })],
  })
  const blocked = judgementOf(judge(flagged('最佳面霜')), 'rules', 'd1')
  const waiver: Waiver = {
    gate: 'rules',
    code: 'ad-law.art09-3',
    subject: { kind: 'deliverable', id: 'd1' },
    inputHash: blocked?.inputHash ?? '',
    person: 'Owner of the desk',
    role: 'owner',
    reason: 'the award is real',
    evidence: 'certificate 12',
    at: '2027-01-12T00:00:00.000Z',
  }
  const cases: readonly { why: string; change: Partial<Waiver>; text?: string; state: string }[] = [
    { why: 'everything fits', change: {}, state: 'waived' },
    { why: 'the draft changed since', change: {}, text: '最佳面霜。真的', state: 'blocked' },
    { why: 'another code', change: { code: 'ad-law.art09-4' }, state: 'blocked' },
    { why: 'another subject', change: { subject: { kind: 'deliverable', id: 'd2' } }, state: 'blocked' },
    { why: 'another gate', change: { gate: 'trust' }, state: 'blocked' },
    { why: 'a manager waives no block', change: { role: 'manager' }, state: 'blocked' },
    { why: 'a role nobody knows', change: { role: 'root' }, state: 'blocked' },
    { why: 'an error without evidence', change: { evidence: null }, state: 'blocked' },
  ]
  test.each(cases)('$why', ({ change, text = '最佳面霜', state }) => {
    const judgement = judgementOf(judge({ ...flagged(text), waivers: [{ ...waiver, ...change }] }), 'rules', 'd1')
    expect(judgement?.state).toBe(state)
    expect(judgement?.waivers).toHaveLength(state === 'waived' ? 1 : 0)
  })

  test('one waiver does not settle a second block', () => {
    const lint = makeLint({ findings: [makeHit('error'), makeHit('error', 'ad-law.art28')] })
    const two = { deliverables: [makeItem({ draft: makeDraft('最佳面霜', { lint }) })] }
    const inputHash = judgementOf(judge(two), 'rules', 'd1')?.inputHash ?? ''
    const both = [
      { ...waiver, inputHash },
      { ...waiver, inputHash, code: 'ad-law.art28' },
    ]
    expect(judgementOf(judge({ ...two, waivers: both.slice(0, 1) }), 'rules', 'd1')?.state).toBe('blocked')
    expect(judgementOf(judge({ ...two, waivers: both }), 'rules', 'd1')?.state).toBe('waived')
  })

  test('a statute stays blocked whatever is waived', () => {
    const statute = { deliverables: [makeItem({ draft: makeDraft('最佳面霜', { lint: makeLint({ findings: [makeHit('block')] }) }) })] }
    const inputHash = judgementOf(judge(statute), 'rules', 'd1')?.inputHash ?? ''
    expect(judgementOf(judge({ ...statute, waivers: [{ ...waiver, inputHash }] }), 'rules', 'd1')?.state).toBe('blocked')
  })

  test('a waived subject is not counted as passed', () => {
    const spine = judge({ ...flagged('最佳面霜'), waivers: [waiver] })
    expect(gateOf(spine, 'rules')).toMatchObject({ state: 'waived', passed: 0, total: 1 })
  })
})

describe('counts', () => {
  const anyItem = fc.record({
    text: fc.constantFrom('质地轻薄', '早晚都在用', OTHER),
    outcome: fc.constantFrom('block', 'error', 'warn', 'review', 'info', null),
    hasDraft: fc.boolean(),
    rounds: fc.integer({ min: 0, max: 3 }),
    state: fc.constantFrom('planned', 'draft_in_review', 'approved', 'published'),
  })

  test('property: subjects, states and counts add up, and the worst state shows', () => {
    fc.assert(
      fc.property(fc.array(anyItem, { maxLength: 6 }), (items) => {
        const deliverables = items.map(({ text, outcome, hasDraft, rounds, state }, index) => {
          const id = `d${index}`
          const lint = makeLint({ findings: outcome === null ? [] : [makeHit(outcome)] })
          const draft = hasDraft ? makeDraft(text, { deliverableId: id, lint }) : null
          return makeItem({ deliverable: makeDeliverable({ id, revisionRounds: rounds, state }), draft })
        })
        const spine = judge({ deliverables })
        for (const { state, passed, total, judgements } of spine.gates) {
          const states = judgements.map((judgement) => judgement.state)
          expect(total).toBe(judgements.length)
          expect(passed).toBe(states.filter((one) => one === 'passed').length)
          expect(state === 'passed').toBe(total > 0 && passed === total)
          expect(state === 'blocked').toBe(states.includes('blocked'))
        }
        expect(gateOf(spine, 'trust')?.total).toBe(items.length)
        expect(spine.live.total).toBe(items.length)
      }),
      { numRuns: 60 },
    )
  })
})
