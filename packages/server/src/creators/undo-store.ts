import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { COUNTS_AS_OF } from './counts-as-of.ts'

// What people built on a creator: it would go with it. One row per kind of use and the words for it.
const USES = [
  ['deliverables', 'deliverables'],
  ['notes', 'creator_notes'],
  ['engagements', 'creator_engagements'],
  ['clearances', 'creator_clearances'],
  ['absences', 'creator_absences'],
  ['incidents', 'creator_incidents'],
  ['documents', 'creator_documents'],
  ['experiences', 'creator_experiences'],
  ['preferences', 'creator_preferences'],
  ['links', 'shared_links'],
  ['corrections', 'standing_corrections'],
  ['loans', 'standing_loans'],
  ['shortlists', 'shortlist_entries'],
  ['invitations', 'invitation_steps'],
] as const

/** Locks an import against a second undo; false when it is gone. */
export async function lockImport(ctx: Context, importId: string): Promise<boolean> {
  const { rows } = await sql`
    SELECT 1 FROM imports WHERE workspace_id = ${ctx.workspaceId}::uuid AND import_id = ${importId}::uuid FOR UPDATE`.execute(ctx.tx)
  return rows.length > 0
}

/** Marks the creators that only this import speaks of. They are locked before anybody looks at their uses: who books one meanwhile waits, and then finds that it is gone. */
export async function markLeaving(ctx: Context, importId: string): Promise<void> {
  await sql`CREATE TEMP TABLE leaving (creator_id uuid PRIMARY KEY) ON COMMIT DROP`.execute(ctx.tx)
  await sql`
    INSERT INTO leaving
    SELECT creator_id FROM creators AS kept
    WHERE kept.workspace_id = ${ctx.workspaceId}::uuid
      AND kept.creator_id IN (
        SELECT creator_id FROM creator_observations WHERE workspace_id = ${ctx.workspaceId}::uuid AND import_id = ${importId}::uuid)
      AND NOT EXISTS (
        SELECT FROM creator_observations AS other
        WHERE other.workspace_id = kept.workspace_id AND other.creator_id = kept.creator_id
          AND other.import_id IS DISTINCT FROM ${importId}::uuid)
    FOR UPDATE OF kept`.execute(ctx.tx)
}

/** How many of the marked creators somebody works with, by kind of use; kinds without any are left out. */
export async function countUses(ctx: Context): Promise<Record<string, number>> {
  const uses: Record<string, number> = {}
  for (const [use, table] of USES) {
    const { rows } = await sql<{ used: number }>`
      WITH standing_corrections AS (SELECT * FROM creator_corrections WHERE withdrawn_at IS NULL),
      standing_loans AS (SELECT * FROM creator_loans WHERE ended_at IS NULL),
      shared_links AS (
        SELECT * FROM creator_links AS own WHERE EXISTS (
          SELECT FROM creator_links AS other WHERE other.workspace_id = own.workspace_id AND other.person_id = own.person_id
            AND other.creator_id <> own.creator_id))
      SELECT count(DISTINCT creator_id)::int AS used FROM ${sql.table(table)} JOIN leaving USING (creator_id)
      WHERE workspace_id = ${ctx.workspaceId}::uuid`.execute(ctx.tx)
    const used = rows[0]?.used ?? 0
    if (used > 0) uses[use] = used
  }
  return uses
}

/** Deletes the posts that only this import speaks of; how many. */
export async function deletePosts(ctx: Context, importId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    DELETE FROM posts AS kept
    WHERE kept.workspace_id = ${ctx.workspaceId}::uuid
      AND kept.post_id IN (
        SELECT post_id FROM post_observations WHERE workspace_id = ${ctx.workspaceId}::uuid AND import_id = ${importId}::uuid)
      AND NOT EXISTS (
        SELECT FROM post_observations AS other
        WHERE other.workspace_id = kept.workspace_id AND other.post_id = kept.post_id AND other.import_id <> ${importId}::uuid)`.execute(
    ctx.tx,
  )
  return Number(numAffectedRows)
}

/** Lets the names of creators that stay be as of what is left to speak of them: the next import is held against that. */
export async function dateNamesAnew(ctx: Context, importId: string): Promise<void> {
  await sql`
    UPDATE creators AS dated SET observed_at = (
      SELECT max(${COUNTS_AS_OF}) FROM creator_observations AS observation LEFT JOIN imports USING (workspace_id, import_id)
      WHERE observation.workspace_id = dated.workspace_id AND observation.creator_id = dated.creator_id
        AND observation.import_id IS DISTINCT FROM ${importId}::uuid)
    WHERE workspace_id = ${ctx.workspaceId}::uuid
      AND creator_id IN (
        SELECT creator_id FROM creator_observations WHERE workspace_id = ${ctx.workspaceId}::uuid AND import_id = ${importId}::uuid)
      AND creator_id NOT IN (SELECT creator_id FROM leaving)`.execute(ctx.tx)
}

/** Deletes the marked creators, then the import with its observations and its file; how many creators went. */
export async function deleteLeaving(ctx: Context, importId: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    DELETE FROM creators USING leaving
    WHERE creators.workspace_id = ${ctx.workspaceId}::uuid AND creators.creator_id = leaving.creator_id`.execute(ctx.tx)
  await ctx.tx.deleteFrom('imports').where('workspace_id', '=', ctx.workspaceId).where('import_id', '=', importId).execute()
  return Number(numAffectedRows)
}
