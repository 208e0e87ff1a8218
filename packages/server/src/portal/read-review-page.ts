import type { z } from '@hono/zod-openapi'
import { listBriefs, listParties, type StoredBrief } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import { listReviews, mayDecide } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { needReviewer } from './as-reviewer.ts'
import type { LinkPass } from './device-store.ts'
import { REVIEW_DECISIONS, type reviewPageSchema } from './page-schema.ts'
import { readThreads } from './speak-on-brief.ts'

/** Everything the page of a reviewer outside shows. */
export type ReviewPage = z.infer<typeof reviewPageSchema>

/** The version that a reviewer outside sees: the newest that its author gave out of their hands. */
export async function findVersionToReview(ctx: Context, campaignId: string): Promise<StoredBrief | null> {
  return (await listBriefs(ctx, campaignId)).find(({ state }) => state !== 'draft') ?? null
}

/** The page of a reviewer outside: the version, whether it waits for them, what was decided and what their party asked. */
export async function readReviewPage(ctx: Context, pass: LinkPass): Promise<ReviewPage> {
  const { campaignId, holder } = pass
  const member = await needReviewer(ctx, pass)
  const party = (await listParties(ctx, campaignId)).find(({ id }) => id === member.partyId) ?? null
  const { campaign } = await loadCampaign(ctx, campaignId)
  const stored = await findVersionToReview(ctx, campaignId)
  const decisionsOf = async (briefId: string) =>
    (await listReviews(ctx, 'brief', briefId)).flatMap(({ move, note, at, memberId }) => {
      const decided = REVIEW_DECISIONS.find((one) => one === move)
      return decided === undefined ? [] : [{ move: decided, note, at, isOwn: memberId === holder.id }]
    })
  const showBrief = async (shown: StoredBrief) => ({
    id: shown.id,
    version: shown.version,
    state: shown.state,
    content: shown.brief,
    mayDecide: await mayDecide(ctx, shown, { party, member, isEnteredFor: false }),
    decisions: await decisionsOf(shown.id),
    threads: await readThreads(ctx, campaignId, member.partyId),
  })
  return {
    desk: pass.deskName,
    reviewer: { name: member.name, party: party?.name ?? null },
    campaign: { brand: campaign.brand, product: campaign.product.name, ends: campaign.ends },
    expiresAt: pass.expiresAt,
    brief: stored === null ? null : await showBrief(stored),
  }
}
