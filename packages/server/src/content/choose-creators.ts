import type { Deliverable } from '@kolibra/core/content'
import { platformSchema } from '@kolibra/core/shared'
import { isBriefOut, keepCreatorParty } from '../briefs/index.ts'
import { loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { adoptPlan, type PlanChoice } from '../selection/index.ts'
import { deletePlanned, insertDeliverable, listDeliverables, reformatPlanned } from './deliverable-store.ts'

/** Chooses creators from a plan, which becomes the campaign's: one planned post each, in the format of the plan. Posts under contract stay, and those that their creators accepted keep their format; planned posts of creators left out go. */
export async function chooseCreators(ctx: Context, choice: PlanChoice): Promise<Deliverable[]> {
  const { campaignId, planId, creatorIds } = choice
  const { plan } = await adoptPlan(ctx, choice)
  const accounts = await loadAccounts(ctx, creatorIds)
  const before = await listDeliverables(ctx, campaignId)
  for (const { deliverable } of before)
    if (deliverable.state === 'planned' && !creatorIds.includes(deliverable.creatorId)) await deletePlanned(ctx, deliverable.id)
  for (const { id, account } of accounts) {
    const planned = plan.creators.find((creator) => creator.id === id)?.format
    const known = before.filter(({ deliverable }) => deliverable.creatorId === id)
    const [only] = known
    // One planned post that somebody did not add to: it is what the plan says. What is agreed on stays, the creator's yes included.
    if (known.length === 1 && only !== undefined && planned !== undefined && only.deliverable.format !== planned)
      await reformatPlanned(ctx, only.deliverable.id, { planId, format: planned })
    if (known.length > 0) continue
    const platform = platformSchema.safeParse(account.platform)
    if (!platform.success) throw new RequestError('choice.no_platform', { creatorId: id, platform: account.platform })
    const format = planned ?? account.quotes[0]?.format ?? 'post'
    await insertDeliverable(ctx, { id: ctx.mintId(), campaignId, creatorId: id, planId, platform: platform.data, format })
  }
  // Where a brief is out, whoever comes later is asked like everybody else.
  if (await isBriefOut(ctx, campaignId)) for (const { id } of accounts) await keepCreatorParty(ctx, campaignId, id)
  await recordEvent(ctx, { name: 'creators.chosen', subject: { kind: 'plan', id: planId }, campaignId })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return (await listDeliverables(ctx, campaignId)).map(({ deliverable }) => deliverable)
}
