import { sql, type RawBuilder } from 'kysely'
import type { Context } from '../platform/context.ts'

/**
 * What comments and daily numbers can be recognised by, one row per account: platform, id, the hash crawlers print for it, and the ids of
 * its posts. Goes in front of a statement as `author`.
 */
export function withAuthors(ctx: Context, creatorIds: readonly string[]): RawBuilder<unknown> {
  return sql`
    WITH author AS MATERIALIZED (
      SELECT platform, account_id, left(encode(sha256(convert_to(btrim(account_id), 'UTF8')), 'hex'), 16) AS hash,
        ARRAY(
          SELECT platform_post_id FROM posts WHERE posts.workspace_id = creators.workspace_id AND posts.platform = creators.platform
            AND posts.account_id = creators.account_id
          UNION
          SELECT post ->> 'postId' FROM creator_observations AS seen, jsonb_array_elements(
            CASE jsonb_typeof(observed_values) WHEN 'array' THEN observed_values ELSE coalesce(observed_values -> 'posts', '[]') END) AS post
          WHERE seen.workspace_id = creators.workspace_id AND seen.creator_id = creators.creator_id AND kind IN ('account', 'posts')
            AND post ->> 'postId' IS NOT NULL) AS post_ids
      FROM creators WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...creatorIds]}::uuid[]))`
}

/** Whether a row of post_comments stands under a post of the author or was written by them. */
export const IS_UNDER_OR_BY = sql`(post_comments.platform = author.platform
  AND (post_comments.author_hash = author.hash OR post_comments.platform_post_id = ANY(author.post_ids)))`

const KINDED = sql`ARRAY[author.platform || ':' || author.account_id, 'account:' || author.account_id, 'host:' || author.account_id]`

/** Whether a row of daily_values is about the author: by the bare id, or by platform or kind and id, alone or among others. */
export const IS_ABOUT = sql`(daily_values.subject = ANY(${KINDED} || author.account_id)
  OR string_to_array(daily_values.subject, ' ') && (${KINDED} || author.account_id))`

/** The same of a row of brand_days. A brand's name may hold a word that is somebody's id: a bare id counts only where it is the whole. */
export const IS_TYPED_ABOUT = sql`(brand_days.subject = ANY(${KINDED} || author.account_id)
  OR string_to_array(brand_days.subject, ' ') && ${KINDED})`
