import type { Rulebook } from '@kolibra/core/compliance'
import { openThread, stepThread, listThreads, type StoredBrief } from '../briefs/index.ts'
import { receiveBrief, reviewBrief } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { found, RefusedRequest, RequestError } from '../platform/request-error.ts'
import type { Reviewer } from './as-reviewer.ts'
import type { REVIEW_DECISIONS } from './page-schema.ts'
import { findVersionToReview, readReviewPage, type ReviewPage } from './read-review-page.ts'
import type { OwnThreadMove } from './speak-on-brief.ts'

/** The version a reviewer has on the screen, if it is still the one that stands; else `state.lost_race`. */
async function needVersion(ctx: Context, { pass }: Reviewer, briefId: string): Promise<StoredBrief> {
  const version = found((await findVersionToReview(ctx, pass.campaignId)) ?? undefined, 'brief', briefId)
  if (version.id !== briefId) throw new RequestError('state.lost_race')
  return version
}

/** Keeps that a reviewer outside has the version before their eyes, once per device: a receipt of the party they act for. */
export async function noteReview(ctx: Context, reviewer: Reviewer, { briefId }: { briefId: string }): Promise<ReviewPage> {
  await needVersion(ctx, reviewer, briefId)
  await receiveBrief(ctx, briefId, { voice: reviewer.voice, device: reviewer.pass.deviceName ?? '' })
  return readReviewPage(ctx, reviewer.pass)
}

/** A decision as a reviewer outside sends it. */
export interface LinkedDecision {
  readonly briefId: string
  readonly move: (typeof REVIEW_DECISIONS)[number]
  readonly note: string | null
  readonly rulebook: Rulebook
  /** The account that is signed in on the same browser; null: none. */
  readonly seatedAs: string | null
}

/** Decides on the version. Refuses what `reviewBrief` refuses, `brief.own_review` on a browser where its author is signed in, and `brief.note_missing` when changes are wanted and none is named. */
export async function decideByLink(ctx: Context, reviewer: Reviewer, decision: LinkedDecision): Promise<ReviewPage> {
  const { authorId } = await needVersion(ctx, reviewer, decision.briefId)
  if (authorId === decision.seatedAs) throw new RefusedRequest([{ code: 'brief.own_review' }])
  if (decision.move === 'request_changes' && decision.note === null) throw new RefusedRequest([{ code: 'brief.note_missing' }])
  await reviewBrief(ctx, { ...decision, voice: reviewer.voice })
  return readReviewPage(ctx, reviewer.pass)
}

/** What a reviewer outside says of one line: a comment asks nothing, a question waits for the desk. */
export interface LinkedComment {
  readonly briefId: string
  readonly itemId: string
  readonly kind: 'comment' | 'question'
  readonly words: string
}

/** Keeps a word on a line of the version. Refuses what `openThread` refuses. */
export async function commentByLink(ctx: Context, reviewer: Reviewer, { briefId, ...said }: LinkedComment): Promise<ReviewPage> {
  await needVersion(ctx, reviewer, briefId)
  await openThread(ctx, briefId, { voice: reviewer.voice, input: { ...said, proposed: null } })
  return readReviewPage(ctx, reviewer.pass)
}

/** Goes on with a thread of the reviewer's party. Refuses what `stepThread` refuses. */
export async function stepByLink(
  ctx: Context,
  reviewer: Reviewer,
  { briefId, threadId, ...step }: { briefId: string; threadId: string; move: OwnThreadMove; words: string },
): Promise<ReviewPage> {
  await needVersion(ctx, reviewer, briefId)
  const { voice, pass } = reviewer
  const threads = await listThreads(ctx, pass.campaignId)
  found(
    threads.find(({ id, partyId }) => id === threadId && partyId === voice.party?.id),
    'thread',
    threadId,
  )
  await stepThread(ctx, threadId, { voice, ...step })
  return readReviewPage(ctx, pass)
}
