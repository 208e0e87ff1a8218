import { isAnswered, isSent } from '@kolibra/core/briefs'
import { listBriefs, listParties, listThreads, type StoredBrief } from '../briefs/index.ts'
import { listOpen, readChain } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import type { ReviewEntry } from './queries.ts'
import { endAfter, makeTurn, type Turn } from './turn-clock.ts'

const REVIEW_TURNS = { in_review: 'brief_review', changes_requested: 'brief_changes', approved: 'brief_send' } as const
type Waiting = keyof typeof REVIEW_TURNS

const isWaiting = (state: string): state is Waiting => Object.hasOwn(REVIEW_TURNS, state)

/** What the newest version waits for on its way to the creators; only a review has a clock. */
function readReviewTurns(brief: StoredBrief, { reviews, hasAgency }: { reviews: readonly ReviewEntry[]; hasAgency: boolean }): Turn[] {
  const { id, state } = brief
  if (!isWaiting(state)) return []
  const isReview = state === 'in_review'
  const startedAt = isReview ? (reviews.findLast(({ subjectId, move }) => subjectId === id && move === 'submit')?.at ?? null) : null
  const due = endAfter(startedAt, brief.brief.reviewHours)
  const whose = isReview && hasAgency ? 'agency' : 'desk'
  return [makeTurn({ of: id, kind: REVIEW_TURNS[state], whose, creatorId: null, partyId: null, due, startedAt, count: 1 })]
}

async function readPlaybackTurns(ctx: Context, sent: StoredBrief, sentAt: string | null): Promise<Turn[]> {
  return (await readChain(ctx, sent)).flatMap((link): Turn[] => {
    const { id: partyId, role, creatorId } = link.party
    const of = `${sent.id}/${partyId}`
    const ask = { of, kind: 'playback' as const, creatorId, partyId, due: endAfter(sentAt, sent.brief.responseHours), startedAt: sentAt }
    const asks = link.isAsked && !isAnswered(link.asked) ? [makeTurn({ ...ask, whose: role, count: 1 })] : []
    const count = listOpen(link).length
    const settle = { of, kind: 'difference' as const, creatorId, partyId, due: null, startedAt: null }
    return count === 0 ? asks : [...asks, makeTurn({ ...settle, whose: 'desk', count })]
  })
}

// A comment asks nothing, and what the desk itself opened waits for nobody in particular.
async function readThreadTurns(ctx: Context, campaignId: string, hours: number): Promise<Turn[]> {
  const parties = await listParties(ctx, campaignId)
  return (await listThreads(ctx, campaignId)).flatMap(({ id, kind, state, partyId, at }): Turn[] => {
    if (state !== 'open' || kind === 'comment' || partyId === null) return []
    const creatorId = parties.find((party) => party.id === partyId)?.creatorId ?? null
    return [makeTurn({ of: id, kind: 'question', whose: 'desk', creatorId, partyId, due: endAfter(at, hours), startedAt: at, count: 1 })]
  })
}

/** What the brief of a campaign waits for: review, sending, playbacks, differences and answers to questions. */
export async function readChainTurns(
  ctx: Context,
  campaignId: string,
  { reviews, sentAt }: { reviews: readonly ReviewEntry[]; sentAt: string | null },
): Promise<Turn[]> {
  const briefs = await listBriefs(ctx, campaignId)
  const [newest] = briefs
  if (newest === undefined) return []
  const sent = briefs.find(({ state }) => isSent(state))
  const hasAgency = (await listParties(ctx, campaignId)).some(({ role }) => role === 'agency')
  return [
    ...readReviewTurns(newest, { reviews, hasAgency }),
    ...(sent === undefined ? [] : await readPlaybackTurns(ctx, sent, sentAt)),
    ...(await readThreadTurns(ctx, campaignId, newest.brief.responseHours)),
  ]
}
