import { describe, expect, test } from 'vitest'
import { PARTY_ROLES, type PartyRole } from '../accounts/index.ts'
import {
  INVITATION_MOVE_NAMES,
  INVITATION_MOVES,
  INVITATION_STATES,
  isGone,
  isHeld,
  listInvitationMoves,
  moveInvitation,
  type InvitationMove,
  type InvitationState,
} from './index.ts'

// The whole grid, written out: "from → to by roles".
const ALLOWED: Record<InvitationMove, { from: string; to: InvitationState; by: string }> = {
  invite: { from: 'proposed', to: 'invited', by: 'brand agency' },
  accept: { from: 'invited', to: 'accepted', by: 'brand agency mcn creator' },
  decline: { from: 'proposed invited accepted', to: 'declined', by: 'brand agency mcn creator' },
  withdraw: { from: 'proposed invited accepted', to: 'withdrawn', by: 'brand agency' },
  reopen: { from: 'declined withdrawn', to: 'proposed', by: 'brand agency' },
}
const cells = INVITATION_MOVE_NAMES.flatMap((move) =>
  INVITATION_STATES.flatMap((state) => PARTY_ROLES.map((role): [InvitationMove, InvitationState, PartyRole] => [move, state, role])),
)

describe('invitation: move × state × role', () => {
  test.each(cells)('%s from %s by %s', (move, state, role) => {
    const { from, to, by } = ALLOWED[move]
    const outcome = moveInvitation(state, move, { role, isContracted: false })
    const isFrom = from.split(' ').includes(state)
    const expected = isFrom ? (by.split(' ').includes(role) ? to : 'invitation.wrong_role') : 'invitation.wrong_state'
    expect(outcome.ok ? outcome.value : outcome.refusals[0]?.code).toBe(expected)
  })

  test('the names are those of the table, and no state is a dead end', () => {
    expect(Object.keys(INVITATION_MOVES).sort()).toEqual(INVITATION_MOVE_NAMES.toSorted())
    for (const state of INVITATION_STATES) expect(listInvitationMoves(state, { isContracted: false })).not.toEqual([])
  })

  test('who was not asked may say no, and not yes', () => {
    expect(listInvitationMoves('proposed', { isContracted: false })).toEqual(['invite', 'decline', 'withdraw'])
  })

  test.each(cells)('with a contract: %s from %s by %s is refused if it is a no, else as without', (move, state, role) => {
    const outcome = moveInvitation(state, move, { role, isContracted: true })
    const isNo = ALLOWED[move].to === 'declined' || ALLOWED[move].to === 'withdrawn'
    if (isNo) expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'invitation.contracted' }] })
    else expect(outcome).toEqual(moveInvitation(state, move, { role, isContracted: false }))
  })

  test.each([
    ['proposed', ['invite']],
    ['invited', ['accept']],
    ['accepted', []],
    ['declined', ['reopen']],
    ['withdrawn', ['reopen']],
  ] as const)('with a contract no list offers a no: %s', (state, moves) => {
    expect(listInvitationMoves(state, { isContracted: true })).toEqual(moves)
  })

  test('a state holds a creator in the plan, keeps them out of it, or neither', () => {
    expect(INVITATION_STATES.filter(isHeld)).toEqual(['invited', 'accepted'])
    expect(INVITATION_STATES.filter(isGone)).toEqual(['declined', 'withdrawn'])
  })
})
