import { refuse, walk, type Outcome, type Refusal, type Transition } from '../shared/index.ts'
import { invitationStateSchema, type InvitationState } from './plan-version-schema.ts'

/** Where a creator of the plan stands: asked or not, and what they said. Whoever asked may record the answer for them. */
export const INVITATION_MOVES = {
  invite: { from: ['proposed'], to: 'invited', by: ['brand', 'agency'], event: 'invitation.sent' },
  accept: { from: ['invited'], to: 'accepted', by: ['brand', 'agency', 'mcn', 'creator'], event: 'invitation.accepted' },
  // Who reads a brief by link may say no before anybody noted that they were asked; a yes may be taken back until a contract is signed.
  decline: {
    from: ['proposed', 'invited', 'accepted'],
    to: 'declined',
    by: ['brand', 'agency', 'mcn', 'creator'],
    event: 'invitation.declined',
  },
  withdraw: { from: ['proposed', 'invited', 'accepted'], to: 'withdrawn', by: ['brand', 'agency'], event: 'invitation.withdrawn' },
  // Recorded by mistake, or asked a second time.
  reopen: { from: ['declined', 'withdrawn'], to: 'proposed', by: ['brand', 'agency'], event: 'invitation.reopened' },
} as const satisfies Record<string, Transition>

/** A row of INVITATION_MOVES. */
export type InvitationMove = keyof typeof INVITATION_MOVES

/** Names of the moves, for forms and wire shapes. */
export const INVITATION_MOVE_NAMES = ['invite', 'accept', 'decline', 'withdraw', 'reopen'] as const satisfies readonly InvitationMove[]

/** A no that a signed contract does not allow: the money is agreed and the post stays. */
const BARRED_BY_CONTRACT: readonly InvitationMove[] = ['decline', 'withdraw']

/** Walks INVITATION_MOVES. Refuses `invitation.contracted`, `invitation.wrong_state` or `invitation.wrong_role`. */
export function moveInvitation(
  state: InvitationState,
  move: InvitationMove,
  { role, isContracted }: { role: string; isContracted: boolean },
): Outcome<InvitationState, Refusal> {
  if (isContracted && BARRED_BY_CONTRACT.includes(move)) return refuse({ code: 'invitation.contracted' })
  const walked = walk(INVITATION_MOVES[move], { noun: 'invitation', state, role })
  return walked.ok ? { ok: true, value: invitationStateSchema.parse(walked.value) } : walked
}

/** The moves that are possible from a state, in the order of the table. */
export function listInvitationMoves(state: InvitationState, { isContracted }: { isContracted: boolean }): InvitationMove[] {
  return INVITATION_MOVE_NAMES.filter(
    (move) => (INVITATION_MOVES[move].from as readonly string[]).includes(state) && !(isContracted && BARRED_BY_CONTRACT.includes(move)),
  )
}

/** A creator in this state stays in the plan when it is solved again. */
export const isHeld = (state: InvitationState) => state === 'invited' || state === 'accepted'

/** A creator in this state is not asked for again. */
export const isGone = (state: InvitationState) => state === 'declined' || state === 'withdrawn'
