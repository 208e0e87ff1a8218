import { campaignSchema } from '@kolibra/core/campaigns'
import { FORECAST_METRICS } from '@kolibra/core/planning'
import type { CampaignOutcome, ScoredMetric } from '@kolibra/core/reports'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const metricSchema = z.enum(FORECAST_METRICS)

/** Keeps an outcome after the ones before it; false when it says what the newest says, or somebody kept one in between. */
export async function appendScore(
  ctx: Context,
  campaignId: string,
  { metric, p10, p50, p90, actual, countedAt, outsidePosts }: ScoredMetric & Pick<CampaignOutcome, 'outsidePosts'>,
): Promise<boolean> {
  const newest = await ctx.tx
    .selectFrom('forecast_scores')
    .select(['score', 'p10', 'p50', 'p90', 'actual', 'outside_posts'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where('metric', '=', metric)
    .orderBy('score', 'desc')
    .limit(1)
    .executeTakeFirst()
  const isSame = newest?.p10 === p10 && newest.p50 === p50 && newest.p90 === p90 && newest.actual === actual
  if (isSame && newest.outside_posts === outsidePosts) return false
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('forecast_scores')
    .values({
      workspace_id: ctx.workspaceId,
      campaign_id: campaignId,
      metric,
      score: (newest?.score ?? 0) + 1,
      p10,
      p50,
      p90,
      actual,
      counted_at: countedAt,
      scored_at: ctx.now,
      outside_posts: outsidePosts,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}

/** The newest outcome of every campaign and metric, the campaign that ended last first. */
export async function listOutcomes(ctx: Context): Promise<CampaignOutcome[]> {
  const rows = await ctx.tx
    .selectFrom('forecast_scores')
    .innerJoin('campaigns', (join) =>
      join
        .onRef('campaigns.workspace_id', '=', 'forecast_scores.workspace_id')
        .onRef('campaigns.campaign_id', '=', 'forecast_scores.campaign_id'),
    )
    .distinctOn(['forecast_scores.campaign_id', 'metric'])
    .select(['forecast_scores.campaign_id', 'campaigns.campaign', 'metric', 'p10', 'p50', 'p90', 'actual', 'counted_at', 'scored_at'])
    .select('outside_posts')
    .where('forecast_scores.workspace_id', '=', ctx.workspaceId)
    .orderBy('forecast_scores.campaign_id')
    .orderBy('metric')
    .orderBy('score', 'desc')
    .execute()
  return rows
    .map(({ campaign_id, campaign, metric, counted_at, scored_at, outside_posts, ...numbers }) => {
      const { name, ends } = campaignSchema.parse(campaign)
      return {
        campaignId: campaign_id,
        campaign: name,
        ends,
        metric: metricSchema.parse(metric),
        ...numbers,
        countedAt: counted_at,
        scoredAt: scored_at,
        outsidePosts: outside_posts,
      }
    })
    .sort((a, b) => (a.ends > b.ends ? -1 : Number(a.ends < b.ends)))
}
