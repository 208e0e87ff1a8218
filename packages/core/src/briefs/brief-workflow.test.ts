import { describe, expect, test } from 'vitest'
import {
  BRIEF_MOVES,
  BRIEF_ROLES,
  BRIEF_STATES,
  isDecision,
  isReviewed,
  isSent,
  moveBrief,
  roleFor,
  type BriefMove,
  type BriefRole,
  type BriefState,
} from './index.ts'

// The whole grid, written out: "state role → next".
const ALLOWED: Record<BriefMove, string[]> = {
  submit: ['draft author → in_review', 'changes_requested author → in_review'],
  request_changes: ['in_review local_reviewer → changes_requested'],
  approve: ['in_review local_reviewer → approved'],
  send: ['approved author → sent', 'approved brand → sent'],
  send_unreviewed: ['in_review author → sent', 'in_review brand → sent'],
  acknowledge: ['sent creator → acknowledged'],
}
const isMove = (name: string): name is BriefMove => name in BRIEF_MOVES
const moves = Object.keys(BRIEF_MOVES).filter(isMove)
const cells = moves.flatMap((move) =>
  BRIEF_STATES.flatMap((state) => BRIEF_ROLES.map((role): [BriefMove, BriefState, BriefRole] => [move, state, role])),
)
const stranger = { isAuthor: false, hasReviewer: false }
const firstOf = (move: BriefMove) => {
  const [state, role] = ALLOWED[move][0]?.split(' ') ?? []
  return { state: BRIEF_STATES.find((one) => one === state) ?? 'draft', roles: BRIEF_ROLES.filter((one) => one === role) }
}

test('the local reviewer’s moves are the decisions, and nothing else is one', () => {
  const byReviewer = moves.filter((move) => BRIEF_MOVES[move].by.some((role) => role === 'local_reviewer'))
  expect(moves.filter(isDecision)).toEqual(byReviewer)
  expect(isDecision('open')).toBe(false)
})

describe('brief: move × state × role', () => {
  test.each(cells)('%s from %s by %s', (move, state, role) => {
    const outcome = moveBrief(state, move, { roles: [role], ...stranger })
    const expected = ALLOWED[move].find((row) => row.startsWith(`${state} ${role} `))
    expect(outcome.ok ? `${state} ${role} → ${outcome.value}` : undefined).toBe(expected)
    if (outcome.ok) return
    const isStateFine = ALLOWED[move].some((row) => row.startsWith(`${state} `))
    expect(outcome.refusals[0]?.code).toBe(isStateFine ? 'brief.wrong_role' : 'brief.wrong_state')
  })

  test.each(moves)('the author’s own review is refused: %s', (move) => {
    const { state, roles } = firstOf(move)
    const outcome = moveBrief(state, move, { roles, isAuthor: true, hasReviewer: false })
    const isReview = move === 'approve' || move === 'request_changes'
    expect(outcome.ok ? 'fine' : outcome.refusals[0]?.code).toBe(isReview ? 'brief.own_review' : 'fine')
  })

  test.each(moves)('a reviewer who could look at it is not passed by: %s', (move) => {
    const { state, roles } = firstOf(move)
    const outcome = moveBrief(state, move, { roles, isAuthor: false, hasReviewer: true })
    expect(outcome.ok ? 'fine' : outcome.refusals[0]?.code).toBe(move === 'send_unreviewed' ? 'brief.has_reviewer' : 'fine')
  })

  test('of several roles the one that may move counts; without any the refusal says none', () => {
    expect(moveBrief('in_review', 'approve', { roles: ['brand', 'local_reviewer'], ...stranger }).ok).toBe(true)
    expect(roleFor('approve', ['brand', 'author'])).toBe('brand')
    expect(moveBrief('in_review', 'approve', { roles: [], ...stranger })).toEqual({
      ok: false,
      refusals: [{ code: 'brief.wrong_role', role: 'none', allowed: ['local_reviewer'] }],
    })
  })

  test('a creator sees nothing but what was approved, or what had nobody to approve it', () => {
    const intoSight = moves.filter((move) => BRIEF_MOVES[move].to === 'sent')
    expect(intoSight).toEqual(['send', 'send_unreviewed'])
    expect(BRIEF_MOVES.send.from).toEqual(['approved'])
    expect(moves.filter((move) => BRIEF_MOVES[move].to === 'approved').flatMap((move) => [...BRIEF_MOVES[move].by])).toEqual([
      'local_reviewer',
    ])
    expect(BRIEF_STATES.filter(isSent)).toEqual(['sent', 'acknowledged'])
  })

  test('reviewed are the states after approval', () => {
    expect(BRIEF_STATES.filter(isReviewed)).toEqual(['approved', 'sent', 'acknowledged'])
  })
})
