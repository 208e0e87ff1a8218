import { randomBytes } from 'node:crypto'
import type { ErasedTest } from '@kolibra/core/imports'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import { suppressionHash } from '../platform/secrets.ts'

async function findKey(ctx: Context): Promise<Buffer | null> {
  const row = await ctx.tx.selectFrom('suppression_keys').select('key').where('workspace_id', '=', ctx.workspaceId).executeTakeFirst()
  return row?.key ?? null
}

/** Tells whose records may not come in any more; the list itself holds keyed hashes, no ids. */
export async function loadErasedTest(ctx: Context): Promise<ErasedTest> {
  const key = await findKey(ctx)
  if (key === null) return () => false
  const rows = await ctx.tx
    .selectFrom('suppressions')
    .select(['platform', 'account_hash'])
    .where('workspace_id', '=', ctx.workspaceId)
    .execute()
  const hashes = new Set(rows.map((row) => row.account_hash))
  const platforms = new Set(rows.map((row) => row.platform))
  const isOn = (platform: string, accountId: string) => hashes.has(suppressionHash(key, platform, accountId))
  return (platform, accountId) =>
    platform === null ? [...platforms].some((any) => isOn(any, accountId)) : platforms.has(platform) && isOn(platform, accountId)
}

/** How many are on the list. It only grows: whoever reads a file knows by it whether somebody was erased since. */
export async function countErased(ctx: Context): Promise<number> {
  const { erased } = await ctx.tx
    .selectFrom('suppressions')
    .select((eb) => eb.fn.countAll<number>().as('erased'))
    .where('workspace_id', '=', ctx.workspaceId)
    .executeTakeFirstOrThrow()
  return erased
}

/** Puts accounts on the list; the first one makes the workspace's key. Runs as the owner role. */
export async function suppressAccounts(ctx: Context, accounts: readonly { platform: string; accountId: string }[]): Promise<void> {
  await ctx.tx
    .insertInto('suppression_keys')
    .values({ workspace_id: ctx.workspaceId, key: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const key = await findKey(ctx)
  if (key === null) throw new Error('the key that was just kept is not there')
  const rows = accounts.map(({ platform, accountId }) => ({
    workspace_id: ctx.workspaceId,
    platform,
    account_hash: suppressionHash(key, platform, accountId),
    created_at: ctx.now,
  }))
  await ctx.tx
    .insertInto('suppressions')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Whether a staged row speaks of somebody on the list, by id or by the hash crawlers print. Runs as the owner role. */
export async function hasSuppressedRows(ctx: Context): Promise<boolean> {
  // Each row is hashed once and looked up in the list by its key, whatever the planner believes of tables that nobody has analysed.
  const { rows } = await sql`
    WITH hashed AS MATERIALIZED (
      SELECT staged.platform, encode(sha256(own.key || convert_to(staged.platform || ' ' || written.id, 'UTF8')), 'hex') AS hash
      FROM suppression_keys AS own CROSS JOIN staged_rows AS staged
      CROSS JOIN LATERAL (VALUES
        (CASE staged.target WHEN 'account' THEN staged.own_id ELSE staged.identity ->> 'accountId' END),
        ('creator_hash:' || (staged.identity ->> 'authorHash'))) AS written (id)
      WHERE own.workspace_id = ${ctx.workspaceId}::uuid AND written.id IS NOT NULL)
    SELECT 1 FROM hashed WHERE (
      SELECT true FROM suppressions AS gone WHERE gone.workspace_id = ${ctx.workspaceId}::uuid
        AND gone.platform = hashed.platform AND gone.account_hash = hashed.hash)
    LIMIT 1`.execute(ctx.tx)
  return rows.length > 0
}
