import { creatorTypeWithBasisSchema } from '@kolibra/core/creators'
import { forecastSchema, type Forecast } from '@kolibra/core/planning'
import { planAskSchema, planCauseSchema, plannedKpiSchema } from '@kolibra/core/selection'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

function selectRows(ctx: Context, ids: readonly string[]) {
  return ctx.tx
    .selectFrom('creators')
    .innerJoin('creator_rows', (join) =>
      join.onRef('creator_rows.workspace_id', '=', 'creators.workspace_id').onRef('creator_rows.creator_id', '=', 'creators.creator_id'),
    )
    .selectAll('creator_rows')
    .select(['creators.creator_id as id', 'creators.platform', 'creators.account_id', 'display_name', 'handle', 'creators.region'])
    .where('creators.workspace_id', '=', ctx.workspaceId)
    .where('creators.creator_id', 'in', ids)
}
type StoredRow = Awaited<ReturnType<ReturnType<typeof selectRows>['execute']>>[number]

function presentRow(row: StoredRow) {
  return {
    id: row.id,
    platform: row.platform,
    accountId: row.account_id,
    displayName: row.display_name,
    handle: row.handle,
    creatorType: readType(row),
    followers: row.followers,
    region: row.region,
    categories: row.categories,
    priceFen: row.price_fen,
    priceFormat: row.price_format,
    filed: row.filed,
    viewsP10: row.views_p10,
    viewsP50: row.views_p50,
    viewsP90: row.views_p90,
    interactRate: row.interact_rate,
    cpmFen: row.cpm_fen,
    cpeFen: row.cpe_fen,
    authenticity: row.authenticity,
    completeness: row.completeness,
    mcn: row.mcn,
    languages: row.languages,
    audienceAge: row.audience_age,
    audienceCityTier: row.audience_city_tier,
    audienceProvince: row.audience_province,
    audienceFemaleShare: row.audience_female_share,
    sources: row.sources,
    observedAt: row.observed_at,
  }
}

/** The table's rows of these creators, in the order asked for; those that are gone are left out. */
export async function listRowsOf(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await selectRows(ctx, ids).execute()
  const byId = new Map(rows.map((row) => [row.id, presentRow(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** The computed forecast of one creator; null while it is not computed yet. */
export async function readForecast(ctx: Context, creatorId: string): Promise<Forecast | null> {
  const row = await ctx.tx
    .selectFrom('creator_rows')
    .select('forecast')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  return row === undefined || row.forecast === null ? null : forecastSchema.parse(row.forecast)
}

function readType(row: { creator_type: string | null; type_basis: string | null; type_basis_zh: string | null }) {
  if (row.type_basis === null) return null
  const basisZh = row.type_basis_zh ?? undefined
  return creatorTypeWithBasisSchema.parse({ value: row.creator_type, basis: row.type_basis, ...(basisZh && { basisZh }) })
}

interface HeadRow {
  readonly id: string
  readonly campaignId: string
  readonly version: number
  readonly madeFrom: string | null
  readonly scenario: string | null
  readonly cause: string
  readonly causeCreatorId: string | null
  readonly ask: unknown
  readonly createdAt: string
  readonly createdBy: string | null
  readonly isFeasible: boolean
  readonly creators: number
  readonly costFen: number
  readonly value: number
  readonly gap: number
  readonly kpis: unknown
}

/** Most versions told of at once. */
const MOST_HEADS = 200

/** The versions of a campaign's plan, newest first, without who is in them. */
export async function listPlanHeads(ctx: Context, campaignId: string) {
  const { rows } = await sql<HeadRow>`
    SELECT plan_id AS id, campaign_id AS "campaignId", version, made_from AS "madeFrom", scenario, cause,
      cause_creator_id AS "causeCreatorId", ask, plans.created_at AS "createdAt", members.name AS "createdBy",
      jsonb_typeof(plan -> 'infeasible') = 'null' AS "isFeasible", jsonb_array_length(plan -> 'chosen') AS creators,
      (plan ->> 'costFen')::float8 AS "costFen", (plan ->> 'value')::float8 AS value, (plan ->> 'gap')::float8 AS gap, plan -> 'kpis' AS kpis
    FROM plans LEFT JOIN members ON members.workspace_id = plans.workspace_id AND members.user_id = plans.created_by
    WHERE plans.workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId}
    ORDER BY version DESC LIMIT ${MOST_HEADS}`.execute(ctx.tx)
  return rows.map((row) => ({
    ...row,
    cause: planCauseSchema.parse(row.cause),
    ask: planAskSchema.parse(row.ask),
    kpis: plannedKpiSchema.array().parse(row.kpis),
  }))
}
