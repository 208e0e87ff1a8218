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

/** What an account is known by outside this workspace. */
export interface AccountKey {
  readonly platform: string
  readonly accountId: string
}

/** The numbers by day of each of these accounts in their order, oldest first; of several imports of one source the newest stands. */
export async function listDailyValues(ctx: Context, accounts: readonly AccountKey[], metrics: readonly string[]): Promise<DailyValue[][]> {
  const { rows } = await sql<DailyValue & { at: number }>`
    WITH wanted (account_id, subject, at) AS (
      SELECT * FROM unnest(${accounts.map(({ accountId }) => accountId)}::text[], ${accounts.map(nameWithPlatform)}::text[]) WITH ORDINALITY)
    SELECT DISTINCT ON (at, metric, day, source) at::int, account_id AS subject, metric, day::text AS day, source, unit, daily_value AS value,
      observed_at AS "observedAt"
    FROM wanted JOIN daily_values ON workspace_id = ${ctx.workspaceId} AND daily_values.subject IN (account_id, wanted.subject)
      AND metric = ANY(${[...metrics]})
    ORDER BY at, metric, day, source, import_id DESC`.execute(ctx.tx)
  const series = accounts.map((): DailyValue[] => [])
  for (const { at, ...value } of rows) series[at - 1]?.push(value)
  return series
}

const nameWithPlatform = ({ platform, accountId }: AccountKey) => subjectOfAccount(platform, accountId)

/** Those of these posts, one list per platform, under which comments are held. */
export async function findCommented(ctx: Context, platform: string, postIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ postId: string }>`
    SELECT "postId" FROM unnest(${[...postIds]}::text[]) AS asked ("postId")
    WHERE EXISTS (SELECT FROM post_comments WHERE workspace_id = ${ctx.workspaceId} AND platform = ${platform}
      AND platform_post_id = "postId")`.execute(ctx.tx)
  return new Set(rows.map(({ postId }) => postId))
}
