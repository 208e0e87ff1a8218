import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Whom an account is held against: followers from (inclusive) to (exclusive, null: no end). */
export interface PeerRange {
  readonly platform: string
  readonly category: string | null
  readonly from: number
  readonly below: number | null
}

/** More peers no longer move a median. */
const MOST_PEERS = 200
/** With fewer of the same category the whole tier is asked. */
const LEAST_OF_CATEGORY = 9

/** Ids of accounts of the same platform and tier, of the same category where there are enough; at most two hundred, itself left out. */
export async function listPeerIds(ctx: Context, creatorId: string, range: PeerRange): Promise<string[]> {
  const { category } = range
  const alike = category === null ? [] : await findIds(ctx, creatorId, { ...range, more: sql`AND categories[1] = ${category}` })
  return alike.length >= LEAST_OF_CATEGORY ? alike : findIds(ctx, creatorId, { ...range, more: sql`` })
}

async function findIds(
  ctx: Context,
  creatorId: string,
  { platform, from, below, more }: PeerRange & { more: RawBuilder<unknown> },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT creator_id AS id FROM creator_rows
    WHERE workspace_id = ${ctx.workspaceId} AND platform = ${platform} AND followers >= ${from}
      AND (${below}::bigint IS NULL OR followers < ${below}) AND creator_id <> ${creatorId} ${more}
    ORDER BY creator_id LIMIT ${MOST_PEERS}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
