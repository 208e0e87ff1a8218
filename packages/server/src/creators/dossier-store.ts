import type { AbsenceInput, ClearanceInput, EngagementInput, IncidentInput } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** The tables of a dossier and the id of an entry in each. */
const ENTRIES = {
  note: { table: 'creator_notes', idColumn: 'note_id' },
  engagement: { table: 'creator_engagements', idColumn: 'engagement_id' },
  clearance: { table: 'creator_clearances', idColumn: 'clearance_id' },
  absence: { table: 'creator_absences', idColumn: 'absence_id' },
  incident: { table: 'creator_incidents', idColumn: 'incident_id' },
  document: { table: 'creator_documents', idColumn: 'document_id' },
} as const
/** What an entry of a dossier can be. */
export type EntryKind = keyof typeof ENTRIES

/** Whose entry it is and who entered it; null when there is none of this id. */
export async function findEntry(ctx: Context, kind: EntryKind, id: string): Promise<{ creatorId: string; enteredBy: string } | null> {
  const { table, idColumn } = ENTRIES[kind]
  const { rows } = await sql<{ creatorId: string; enteredBy: string }>`
    SELECT creator_id AS "creatorId", entered_by AS "enteredBy" FROM ${sql.table(table)}
    WHERE workspace_id = ${ctx.workspaceId} AND ${sql.ref(idColumn)} = ${id}`.execute(ctx.tx)
  return rows[0] ?? null
}

/** Takes an entry out with whatever hangs on it; false when somebody was faster. */
export async function deleteEntry(ctx: Context, kind: EntryKind, id: string): Promise<boolean> {
  const { table, idColumn } = ENTRIES[kind]
  const { numAffectedRows } = await sql`DELETE FROM ${sql.table(table)}
    WHERE workspace_id = ${ctx.workspaceId} AND ${sql.ref(idColumn)} = ${id}`.execute(ctx.tx)
  return numAffectedRows === 1n
}

/** Whether there is such a creator. */
export async function hasCreator(ctx: Context, creatorId: string): Promise<boolean> {
  const row = await ctx.tx
    .selectFrom('creators')
    .select('creator_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  return row !== undefined
}

const keysOf = (ctx: Context, creatorId: string) => ({
  workspace_id: ctx.workspaceId,
  creator_id: creatorId,
  entered_by: ctx.actor.id,
  entered_at: ctx.now,
})

/** Keeps a note of the person who acts. */
export async function insertNote(ctx: Context, creatorId: string, note: { id: string; text: string }): Promise<void> {
  await ctx.tx
    .insertInto('creator_notes')
    .values({ ...keysOf(ctx, creatorId), note_id: note.id, text: note.text })
    .execute()
}

/** Keeps work for another brand. */
export async function insertEngagement(ctx: Context, creatorId: string, engagement: EngagementInput & { id: string }): Promise<void> {
  const { id, brand, category, platforms, from, to, exclusive, source } = engagement
  await ctx.tx
    .insertInto('creator_engagements')
    .values({
      ...keysOf(ctx, creatorId),
      engagement_id: id,
      brand,
      category,
      platforms,
      from_day: from,
      to_day: to,
      is_exclusive: exclusive,
      source,
    })
    .execute()
}

/** Keeps that somebody asked and no work for other brands was named. */
export async function insertClearance(
  ctx: Context,
  creatorId: string,
  { id, askedOn, source }: ClearanceInput & { id: string },
): Promise<void> {
  await ctx.tx
    .insertInto('creator_clearances')
    .values({ ...keysOf(ctx, creatorId), clearance_id: id, asked_on: askedOn, source })
    .execute()
}

/** Keeps days on which somebody is not free. */
export async function insertAbsence(
  ctx: Context,
  creatorId: string,
  { id, from, to, source }: AbsenceInput & { id: string },
): Promise<void> {
  await ctx.tx
    .insertInto('creator_absences')
    .values({ ...keysOf(ctx, creatorId), absence_id: id, from_day: from, to_day: to, source })
    .execute()
}

/** Keeps a penalty, scandal or ban. */
export async function insertIncident(ctx: Context, creatorId: string, incident: IncidentInput & { id: string }): Promise<void> {
  const { id, kind, on, until, what, source, url } = incident
  await ctx.tx
    .insertInto('creator_incidents')
    .values({ ...keysOf(ctx, creatorId), incident_id: id, kind, on_day: on, until_day: until, what, source, url })
    .execute()
}
