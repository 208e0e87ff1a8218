import { discoveryQuerySchema, type DiscoveryQuery } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'

/** A search somebody keeps by a name. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly isShared: boolean
  readonly isMine: boolean
  readonly query: DiscoveryQuery
  readonly savedAt: string
}

const selectSearches = (ctx: Context) =>
  ctx.tx
    .selectFrom('saved_searches')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where((eb) => eb.or([eb('is_shared', '=', true), eb('owner_id', '=', ctx.actor.id)]))

/** The searches that whoever acts may see, by name. */
export async function listSearches(ctx: Context): Promise<SavedSearch[]> {
  const rows = await selectSearches(ctx).orderBy('name').orderBy('search_id').execute()
  return rows.map((row) => ({
    id: row.search_id,
    name: row.name,
    isShared: row.is_shared,
    isMine: row.owner_id === ctx.actor.id,
    query: discoveryQuerySchema.parse(row.query),
    savedAt: row.saved_at,
  }))
}

/** Whose search it is, among those that whoever acts may see; null when there is none. */
export async function findSearchOwner(ctx: Context, id: string): Promise<string | null> {
  const row = await selectSearches(ctx).where('search_id', '=', id).executeTakeFirst()
  return row?.owner_id ?? null
}

/** Keeps a search; one of the same person and name is replaced. */
export async function upsertSearch(ctx: Context, search: Pick<SavedSearch, 'id' | 'name' | 'isShared' | 'query'>): Promise<string> {
  const changed = { is_shared: search.isShared, query: JSON.stringify(search.query), saved_at: ctx.now }
  const { search_id } = await ctx.tx
    .insertInto('saved_searches')
    .values({ workspace_id: ctx.workspaceId, search_id: search.id, owner_id: ctx.actor.id, name: search.name, ...changed })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'owner_id', 'name']).doUpdateSet(changed))
    .returning('search_id')
    .executeTakeFirstOrThrow()
  return search_id
}

/** Forgets a search; false when somebody was faster. */
export async function deleteSearch(ctx: Context, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('saved_searches')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('search_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
