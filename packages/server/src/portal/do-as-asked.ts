import type { CreatorRequest, RequestKind, Settlement } from '@kolibra/core/portal'
import { isGone } from '@kolibra/core/selection'
import { shanghaiDay } from '@kolibra/core/shared'
import { listDeliverables, updateDeliverable } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { RequestError } from '../platform/request-error.ts'
import { moveInvitation, readCampaignInvitations } from '../selection/index.ts'
import { creatorActor } from './as-creator.ts'

type Settled = Pick<CreatorRequest, 'creatorId' | 'deliverableId' | 'kind' | 'text' | 'at'> & { readonly settlement: Settlement }
type Doing = (ctx: Context, campaignId: string, request: Settled) => Promise<void>

/** What the desk's answer does beside being read; a kind or answer that is not named does nothing else. */
const DOINGS: Partial<Record<RequestKind, Partial<Record<Settlement, Doing>>>> = {
  posting_time: { taken: planAsProposed },
  decline: { taken: letGo, turned_down: askAgain },
}

/** Does what a creator asked, or what a no of the desk leads to. Refuses `invitation.contracted` for a decline after the contract, `state.lost_race`. */
export async function doAsAsked(ctx: Context, campaignId: string, request: Settled): Promise<void> {
  await DOINGS[request.kind]?.[request.settlement]?.(ctx, campaignId, request)
}

async function planAsProposed(ctx: Context, campaignId: string, { deliverableId, at }: Settled): Promise<void> {
  if (at !== null) await change(ctx, { campaignId, deliverableId }, { plannedFor: shanghaiDay(Date.parse(at)) })
}

/** Turned down, a no is no answer any more: the creator is asked again and reads why. */
async function askAgain(ctx: Context, campaignId: string, { deliverableId }: Settled): Promise<void> {
  await change(ctx, { campaignId, deliverableId }, { answer: null })
}

/** Nothing is left to change of a post that the plan left out since: the answer is kept all the same. */
async function change(
  ctx: Context,
  { campaignId, deliverableId }: { campaignId: string; deliverableId: string | null },
  wish: { plannedFor: string } | { answer: null },
): Promise<void> {
  const post = (await listDeliverables(ctx, campaignId)).find(({ deliverable }) => deliverable.id === deliverableId)?.deliverable
  if (post === undefined) return
  if (!(await updateDeliverable(ctx, { id: post.id, from: post.state, to: post.state, ...wish }))) throw new RequestError('state.lost_race')
}

/** Who declined every post they were asked for is let go from the plan, in their own words; of several posts the others stay. */
async function letGo(ctx: Context, campaignId: string, { creatorId, text }: Settled): Promise<void> {
  const own = (await listDeliverables(ctx, campaignId)).filter(({ deliverable }) => deliverable.creatorId === creatorId)
  if (own.some(({ answer }) => answer !== 'decline')) return
  const known = (await readCampaignInvitations(ctx, campaignId)).find((one) => one.creatorId === creatorId)
  if (known === undefined || isGone(known.state)) return
  // The no is the creator's act (decision 0014): the desk's answer, with its own actor, is the event of the request.
  await moveInvitation({ ...ctx, actor: creatorActor(creatorId) }, campaignId, {
    creatorId,
    move: 'decline',
    from: known.state,
    note: text,
  })
}
