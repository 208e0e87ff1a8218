import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { findStagedThings } from '../platform/staging-store.ts'

/** Moves the staged posts of one import into the workspace of the transaction: identity once, text apart, every observation kept. Runs as the owner role. */
export async function movePosts(ctx: Context, importId: string): Promise<void> {
  await insertPosts(ctx)
  await insertTexts(ctx)
  await sql`
    INSERT INTO post_observations (workspace_id, post_id, observation_id, import_id, observed_at, flow, source, observed_values)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, first_row_id), row_id, ${importId}::uuid, observed_at, identity ->> 'flow',
      identity ->> 'source', observed_values
    FROM staged_rows WHERE target = 'post'`.execute(ctx.tx)
}

async function insertPosts(ctx: Context): Promise<void> {
  const { fresh, found } = await findStagedThings(ctx, 'post')
  const columns = sql`(workspace_id, post_id, platform, platform_post_id, account_id, url, published_at, format, sponsored, author_hash)`
  const rows = sql`
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, row_id), platform, own_id, identity ->> 'accountId', identity ->> 'url',
      identity ->> 'publishedAt', identity ->> 'format', (identity ->> 'sponsored')::boolean, identity ->> 'authorHash'
    FROM staged_rows WHERE target = 'post' AND row_id = first_row_id`
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO posts ${columns} ${rows} AND thing_id IS NULL ON CONFLICT (workspace_id, platform, platform_post_id) DO NOTHING`.execute(
    ctx.tx,
  )
  // Somebody was quicker with the same post: the look is repeated and finds that one.
  if (Number(numAffectedRows) < fresh) return insertPosts(ctx)
  if (found === 0) return
  await sql`
    INSERT INTO posts AS known ${columns} ${rows} AND thing_id IS NOT NULL
    ON CONFLICT (workspace_id, platform, platform_post_id) DO UPDATE SET
      account_id = coalesce(excluded.account_id, known.account_id),
      attached_by_hash = known.attached_by_hash AND excluded.account_id IS NULL,
      author_hash = coalesce(excluded.author_hash, known.author_hash),
      url = coalesce(excluded.url, known.url),
      published_at = coalesce(excluded.published_at, known.published_at),
      format = coalesce(excluded.format, known.format),
      sponsored = coalesce(excluded.sponsored, known.sponsored)`.execute(ctx.tx)
}

async function insertTexts(ctx: Context): Promise<void> {
  await sql`
    INSERT INTO post_texts AS known (workspace_id, post_id, title, content)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, row_id), identity ->> 'title', identity ->> 'text'
    FROM staged_rows WHERE target = 'post' AND row_id = first_row_id
    ON CONFLICT (workspace_id, post_id) DO UPDATE SET
      title = coalesce(excluded.title, known.title), content = coalesce(excluded.content, known.content)`.execute(ctx.tx)
}

/**
 * Attaches posts that only carry the pseudonym of their author to accounts that are held and whose id has this hash. Whoever is not held is
 * not looked for.
 */
export async function attachByHash(ctx: Context): Promise<void> {
  const isLoose = sql`posts.workspace_id = ${ctx.workspaceId}::uuid AND posts.account_id IS NULL AND author_hash IS NOT NULL`
  const { rows } = await sql`SELECT 1 FROM posts WHERE ${isLoose} LIMIT 1`.execute(ctx.tx)
  if (rows.length === 0) return
  await sql`
    UPDATE posts SET account_id = creators.account_id, attached_by_hash = true FROM creators
    WHERE ${isLoose} AND creators.workspace_id = ${ctx.workspaceId}::uuid AND creators.platform = posts.platform
      AND left(encode(sha256(convert_to(btrim(creators.account_id), 'UTF8')), 'hex'), 16) = posts.author_hash`.execute(ctx.tx)
}

/** Lets go of posts that were attached by their hash to an account that is gone. */
export async function detachFromGone(ctx: Context): Promise<void> {
  await sql`
    UPDATE posts SET account_id = NULL, attached_by_hash = false
    WHERE workspace_id = ${ctx.workspaceId}::uuid AND attached_by_hash AND NOT EXISTS (
      SELECT FROM creators WHERE creators.workspace_id = posts.workspace_id AND creators.platform = posts.platform
        AND creators.account_id = posts.account_id)`.execute(ctx.tx)
}
