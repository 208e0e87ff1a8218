import type { ShortlistChange } from '@kolibra/core/selection'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** A named list of creators, without them. */
export interface ShortlistHead {
  readonly id: string
  readonly name: string
  readonly revision: number
  readonly size: number
  readonly openedAt: string
}

/** All lists of the workspace, the newest first. */
export async function listShortlists(ctx: Context): Promise<ShortlistHead[]> {
  const { rows } = await sql<ShortlistHead>`
    SELECT shortlist_id AS id, name, revision, opened_at AS "openedAt",
      (SELECT count(*)::int FROM shortlist_entries AS entry
       WHERE entry.workspace_id = shortlists.workspace_id AND entry.shortlist_id = shortlists.shortlist_id) AS size
    FROM shortlists WHERE workspace_id = ${ctx.workspaceId} ORDER BY opened_at DESC, shortlist_id DESC`.execute(ctx.tx)
  return rows
}

/** One list; null when there is none of this id. */
export async function findShortlist(ctx: Context, id: string): Promise<{ name: string; revision: number } | null> {
  const row = await ctx.tx
    .selectFrom('shortlists')
    .select(['name', 'revision'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('shortlist_id', '=', id)
    .executeTakeFirst()
  return row ?? null
}

/** Who is on a list, in its order. */
export function listEntries(ctx: Context, id: string): Promise<{ creatorId: string; note: string | null }[]> {
  return ctx.tx
    .selectFrom('shortlist_entries')
    .select(['creator_id as creatorId', 'note'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('shortlist_id', '=', id)
    .orderBy('place')
    .orderBy('creator_id')
    .execute()
}

/** Opens a list; false when the name is taken. */
export async function insertShortlist(ctx: Context, { id, name }: { id: string; name: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('shortlists')
    .values({ workspace_id: ctx.workspaceId, shortlist_id: id, name, revision: 0, opened_by: ctx.actor.id, opened_at: ctx.now })
    .onConflict((conflict) => conflict.columns(['workspace_id', 'name']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Puts creators at the end of a list, in the order given; who is on it stays where it is, and ids of nobody are left out. */
export async function appendEntries(ctx: Context, id: string, creatorIds: readonly string[]): Promise<void> {
  await sql`INSERT INTO shortlist_entries (workspace_id, shortlist_id, creator_id, place, note)
    SELECT workspace_id, ${id}, creator_id, coalesce((SELECT max(place) FROM shortlist_entries
      WHERE workspace_id = ${ctx.workspaceId} AND shortlist_id = ${id}), 0) + wanted.place, NULL
    FROM creators JOIN unnest(${[...creatorIds]}::uuid[]) WITH ORDINALITY AS wanted(creator_id, place) USING (creator_id)
    WHERE workspace_id = ${ctx.workspaceId} ON CONFLICT DO NOTHING`.execute(ctx.tx)
}

/** Which of these are creators of the workspace. */
export async function countCreatorsOf(ctx: Context, ids: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*)::int AS n FROM creators
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...ids]}::uuid[])`.execute(ctx.tx)
  return rows[0]?.n ?? 0
}

/** Replaces who is on a list. */
export async function replaceEntries(ctx: Context, id: string, entries: ShortlistChange['entries']): Promise<void> {
  await ctx.tx.deleteFrom('shortlist_entries').where('workspace_id', '=', ctx.workspaceId).where('shortlist_id', '=', id).execute()
  const rows = entries.map(({ creatorId, note }, place) => ({ creator_id: creatorId, note, place: place + 1 }))
  await sql`INSERT INTO shortlist_entries (workspace_id, shortlist_id, creator_id, place, note)
    SELECT ${ctx.workspaceId}, ${id}, creator_id, place, note
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS entry(creator_id uuid, place int, note text)`.execute(ctx.tx)
}

/** Raises the revision that was read and gives the list its name; false when somebody changed it meanwhile. */
export async function raiseRevision(ctx: Context, id: string, { revision, name }: { revision: number; name: string }): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('shortlists')
    .set({ revision: revision + 1, name })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('shortlist_id', '=', id)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether another list has this name. */
export async function isNameTaken(ctx: Context, id: string, name: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('shortlists')
    .select('shortlist_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('name', '=', name)
    .where('shortlist_id', '<>', id)
    .executeTakeFirst()
  return row !== undefined
}

/** Takes a list away; false when somebody was faster. */
export async function deleteShortlist(ctx: Context, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('shortlists')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('shortlist_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}
