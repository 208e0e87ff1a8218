import { endOfTier, findTier, type Account, type TierTable } from '@kolibra/core/creators'
import { loadTiers } from '../creators/index.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Accounts that are held against each other: followers from (inclusive) to (exclusive, null: no end). Category null: all categories. */
export interface PeerCell {
  readonly platform: string
  readonly category: string | null
  readonly from: number
  readonly below: number | null
}

/** The accounts a cell is told by. */
export interface Peers {
  /** The cell itself, or all categories of its tier where it is too small. */
  readonly cell: PeerCell
  readonly ids: readonly string[]
}

/** More peers no longer move a median. */
export const MOST_PEERS = 200
/** With fewer of the same category the whole tier is asked. */
const LEAST_OF_CATEGORY = 10

/** The cell of an account: platform, tier and first category; null while the tier is not known. */
export function cellOf(
  { platform, followers, categories }: Pick<Account, 'platform' | 'followers' | 'categories'>,
  table: TierTable,
): PeerCell | null {
  const tier = followers === null ? null : findTier(platform, followers, table)
  if (tier === null) return null
  return {
    platform,
    category: categories[0] ?? null,
    from: tier.fromFollowers,
    below: endOfTier(platform, tier.fromFollowers, table),
  }
}

/** The oldest accounts of a cell, or of its whole tier where the category has fewer than ten; at most two hundred. */
export async function listPeers(ctx: Context, cell: PeerCell): Promise<Peers> {
  const alike = cell.category === null ? [] : await listMembers(ctx, cell, { after: null, limit: MOST_PEERS })
  if (alike.length >= LEAST_OF_CATEGORY) return { cell, ids: alike }
  const tier = { ...cell, category: null }
  return { cell: tier, ids: await listMembers(ctx, tier, { after: null, limit: MOST_PEERS }) }
}

/** The cells of these creators as their rows stand; who is in none is left out. */
export async function listCells(ctx: Context, ids: readonly string[]): Promise<{ id: string; cell: PeerCell }[]> {
  const { table } = await loadTiers(ctx)
  const rows = await ctx.tx
    .selectFrom('creator_rows')
    .select(['creator_id', 'platform', 'followers', 'categories'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', 'in', ids)
    .execute()
  return rows.flatMap(({ creator_id: id, platform, followers, categories }) => {
    const cell = platform === null ? null : cellOf({ platform, followers, categories }, table)
    return cell === null ? [] : [{ id, cell }]
  })
}

/** Ids of the accounts of a cell in their order, so many after one. */
export async function listMembers(
  ctx: Context,
  cell: PeerCell,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT creator_id AS id FROM creator_rows
    WHERE workspace_id = ${ctx.workspaceId} AND ${isIn(cell)} AND creator_id > coalesce(${after}::uuid, ${FIRST_ID}::uuid)
    ORDER BY creator_id LIMIT ${limit}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}

/** Ids of the accounts that are held against the peers of a cell, in their order: all of a category; of a tier those whose category is too small. */
export async function listHeldAgainst(
  ctx: Context,
  cell: PeerCell,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  if (cell.category !== null) return listMembers(ctx, cell, { after, limit })
  const { rows } = await sql<{ id: string }>`
    SELECT creator_id AS id FROM creator_rows AS own
    WHERE workspace_id = ${ctx.workspaceId} AND ${isIn(cell)} AND creator_id > coalesce(${after}::uuid, ${FIRST_ID}::uuid)
      AND (categories[1] IS NULL OR (SELECT count(*) FROM (
        SELECT FROM creator_rows WHERE workspace_id = ${ctx.workspaceId} AND ${isIn(cell)} AND categories[1] = own.categories[1]
        LIMIT ${LEAST_OF_CATEGORY}) AS alike) < ${LEAST_OF_CATEGORY})
    ORDER BY creator_id LIMIT ${limit}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

function isIn({ platform, category, from, below }: PeerCell): RawBuilder<unknown> {
  const inTier = sql`platform = ${platform} AND followers >= ${from}::bigint AND (${below}::bigint IS NULL OR followers < ${below}::bigint)`
  return category === null ? inTier : sql`${inTier} AND categories[1] = ${category}`
}
