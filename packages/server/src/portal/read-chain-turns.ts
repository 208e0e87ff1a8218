import { isAgencyNamed, isAnswered } from '@kolibra/core/briefs'
import { endAfter } from '@kolibra/core/portal'
import { groupBy } from '@kolibra/core/shared'
import { listBriefs, listThreads, listThreadWords, type StoredBrief, type StoredParty } from '../briefs/index.ts'
import type { StoredCampaign } from '../campaigns/index.ts'
import { listOpen, readChain } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import type { ReviewEntry } from './queries.ts'
import type { SentBrief } from './read-posts.ts'
import { makeTurn, type Turn } from './turn-clock.ts'

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

async function readPlaybackTurns(ctx: Context, { stored: sent, sentAt }: SentBrief): Promise<Turn[]> {
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
async function readThreadTurns(
  ctx: Context,
  campaignId: string,
  { hours, parties }: { hours: number; parties: readonly StoredParty[] },
): Promise<Turn[]> {
  const words = groupBy(await listThreadWords(ctx, campaignId), ({ threadId }) => threadId)
  return (await listThreads(ctx, campaignId)).flatMap(({ id, kind, state, partyId, at }): Turn[] => {
    if (state !== 'open' || kind === 'comment' || partyId === null) return []
    const creatorId = parties.find((party) => party.id === partyId)?.creatorId ?? null
    const said = words.get(id) ?? []
    // The clock runs from the first word that nobody answered: who asks on waits anew.
    const startedAt = said[said.findLastIndex(({ move }) => move === 'answer') + 1]?.at ?? at
    return [makeTurn({ of: id, kind: 'question', whose: 'desk', creatorId, partyId, due: endAfter(startedAt, hours), startedAt, count: 1 })]
  })
}

/** What the brief of a campaign waits for: review, sending, playbacks, differences and answers to questions. */
export async function readChainTurns(
  ctx: Context,
  { id: campaignId, campaign }: StoredCampaign,
  { reviews, sent, parties }: { reviews: readonly ReviewEntry[]; sent: SentBrief | null; parties: readonly StoredParty[] },
): Promise<Turn[]> {
  const [newest] = await listBriefs(ctx, campaignId)
  if (newest === undefined) return []
  const hasAgency = isAgencyNamed(campaign.localAgency, parties)
  return [
    ...readReviewTurns(newest, { reviews, hasAgency }),
    ...(sent === null ? [] : await readPlaybackTurns(ctx, sent)),
    ...(await readThreadTurns(ctx, campaignId, { hours: newest.brief.responseHours, parties })),
  ]
}
