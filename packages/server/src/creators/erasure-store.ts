import type { KeptCooperation } from '@kolibra/core/creators'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { IS_ABOUT, IS_TYPED_ABOUT, IS_UNDER_OR_BY, withAuthors } from './author-store.ts'

/** An account as the platform knows it, before it goes. */
export interface HeldAccount {
  readonly id: string
  readonly platform: string
  readonly accountId: string
}

/** The accounts of these ids. */
export async function listHeldAccounts(ctx: Context, ids: readonly string[]): Promise<HeldAccount[]> {
  const { rows } = await sql<HeldAccount>`
    SELECT creator_id AS id, platform, account_id AS "accountId" FROM creators
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...ids]}::uuid[]) ORDER BY creator_id`.execute(ctx.tx)
  return rows
}

/** What the records about these accounts carry besides the accounts' ids: their hashes, and the ids of their posts. */
export async function listTraces(ctx: Context, ids: readonly string[]): Promise<{ platform: string; hash: string; postIds: string[] }[]> {
  const { rows } = await sql<{ platform: string; hash: string; postIds: string[] }>`
    ${withAuthors(ctx, ids)} SELECT platform, hash, post_ids AS "postIds" FROM author`.execute(ctx.tx)
  return rows
}

/** Every import that says anything of these accounts, their posts, or what was said under them. */
export async function listImportsAbout(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ importId: string }>`
    ${withAuthors(ctx, ids)}
    SELECT import_id AS "importId" FROM creator_observations
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...ids]}::uuid[]) AND import_id IS NOT NULL
    UNION
    SELECT import_id FROM post_observations JOIN posts USING (workspace_id, post_id)
    JOIN creators USING (workspace_id, platform, account_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ANY(${[...ids]}::uuid[])
    UNION
    SELECT import_id FROM post_comments JOIN author ON ${IS_UNDER_OR_BY} WHERE workspace_id = ${ctx.workspaceId}
    UNION
    SELECT import_id FROM daily_values JOIN author ON ${IS_ABOUT} WHERE workspace_id = ${ctx.workspaceId}`.execute(ctx.tx)
  return rows.map(({ importId }) => importId)
}

/** Cooperations under contract, as Shanghai days. */
export async function listCooperations(ctx: Context, creatorId: string): Promise<KeptCooperation[]> {
  const { rows } = await sql<KeptCooperation>`
    SELECT (contracts.created_at AT TIME ZONE 'Asia/Shanghai')::date AS "contractedOn", (published_at AT TIME ZONE 'Asia/Shanghai')::date AS "publishedOn"
    FROM deliverables JOIN contracts USING (workspace_id, deliverable_id)
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  return rows
}

/** Takes out what was said under the posts of accounts, what they said elsewhere, and their numbers by day. Before the posts go. */
export async function deleteTalk(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`${withAuthors(ctx, ids)} DELETE FROM post_comments USING author
    WHERE workspace_id = ${ctx.workspaceId} AND ${IS_UNDER_OR_BY}`.execute(ctx.tx)
  await sql`${withAuthors(ctx, ids)} DELETE FROM daily_values USING author WHERE workspace_id = ${ctx.workspaceId} AND ${IS_ABOUT}`.execute(
    ctx.tx,
  )
  await sql`${withAuthors(ctx, ids)} DELETE FROM brand_days USING author WHERE workspace_id = ${ctx.workspaceId} AND ${IS_TYPED_ABOUT}`.execute(
    ctx.tx,
  )
}

/** Takes the posts of accounts out, with texts and observations; returns how many. */
export async function deletePosts(ctx: Context, ids: readonly string[]): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM posts USING creators
    WHERE posts.workspace_id = ${ctx.workspaceId} AND creators.workspace_id = posts.workspace_id
      AND creators.platform = posts.platform AND creators.account_id = posts.account_id
      AND creators.creator_id = ANY(${[...ids]}::uuid[])`.execute(ctx.tx)
  return Number(numAffectedRows ?? 0n)
}

/** Takes out what was planned with an account and never agreed, with what was said about it. */
export async function deleteUnagreed(ctx: Context, creatorId: string): Promise<void> {
  await sql`
    WITH gone AS (
      DELETE FROM deliverables WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}
        AND NOT EXISTS (SELECT FROM contracts WHERE contracts.workspace_id = deliverables.workspace_id
          AND contracts.deliverable_id = deliverables.deliverable_id)
      RETURNING deliverable_id),
    unsaid AS (DELETE FROM reviews USING gone WHERE workspace_id = ${ctx.workspaceId} AND subject_id = gone.deliverable_id)
    DELETE FROM waivers USING gone WHERE workspace_id = ${ctx.workspaceId} AND subject_id = gone.deliverable_id::text`.execute(ctx.tx)
}

/** Takes an account out with everything keyed by it. */
export async function deleteAccount(ctx: Context, creatorId: string): Promise<void> {
  await ctx.tx.deleteFrom('creators').where('workspace_id', '=', ctx.workspaceId).where('creator_id', '=', creatorId).execute()
}

/** The tables that hold rows of an account. */
export const KEYED_BY_PERSON = [
  'creator_links',
  'creator_loans',
  'creator_observations',
  'creator_rows',
  'merge_keys',
  'creator_corrections',
  'shortlist_entries',
  'invitation_steps',
  'product_proofs',
  'creator_notes',
  'creator_engagements',
  'creator_clearances',
  'creator_absences',
  'creator_incidents',
  'creator_documents',
  'creator_experiences',
  'creator_preferences',
  'portal_links',
  'portal_requests',
  'portal_files',
  'parties',
] as const

/** Takes everything about a person out but the account's row itself, to which locked contracts and drafts hang; its id says nothing any more. */
export async function blankAccount(ctx: Context, creatorId: string, lockedUntil: string): Promise<void> {
  const here = { workspace_id: ctx.workspaceId, creator_id: creatorId }
  for (const table of KEYED_BY_PERSON)
    await sql`DELETE FROM ${sql.table(table)} WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  await sql`DELETE FROM merge_decisions WHERE workspace_id = ${ctx.workspaceId} AND ${creatorId} IN (creator_id, other_creator_id)`.execute(
    ctx.tx,
  )
  await sql`UPDATE creators SET account_id = 'erased:' || creator_id, display_name = NULL, handle = NULL, region = NULL, verification = NULL,
      person = NULL, bio = NULL, observed_at = NULL
    WHERE workspace_id = ${ctx.workspaceId} AND creator_id = ${creatorId}`.execute(ctx.tx)
  await ctx.tx
    .insertInto('erasure_locks')
    .values({ ...here, erased_at: ctx.now, locked_until: lockedUntil })
    .execute()
}

/** Forgets answers kept for repeated requests that speak of somebody. */
export async function deleteAnswersAbout(ctx: Context, words: readonly string[]): Promise<void> {
  await sql`
    DELETE FROM idempotent_answers WHERE workspace_id = ${ctx.workspaceId}
      AND EXISTS (SELECT FROM unnest(${[...words]}::text[]) AS word WHERE word <> '' AND position(word IN body::text) > 0)`.execute(ctx.tx)
}

/** The lock of an erased account; null when there is none. */
export async function findLock(ctx: Context, creatorId: string): Promise<{ erasedAt: string; until: string } | null> {
  const row = await ctx.tx
    .selectFrom('erasure_locks')
    .select(['erased_at', 'locked_until'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst()
  return row === undefined ? null : { erasedAt: row.erased_at, until: row.locked_until }
}
