import { CODE_POLICY, type DeviceCode } from '@kolibra/core/portal'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'

/** A code that waits to be typed, as the desk sees it. */
export interface WaitingCode {
  readonly linkId: string
  readonly code: string
  readonly deviceName: string | null
  readonly expiresAt: string
}

/** The moments at which codes of a link were asked for, those of long ago dropped. */
export async function listAskedCodes(ctx: Context, linkId: string): Promise<string[]> {
  await sql`DELETE FROM portal_codes WHERE workspace_id = ${ctx.workspaceId} AND link_id = ${linkId}
    AND asked_at < ${ctx.now}::timestamptz - interval '2 hours'`.execute(ctx.tx)
  const rows = await ctx.tx
    .selectFrom('portal_codes')
    .select('asked_at')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', linkId)
    .execute()
  return rows.map((row) => row.asked_at)
}

/** Keeps a code for the device whose asking cookie has this hash. */
export async function insertCode(
  ctx: Context,
  asked: { linkId: string; askerHash: string; code: string; deviceName: string | null; expiresAt: string },
): Promise<void> {
  await ctx.tx
    .insertInto('portal_codes')
    .values({
      workspace_id: ctx.workspaceId,
      link_id: asked.linkId,
      code_id: ctx.mintId(),
      asker_hash: asked.askerHash,
      code: asked.code,
      device_name: asked.deviceName,
      tries_left: CODE_POLICY.tries,
      asked_at: ctx.now,
      expires_at: asked.expiresAt,
    })
    .execute()
}

/** Uses up one try of the asker's code and returns it as it was before; null when it has none left. Two tries at once are two tries. */
export async function takeTry(ctx: Context, linkId: string, askerHash: string): Promise<(DeviceCode & { id: string }) | null> {
  const row = await ctx.tx
    .updateTable('portal_codes')
    .set((update) => ({ tries_left: update('tries_left', '-', 1) }))
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', linkId)
    .where('asker_hash', '=', askerHash)
    .where('tries_left', '>', 0)
    .returning(['code_id', 'code', 'expires_at', 'tries_left'])
    .executeTakeFirst()
  return row === undefined ? null : { id: row.code_id, code: row.code, expiresAt: row.expires_at, triesLeft: row.tries_left + 1 }
}

/** Takes a code out that let its device in. */
export async function deleteCode(ctx: Context, linkId: string, codeId: string): Promise<void> {
  await ctx.tx
    .deleteFrom('portal_codes')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', linkId)
    .where('code_id', '=', codeId)
    .execute()
}

/** The codes of links that hold now. */
export async function listWaitingCodes(ctx: Context, linkIds: readonly string[]): Promise<WaitingCode[]> {
  if (linkIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('portal_codes')
    .select(['link_id', 'code', 'device_name', 'expires_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', 'in', linkIds)
    .where('expires_at', '>', ctx.now)
    .where('tries_left', '>', 0)
    .orderBy('code_id', 'desc')
    .execute()
  return rows.map((row) => ({ linkId: row.link_id, code: row.code, deviceName: row.device_name, expiresAt: row.expires_at }))
}
