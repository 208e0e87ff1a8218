import type { DiscoveryFieldName, DiscoveryValues } from '@kolibra/core/selection'
import type { Localized } from '@kolibra/core/shared'
import { forecastSchema, type Forecast } from '@kolibra/core/planning'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** What the table of creators shows of one creator and what it is searched by; computed, never a source. */
export interface CreatorRowDraft {
  readonly creatorId: string
  /** What the list is ordered by when it is ordered by name. */
  readonly nameKey: string | null
  readonly searchText: string
  /** Brands a source names. */
  readonly brands: readonly string[]
  readonly basis: Localized | null
  readonly priceFormat: string | null
  readonly observedAt: string | null
  readonly forecast: Forecast | null
  readonly values: DiscoveryValues
}

/** The column of each field one can search by. */
export const COLUMN_OF = {
  platform: 'platform',
  type: 'creator_type',
  categories: 'categories',
  region: 'region',
  mcn: 'mcn',
  languages: 'languages',
  filed: 'filed',
  sources: 'sources',
  audienceAge: 'audience_age',
  audienceCityTier: 'audience_city_tier',
  audienceProvince: 'audience_province',
  audienceProvinces: 'audience_provinces',
  audienceFemaleShare: 'audience_female_share',
  audienceUnder25Share: 'audience_under25_share',
  audience25To34Share: 'audience_25_to_34_share',
  audienceFrom35Share: 'audience_from35_share',
  audienceTier1Share: 'audience_tier1_share',
  audienceTopTiersShare: 'audience_top_tiers_share',
  followers: 'followers',
  viewsP50: 'views_p50',
  interactRate: 'interact_rate',
  priceFen: 'price_fen',
  cpmFen: 'cpm_fen',
  cpeFen: 'cpe_fen',
  authenticity: 'authenticity',
  completeness: 'completeness',
  observedDay: 'observed_day',
} as const satisfies Record<DiscoveryFieldName, string>

/** What the rows of these creators hold that was worked out among others; who has no row is left out. */
export async function readWorkedOut(
  ctx: Context,
  ids: readonly string[],
): Promise<Map<string, { forecast: Forecast | null; authenticity: number | null }>> {
  const rows = await ctx.tx
    .selectFrom('creator_rows')
    .select(['creator_id', 'forecast', 'authenticity'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', 'in', ids)
    .execute()
  return new Map(
    rows.map(({ creator_id, forecast, authenticity }) => [
      creator_id,
      { forecast: forecastSchema.nullable().parse(forecast), authenticity },
    ]),
  )
}

/** Keeps the authenticity of creators, 0–1, where it is another than their rows hold. */
export async function keepAuthenticity(ctx: Context, ids: readonly string[], scores: readonly (number | null)[]): Promise<void> {
  await sql`
    UPDATE creator_rows SET authenticity = told.score FROM unnest(${[...ids]}::uuid[], ${[...scores]}::float8[]) AS told (creator_id, score)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_rows.creator_id = told.creator_id
      AND authenticity IS DISTINCT FROM told.score`.execute(ctx.tx)
}

const CHUNK = 1000

/** Replaces the rows of the given creators. */
export async function replaceCreatorRows(ctx: Context, drafts: readonly CreatorRowDraft[]): Promise<void> {
  for (let from = 0; from < drafts.length; from += CHUNK) {
    const rows = drafts.slice(from, from + CHUNK).map((draft) => ({ workspace_id: ctx.workspaceId, ...columnsOf(draft) }))
    const names = Object.keys(rows[0] ?? {})
    const columns = sql.join(names.map((name) => sql.ref(name)))
    const newer = sql.join(names.map((name) => sql.ref(`excluded.${name}`)))
    await sql`INSERT INTO creator_rows (${columns})
      SELECT ${columns} FROM jsonb_populate_recordset(NULL::creator_rows, ${JSON.stringify(rows)}::jsonb)
      ON CONFLICT (workspace_id, creator_id) DO UPDATE SET (${columns}) = ROW(${newer})`.execute(ctx.tx)
  }
}

function columnsOf({ creatorId, nameKey, searchText, brands, basis, priceFormat, observedAt, forecast, values }: CreatorRowDraft) {
  const searched = Object.entries(COLUMN_OF).map(([field, column]) => [column, isField(field) ? values[field] : null])
  return {
    ...Object.fromEntries(searched),
    filed: values.filed === null ? null : values.filed === 'filed',
    creator_id: creatorId,
    name_key: nameKey,
    search_text: searchText,
    brands,
    type_basis: basis?.en ?? null,
    type_basis_zh: basis?.zh ?? null,
    price_format: priceFormat,
    views_p10: forecast?.p10 ?? null,
    views_p90: forecast?.p90 ?? null,
    observed_at: observedAt,
    forecast,
  }
}

const isField = (name: string): name is DiscoveryFieldName => Object.hasOwn(COLUMN_OF, name)
