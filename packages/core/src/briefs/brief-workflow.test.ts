import { describe, expect, test } from 'vitest'
import { BRIEF_MOVES, BRIEF_ROLES, BRIEF_STATES, isReviewed, moveBrief, type BriefMove, type BriefRole, type BriefState } from './index.ts'

// The whole grid, written out: "state role → next".
const ALLOWED: Record<BriefMove, string[]> = {
  submit: ['draft author → in_review', 'changes_requested author → in_review'],
  request_changes: ['in_review local_reviewer → changes_requested'],
  approve: ['in_review local_reviewer → approved'],
  send: ['approved author → sent', 'approved brand → sent'],
  acknowledge: ['sent creator → acknowledged'],
}
const isMove = (name: string): name is BriefMove => name in BRIEF_MOVES
const moves = Object.keys(BRIEF_MOVES).filter(isMove)
const cells = moves.flatMap((move) =>
  BRIEF_STATES.flatMap((state) => BRIEF_ROLES.map((role): [BriefMove, BriefState, BriefRole] => [move, state, role])),
)

describe('brief: move × state × role', () => {
  test.each(cells)('%s from %s by %s', (move, state, role) => {
    const outcome = moveBrief(state, move, { role, actorId: 'u2', authorId: 'u1' })
    const expected = ALLOWED[move].find((row) => row.startsWith(`${state} ${role} `))
    expect(outcome.ok ? `${state} ${role} → ${outcome.value}` : undefined).toBe(expected)
    if (outcome.ok) return
    const isStateFine = ALLOWED[move].some((row) => row.startsWith(`${state} `))
    expect(outcome.refusals[0]?.code).toBe(isStateFine ? 'brief.wrong_role' : 'brief.wrong_state')
  })

  test.each(moves)('the author’s own review is refused: %s', (move) => {
    const [state, role] = ALLOWED[move][0]?.split(' ') ?? []
    const from = BRIEF_STATES.find((one) => one === state) ?? 'draft'
    const outcome = moveBrief(from, move, { role: role ?? '', actorId: 'u1', authorId: 'u1' })
    const isReview = move === 'approve' || move === 'request_changes'
    expect(outcome.ok ? 'fine' : outcome.refusals[0]?.code).toBe(isReview ? 'brief.own_review' : 'fine')
  })

  test('no state can be left to be seen by a creator without the local reviewer', () => {
    const intoSight = moves.filter((move) => BRIEF_MOVES[move].to === 'sent')
    expect(intoSight.flatMap((move) => [...BRIEF_MOVES[move].from])).toEqual(['approved'])
    expect(moves.filter((move) => BRIEF_MOVES[move].to === 'approved').flatMap((move) => [...BRIEF_MOVES[move].by])).toEqual([
      'local_reviewer',
    ])
  })

  test('reviewed are the states after approval', () => {
    expect(BRIEF_STATES.filter(isReviewed)).toEqual(['approved', 'sent', 'acknowledged'])
  })
})
