import { LARGEST_BLOCK, listBlockKeys, prepareTrace } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'
import { readTracesOf } from './person-store.ts'

/**
 * A block as the database finds it: the first 64 bits of a hash. Words of a file may be too long to be indexed, and two that share a hash
 * are only looked at, never suggested for it.
 */
const numberOf = (key: string) => BigInt.asIntN(64, BigInt(`0x${sha256(key).slice(0, 16)}`)).toString()

/** Keeps the blocks these creators fall into, as their names, ids and texts stand now. */
export async function keepMergeKeys(ctx: Context, creatorIds: readonly string[]): Promise<void> {
  const told = (await readTracesOf(ctx, creatorIds)).flatMap((trace) =>
    listBlockKeys(prepareTrace(trace)).map((key) => ({ id: trace.id, key: numberOf(key) })),
  )
  const rows = sql`unnest(${told.map(({ id }) => id)}::uuid[], ${told.map(({ key }) => key)}::bigint[]) AS told (creator_id, merge_key)`
  await sql`
    DELETE FROM merge_keys WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[])
      AND (creator_id, merge_key) NOT IN (SELECT creator_id, merge_key FROM ${rows})`.execute(ctx.tx)
  await sql`
    INSERT INTO merge_keys (workspace_id, merge_key, creator_id) SELECT ${ctx.workspaceId}::uuid, merge_key, creator_id FROM ${rows}
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
}

/** Ids of all creators who share one of these blocks. A block that more share than LARGEST_BLOCK says nothing. */
export async function listSharers(ctx: Context, keys: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    SELECT DISTINCT creator_id AS id FROM unnest(${keys.map(numberOf)}::bigint[]) AS own (merge_key)
    CROSS JOIN LATERAL (
      SELECT creator_id, count(*) OVER () AS sharers FROM (
        SELECT creator_id FROM merge_keys WHERE workspace_id = ${ctx.workspaceId} AND merge_keys.merge_key = own.merge_key
        LIMIT ${LARGEST_BLOCK + 1}) AS met) AS block
    WHERE sharers <= ${LARGEST_BLOCK}`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
