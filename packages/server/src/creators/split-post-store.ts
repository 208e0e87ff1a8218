import type { SplitPost } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** Whether a row of `posts` still stands under the account it was matched to. */
export const IS_NOT_SPLIT = sql`NOT EXISTS (
  SELECT FROM split_posts WHERE split_posts.workspace_id = posts.workspace_id AND split_posts.post_id = posts.post_id)`

/** The posts that were taken off an account, newest decision first. */
export async function listSplitPosts(ctx: Context, creatorId: string): Promise<SplitPost[]> {
  const { rows } = await sql<SplitPost>`
    SELECT platform_post_id AS "postId", title, published_at AS "publishedAt", split_at AS "splitAt", members.name AS "splitBy"
    FROM split_posts JOIN posts USING (workspace_id, post_id) JOIN creators USING (workspace_id, platform, account_id)
    LEFT JOIN post_texts USING (workspace_id, post_id)
    LEFT JOIN members ON members.workspace_id = split_posts.workspace_id AND members.user_id = split_by
    WHERE posts.workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId} ORDER BY split_at DESC, platform_post_id`.execute(ctx.tx)
  return rows
}

/** The post of this id that was matched to the account by its hash; undefined when it was not. */
export async function findMatchedPost(ctx: Context, creatorId: string, postId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT post_id AS id FROM posts JOIN creators USING (workspace_id, platform, account_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId} AND platform_post_id = ${postId} AND attached_by_hash`.execute(
    ctx.tx,
  )
  return rows[0]?.id
}

/** Takes a post off; false when somebody was faster. */
export async function insertSplit(ctx: Context, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO split_posts (workspace_id, post_id, split_by, split_at) VALUES (${ctx.workspaceId}, ${id}, ${ctx.actor.id}, ${ctx.now})
    ON CONFLICT DO NOTHING`.execute(ctx.tx)
  return numAffectedRows === 1n
}

/** Puts a post back; false when somebody was faster. */
export async function deleteSplit(ctx: Context, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    DELETE FROM split_posts WHERE workspace_id = ${ctx.workspaceId} AND post_id = ${id}`.execute(ctx.tx)
  return numAffectedRows === 1n
}
