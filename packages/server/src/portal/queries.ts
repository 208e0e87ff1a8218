import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** A move of a brief or a draft with its words and its moment. */
export interface ReviewEntry {
  readonly subjectId: string
  readonly move: string
  readonly note: string | null
  readonly at: string
}

/** The reviews of briefs and drafts of a campaign, oldest first. */
export async function listReviews(ctx: Context, campaignId: string): Promise<ReviewEntry[]> {
  const rows = await ctx.tx
    .selectFrom('reviews')
    .select(['subject_id', 'move', 'note', 'created_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('review_id')
    .execute()
  return rows.map((row) => ({ subjectId: row.subject_id, move: row.move, note: row.note, at: row.created_at }))
}

/** What a creator is called, the account that they run and its MCN; null where it is not known. */
export interface CreatorName {
  readonly name: string | null
  readonly platform: string
  readonly handle: string | null
  readonly mcn: string | null
}

/** The names of creators by id. */
export async function nameCreators(ctx: Context, creatorIds: readonly string[]): Promise<ReadonlyMap<string, CreatorName>> {
  if (creatorIds.length === 0) return new Map()
  const rows = await ctx.tx
    .selectFrom('creators')
    .leftJoin('creator_rows', (join) =>
      join.onRef('creator_rows.workspace_id', '=', 'creators.workspace_id').onRef('creator_rows.creator_id', '=', 'creators.creator_id'),
    )
    .select(['creators.creator_id as creator_id', 'creators.platform as platform', 'display_name', 'handle', 'creator_rows.mcn as mcn'])
    .where('creators.workspace_id', '=', ctx.workspaceId)
    .where('creators.creator_id', 'in', creatorIds)
    .execute()
  return new Map(rows.map((row) => [row.creator_id, { name: row.display_name, platform: row.platform, handle: row.handle, mcn: row.mcn }]))
}

/** Name of the workspace that acts as desk. */
export async function readDeskName(ctx: Context): Promise<string> {
  const row = await ctx.tx.selectFrom('workspaces').select('name').where('workspace_id', '=', ctx.workspaceId).executeTakeFirstOrThrow()
  return row.name
}

/** What hangs on a creator by way of their posts, accounts and events: told apart because no table of these is keyed by the person. */
const countHanging = ({ workspaceId }: Context, creatorId: string) => sql<{ kind: string; count: number }>`
  SELECT 'posts' AS kind, count(*)::int AS count FROM posts JOIN creators USING (workspace_id, platform, account_id)
    WHERE workspace_id = ${workspaceId} AND creator_id = ${creatorId}
  UNION ALL SELECT 'contracts', count(*)::int FROM contracts JOIN deliverables USING (workspace_id, deliverable_id)
    WHERE workspace_id = ${workspaceId} AND creator_id = ${creatorId}
  UNION ALL SELECT 'drafts', count(*)::int FROM drafts JOIN deliverables USING (workspace_id, deliverable_id)
    WHERE workspace_id = ${workspaceId} AND creator_id = ${creatorId}
  UNION ALL SELECT 'events', count(*)::int FROM events WHERE workspace_id = ${workspaceId} AND (subject_id = ${creatorId}::text
    OR subject_id IN (SELECT deliverable_id::text FROM deliverables WHERE workspace_id = ${workspaceId} AND creator_id = ${creatorId}))`

/**
 * How much is held of a creator, by kind: the profile, what each table keyed by the person holds, and what hangs on their posts and
 * accounts. What holds none is left out.
 */
export async function countHeld(ctx: Context, creatorId: string, tables: readonly string[]): Promise<{ kind: string; count: number }[]> {
  const counted: { kind: string; count: number }[] = []
  for (const table of ['creators', ...tables, 'deliverables']) {
    const { rows } = await sql<{ count: number }>`
      SELECT count(*)::int AS count FROM ${sql.table(table)} WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(
      ctx.tx,
    )
    counted.push({ kind: table, count: rows[0]?.count ?? 0 })
  }
  const { rows: hanging } = await countHanging(ctx, creatorId).execute(ctx.tx)
  return [...counted, ...hanging].filter(({ count }) => count > 0)
}
