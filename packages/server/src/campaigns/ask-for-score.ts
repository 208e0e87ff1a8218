import { addDays } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { enqueueJobAt, momentAfter } from '../platform/jobs.ts'
import { loadCampaign } from './campaign-store.ts'

/** Counts go on growing after the last post; the numbers of the first week after a campaign's end are its outcome [A]. */
export const SETTLE_DAYS = 7

/** Asks for the forecast of a campaign to be held against what came, once its numbers have settled; asked again when they change. */
export async function askForScore(ctx: Context, campaignId: string): Promise<void> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const at = momentAfter(addDays(campaign.ends, SETTLE_DAYS))
  await enqueueJobAt(ctx, { task: 'reports.score_forecast', subjectId: campaignId, at: at > ctx.now ? at : ctx.now })
}
