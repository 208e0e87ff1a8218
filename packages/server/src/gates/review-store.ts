import type { Voice } from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'

/** A move of a brief or a draft with the words that came with it; `voice` is for whom it was made, without it the desk itself. */
export interface NewReview {
  readonly campaignId: string
  readonly kind: 'brief' | 'deliverable'
  readonly subjectId: string
  readonly move: string
  readonly note: string | null
  readonly voice?: Voice
}

/** Keeps a move. The words are the person's; the event does not hold them. */
export async function insertReview(ctx: Context, { voice, ...review }: NewReview): Promise<void> {
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
      party_id: voice?.party?.id ?? null,
      member_id: voice?.member?.memberId ?? null,
    })
    .execute()
}

/** One move as it is kept, oldest first. `memberId` null: the desk itself. */
export interface KeptReview {
  readonly move: string
  readonly note: string | null
  readonly actorId: string
  readonly actorName: string | null
  readonly partyId: string | null
  readonly memberId: string | null
  readonly at: string
}

/** Every move of a brief or a draft, oldest first. */
export async function listReviews(ctx: Context, kind: NewReview['kind'], subjectId: string): Promise<KeptReview[]> {
  const rows = await ctx.tx
    .selectFrom('reviews')
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'reviews.workspace_id').onRef('members.user_id', '=', 'reviews.person_id'),
    )
    .select(['move', 'note', 'person_id', 'members.name as actor_name', 'party_id', 'member_id', 'reviews.created_at as at'])
    .where('reviews.workspace_id', '=', ctx.workspaceId)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', subjectId)
    .orderBy('review_id')
    .execute()
  return rows.map((row) => ({
    move: row.move,
    note: row.note,
    actorId: row.person_id,
    actorName: row.actor_name,
    partyId: row.party_id,
    memberId: row.member_id,
    at: row.at,
  }))
}
