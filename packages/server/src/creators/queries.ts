import { documentSchema, engagementSchema, incidentSchema, noteSchema, type Dossier, type Engagement } from '@kolibra/core/creators'
import { sql, type RawBuilder } from 'kysely'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'

const COLUMNS = {
  creator_notes: sql`note_id AS id, text`,
  creator_engagements: sql`engagement_id AS id, brand, category, from_day AS "from", to_day AS "to", is_exclusive AS exclusive, source`,
  creator_incidents: sql`incident_id AS id, kind, on_day AS "on", until_day AS until, what, source, url`,
  creator_documents: sql`document_id AS id, kind, file_name AS "fileName", content_type AS "contentType", size_bytes AS "sizeBytes", expires_on AS "expiresOn"`,
} as const satisfies Record<string, RawBuilder<unknown>>

async function readEntries(ctx: Context, table: keyof typeof COLUMNS, creatorIds: readonly string[]): Promise<unknown[]> {
  const { rows } = await sql`
    SELECT ${COLUMNS[table]}, creator_id AS "creatorId", entered_at AS "enteredAt", entered_by AS "enteredById", members.name AS "enteredBy"
    FROM ${sql.table(table)} AS entry
    LEFT JOIN members ON members.workspace_id = entry.workspace_id AND members.user_id = entry.entered_by
    WHERE entry.workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[])
    ORDER BY entered_at DESC, id DESC`.execute(ctx.tx)
  return rows
}

/** What people of the workspace entered about a creator, newest first. */
export async function readDossier(ctx: Context, creatorId: string): Promise<Dossier> {
  const ids = [creatorId]
  return {
    notes: z.array(noteSchema).parse(await readEntries(ctx, 'creator_notes', ids)),
    engagements: z.array(engagementSchema).parse(await readEntries(ctx, 'creator_engagements', ids)),
    incidents: z.array(incidentSchema).parse(await readEntries(ctx, 'creator_incidents', ids)),
    documents: z.array(documentSchema).parse(await readEntries(ctx, 'creator_documents', ids)),
  }
}

/** The work for other brands that is known of these creators. Who is not in the map: nobody entered any, so it is unknown. */
export async function listEngagements(ctx: Context, creatorIds: readonly string[]): Promise<Map<string, Engagement[]>> {
  const byCreator = new Map<string, Engagement[]>()
  const rows = z.array(engagementSchema.extend({ creatorId: z.uuid() })).parse(await readEntries(ctx, 'creator_engagements', creatorIds))
  for (const { creatorId, ...engagement } of rows) byCreator.set(creatorId, [...(byCreator.get(creatorId) ?? []), engagement])
  return byCreator
}
