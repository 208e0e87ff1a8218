import { erasedIdOfHash } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { listHeldAccounts, listTraces } from './erasure-store.ts'

/** What tells of accounts wherever they are written about, and what is put on the list of those who do not come back. */
export interface KnownBy {
  readonly words: { readonly ids: readonly string[]; readonly names: readonly string[] }
  /** Ids of their posts. */
  readonly works: readonly string[]
  readonly suppressed: readonly { platform: string; accountId: string }[]
}

// Shorter ids of posts could be any number in a row.
const LEAST_POST_ID = 6

/** By what accounts are known, read before they go. */
export async function readKnownBy(ctx: Context, creatorIds: readonly string[]): Promise<KnownBy> {
  const accounts = await listHeldAccounts(ctx, creatorIds)
  const traces = await listTraces(ctx, creatorIds)
  const own = accounts.map(({ accountId }) => accountId.replace(/^name:/, ''))
  const works = traces.flatMap(({ postIds }) => postIds.filter(({ length }) => length >= LEAST_POST_ID))
  const traced = [...traces.map(({ hash }) => hash), ...works]
  return {
    words: { ids: [...own, ...traced], names: await listOwnNames(ctx, creatorIds) },
    works,
    suppressed: [
      ...accounts.map(({ platform, accountId }) => ({ platform, accountId })),
      ...traces.map(({ platform, hash }) => ({ platform, accountId: erasedIdOfHash(hash) })),
    ],
  }
}

/** Names and handles that accounts bear or were typed to bear. One that another account bears too tells neither, and is left out. */
async function listOwnNames(ctx: Context, creatorIds: readonly string[]): Promise<string[]> {
  const ids = sql`ANY(${[...creatorIds]}::uuid[])`
  const { rows } = await sql<{ name: string }>`
    WITH borne AS (
      SELECT btrim(name) AS name FROM creators, LATERAL (VALUES (display_name), (handle)) AS own (name)
      WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${ids}
      UNION
      SELECT btrim(value #>> '{}') FROM creator_corrections, LATERAL (VALUES (typed_value), (old_value)) AS own (value)
      WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${ids} AND field IN ('displayName', 'handle') AND jsonb_typeof(value) = 'string')
    SELECT name FROM borne WHERE name <> '' AND NOT EXISTS (
      SELECT FROM creators AS other
      WHERE other.workspace_id = ${ctx.workspaceId} AND other.creator_id <> ALL(${[...creatorIds]}::uuid[])
        AND name IN (other.display_name, other.handle))`.execute(ctx.tx)
  return rows.map(({ name }) => name)
}
