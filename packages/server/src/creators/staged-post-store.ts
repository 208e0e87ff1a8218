import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { checkKeysAgain, findStagedThings, trustStagedIds } from '../platform/staging-store.ts'

/** Moves the staged posts of one import into the workspace of the transaction: identity once, text apart, every observation kept. Runs as the owner role. */
export async function movePosts(ctx: Context, importId: string): Promise<void> {
  await trustStagedIds(ctx)
  await insertPosts(ctx, importId)
  await insertTexts(ctx, importId)
  await sql`
    INSERT INTO post_observations (workspace_id, post_id, observation_id, import_id, observed_at, flow, source, observed_values)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, first_row_id), row_id, ${importId}::uuid, observed_at, identity ->> 'flow',
      identity ->> 'source', observed_values
    FROM kolibra_staging.import_rows WHERE import_id = ${importId}::uuid AND target = 'post'`.execute(ctx.tx)
  await checkKeysAgain(ctx)
}

async function insertPosts(ctx: Context, importId: string): Promise<void> {
  const fresh = await findStagedThings(ctx, importId, 'post')
  const columns = sql`(workspace_id, post_id, platform, platform_post_id, account_id, url, published_at, format, sponsored)`
  const rows = sql`
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, row_id), platform, own_id, identity ->> 'accountId', identity ->> 'url',
      identity ->> 'publishedAt', identity ->> 'format', (identity ->> 'sponsored')::boolean
    FROM kolibra_staging.import_rows WHERE import_id = ${importId}::uuid AND target = 'post' AND row_id = first_row_id`
  const { numAffectedRows = 0n } = await sql`
    INSERT INTO posts ${columns} ${rows} AND thing_id IS NULL ON CONFLICT (workspace_id, platform, platform_post_id) DO NOTHING`.execute(
    ctx.tx,
  )
  // Somebody was quicker with the same post: the look is repeated and finds that one.
  if (Number(numAffectedRows) < fresh) return insertPosts(ctx, importId)
  await sql`
    INSERT INTO posts AS known ${columns} ${rows} AND thing_id IS NOT NULL
    ON CONFLICT (workspace_id, platform, platform_post_id) DO UPDATE SET
      account_id = coalesce(excluded.account_id, known.account_id),
      url = coalesce(excluded.url, known.url),
      published_at = coalesce(excluded.published_at, known.published_at),
      format = coalesce(excluded.format, known.format),
      sponsored = coalesce(excluded.sponsored, known.sponsored)`.execute(ctx.tx)
}

async function insertTexts(ctx: Context, importId: string): Promise<void> {
  await sql`
    INSERT INTO post_texts AS known (workspace_id, post_id, title, content)
    SELECT ${ctx.workspaceId}::uuid, coalesce(thing_id, row_id), identity ->> 'title', identity ->> 'text'
    FROM kolibra_staging.import_rows WHERE import_id = ${importId}::uuid AND target = 'post' AND row_id = first_row_id
    ON CONFLICT (workspace_id, post_id) DO UPDATE SET
      title = coalesce(excluded.title, known.title), content = coalesce(excluded.content, known.content)`.execute(ctx.tx)
}
