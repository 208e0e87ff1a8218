import { campaignSchema } from '@kolibra/core/campaigns'
import { deliverableStateSchema } from '@kolibra/core/content'
import { planResultSchema } from '@kolibra/core/selection'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

interface WorkRow {
  readonly deliverableId: string
  readonly campaignId: string
  readonly campaign: unknown
  readonly format: string
  readonly state: string
  readonly plannedFor: string | null
  readonly hasContract: boolean
  readonly agreedFen: number | null
  readonly drafts: number
  readonly url: string | null
  readonly publishedAt: string | null
  readonly planned: unknown
}

const plannedSchema = planResultSchema.shape.creators.element.shape.forecast

function readForecast(planned: unknown) {
  const forecast = plannedSchema.parse(planned ?? null)
  return forecast === null ? null : { p10: forecast.p10, p50: forecast.p50, p90: forecast.p90 }
}

/** What was forecast of the posts of a campaign, by deliverable, each by the plan it was chosen from: a later plan changes nothing. */
export async function listPostForecasts(ctx: Context, campaignId: string) {
  const { rows } = await sql<{ id: string; planned: unknown }>`
    SELECT deliverable_id AS id, creator -> 'forecast' AS planned
    FROM deliverables AS deliverable
    JOIN plans ON plans.workspace_id = deliverable.workspace_id AND plans.plan_id = deliverable.plan_id
    CROSS JOIN LATERAL jsonb_array_elements(plans.plan -> 'creators') AS creator
    WHERE deliverable.workspace_id = ${ctx.workspaceId} AND deliverable.campaign_id = ${campaignId}
      AND creator ->> 'id' = deliverable.creator_id::text`.execute(ctx.tx)
  return new Map(rows.map(({ id, planned }) => [id, readForecast(planned)]))
}

/** The posts of a creator in all campaigns, newest first, each with what its plan forecast. */
export async function listWork(ctx: Context, creatorId: string) {
  const { rows } = await sql<WorkRow>`
    SELECT deliverable.deliverable_id AS "deliverableId", deliverable.campaign_id AS "campaignId", campaigns.campaign, format, state,
      planned_for AS "plannedFor", contracts.contract_id IS NOT NULL AS "hasContract", agreed_fen AS "agreedFen",
      (SELECT count(*)::int FROM drafts WHERE drafts.workspace_id = deliverable.workspace_id AND drafts.deliverable_id = deliverable.deliverable_id) AS drafts,
      published_url AS url, published_at AS "publishedAt",
      (SELECT creator -> 'forecast' FROM jsonb_array_elements(plans.plan -> 'creators') AS creator
       WHERE creator ->> 'id' = deliverable.creator_id::text LIMIT 1) AS planned
    FROM deliverables AS deliverable
    JOIN campaigns USING (workspace_id, campaign_id)
    JOIN plans ON plans.workspace_id = deliverable.workspace_id AND plans.plan_id = deliverable.plan_id
    LEFT JOIN contracts ON contracts.workspace_id = deliverable.workspace_id AND contracts.deliverable_id = deliverable.deliverable_id
    WHERE deliverable.workspace_id = ${ctx.workspaceId} AND deliverable.creator_id = ${creatorId}
    ORDER BY deliverable.deliverable_id DESC`.execute(ctx.tx)
  return rows.map(({ campaign, state, planned, ...row }) => ({
    ...row,
    campaign: campaignSchema.parse(campaign).name,
    state: deliverableStateSchema.parse(state),
    forecast: readForecast(planned),
  }))
}

/** Campaigns that are not over on a Shanghai day. */
export async function listRunningCampaigns(ctx: Context) {
  const { rows } = await sql<{ id: string; campaign: unknown }>`
    SELECT campaign_id AS id, campaign FROM campaigns
    WHERE workspace_id = ${ctx.workspaceId} AND campaign ->> 'ends' >= ${ctx.today} ORDER BY campaign_id`.execute(ctx.tx)
  return rows.map(({ id, campaign }) => ({ id, campaign: campaignSchema.parse(campaign) }))
}
