import type { z } from '@hono/zod-openapi'
import { opensHereOnly, writeReviewMessage } from '@kolibra/core/portal'
import { listActiveMembers, listParties } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { isOutsideReviewer } from './as-reviewer.ts'
import { listLinks } from './link-store.ts'
import type { deskReviewerSchema } from './page-schema.ts'
import { readDeskName } from './queries.ts'
import { findVersionToReview } from './read-review-page.ts'
import { tellLinks, type DeskGround } from './tell-links.ts'

type DeskReviewer = z.infer<typeof deskReviewerSchema>

/** The reviewers outside of a campaign with their links and the message to copy; `hereOnly` when links open on this machine only. */
export async function readReviewers(
  ctx: Context,
  campaignId: string,
  ground: DeskGround,
): Promise<{ items: DeskReviewer[]; hereOnly: boolean }> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const parties = await listParties(ctx, campaignId)
  const members = (await listActiveMembers(ctx, campaignId)).filter(isOutsideReviewer)
  const links = await listLinks(ctx, campaignId, 'reviewer')
  const tell = await tellLinks(ctx, links, ground)
  const version = await findVersionToReview(ctx, campaignId)
  const about = { brand: campaign.brand, productName: campaign.product.name, deskName: await readDeskName(ctx) }
  const items = members.map(({ memberId, name, partyId, role }): DeskReviewer => {
    const last = links.find(({ holder }) => holder.id === memberId)
    const link = last === undefined ? null : tell(last)
    const url = link?.state === 'live' ? link.url : null
    const hasVersion = version?.state === 'in_review'
    const message = url === null ? null : writeReviewMessage({ ...about, reviewerName: name, hasVersion, url })
    return { memberId, name, party: parties.find(({ id }) => id === partyId)?.name ?? null, role, link, message }
  })
  return { items, hereOnly: opensHereOnly(ground.publicUrl) }
}
