import type { Transaction } from 'kysely'
import type { Context } from '../platform/context.ts'
import type { Database } from '../platform/database-schema.ts'
import { found } from '../platform/request-error.ts'

/** Whose a link is: a creator's, or that of a person outside who reviews the brief (the id of their entry with a party). */
export interface LinkHolder {
  readonly kind: 'creator' | 'reviewer'
  readonly id: string
}

/** A link as it is kept. */
export interface StoredLink {
  readonly id: string
  readonly campaignId: string
  readonly holder: LinkHolder
  readonly tokenHash: string
  readonly expiresAt: string
  readonly createdAt: string
  readonly revokedAt: string | null
}

interface LinkRow {
  readonly link_id: string
  readonly campaign_id: string
  readonly creator_id: string | null
  readonly member_id: string | null
  readonly token_hash: string
  readonly expires_at: string
  readonly created_at: string
  readonly revoked_at: string | null
}

/** Whose a row of portal_links is: exactly one of both is named. */
export function holderOf({ creatorId, memberId }: { readonly creatorId: string | null; readonly memberId: string | null }): LinkHolder {
  return creatorId === null ? { kind: 'reviewer', id: memberId ?? '' } : { kind: 'creator', id: creatorId }
}

/** What an event about a link is about: the creator, or the entry of the person outside. */
export const subjectOf = ({ holder: { kind, id } }: Pick<StoredLink, 'holder'>) => ({ kind: kind === 'creator' ? 'creator' : 'member', id })

const parseRow = (row: LinkRow): StoredLink => ({
  id: row.link_id,
  campaignId: row.campaign_id,
  holder: holderOf({ creatorId: row.creator_id, memberId: row.member_id }),
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

/** The links of a campaign's creators, or of its reviewers outside, newest first. */
export async function listLinks(ctx: Context, campaignId: string, kind: LinkHolder['kind']): Promise<StoredLink[]> {
  const rows = await ctx.tx
    .selectFrom('portal_links')
    .selectAll()
    .where('workspace_id', '=', ctx.workspaceId)
    .where('campaign_id', '=', campaignId)
    .where(kind === 'creator' ? 'creator_id' : 'member_id', 'is not', null)
    .orderBy('link_id', 'desc')
    .execute()
  return rows.map(parseRow)
}

/** A link to be kept; `partyId` is the party for which a reviewer acts. */
export interface NewLink extends Pick<StoredLink, 'id' | 'campaignId' | 'holder' | 'tokenHash' | 'expiresAt'> {
  readonly partyId: string | null
}

/** Keeps a new link; false when its holder got another a moment before. */
export async function insertLink(ctx: Context, link: NewLink): Promise<boolean> {
  const { kind, id: holderId } = link.holder
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('portal_links')
    .values({
      workspace_id: ctx.workspaceId,
      link_id: link.id,
      campaign_id: link.campaignId,
      creator_id: kind === 'creator' ? holderId : null,
      party_id: link.partyId,
      member_id: kind === 'reviewer' ? holderId : null,
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
