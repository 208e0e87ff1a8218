import { isAgencyNamed, type ReviewQuestion } from '@kolibra/core/briefs'
import { listParties } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'

/** Whose review a version of this campaign needs: the agency's where the campaign names one or has one as a party. */
export async function askForReview(ctx: Context, campaignId: string, authorId: string): Promise<ReviewQuestion> {
  const { campaign } = await loadCampaign(ctx, campaignId)
  const parties = await listParties(ctx, campaignId)
  return { authorId, hasAgency: isAgencyNamed(campaign.localAgency, parties) }
}
