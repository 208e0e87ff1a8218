import { checkLinkDay, lastLinkDay, stateOfLink } from '@kolibra/core/portal'
import { loadCampaign } from '../campaigns/index.ts'
import { listDeliverables } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { momentAfter } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { sha256 } from '../platform/secrets.ts'
import {
  insertLink,
  listLinks,
  loadLink,
  revokeLinkRow,
  subjectOf,
  updateLinkEnd,
  type LinkHolder,
  type NewLink,
  type StoredLink,
} from './link-store.ts'
import { deriveToken } from './link-token.ts'

const eventOf = (name: `link.${string}`, link: Pick<StoredLink, 'holder' | 'campaignId'>) => ({
  name,
  subject: subjectOf(link),
  campaignId: link.campaignId,
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
  const until = wish.until ?? lastLinkDay(campaign.ends, ctx.today)
  return keepLink(ctx, { campaignId, holder: { kind: 'creator', id: creatorId }, partyId: null, until, linkSecret })
}

/** Keeps a link for its holder; one of theirs that is over gives way. Refuses `portal.link_live`, `portal.link_term`, `state.lost_race`. */
export async function keepLink(
  ctx: Context,
  { linkSecret, until, ...link }: Pick<NewLink, 'campaignId' | 'holder' | 'partyId'> & { until: string; linkSecret: string },
): Promise<StoredLink> {
  const { campaignId, holder } = link
  const day = settle(checkLinkDay(until, ctx.today))
  const last = (await listLinks(ctx, campaignId, holder.kind)).find((one) => one.holder.id === holder.id && one.revokedAt === null)
  if (last !== undefined) {
    if (stateOfLink(last, ctx.now) === 'live') throw new RequestError('portal.link_live')
    await revokeLinkRow(ctx, last.id)
  }
  const id = ctx.mintId()
  const tokenHash = sha256(deriveToken(linkSecret, ctx.workspaceId, id))
  if (!(await insertLink(ctx, { ...link, id, tokenHash, expiresAt: momentAfter(day) }))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, eventOf('link.made', link))
  return loadLink(ctx, id)
}

// Whoever may change the links of creators may not change those of reviewers: each is looked for among its own.
async function loadLinkOf(ctx: Context, kind: LinkHolder['kind'], linkId: string): Promise<StoredLink> {
  const link = await loadLink(ctx, linkId)
  return found(link.holder.kind === kind ? link : undefined, 'link', linkId)
}

/** What a change is about: a link among those of creators, or of reviewers. */
export interface LinkChoice {
  readonly kind: LinkHolder['kind']
  readonly linkId: string
}

/** Gives a link another last day; its token and devices stay. Refuses `portal.link_ended` when it was taken back, `portal.link_term`, `state.lost_race`. */
export async function renewLink(ctx: Context, { kind, linkId }: LinkChoice, until: string): Promise<StoredLink> {
  const link = await loadLinkOf(ctx, kind, linkId)
  if (link.revokedAt !== null) throw new RequestError('portal.link_ended', { state: 'revoked' })
  const day = settle(checkLinkDay(until, ctx.today))
  if (!(await updateLinkEnd(ctx, link, momentAfter(day)))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, { ...eventOf('link.renewed', link), fields: ['expiresAt'] })
  return loadLink(ctx, linkId)
}

/** Takes a link back: from now on no device gets in by it. Refuses `portal.link_ended`, `state.lost_race`. */
export async function revokeLink(ctx: Context, { kind, linkId }: LinkChoice): Promise<StoredLink> {
  const link = await loadLinkOf(ctx, kind, linkId)
  if (link.revokedAt !== null) throw new RequestError('portal.link_ended', { state: 'revoked' })
  if (!(await revokeLinkRow(ctx, linkId))) throw new RequestError('state.lost_race')
  await recordEvent(ctx, eventOf('link.revoked', link))
  return loadLink(ctx, linkId)
}
