import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Moves the staged comments and numbers by day of one import into the workspace of the transaction. Runs as the owner role. */
export async function moveTalk(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO post_comments (workspace_id, platform, platform_post_id, platform_comment_id, import_id, parent_id, commented_at, content,
      author_hash, likes)
    SELECT ${ctx.workspaceId}::uuid, platform, identity ->> 'postId', own_id, ${importId}::uuid, identity ->> 'parentId', observed_at,
      observed_values ->> 'text', identity ->> 'authorHash', (observed_values ->> 'likes')::float8
    FROM staged_rows WHERE target = 'comment'`.execute(ctx.tx)
  await sql`
    INSERT INTO daily_values (workspace_id, subject, metric, day, source, import_id, unit, daily_value, observed_at)
    SELECT ${ctx.workspaceId}::uuid, own_id, identity ->> 'metric', (identity ->> 'day')::date, identity ->> 'source', ${importId}::uuid,
      identity ->> 'unit', (observed_values ->> 'value')::float8, observed_at
    FROM staged_rows WHERE target = 'daily'
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
}
