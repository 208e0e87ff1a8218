import {
  isGone,
  isHeld,
  listInvitationMoves,
  readInvitations,
  type InvitationHistory,
  type InvitationMove,
  type InvitationState,
} from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { findAdoption } from './adoption-store.ts'
import { listAgreed, listContracted } from './standing-store.ts'
import { listSteps, listStepsWith, type InvitationStepRow } from './invitation-store.ts'

/** Where a creator stands in a campaign, and what their answers to us so far show. */
export interface Invitation {
  readonly creatorId: string
  readonly isInPlan: boolean
  /** A contract is signed: neither side says no any more. */
  readonly isContracted: boolean
  readonly state: InvitationState
  readonly moves: readonly InvitationMove[]
  readonly steps: readonly InvitationStepRow[]
  readonly history: InvitationHistory
}

/** The creators of the campaign's plan, and whoever was asked before and is no longer in it. */
export async function readCampaignInvitations(ctx: Context, campaignId: string): Promise<Invitation[]> {
  const adoption = await findAdoption(ctx, campaignId)
  const steps = await listSteps(ctx, campaignId)
  const inPlan = new Set(adoption?.creatorIds)
  const ids = [...new Set([...inPlan, ...steps.map(({ creatorId }) => creatorId)])]
  const histories = await readHistories(ctx, ids)
  const contracted = await listContracted(ctx, campaignId)
  return ids.map((creatorId) => {
    const own = steps.filter((step) => step.creatorId === creatorId)
    const state = own.at(-1)?.to ?? 'proposed'
    const isInPlan = inPlan.has(creatorId)
    const isContracted = contracted.includes(creatorId)
    // Whoever is not in the plan is not asked; what they are told may still be taken back.
    const moves = listInvitationMoves(state, { isContracted }).filter((move) => isInPlan || move !== 'invite')
    return {
      creatorId,
      isInPlan,
      isContracted,
      state,
      moves,
      steps: own,
      history: histories.get(creatorId) ?? readInvitations([], ctx.now),
    }
  })
}

/** What creators answered to our invitations in all campaigns. */
export async function readHistories(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, InvitationHistory>> {
  const steps = new Map<string, InvitationStepRow[]>()
  for (const step of await listStepsWith(ctx, creatorIds)) steps.set(step.creatorId, [...(steps.get(step.creatorId) ?? []), step])
  return new Map([...steps].map(([creatorId, own]) => [creatorId, readInvitations(own, ctx.now)]))
}

/** Who of a campaign stays in a plan that is solved again, who said yes, and who is not asked for any more. A contract is a yes, whatever was said. */
export async function readStanding(ctx: Context, campaignId: string): Promise<{ held: string[]; accepted: string[]; gone: string[] }> {
  const states = new Map((await listSteps(ctx, campaignId)).map(({ creatorId, to }) => [creatorId, to]))
  const listIn = (is: (state: InvitationState) => boolean) => [...states].flatMap(([creatorId, state]) => (is(state) ? [creatorId] : []))
  const contracted = await listContracted(ctx, campaignId)
  const gone = listIn(isGone).filter((id) => !contracted.includes(id))
  // A yes by their link holds them like one that was noted here, until they are withdrawn.
  const agreed = (await listAgreed(ctx, campaignId)).filter((id) => !gone.includes(id))
  const withAgreed = (ids: readonly string[]) => [...new Set([...ids, ...contracted, ...agreed])]
  return { held: withAgreed(listIn(isHeld)), accepted: withAgreed(listIn((state) => state === 'accepted')), gone }
}
