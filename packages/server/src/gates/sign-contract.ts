import { freezeGoal } from '@kolibra/core/campaigns'
import type { Rulebook } from '@kolibra/core/compliance'
import { DELIVERABLE_MOVES, moveDeliverable } from '@kolibra/core/content'
import { checkSigner, guardAct } from '@kolibra/core/gates'
import { freezeCampaign } from '../campaigns/index.ts'
import { updateDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { insertContract } from './contract-store.ts'
import { judgeCampaign } from './judge-campaign.ts'

/** Signs one creator's post, never of one who said no, also by their link. Goal and Choice guard it; the first contract freezes the goal and what the choice promises, with hash and time. */
export async function signContract(ctx: Context, input: { campaignId: string; deliverableId: string; rulebook: Rulebook }) {
  const { campaignId, deliverableId } = input
  const { stored, plan, gone, deliverables, spine } = await judgeCampaign(ctx, campaignId, input.rulebook)
  const { deliverable, answer } = found(
    deliverables.find((item) => item.deliverable.id === deliverableId),
    'deliverable',
    deliverableId,
  )
  const to = settle(moveDeliverable(deliverable.state, 'contract', { role: DELIVERABLE_MOVES.contract.by[0] }))
  settle(checkSigner({ creatorId: deliverable.creatorId, answer }, gone))
  settle(guardAct('contract', { kind: 'creator', id: deliverable.creatorId }, spine))
  const frozen = stored.frozen ?? freezeGoal({ campaign: stored.campaign, plan, at: ctx.now }, sha256)
  if (stored.frozen === null) {
    if (!(await freezeCampaign(ctx, campaignId, frozen))) throw new RequestError('state.lost_race')
    await recordEvent(ctx, { name: 'goal.frozen', subject: { kind: 'campaign', id: campaignId }, campaignId })
  }
  const agreedFen = plan?.creators.find((creator) => creator.id === deliverable.creatorId)?.costFen ?? null
  const contract = { id: ctx.mintId(), campaignId, deliverableId, goalHash: frozen.hash, agreedFen }
  const moved = await updateDeliverable(ctx, { id: deliverableId, from: deliverable.state, to })
  if (!moved || !(await insertContract(ctx, contract))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: DELIVERABLE_MOVES.contract.event, subject: { kind: 'deliverable', id: deliverableId }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return { id: contract.id, deliverableId, agreedFen, frozen: { hash: frozen.hash, at: frozen.at } }
}
