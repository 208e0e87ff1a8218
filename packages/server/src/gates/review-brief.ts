import {
  BRIEF_MOVES,
  isAuthorOf,
  isSending,
  listReviewers,
  moveBrief,
  roleFor,
  rolesOf,
  type BRIEF_REVIEW_MOVES,
  type BriefMover,
  type ReviewQuestion,
} from '@kolibra/core/briefs'
import type { Rulebook } from '@kolibra/core/compliance'
import { guardAct } from '@kolibra/core/gates'
import {
  findVoice,
  keepCreatorParty,
  listActiveMembers,
  listOwnVoices,
  loadBrief,
  updateBriefState,
  type ActingFor,
  type StoredBrief,
  type Voice,
} from '../briefs/index.ts'
import { listDeliverables, startSilence } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RefusedRequest, RequestError, settle } from '../platform/request-error.ts'
import { askForReview } from './find-reviewers.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { insertReview } from './review-store.ts'

/** The moves of a brief that a person makes. */
export type TypedBriefMove = (typeof BRIEF_REVIEW_MOVES)[number]

/** What a person sends to move a brief; without `actingFor` their own duties count. */
export interface BriefReview {
  readonly briefId: string
  readonly move: TypedBriefMove
  readonly note: string | null
  readonly actingFor?: ActingFor
  /** Whoever speaks without an account, by a link of their own. */
  readonly voice?: Voice
  readonly rulebook: Rulebook
}

/** Moves a brief along its workflow. Sending is guarded by Brief and Trust. Refuses what moveBrief refuses, and `brief.note_missing`. */
export async function reviewBrief(ctx: Context, { briefId, move, note, rulebook, ...who }: BriefReview): Promise<StoredBrief> {
  const { id, campaignId, state, authorId } = await loadBrief(ctx, briefId)
  const question = await askForReview(ctx, campaignId, authorId)
  const { voice, mover } = await findMover(ctx, { campaignId, move, voices: await findVoices(ctx, campaignId, who), question })
  const to = settle(moveBrief(state, move, mover))
  if (voice.isEnteredFor && (note ?? '').trim() === '') throw new RefusedRequest([{ code: 'brief.note_missing' }])
  if (isSending(move)) {
    const { spine } = await judgeCampaign(ctx, campaignId, rulebook)
    settle(guardAct('sendBrief', { kind: 'brief', id }, spine))
  }
  if (!(await updateBriefState(ctx, { id, from: state, to }))) throw new RequestError('state.lost_race')
  if (to === 'sent') await beginWithBrief(ctx, campaignId)
  await insertReview(ctx, { campaignId, kind: 'brief', subjectId: id, move, note, voice })
  const fields = [roleFor(move, mover.roles), ...(voice.isEnteredFor ? ['entered_for'] : [])]
  await recordEvent(ctx, { name: BRIEF_MOVES[move].event, subject: { kind: 'brief', id }, campaignId, fields })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return loadBrief(ctx, id)
}

// Whoever is chosen is a party from here on: they can receive, ask and play back. Drafts that wait already are under what it says of silence.
async function beginWithBrief(ctx: Context, campaignId: string): Promise<void> {
  const posts = (await listDeliverables(ctx, campaignId)).map(({ deliverable }) => deliverable)
  for (const creatorId of new Set(posts.map((post) => post.creatorId))) await keepCreatorParty(ctx, campaignId, creatorId)
  for (const { id, state } of posts) if (state === 'draft_in_review') await startSilence(ctx, { campaignId, deliverableId: id })
}

interface MoverQuestion {
  readonly campaignId: string
  readonly move: TypedBriefMove
  readonly voices: readonly Voice[]
  readonly question: ReviewQuestion
}

/** Whether this voice may decide on a version as it stands. */
export async function mayDecide(ctx: Context, { campaignId, state, authorId }: StoredBrief, voice: Voice): Promise<boolean> {
  const question = await askForReview(ctx, campaignId, authorId)
  const { mover } = await findMover(ctx, { campaignId, move: 'approve', voices: [voice], question })
  return moveBrief(state, 'approve', mover).ok
}

async function findVoices(ctx: Context, campaignId: string, { voice, actingFor = {} }: Pick<BriefReview, 'voice' | 'actingFor'>) {
  if (voice !== undefined) return [voice]
  const isNamed = Boolean(actingFor.partyId ?? actingFor.memberId)
  return isNamed ? [await findVoice(ctx, campaignId, actingFor)] : listOwnVoices(ctx, campaignId)
}

// The first of these voices that may make the move.
async function findMover(
  ctx: Context,
  { campaignId, move, voices, question }: MoverQuestion,
): Promise<{ voice: Voice; mover: BriefMover }> {
  const members = await listActiveMembers(ctx, campaignId)
  const hasReviewer = listReviewers(members, question).length > 0
  const movers = voices.map((voice) => ({
    voice,
    mover: {
      roles: rolesOf({ member: voice.member, members, ...question }),
      // Who says it counts, not who types it.
      isAuthor: isAuthorOf(voice.member, ctx.actor.id, question.authorId),
      hasReviewer,
    },
  }))
  const allowed: readonly string[] = BRIEF_MOVES[move].by
  const fitting = movers.find(({ mover }) => mover.roles.some((role) => allowed.includes(role))) ?? movers[0]
  if (fitting === undefined) throw new RequestError('state.lost_race')
  return fitting
}
