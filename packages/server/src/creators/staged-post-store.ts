import type { Post } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { stageItems } from '../platform/staging-store.ts'

/** Moves the posts of one import into the workspace of the transaction: identity once, text apart, every observation kept. Runs as the owner role. */
export async function movePosts(ctx: Context, { importId, posts }: { importId: string; posts: readonly Post[] }): Promise<void> {
  const identities = posts.map((post) => ({ ...post, observations: [], id: ctx.mintId() }))
  const observations = posts.flatMap(({ platform, postId, observations: list }) =>
    list.map(({ observedAt, flow, source, views, likes, comments, shares, saves, danmaku, coins }) => ({
      observationId: ctx.mintId(),
      platform,
      postId,
      observedAt,
      flow,
      source,
      values: { views, likes, comments, shares, saves, danmaku, coins },
    })),
  )
  await stageItems(ctx, { importId, target: 'post' }, identities)
  await stageItems(ctx, { importId, target: 'post_observation' }, observations)
  await moveIdentities(ctx, importId)
  await moveTexts(ctx, importId)
  await sql`
    INSERT INTO post_observations (workspace_id, post_id, observation_id, import_id, observed_at, flow, source, observed_values)
    SELECT posts.workspace_id, posts.post_id, (item ->> 'observationId')::uuid, ${importId}::uuid, item ->> 'observedAt', item ->> 'flow',
      item ->> 'source', item -> 'values'
    FROM kolibra_staging.import_items
    JOIN posts ON posts.workspace_id = ${ctx.workspaceId}::uuid AND posts.platform = item ->> 'platform' AND posts.platform_post_id = item ->> 'postId'
    WHERE import_id = ${importId} AND target = 'post_observation'`.execute(ctx.tx)
}

async function moveIdentities(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO posts AS known (workspace_id, post_id, platform, platform_post_id, account_id, url, published_at, format, sponsored)
    SELECT ${ctx.workspaceId}::uuid, (item ->> 'id')::uuid, item ->> 'platform', item ->> 'postId', item ->> 'accountId', item ->> 'url',
      item ->> 'publishedAt', item ->> 'format', (item ->> 'sponsored')::boolean
    FROM kolibra_staging.import_items WHERE import_id = ${importId} AND target = 'post'
    ON CONFLICT (workspace_id, platform, platform_post_id) DO UPDATE SET
      account_id = coalesce(excluded.account_id, known.account_id),
      url = coalesce(excluded.url, known.url),
      published_at = coalesce(excluded.published_at, known.published_at),
      format = coalesce(excluded.format, known.format),
      sponsored = coalesce(excluded.sponsored, known.sponsored)`.execute(ctx.tx)
}

async function moveTexts(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO post_texts AS known (workspace_id, post_id, title, content)
    SELECT posts.workspace_id, posts.post_id, item ->> 'title', item ->> 'text'
    FROM kolibra_staging.import_items
    JOIN posts ON posts.workspace_id = ${ctx.workspaceId}::uuid AND posts.platform = item ->> 'platform' AND posts.platform_post_id = item ->> 'postId'
    WHERE import_id = ${importId} AND target = 'post'
    ON CONFLICT (workspace_id, post_id) DO UPDATE SET
      title = coalesce(excluded.title, known.title), content = coalesce(excluded.content, known.content)`.execute(ctx.tx)
}
