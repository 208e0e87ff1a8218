import type { HeldComment, HeldSeries } from '@kolibra/core/creators'
import { subjectOfAccount } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** So many comments of one account are read, the newest; more would take a request too long. */
const MOST_COMMENTS = 20_000

/** The comments under these posts of a platform as their newest import has them, newest first, and how many there are. Authors are hashes. */
export async function listComments(
  ctx: Context,
  platform: string,
  postIds: readonly string[],
): Promise<{ comments: HeldComment[]; held: number }> {
  const { rows } = await sql<HeldComment & { held: number }>`
    SELECT *, (count(*) OVER ())::int AS held FROM (
      SELECT DISTINCT ON (platform_post_id, platform_comment_id) platform_post_id AS "postId", platform_comment_id AS "commentId",
        parent_id AS "parentId", commented_at AS at, content AS text, author_hash AS "authorKey"
      FROM post_comments WHERE workspace_id = ${ctx.workspaceId} AND platform = ${platform} AND platform_post_id = ANY(${[...postIds]})
      ORDER BY platform_post_id, platform_comment_id, import_id DESC) AS newest
    ORDER BY at DESC NULLS LAST LIMIT ${MOST_COMMENTS}`.execute(ctx.tx)
  return { comments: rows.map(({ held: _held, ...comment }) => comment), held: rows[0]?.held ?? 0 }
}

/** One number of one day, with the source that printed it. */
export interface DailyValue extends HeldSeries {
  readonly day: string
  readonly unit: string
  readonly source: string
  readonly observedAt: string | null
}

/** The numbers by day of one account, oldest first; of several imports of one source the newest stands. */
export async function listDailyValues(
  ctx: Context,
  { platform, accountId }: { readonly platform: string; readonly accountId: string },
  metrics: readonly string[],
): Promise<DailyValue[]> {
  const subjects = [accountId, subjectOfAccount(platform, accountId)]
  const { rows } = await sql<DailyValue>`
    SELECT DISTINCT ON (metric, day, source) ${accountId}::text AS subject, metric, day::text AS day, source, unit, daily_value AS value,
      observed_at AS "observedAt"
    FROM daily_values WHERE workspace_id = ${ctx.workspaceId} AND subject = ANY(${subjects}) AND metric = ANY(${[...metrics]})
    ORDER BY metric, day, source, import_id DESC`.execute(ctx.tx)
  return rows
}
