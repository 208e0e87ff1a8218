import type { ShortlistChange, ShortlistInput } from '@kolibra/core/selection'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError } from '../platform/request-error.ts'
import {
  appendEntries,
  countCreatorsOf,
  deleteShortlist,
  findShortlist,
  insertShortlist,
  isNameTaken,
  listEntries,
  raiseRevision,
  replaceEntries,
} from './shortlist-store.ts'

async function needCreators(ctx: Context, ids: readonly string[]): Promise<void> {
  const distinct = new Set(ids)
  if ((await countCreatorsOf(ctx, [...distinct])) < distinct.size) throw new RequestError('request.not_found', { kind: 'creator' })
}

/** The list, or `request.not_found`. */
export async function loadShortlist(ctx: Context, id: string) {
  return found((await findShortlist(ctx, id)) ?? undefined, 'shortlist', id)
}

/** The creators a plan may choose from when it is made of one list. */
export async function listPool(ctx: Context, id: string): Promise<string[]> {
  await loadShortlist(ctx, id)
  return (await listEntries(ctx, id)).map(({ creatorId }) => creatorId)
}

/** Opens a list with the creators given; returns its id. */
export async function openShortlist(ctx: Context, { name, creatorIds }: ShortlistInput): Promise<string> {
  await needCreators(ctx, creatorIds)
  const id = ctx.mintId()
  if (!(await insertShortlist(ctx, { id, name }))) throw new RequestError('shortlist.name_taken')
  await appendEntries(ctx, id, creatorIds)
  await recordEvent(ctx, { name: 'shortlist.opened', subject: { kind: 'shortlist', id }, fields: ['name', 'entries'] })
  return id
}

/** Puts creators at the end of a list; who is on it already stays where it is. */
export async function addToShortlist(ctx: Context, id: string, creatorIds: readonly string[]): Promise<void> {
  const list = await loadShortlist(ctx, id)
  await needCreators(ctx, creatorIds)
  if (!(await raiseRevision(ctx, id, list))) throw new RequestError('state.lost_race')
  await appendEntries(ctx, id, creatorIds)
  await recordEvent(ctx, { name: 'shortlist.extended', subject: { kind: 'shortlist', id }, fields: ['entries'] })
}

/** Replaces name, order, members and notes of a list that still stands at the revision that was read. */
export async function changeShortlist(ctx: Context, id: string, change: ShortlistChange): Promise<void> {
  await loadShortlist(ctx, id)
  const ids = change.entries.map(({ creatorId }) => creatorId)
  await needCreators(ctx, ids)
  if (await isNameTaken(ctx, id, change.name)) throw new RequestError('shortlist.name_taken')
  if (!(await raiseRevision(ctx, id, change))) throw new RequestError('state.lost_race')
  await replaceEntries(ctx, id, change.entries)
  await recordEvent(ctx, { name: 'shortlist.changed', subject: { kind: 'shortlist', id }, fields: ['name', 'entries'] })
}

/** Takes a list away; its creators stay. */
export async function removeShortlist(ctx: Context, id: string): Promise<void> {
  await loadShortlist(ctx, id)
  if (!(await deleteShortlist(ctx, id))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { name: 'shortlist.removed', subject: { kind: 'shortlist', id } })
}
