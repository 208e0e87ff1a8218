import { NOTE_WAYS, type NoteWay } from '@kolibra/core/portal'
import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A note that a party was given; `number` counts from 1 per party. */
export interface StoredNote {
  readonly id: string
  readonly campaignId: string
  readonly partyId: string
  readonly number: number
  readonly words: string
  readonly way: NoteWay
  /** Null for a member who left. */
  readonly sentBy: string | null
  readonly sentAt: string
}

const waySchema = z.enum(NOTE_WAYS)
const selectNotes = (ctx: Context) => sql`
  SELECT note_id AS id, campaign_id AS "campaignId", party_id AS "partyId", number, words, way, members.name AS "sentBy", sent_at AS "sentAt"
  FROM party_notes LEFT JOIN members ON members.workspace_id = party_notes.workspace_id AND members.user_id = party_notes.sent_by
  WHERE party_notes.workspace_id = ${ctx.workspaceId}`
const parseRow = (row: StoredNote): StoredNote => ({ ...row, way: waySchema.parse(row.way) })

/** The last note to each party of a campaign, by party. */
export async function readLastNotes(ctx: Context, campaignId: string): Promise<ReadonlyMap<string, StoredNote>> {
  const { rows } = await sql<StoredNote>`${selectNotes(ctx)} AND campaign_id = ${campaignId} ORDER BY number`.execute(ctx.tx)
  return new Map(rows.map((row) => [row.partyId, parseRow(row)]))
}

async function findNote(ctx: Context, id: string): Promise<StoredNote | undefined> {
  const { rows } = await sql<StoredNote>`${selectNotes(ctx)} AND note_id = ${id}`.execute(ctx.tx)
  return rows.map(parseRow)[0]
}

/** A note by its id, or `request.not_found`. */
export const loadNote = async (ctx: Context, id: string): Promise<StoredNote> => found(await findNote(ctx, id), 'partyNote', id)

/** What a note says; null when it went with its party. */
export const findNoteWords = async (ctx: Context, id: string): Promise<string | null> => (await findNote(ctx, id))?.words ?? null

/** Keeps a note after the one that was read; false when another was sent in between. */
export async function insertNote(ctx: Context, note: Omit<StoredNote, 'sentBy' | 'sentAt'>): Promise<boolean> {
  const { id, campaignId, partyId, number, words, way } = note
  const { numAffectedRows } = await sql`
    INSERT INTO party_notes (workspace_id, campaign_id, party_id, number, note_id, words, way, sent_by, sent_at)
    VALUES (${ctx.workspaceId}, ${campaignId}, ${partyId}, ${number}, ${id}, ${words}, ${way}, ${ctx.actor.id}, ${ctx.now})
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
  return numAffectedRows === 1n
}

/** The channels in use of these members of the workspace, by whose they are. */
export async function listChannelsOf(ctx: Context, userIds: readonly string[]): Promise<{ id: string; userId: string }[]> {
  const { rows } = await sql<{ id: string; userId: string }>`
    SELECT channel_id AS id, user_id AS "userId" FROM channels
    WHERE workspace_id = ${ctx.workspaceId} AND user_id = ANY(${[...userIds]}::uuid[]) AND NOT is_paused ORDER BY channel_id`.execute(
    ctx.tx,
  )
  return rows
}

/** What happened in a campaign of these events, oldest first. */
export async function listHappened(
  ctx: Context,
  campaignId: string,
  names: readonly string[],
): Promise<{ name: string; kind: string; id: string; at: string }[]> {
  const { rows } = await sql<{ name: string; kind: string; id: string; at: string }>`
    SELECT name, subject_kind AS kind, subject_id AS id, at FROM events
    WHERE workspace_id = ${ctx.workspaceId} AND campaign_id = ${campaignId} AND name = ANY(${[...names]}::text[])
    ORDER BY event_id`.execute(ctx.tx)
  return rows
}
