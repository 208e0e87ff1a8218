import { competitorsSince, listClashes, type ClashFacts } from '@kolibra/core/creators'
import { hasJoined, type JoinedConditions, type JoinedIds } from '@kolibra/core/selection'
import { readDay } from '@kolibra/core/shared'
import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'

type Ids = Promise<string[]>

async function listIds(ctx: Context, query: RawBuilder<unknown>): Ids {
  const { rows } = await sql<{ ids: string[] | null }>`SELECT json_agg(DISTINCT id) AS ids FROM (${query}) AS found(id)`.execute(ctx.tx)
  return rows[0]?.ids ?? []
}

/** Contracts of ours with the day or moment their post stands for; null while nobody said it. */
const booked = (ctx: Context) => sql`SELECT deliverables.creator_id AS id,
    coalesce((published_at AT TIME ZONE 'Asia/Shanghai')::date::text, planned_for) AS stamp
  FROM contracts JOIN deliverables USING (workspace_id, deliverable_id) WHERE contracts.workspace_id = ${ctx.workspaceId}`

const listWorked = (ctx: Context) =>
  listIds(
    ctx,
    sql`SELECT id FROM (${booked(ctx)}) AS booked
      UNION SELECT creator_id FROM deliverables WHERE workspace_id = ${ctx.workspaceId} AND published_at IS NOT NULL`,
  )

/** Everybody of whom work for a brand is known, with the brand: what was entered, what sources name, and our own contracts. */
const brandsKnown = (ctx: Context) => sql`SELECT creator_id, brand FROM creator_engagements WHERE workspace_id = ${ctx.workspaceId}
  UNION ALL SELECT creator_id, unnest(brands) FROM creator_rows WHERE workspace_id = ${ctx.workspaceId}
  UNION ALL SELECT deliverables.creator_id, campaigns.campaign ->> 'brand' FROM contracts
    JOIN deliverables USING (workspace_id, deliverable_id) JOIN campaigns ON campaigns.workspace_id = contracts.workspace_id
      AND campaigns.campaign_id = contracts.campaign_id WHERE contracts.workspace_id = ${ctx.workspaceId}`

const fold = (brands: readonly string[]) => brands.map((brand) => brand.toLowerCase())

async function holdBrands(ctx: Context, brands: JoinedConditions['brands']): Promise<JoinedIds> {
  const named = fold(brands.flatMap((brand) => brand ?? []))
  const known = brandsKnown(ctx)
  if (!brands.includes(null))
    return {
      only: await listIds(ctx, sql`SELECT creator_id FROM (${known}) AS known WHERE lower(brand) = ANY(${named}::text[])`),
      without: [],
    }
  const others = sql`SELECT creator_id FROM (${known}) AS known GROUP BY 1 HAVING NOT bool_or(lower(brand) = ANY(${named}::text[]))`
  return { only: null, without: await listIds(ctx, others) }
}

async function holdDays(ctx: Context, { from, to, unknown }: NonNullable<JoinedConditions['freeOn']>): Promise<JoinedIds> {
  const { rows } = await sql<{ id: string; stamp: string | null }>`${booked(ctx)}`.execute(ctx.tx)
  // Read as the Rules gate reads it: a plan may be a day or a moment, and a moment has its day in Shanghai.
  const busy = rows.filter(({ stamp }) => {
    const day = readDay(stamp ?? '')
    return day === null ? !unknown : from <= day && day <= to
  })
  const absent = sql`SELECT creator_id FROM creator_absences
    WHERE workspace_id = ${ctx.workspaceId} AND from_day <= ${to}::date AND to_day >= ${from}::date`
  return { only: null, without: [...new Set([...busy.map(({ id }) => id), ...(await listIds(ctx, absent))])] }
}

/** Whom the rule of the Choice gate leaves. Asked of core: SQL folds names in a way of its own. */
async function holdClear(ctx: Context, asked: NonNullable<JoinedConditions['clearOf']>): Promise<JoinedIds> {
  // Whatever can clash ends on this day or later: both sides of the rule ask for it.
  const { rows } = await sql<
    ClashFacts & { id: string; platform: string }
  >`SELECT creator_id AS id, brand, category, platforms, from_day::text AS "from",
      to_day::text AS "to", is_exclusive AS exclusive, platform
    FROM creator_engagements JOIN creators USING (workspace_id, creator_id) WHERE workspace_id = ${ctx.workspaceId} AND to_day >= ${competitorsSince(asked)}::date`.execute(
    ctx.tx,
  )
  const clashing = new Set(rows.filter((work) => listClashes(work, { ...asked, platform: work.platform }).length > 0).map(({ id }) => id))
  if (asked.unknown) return { only: null, without: [...clashing] }
  const engaged = await listIds(ctx, sql`SELECT creator_id FROM creator_engagements WHERE workspace_id = ${ctx.workspaceId}`)
  return { only: engaged.filter((id) => !clashing.has(id)), without: [] }
}

const listShortlisted = (ctx: Context, shortlistId: string) =>
  listIds(ctx, sql`SELECT creator_id FROM shortlist_entries WHERE workspace_id = ${ctx.workspaceId} AND shortlist_id = ${shortlistId}`)

/** Whom the conditions on our own work rule in or out, as this transaction sees it; null: nothing of the kind is asked. */
export async function findJoined(ctx: Context, conditions: JoinedConditions): Promise<JoinedIds | null> {
  if (!hasJoined(conditions)) return null
  const { pastWork, brands, freeOn, clearOf, shortlist } = conditions
  const found: JoinedIds[] = []
  if (pastWork === 'worked') found.push({ only: await listWorked(ctx), without: [] })
  if (pastWork === 'never') found.push({ only: null, without: await listWorked(ctx) })
  if (brands.length > 0) found.push(await holdBrands(ctx, brands))
  if (freeOn !== null) found.push(await holdDays(ctx, freeOn))
  if (clearOf !== null) found.push(await holdClear(ctx, clearOf))
  if (shortlist !== null) found.push({ only: await listShortlisted(ctx, shortlist), without: [] })
  return found.reduce(joinBoth)
}

function joinBoth(a: JoinedIds, b: JoinedIds): JoinedIds {
  const wanted = b.only === null ? null : new Set(b.only)
  const only = a.only === null ? b.only : wanted === null ? a.only : a.only.filter((id) => wanted.has(id))
  return { only, without: [...a.without, ...b.without] }
}
