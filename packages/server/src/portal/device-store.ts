import type { Transaction } from 'kysely'
import { sql } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database-schema.ts'
import { holderOf, type LinkHolder } from './link-store.ts'

/** A let-in device with the link that it came by. */
export interface LinkPass {
  readonly workspaceId: string
  readonly deskName: string
  readonly linkId: string
  readonly campaignId: string
  readonly holder: LinkHolder
  readonly deviceId: string
  readonly deviceName: string | null
  readonly expiresAt: string
  readonly revokedAt: string | null
  readonly admittedAt: string
  readonly seenAt: string
}

/** What a creator's device may reach: one creator's part of one campaign. */
export interface CreatorPass extends LinkPass {
  readonly creatorId: string
}

/** A device on its way in; its cookie is kept as a hash. */
export interface NewDevice {
  readonly linkId: string
  readonly cookieHash: string
  readonly name: string | null
  readonly isFirst: boolean
}

/** Lets a device in; false when another was the first a moment before. */
export async function insertDevice(ctx: Context, { linkId, cookieHash, name, isFirst }: NewDevice): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('portal_devices')
    .values({
      workspace_id: ctx.workspaceId,
      link_id: linkId,
      device_id: ctx.mintId(),
      cookie_hash: cookieHash,
      name,
      is_first: isFirst,
      admitted_at: ctx.now,
      seen_at: ctx.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Whose device holds this cookie for this link, whether the link still opens or not; null when none does. */
export async function findPass(
  tx: Transaction<Database>,
  { workspaceId, linkId, cookieHash }: { workspaceId: string; linkId: string; cookieHash: string },
): Promise<LinkPass | null> {
  const { rows } = await sql<Omit<LinkPass, 'holder'> & { creatorId: string | null; memberId: string | null }>`
    SELECT workspace_id AS "workspaceId", workspaces.name AS "deskName", link_id AS "linkId", campaign_id AS "campaignId",
      creator_id AS "creatorId", member_id AS "memberId", device_id AS "deviceId", portal_devices.name AS "deviceName", expires_at AS "expiresAt", revoked_at AS "revokedAt",
      admitted_at AS "admittedAt", seen_at AS "seenAt"
    FROM portal_devices JOIN portal_links USING (workspace_id, link_id) JOIN workspaces USING (workspace_id)
    WHERE workspace_id = ${workspaceId} AND link_id = ${linkId} AND cookie_hash = ${cookieHash}`.execute(tx)
  const [row] = rows
  if (row === undefined) return null
  const { creatorId, memberId, ...pass } = row
  return { ...pass, holder: holderOf({ creatorId, memberId }) }
}

/** Notes that a device came again. */
export async function touchDevice(ctx: Context, { linkId, deviceId }: Pick<LinkPass, 'linkId' | 'deviceId'>): Promise<void> {
  await ctx.tx
    .updateTable('portal_devices')
    .set({ seen_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', linkId)
    .where('device_id', '=', deviceId)
    .execute()
}

/** A device as the desk sees it. */
export interface SeenDevice {
  readonly linkId: string
  readonly name: string | null
  readonly isFirst: boolean
  readonly admittedAt: string
  readonly seenAt: string
}

/** The devices of links, in the order in which they came. */
export async function listDevices(ctx: Context, linkIds: readonly string[]): Promise<SeenDevice[]> {
  if (linkIds.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('portal_devices')
    .select(['link_id', 'name', 'is_first', 'admitted_at', 'seen_at'])
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', 'in', linkIds)
    .orderBy('device_id')
    .execute()
  return rows.map((row) => ({
    linkId: row.link_id,
    name: row.name,
    isFirst: row.is_first,
    admittedAt: row.admitted_at,
    seenAt: row.seen_at,
  }))
}
