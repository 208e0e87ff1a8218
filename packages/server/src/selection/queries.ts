import { creatorTypeWithBasisSchema } from '@kolibra/core/creators'
import { forecastSchema, type Forecast } from '@kolibra/core/planning'
import { sql, type SqlBool } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

/** Sort keys of the table and the column behind each. Unknown stands last whichever way. */
const SORTS = {
  name: 'creator_profiles.display_name',
  followers: 'creator_rows.followers',
  priceFen: 'creator_rows.price_fen',
  viewsP50: 'creator_rows.views_p50',
  interactRate: 'creator_rows.interact_rate',
  observedAt: 'creator_rows.observed_at',
} as const
export type SortKey = keyof typeof SORTS
export const SORT_KEYS = ['name', 'followers', 'priceFen', 'viewsP50', 'interactRate', 'observedAt'] as const satisfies readonly SortKey[]

export interface CreatorFilter {
  readonly platform?: string | undefined
  readonly type?: string | undefined
  readonly q?: string | undefined
}
export interface Page {
  readonly sort: SortKey
  readonly isDescending: boolean
  readonly limit: number
  readonly cursor: string | null
}

const cursorSchema = z.object({ value: z.union([z.string(), z.number()]).nullable(), id: z.uuid() })

function readCursor(cursor: string | null): z.infer<typeof cursorSchema> | null {
  if (cursor === null) return null
  try {
    return cursorSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
  } catch {
    // A cursor that is not ours starts at the beginning, as an expired one would.
    return null
  }
}

function selectRows(ctx: Context, { platform, type, q }: CreatorFilter) {
  const words = `%${(q ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
  return ctx.tx
    .selectFrom('creators')
    .innerJoin('creator_profiles', (join) =>
      join
        .onRef('creator_profiles.workspace_id', '=', 'creators.workspace_id')
        .onRef('creator_profiles.creator_id', '=', 'creators.creator_id'),
    )
    .leftJoin('creator_rows', (join) =>
      join.onRef('creator_rows.workspace_id', '=', 'creators.workspace_id').onRef('creator_rows.creator_id', '=', 'creators.creator_id'),
    )
    .where('creators.workspace_id', '=', ctx.workspaceId)
    .$if(platform !== undefined, (query) => query.where('creators.platform', '=', platform ?? ''))
    .$if(type !== undefined, (query) => query.where('creator_rows.creator_type', '=', type ?? ''))
    .$if(q !== undefined && q !== '', (query) =>
      query.where((eb) =>
        eb.or([eb('display_name', 'ilike', words), eb('handle', 'ilike', words), eb('creators.account_id', 'ilike', words)]),
      ),
    )
}

/** How many creators the filter leaves. */
export async function countCreators(ctx: Context, filter: CreatorFilter): Promise<number> {
  const row = await selectRows(ctx, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return Number(row.total)
}

function selectPage(ctx: Context, filter: CreatorFilter, page: Page) {
  const column = sql.ref(SORTS[page.sort])
  const direction = page.isDescending ? sql`DESC` : sql`ASC`
  return selectRows(ctx, filter)
    .selectAll('creator_rows')
    .select(['creators.creator_id as id', 'creators.platform', 'creators.account_id', 'display_name', 'handle', 'creator_profiles.region'])
    .select(sql<string | number | null>`${column}`.as('sort_value'))
    .where(afterCursor(page))
    .orderBy(sql`${column} ${direction} NULLS LAST, creators.creator_id`)
    .limit(page.limit + 1)
}
type PageRow = Awaited<ReturnType<ReturnType<typeof selectPage>['execute']>>[number]

function presentRow(row: PageRow) {
  return {
    id: row.id,
    platform: row.platform,
    accountId: row.account_id,
    displayName: row.display_name,
    handle: row.handle,
    creatorType: readType(row),
    followers: row.followers,
    region: row.region,
    categories: row.categories ?? [],
    priceFen: row.price_fen,
    priceFormat: row.price_format,
    filed: row.filed,
    viewsP10: row.views_p10,
    viewsP50: row.views_p50,
    viewsP90: row.views_p90,
    interactRate: row.interact_rate,
    sources: row.sources ?? [],
    observedAt: row.observed_at,
  }
}

/** One page of creators, and the cursor of the next. */
export async function listCreatorRows(ctx: Context, filter: CreatorFilter, page: Page) {
  const rows = await selectPage(ctx, filter, page).execute()
  const items = rows.slice(0, page.limit).map(presentRow)
  const last = rows[page.limit - 1]
  const nextCursor =
    rows.length > page.limit && last !== undefined
      ? Buffer.from(JSON.stringify({ value: last.sort_value, id: last.id })).toString('base64url')
      : null
  return { items, nextCursor }
}

/** The table's rows of these creators, in the order asked for; those that are gone are left out. */
export async function listRowsOf(ctx: Context, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await selectRows(ctx, {})
    .selectAll('creator_rows')
    .select(['creators.creator_id as id', 'creators.platform', 'creators.account_id', 'display_name', 'handle', 'creator_profiles.region'])
    .select(sql<null>`NULL`.as('sort_value'))
    .where('creators.creator_id', 'in', ids)
    .execute()
  const byId = new Map(rows.map((row) => [row.id, presentRow(row)]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function afterCursor({ sort, isDescending, cursor }: Page) {
  const column = sql.ref(SORTS[sort])
  const from = readCursor(cursor)
  if (from === null) return sql<SqlBool>`true`
  if (from.value === null) return sql<SqlBool>`(${column} IS NULL AND creators.creator_id > ${from.id})`
  const compare = isDescending ? sql`<` : sql`>`
  return sql<SqlBool>`(${column} ${compare} ${from.value} OR (${column} = ${from.value} AND creators.creator_id > ${from.id}) OR ${column} IS NULL)`
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
