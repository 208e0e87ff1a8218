import { checkLinkDay, lastLinkDay, stateOfLink } from '@kolibra/core/portal'
import { loadCampaign } from '../campaigns/index.ts'
import { listDeliverables } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { momentAfter } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import { insertLink, listLinks, loadLink, revokeLinkRow, updateLinkEnd, type StoredLink } from './link-store.ts'
import { deriveToken } from './link-token.ts'

const eventOf = (name: `link.${string}`, { creatorId, campaignId }: Pick<StoredLink, 'creatorId' | 'campaignId'>) => ({
  name,
  subject: { kind: 'creator', id: creatorId },
  campaignId,
})

/**
 * Makes the link of a creator who has a post in the campaign, good through `until` (a Shanghai day; null: 60 days after the campaign). One
 * that is over gives way. Refuses `portal.link_live`, `portal.link_term`, `state.lost_race`.
 */
export async function makeLink(
  ctx: Context,
  wish: { campaignId: string; creatorId: string; until: string | null; linkSecret: string },
): Promise<StoredLink> {
  const { campaignId, creatorId, linkSecret } = wish
  const { campaign } = await loadCampaign(ctx, campaignId)
  const posts = await listDeliverables(ctx, campaignId)
  found(
    posts.find(({ deliverable }) => deliverable.creatorId === creatorId),
    'creator',
    creatorId,
  )
  const until = settle(checkLinkDay(wish.until ?? lastLinkDay(campaign.ends, ctx.today), ctx.today))
  const last = (await listLinks(ctx, campaignId)).find((link) => link.creatorId === creatorId && link.revokedAt === null)
  if (last !== undefined) {
    if (stateOfLink(last, ctx.now) === 'live') throw new RequestError('portal.link_live')
    await revokeLinkRow(ctx, last.id)
  }
  const id = ctx.mintId()
  const tokenHash = sha256(deriveToken(linkSecret, ctx.workspaceId, id))
  if (!(await insertLink(ctx, { id, campaignId, creatorId, tokenHash, expiresAt: momentAfter(until) })))
    throw new RequestError('state.lost_race')
  await recordEvent(ctx, eventOf('link.made', { creatorId, campaignId }))
  return loadLink(ctx, id)
}

/** Gives a link another last day; its token and devices stay. Refuses `portal.link_ended` when it was taken back, `portal.link_term`, `state.lost_race`. */
export async function renewLink(ctx: Context, linkId: string, until: string): Promise<StoredLink> {
  const link = await loadLink(ctx, linkId)
  if (link.revokedAt !== null) throw new RequestError('portal.link_ended', { state: 'revoked' })
  const day = settle(checkLinkDay(until, ctx.today))
  if (!(await updateLinkEnd(ctx, link, momentAfter(day)))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { ...eventOf('link.renewed', link), fields: ['expiresAt'] })
  return loadLink(ctx, linkId)
}

/** Takes a link back: from now on no device gets in by it. Refuses `portal.link_ended`, `state.lost_race`. */
export async function revokeLink(ctx: Context, linkId: string): Promise<StoredLink> {
  const link = await loadLink(ctx, linkId)
  if (link.revokedAt !== null) throw new RequestError('portal.link_ended', { state: 'revoked' })
  if (!(await revokeLinkRow(ctx, linkId))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, eventOf('link.revoked', link))
  return loadLink(ctx, linkId)
}
