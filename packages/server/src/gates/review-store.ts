import type { Context } from '../platform/context.ts'

/** Keeps a move of a brief or a draft with the words that came with it. The words are the person's; the event does not hold them. */
export async function insertReview(
  ctx: Context,
  review: { campaignId: string; kind: 'brief' | 'deliverable'; subjectId: string; move: string; note: string | null },
): Promise<void> {
  await ctx.tx
    .insertInto('reviews')
    .values({
      workspace_id: ctx.workspaceId,
      review_id: ctx.mintId(),
      campaign_id: review.campaignId,
      subject_kind: review.kind,
      subject_id: review.subjectId,
      move: review.move,
      note: review.note,
      person_id: ctx.actor.id,
      created_at: ctx.now,
    })
    .execute()
}
