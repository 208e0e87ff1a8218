import { describe, expect, test } from 'vitest'
import type { DeliverableState } from '../content/index.ts'
import { findTurn } from './find-turn.ts'
import type { GateInput } from './index.ts'
import { makeBrief, makeCampaign, makeDeliverable, makeGateInput, makeItem } from './test/gate-fixture.ts'

const own = makeCampaign({ localAgency: null })
const inState = (...states: DeliverableState[]) => ({
  deliverables: states.map((state, index) => makeItem({ deliverable: makeDeliverable({ id: `d${index}`, state }) })),
})
const brief = (state: NonNullable<GateInput['brief']>['state']) => ({
  brief: { id: 'b1', version: 1, state, authorId: 'u1', brief: makeBrief(), lint: null },
})

describe('whose turn it is', () => {
  const cases: readonly { why: string; change: Partial<GateInput>; turn: string }[] = [
    { why: 'no goal', change: { campaign: makeCampaign({ goal: null }) }, turn: 'brand' },
    { why: 'nobody chosen', change: { chosen: [], deliverables: [] }, turn: 'brand' },
    { why: 'no brief', change: { brief: null, deliverables: [] }, turn: 'brand' },
    { why: 'brief being written', change: { ...brief('draft'), ...inState('planned') }, turn: 'brand' },
    { why: 'brief in review with an agency', change: { ...brief('in_review'), ...inState('planned') }, turn: 'agency' },
    { why: 'brief in review at the own desk', change: { campaign: own, ...brief('in_review'), ...inState('planned') }, turn: 'brand' },
    { why: 'changes asked of the brief', change: { ...brief('changes_requested'), ...inState('planned') }, turn: 'brand' },
    { why: 'approved, not sent', change: { ...brief('approved'), ...inState('planned') }, turn: 'brand' },
    { why: 'sent', change: { ...brief('sent'), ...inState('contracted') }, turn: 'creator' },
    { why: 'creators write', change: { ...brief('acknowledged'), ...inState('drafting', 'contracted') }, turn: 'creator' },
    { why: 'a draft waits', change: { ...brief('acknowledged'), ...inState('drafting', 'draft_in_review') }, turn: 'agency' },
    {
      why: 'a draft waits at the own desk',
      change: { campaign: own, ...brief('acknowledged'), ...inState('draft_in_review') },
      turn: 'brand',
    },
    {
      why: 'approved drafts wait for publishing',
      change: { ...brief('acknowledged'), ...inState('approved', 'published') },
      turn: 'creator',
    },
    { why: 'all live', change: { ...brief('acknowledged'), ...inState('published', 'published') }, turn: 'none' },
  ]
  test.each(cases)('$why: $turn', ({ change, turn }) => {
    expect(findTurn(makeGateInput(change))).toBe(turn)
  })
})
