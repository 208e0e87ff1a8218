import type { Transaction } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database-schema.ts'
import { found } from '../platform/request-error.ts'

/** A link as it is kept. */
export interface StoredLink {
  readonly id: string
  readonly campaignId: string
  readonly creatorId: string
  readonly tokenHash: string
  readonly expiresAt: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

interface LinkRow {
  readonly link_id: string
  readonly campaign_id: string
  readonly creator_id: string
  readonly token_hash: string
  readonly expires_at: string
  readonly created_at: string
  readonly revoked_at: string | null
}

const parseRow = (row: LinkRow): StoredLink => ({
  id: row.link_id,
  campaignId: row.campaign_id,
  creatorId: row.creator_id,
  tokenHash: row.token_hash,
  expiresAt: row.expires_at,
  createdAt: row.created_at,
  revokedAt: row.revoked_at,
})

/** The link that a token opens; null when none is kept under its hash. */
export async function findLinkByHash(tx: Transaction<Database>, workspaceId: string, tokenHash: string): Promise<StoredLink | null> {
  const row = await tx
    .selectFrom('portal_links')
    .selectAll()
    .where('workspace_id', '=', workspaceId)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
  return row === undefined ? null : parseRow(row)
}

/** One link, or `request.not_found`. */
export async function loadLink(ctx: Pick<Context, 'tx' | 'workspaceId'>, id: string): Promise<StoredLink> {
  const row = await ctx.tx
    .selectFrom('portal_links')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', id)
    .executeTakeFirst()
  return parseRow(found(row, 'link', id))
}

/** Holds a link until the transaction ends, so that what is counted of it is counted one after the other. */
export async function lockLink(ctx: Context, id: string): Promise<void> {
  await ctx.tx
    .selectFrom('portal_links')
    .select('link_id')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', id)
    .forUpdate()
    .execute()
}

/** All links of a campaign, newest first. */
export async function listLinks(ctx: Context, campaignId: string): Promise<StoredLink[]> {
  const rows = await ctx.tx
    .selectFrom('portal_links')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .orderBy('link_id', 'desc')
    .execute()
  return rows.map(parseRow)
}

/** Keeps a new link; false when the creator got another a moment before. */
export async function insertLink(
  ctx: Context,
  link: Pick<StoredLink, 'id' | 'campaignId' | 'creatorId' | 'tokenHash' | 'expiresAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('portal_links')
    .values({
      workspace_id: ctx.workspaceId,
      link_id: link.id,
      campaign_id: link.campaignId,
      creator_id: link.creatorId,
      token_hash: link.tokenHash,
      expires_at: link.expiresAt,
      created_at: ctx.now,
      created_by: ctx.actor.id,
      revoked_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Gives a link another end, if it still ends when it was seen to; false when somebody was faster. */
export async function updateLinkEnd(ctx: Context, link: StoredLink, expiresAt: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('portal_links')
    .set({ expires_at: expiresAt })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', link.id)
    .where('expires_at', '=', link.expiresAt)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes a link back with every device that it let in; false when somebody was faster. */
export async function revokeLinkRow(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('portal_links')
    .set({ revoked_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('link_id', '=', id)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
