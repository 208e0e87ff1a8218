import { describe, expect, test } from 'vitest'
import { AGREED_SILENCE, PARTY_ROLES } from '../accounts/index.ts'
import { DELIVERABLE_MOVES, DELIVERABLE_STATES, moveDeliverable, type DeliverableMove, type DeliverableState } from './index.ts'

// The whole grid, written out: "from → to by roles".
const ALLOWED: Record<DeliverableMove, { from: string; to: DeliverableState; by: string }> = {
  contract: { from: 'planned', to: 'contracted', by: 'brand agency' },
  start_draft: { from: 'contracted', to: 'drafting', by: 'creator mcn agency' },
  submit_draft: { from: 'contracted drafting draft_in_review changes_requested', to: 'draft_in_review', by: 'creator mcn agency' },
  request_changes: { from: 'draft_in_review', to: 'changes_requested', by: 'brand agency' },
  refuse_changes: { from: 'changes_requested', to: 'draft_in_review', by: 'creator' },
  approve: { from: 'draft_in_review', to: 'approved', by: 'brand agency' },
  approve_by_silence: { from: 'draft_in_review', to: 'approved', by: 'agreed_silence' },
  publish: { from: 'approved', to: 'published', by: 'creator mcn agency brand' },
}
const ROLES = [...PARTY_ROLES, AGREED_SILENCE.role]
const isMove = (name: string): name is DeliverableMove => name in DELIVERABLE_MOVES
const moves = Object.keys(DELIVERABLE_MOVES).filter(isMove)
const cells = moves.flatMap((move) =>
  DELIVERABLE_STATES.flatMap((state) => ROLES.map((role): [DeliverableMove, DeliverableState, string] => [move, state, role])),
)

describe('deliverable: move × state × role', () => {
  test.each(cells)('%s from %s by %s', (move, state, role) => {
    const { from, to, by } = ALLOWED[move]
    const outcome = moveDeliverable(state, move, { role })
    const isFrom = from.split(' ').includes(state)
    const expected = isFrom ? (by.split(' ').includes(role) ? to : 'deliverable.wrong_role') : 'deliverable.wrong_state'
    expect(outcome.ok ? outcome.value : outcome.refusals[0]?.code).toBe(expected)
  })

  test('nothing leaves published, and a creator never approves their own draft', () => {
    expect(moves.filter((move) => ALLOWED[move].from.split(' ').includes('published'))).toEqual([])
    expect(moveDeliverable('draft_in_review', 'approve', { role: 'creator' }).ok).toBe(false)
  })

  test('every state is reached by some move, except the first', () => {
    const reached: readonly string[] = ['planned', ...moves.map((move) => DELIVERABLE_MOVES[move].to)]
    expect(DELIVERABLE_STATES.filter((state) => !reached.includes(state))).toEqual([])
  })
})
