import { INVITATION_MOVES, moveInvitation as walkInvitation, type InvitationMove, type InvitationState } from '@kolibra/core/selection'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError, settle } from '../platform/request-error.ts'
import { insertStep } from './invitation-store.ts'
import { findAdoption } from './adoption-store.ts'
import { readCampaignInvitations, type Invitation } from './read-invitations.ts'

/** A step with one creator; `from` is the state that was read. */
export interface InvitationStepInput {
  readonly creatorId: string
  readonly move: InvitationMove
  readonly from: InvitationState
  readonly note: string | null
}

/** Asks a creator of the plan, or keeps what they said; a creator as actor moves only what the table lets creators move. Refuses `invitation.not_in_plan`, a no after the contract, a wrong state, and a lost race. */
export async function moveInvitation(ctx: Context, campaignId: string, input: InvitationStepInput): Promise<Invitation> {
  const { creatorId, move, from, note } = input
  await loadCampaign(ctx, campaignId)
  const choice = await findAdoption(ctx, campaignId)
  const known = (await readCampaignInvitations(ctx, campaignId)).find((one) => one.creatorId === creatorId)
  if (choice === null || known === undefined) throw new RequestError('invitation.not_in_plan', { creatorId })
  if (known.state !== from) throw new RequestError('state.lost_race', { state: known.state })
  if (move === 'invite' && !known.isInPlan) throw new RequestError('invitation.not_in_plan', { creatorId })
  const role = ctx.actor.role === 'creator' ? 'creator' : INVITATION_MOVES[move].by[0]
  const to = settle(walkInvitation(known.state, move, { role, isContracted: known.isContracted }))
  const step = { creatorId, campaignId, planId: choice.planId, step: known.steps.length + 1, move, to, note }
  if (!(await insertStep(ctx, step))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, {
    name: INVITATION_MOVES[move].event,
    subject: { kind: 'creator', id: creatorId },
    campaignId,
    fields: note === null ? ['state'] : ['state', 'note'],
  })
  const moved = (await readCampaignInvitations(ctx, campaignId)).find((one) => one.creatorId === creatorId)
  if (moved === undefined) throw new Error(`the invitation of ${creatorId} was moved and is not there`)
  return moved
}
