import type { Rulebook } from '@kolibra/core/compliance'
import { buildReport, forecastPublished, scoreCampaign } from '@kolibra/core/reports'
import { chosenPlanSchema } from '@kolibra/core/selection'
import { addDays } from '@kolibra/core/shared'
import { SETTLE_DAYS } from '../campaigns/index.ts'
import { judgeCampaign } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { collectReport } from './collect-report.ts'
import { appendScore } from './forecast-score-store.ts'

/**
 * Holds the forecast that stood when a campaign's goal was frozen against what came, and keeps it; posts by creators the frozen plan did not
 * know are counted as such and nothing more. Safe to repeat: nothing is kept before the numbers have settled, without a frozen forecast, of sums with a gap, or when nothing changed.
 */
export async function scoreForecast(ctx: Context, campaignId: string, rulebook: Rulebook): Promise<void> {
  const judged = await judgeCampaign(ctx, campaignId, rulebook)
  const { campaign, frozen } = judged.stored
  // A later end than the one the job was asked for: whoever observes a post then asks again.
  if (frozen === null || addDays(campaign.ends, SETTLE_DAYS) >= ctx.today) return
  const plan = chosenPlanSchema.safeParse(frozen.inputs.plan)
  if (!plan.success) return
  const published = judged.deliverables.flatMap(({ deliverable }) => (deliverable.state === 'published' ? [deliverable.creatorId] : []))
  const { kpis, known } = forecastPublished(plan.data, published, campaign)
  const collected = await collectReport(ctx, judged)
  const deliverables = collected.deliverables.filter(({ deliverable }) => known.includes(deliverable.creatorId))
  const { numbers } = buildReport({ ...collected, deliverables })
  const outsidePosts = published.filter((creatorId) => !known.includes(creatorId)).length
  const kept: string[] = []
  for (const scored of scoreCampaign(kpis, numbers))
    if (await appendScore(ctx, campaignId, { ...scored, outsidePosts })) kept.push(scored.metric)
  if (kept.length > 0)
    await recordEvent(ctx, { name: 'forecast.scored', subject: { kind: 'campaign', id: campaignId }, campaignId, fields: kept })
}
