import type { TierTable } from '@kolibra/core/creators'
import { LEAST_RANKED, rankInSpread, RANKED_MEASURES, type AudienceReference, type Rank, type RankedMeasure } from '@kolibra/core/selection'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

const COLUMNS: Readonly<Record<RankedMeasure, string>> = {
  priceFen: 'price_fen',
  cpmFen: 'cpm_fen',
  cpeFen: 'cpe_fen',
  viewsP50: 'views_p50',
  interactRate: 'interact_rate',
}
const STEPS = Array.from({ length: 101 }, (_, at) => at / 100)

/** A group of accounts that are compared. */
export interface Cohort {
  readonly platform: string
  readonly tier: string
  readonly category: string
}

/** Keeps anew how every group of accounts is spread, in one pass of the database; no account is loaded. Safe to repeat. */
export async function replaceCohorts(ctx: Context, { rows: all }: TierTable): Promise<void> {
  const tiers = sql.join(
    all.flatMap(({ platforms, tier, fromFollowers }) => platforms.map((platform) => sql`(${platform}, ${tier}, ${fromFollowers}::bigint)`)),
  )
  const measures = sql.join(RANKED_MEASURES.map((measure) => sql`(${measure}, ${sql.ref(COLUMNS[measure])}::float8)`))
  await ctx.tx.deleteFrom('creator_cohorts').where('workspace_id', '=', ctx.workspaceId).execute()
  await sql`
    INSERT INTO creator_cohorts (workspace_id, platform, tier, category, measure, n, quantiles, as_of)
    SELECT ${ctx.workspaceId}::uuid, creator_rows.platform, placed.tier, categories[1], measure, count(*),
      percentile_cont(${STEPS}::float8[]) WITHIN GROUP (ORDER BY value), ${ctx.now}::timestamptz
    FROM creator_rows
    CROSS JOIN LATERAL (
      SELECT tier FROM (VALUES ${tiers}) AS tiers (platform, tier, least)
      WHERE tiers.platform = creator_rows.platform AND least <= followers ORDER BY least DESC LIMIT 1) AS placed
    CROSS JOIN LATERAL (VALUES ${measures}) AS measured (measure, value)
    WHERE workspace_id = ${ctx.workspaceId} AND value IS NOT NULL AND categories[1] IS NOT NULL
    GROUP BY creator_rows.platform, placed.tier, categories[1], measure`.execute(ctx.tx)
}

/** When the groups of this workspace were worked out; null: never. */
export async function readCohortsAsOf(ctx: Context): Promise<string | null> {
  const row = await ctx.tx
    .selectFrom('creator_cohorts')
    .select('as_of')
    .where('workspace_id', '=', ctx.workspaceId)
    .limit(1)
    .executeTakeFirst()
  return row?.as_of ?? null
}

/** The place of a creator in its group, for every measure that is known of it. */
export async function listRanks(ctx: Context, creatorId: string, { platform, tier, category }: Cohort): Promise<Rank[]> {
  const own = await ctx.tx
    .selectFrom('creator_rows')
    .select(['price_fen', 'cpm_fen', 'cpe_fen', 'views_p50', 'interact_rate'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  const spreads = await ctx.tx
    .selectFrom('creator_cohorts')
    .select(['measure', 'n', 'quantiles'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('platform', '=', platform)
    .where('tier', '=', tier)
    .where('category', '=', category)
    .execute()
  if (own === undefined) return []
  const values: Record<RankedMeasure, number | null> = {
    priceFen: own.price_fen,
    cpmFen: own.cpm_fen,
    cpeFen: own.cpe_fen,
    viewsP50: own.views_p50,
    interactRate: own.interact_rate,
  }
  return RANKED_MEASURES.flatMap((measure) => {
    const value = values[measure]
    const spread = spreads.find((each) => each.measure === measure) ?? { n: 0, quantiles: [] }
    if (value === null) return []
    const median = spread.n < LEAST_RANKED ? null : (spread.quantiles[50] ?? null)
    const [low, high] = spread.n < LEAST_RANKED ? [null, null] : [spread.quantiles[25] ?? null, spread.quantiles[75] ?? null]
    return [{ measure, value, n: spread.n, rank: rankInSpread(value, spread), median, low, high }]
  })
}

/** Mean share of women in the audiences held of a platform, over so many accounts: what a share is compared with. */
export async function meanAudienceOf(ctx: Context, platform: string): Promise<AudienceReference> {
  const { rows } = await sql<{ female: number | null; n: number }>`
    SELECT avg(audience_female_share)::float8 AS female, count(audience_female_share)::int AS n FROM creator_rows
    WHERE workspace_id = ${ctx.workspaceId} AND platform = ${platform}`.execute(ctx.tx)
  const { female = null, n = 0 } = rows[0] ?? {}
  return { gender: female === null ? {} : { female }, age: {}, n }
}
