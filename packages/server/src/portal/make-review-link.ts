import { REVIEW_LINK_DAYS } from '@kolibra/core/portal'
import { addDays } from '@kolibra/core/shared'
import { listActiveMembers } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { found, RefusedRequest } from '../platform/request-error.ts'
import { isOutsideReviewer } from './as-reviewer.ts'
import { keepLink } from './change-link.ts'
import type { StoredLink } from './link-store.ts'

/**
 * Makes the link of a reviewer outside, good through `until` (a Shanghai day; null: REVIEW_LINK_DAYS from today). Refuses
 * `portal.no_reviewer` for who has an account or not that duty, and what `keepLink` refuses.
 */
export async function makeReviewLink(
  ctx: Context,
  { campaignId, memberId, until, linkSecret }: { campaignId: string; memberId: string; until: string | null; linkSecret: string },
): Promise<StoredLink> {
  await loadCampaign(ctx, campaignId)
  const members = await listActiveMembers(ctx, campaignId)
  const member = found(
    members.find((one) => one.memberId === memberId),
    'partyMember',
    memberId,
  )
  if (!isOutsideReviewer(member)) throw new RefusedRequest([{ code: 'portal.no_reviewer' }])
  const holder = { kind: 'reviewer', id: memberId } as const
  const lastDay = until ?? addDays(ctx.today, REVIEW_LINK_DAYS)
  return keepLink(ctx, { campaignId, holder, partyId: member.partyId, until: lastDay, linkSecret })
}
