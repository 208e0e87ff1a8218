import type { Campaign } from '@kolibra/core/campaigns'
import type { InvitationMove } from '@kolibra/core/selection'
import { openCampaign } from '../campaigns/index.ts'
import { chooseCreators } from '../content/index.ts'
import { addEngagement } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { makePlan, moveInvitation, readCampaignInvitations } from '../selection/index.ts'

const NAME = '示例·邀约进行中 Example: invitations under way'
const SCENARIO = '示例·少两成预算 Example: a fifth less'
const SOURCE = '示例：合同摘要 contract summary'
/** A part of the budget: few creators, so that every state is on one screen. */
const PART = 0.5

/** What was done with the chosen, in their order: the first stays proposed, for a conflict came up. */
const MOVES: readonly (readonly { readonly move: InvitationMove; readonly note: string | null }[])[] = [
  [],
  [
    { move: 'invite', note: null },
    { move: 'accept', note: '示例：微信确认 confirmed by WeChat' },
  ],
  [{ move: 'invite', note: null }],
  [
    { move: 'invite', note: null },
    { move: 'decline', note: '示例：档期冲突 no time then' },
  ],
  [
    { move: 'invite', note: null },
    { move: 'withdraw', note: '示例：改由他人 another takes the place' },
  ],
]

/** A second campaign of the example, where a newcomer sees what the first has none of: a conflict that blocks, invitations in every state, a scenario. */
export async function showStates(ctx: Context, campaign: Campaign, clock: () => number): Promise<void> {
  const budgetFen = Math.round(campaign.budgetFen * PART)
  const { id } = await openCampaign(ctx, { ...campaign, name: NAME, budgetFen })
  const { id: planId, plan } = await makePlan(ctx, id, { clock })
  await chooseCreators(ctx, { campaignId: id, planId, creatorIds: plan.chosen })
  for (const [at, steps] of MOVES.entries())
    for (const { move, note } of steps) await moveOne(ctx, id, { creatorId: plan.chosen[at], move, note })
  await makePlan(ctx, id, { clock, ask: { scenario: SCENARIO, madeFrom: planId, budgetFen: Math.round(budgetFen * 0.8) } })
  const [bound] = plan.chosen
  if (bound !== undefined) await bindElsewhere(ctx, bound, campaign)
}

async function moveOne(
  ctx: Context,
  campaignId: string,
  { creatorId, move, note }: { creatorId: string | undefined; move: InvitationMove; note: string | null },
): Promise<void> {
  const known = (await readCampaignInvitations(ctx, campaignId)).find((one) => one.creatorId === creatorId)
  if (known !== undefined) await moveInvitation(ctx, campaignId, { creatorId: known.creatorId, move, from: known.state, note })
}

// Heard of after the choice was made: the gate names it, and whoever plans from now on leaves the creator out.
async function bindElsewhere(ctx: Context, creatorId: string, { category, starts, ends, platforms }: Campaign): Promise<void> {
  await addEngagement(ctx, creatorId, {
    brand: '示例·竞品 Example rival',
    category,
    platforms: [...platforms],
    exclusive: true,
    from: starts,
    to: ends,
    source: SOURCE,
  })
}
