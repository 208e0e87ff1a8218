import { checkSearchRemoval, type SavedSearchInput } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { deleteSearch, findSearchOwner, upsertSearch } from './saved-search-store.ts'

/** Keeps a search under its name; one of the same name of whoever acts is replaced. Returns its id. */
export async function saveSearch(ctx: Context, input: SavedSearchInput): Promise<string> {
  // Which page one looked at is no part of what is searched for.
  const id = await upsertSearch(ctx, { ...input, id: ctx.mintId(), query: { ...input.query, after: null } })
  await recordEvent(ctx, { name: 'search.saved', subject: { kind: 'search', id }, fields: ['name', 'isShared', 'query'] })
  return id
}

/** Forgets a search: one's own, or as an owner any that is shared. */
export async function removeSearch(ctx: Context, id: string): Promise<void> {
  const ownerId = found((await findSearchOwner(ctx, id)) ?? undefined, 'search', id)
  settle(checkSearchRemoval(ctx.actor, { ownerId }))
  if (!(await deleteSearch(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'search.removed', subject: { kind: 'search', id } })
}
