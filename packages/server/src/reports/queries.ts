import { briefSchema, FREEDOM_TABLE, freedomTableSchema, SENDING_MOVES } from '@kolibra/core/briefs'
import { campaignSchema } from '@kolibra/core/campaigns'
import { deliverableStateSchema } from '@kolibra/core/content'
import type { FreedomFacts } from '@kolibra/core/reports'
import { planResultSchema } from '@kolibra/core/selection'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

interface WorkRow {
  readonly deliverableId: string
  readonly campaignId: string
  readonly campaign: string
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
    SELECT deliverable.deliverable_id AS "deliverableId", deliverable.campaign_id AS "campaignId", campaigns.campaign ->> 'name' AS campaign, format, state,
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
  return rows.map(({ state, planned, ...row }) => ({
    ...row,
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

const stepsSchema = z.array(
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('draft'), text: z.string() }),
    z.object({ kind: z.literal('asked') }),
    z.object({ kind: z.literal('refused') }),
  ]),
)

interface FreedomRow {
  readonly id: string
  readonly asOf: string | null
  readonly version: number | null
  readonly brief: unknown
  readonly weights: unknown
  readonly steps: unknown
}

/**
 * What the freedom of posts is told by: the brief and the weights that counted when the last draft came in, and what happened to the drafts.
 * What is not asked of a creator any more, because they refused, stands as a step of its own.
 */
export async function listFreedomFacts(ctx: Context, deliverableIds: readonly string[]): Promise<Map<string, FreedomFacts>> {
  const { rows } = await sql<FreedomRow>`
    WITH asked AS (
      SELECT deliverable_id, campaign_id,
        (SELECT max(submitted_at) FROM drafts
         WHERE drafts.workspace_id = deliverables.workspace_id AND drafts.deliverable_id = deliverables.deliverable_id) AS last_at
      FROM deliverables WHERE workspace_id = ${ctx.workspaceId} AND deliverable_id = ANY(${[...deliverableIds]}::uuid[]))
    SELECT asked.deliverable_id AS id, asked.last_at AS "asOf", sent.version, sent.brief,
      (SELECT freedom_table FROM freedom_tables
       WHERE workspace_id = ${ctx.workspaceId} AND set_at <= coalesce(asked.last_at, ${ctx.now}) ORDER BY revision DESC LIMIT 1) AS weights,
      (SELECT coalesce(jsonb_agg(step ORDER BY at, id), '[]') FROM (
        SELECT submitted_at AS at, draft_id AS id, jsonb_build_object('kind', 'draft', 'text', facts ->> 'text') AS step FROM drafts
        WHERE workspace_id = ${ctx.workspaceId} AND deliverable_id = asked.deliverable_id
        UNION ALL
        SELECT created_at, review_id, jsonb_build_object('kind', 'asked') FROM reviews
        WHERE workspace_id = ${ctx.workspaceId} AND subject_id = asked.deliverable_id AND move = 'request_changes'
        UNION ALL
        SELECT sent_at, request_id, jsonb_build_object('kind', 'refused') FROM portal_requests
        WHERE workspace_id = ${ctx.workspaceId} AND deliverable_id = asked.deliverable_id AND kind = 'refusal') AS steps) AS steps
    FROM asked LEFT JOIN LATERAL (
      SELECT version, brief FROM briefs
      WHERE briefs.workspace_id = ${ctx.workspaceId} AND briefs.campaign_id = asked.campaign_id
        AND EXISTS (SELECT FROM reviews WHERE reviews.workspace_id = briefs.workspace_id AND reviews.subject_id = briefs.brief_id
          AND move = ANY(${[...SENDING_MOVES]}) AND reviews.created_at <= coalesce(asked.last_at, ${ctx.now}))
      ORDER BY version DESC LIMIT 1) AS sent ON true`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.id, readFreedomRow(row, ctx.now)]))
}

function readFreedomRow({ asOf, version, brief, weights, steps }: FreedomRow, now: string): FreedomFacts {
  return {
    brief: version === null ? null : { version, content: briefSchema.parse(brief) },
    table: weights === null ? FREEDOM_TABLE : freedomTableSchema.parse(weights),
    steps: stepsSchema.parse(steps),
    asOf: asOf ?? now,
  }
}

/** Every published post of the workspace with its campaign and what its plan forecast, newest first. */
export async function listPublished(ctx: Context) {
  const { rows } = await sql<{
    deliverableId: string
    campaignId: string
    campaign: string
    creatorName: string | null
    planned: unknown
  }>`
    SELECT deliverable.deliverable_id AS "deliverableId", deliverable.campaign_id AS "campaignId",
      campaigns.campaign ->> 'name' AS campaign, display_name AS "creatorName",
      (SELECT creator -> 'forecast' FROM jsonb_array_elements(plans.plan -> 'creators') AS creator
       WHERE creator ->> 'id' = deliverable.creator_id::text LIMIT 1) AS planned
    FROM deliverables AS deliverable
    JOIN campaigns USING (workspace_id, campaign_id)
    JOIN creators USING (workspace_id, creator_id)
    JOIN plans ON plans.workspace_id = deliverable.workspace_id AND plans.plan_id = deliverable.plan_id
    WHERE deliverable.workspace_id = ${ctx.workspaceId} AND state = 'published'
    ORDER BY deliverable.deliverable_id DESC`.execute(ctx.tx)
  return rows.map(({ planned, ...row }) => ({ ...row, forecast: readForecast(planned) }))
}
