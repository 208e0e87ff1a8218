import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/**
 * Ids of the creators about whom an import brought comments or numbers by day, though it may have brought nothing else of them: comments
 * under their posts, whether those came as posts or in an account's own list, and numbers of theirs.
 */
export async function listTalkedAbout(ctx: Context, importId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    WITH commented AS MATERIALIZED (
      SELECT DISTINCT platform, platform_post_id FROM post_comments WHERE workspace_id = ${ctx.workspaceId} AND import_id = ${importId}),
    counted AS MATERIALIZED (
      SELECT DISTINCT subject FROM daily_values WHERE workspace_id = ${ctx.workspaceId} AND import_id = ${importId})
    SELECT creator_id AS id FROM commented
      JOIN posts ON posts.workspace_id = ${ctx.workspaceId} AND posts.platform = commented.platform
        AND posts.platform_post_id = commented.platform_post_id
      JOIN creators ON creators.workspace_id = ${ctx.workspaceId} AND creators.platform = posts.platform
        AND creators.account_id = posts.account_id
    UNION
    SELECT seen.creator_id FROM creator_observations AS seen
      JOIN creators ON creators.workspace_id = seen.workspace_id AND creators.creator_id = seen.creator_id,
      jsonb_array_elements(
        CASE jsonb_typeof(observed_values) WHEN 'array' THEN observed_values ELSE coalesce(observed_values -> 'posts', '[]') END) AS post
      WHERE seen.workspace_id = ${ctx.workspaceId} AND kind IN ('account', 'posts') AND EXISTS (SELECT FROM commented)
        AND (creators.platform, post ->> 'postId') IN (SELECT platform, platform_post_id FROM commented)
    UNION
    SELECT creator_id FROM creators
      WHERE workspace_id = ${ctx.workspaceId} AND EXISTS (SELECT FROM counted)
        AND (account_id IN (SELECT subject FROM counted) OR platform || ':' || account_id IN (SELECT subject FROM counted))
    ORDER BY id`.execute(ctx.tx)
  return rows.map(({ id }) => id)
}
