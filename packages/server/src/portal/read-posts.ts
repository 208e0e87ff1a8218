import { isSending, isSent, listRowsFor, type Brief } from '@kolibra/core/briefs'
import type { CreatorAnswer, Deliverable, Draft } from '@kolibra/core/content'
import { dueOf, listNumberDays, stepOf, type CreatorRequest, type CreatorStep } from '@kolibra/core/portal'
import { groupBy } from '@kolibra/core/shared'
import { listBriefs, type StoredBrief } from '../briefs/index.ts'
import { listDeliverables, listDrafts, listPublicationObservations } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { readStanding } from '../selection/index.ts'
import { listCreatorFiles, type CreatorFile } from './creator-file-store.ts'
import { listReviews, type ReviewEntry } from './queries.ts'
import { listRequests } from './request-store.ts'

/** One post with its next step and what it hangs on. `due` is a moment or a Shanghai day. */
export interface PostWithStep {
  readonly deliverable: Deliverable
  readonly step: CreatorStep
  readonly due: string | null
  readonly answer: CreatorAnswer | null
  readonly drafts: readonly Draft[]
  readonly reviews: readonly ReviewEntry[]
  readonly requests: readonly CreatorRequest[]
  readonly files: readonly CreatorFile[]
}

/** The brief that creators see: the newest that was sent; `sentAt` is when. */
export interface SentBrief {
  readonly stored: StoredBrief
  readonly sentAt: string | null
}

const NO_POST = ''

/** The posts of a campaign, of one creator when `creatorId` is given, with the brief they were sent, the requests that are about none of them (no post, or one that the plan left out since), every review, and who is out of the campaign. */
export async function readPosts(
  ctx: Context,
  { campaignId, creatorId }: { campaignId: string; creatorId: string | null },
): Promise<{
  brief: SentBrief | null
  posts: PostWithStep[]
  requests: CreatorRequest[]
  reviews: readonly ReviewEntry[]
  gone: readonly string[]
}> {
  const all = await listDeliverables(ctx, campaignId)
  const stored = creatorId === null ? all : all.filter(({ deliverable }) => deliverable.creatorId === creatorId)
  const ids = stored.map(({ deliverable }) => deliverable.id)
  const reviews = await listReviews(ctx, campaignId)
  const brief = await findSentBrief(ctx, campaignId, reviews)
  const drafts = groupBy(await listDrafts(ctx, ids), ({ deliverableId }) => deliverableId)
  const asked = await listRequests(ctx, campaignId, creatorId)
  const requests = groupBy(asked, ({ deliverableId }) => deliverableId ?? NO_POST)
  const files = groupBy(await listCreatorFiles(ctx, campaignId, creatorId), ({ deliverableId }) => deliverableId)
  const { gone } = await readStanding(ctx, campaignId)
  const seen = groupBy(await listPublicationObservations(ctx, ids), ({ deliverableId }) => deliverableId)
  const posts = stored.map(({ deliverable, answer }) => {
    const { id } = deliverable
    const own = {
      answer,
      drafts: drafts.get(id) ?? [],
      reviews: reviews.filter(({ subjectId }) => subjectId === id),
      requests: requests.get(id) ?? [],
      files: files.get(id) ?? [],
    }
    const observedAt = (seen.get(id) ?? []).map(({ metrics }) => metrics.observedAt)
    return { deliverable, ...own, ...stand({ deliverable, brief, observedAt, isGone: gone.includes(deliverable.creatorId), ...own }) }
  })
  return {
    brief,
    posts,
    requests: asked.filter(({ deliverableId }) => deliverableId === null || !ids.includes(deliverableId)),
    reviews,
    gone,
  }
}

async function findSentBrief(ctx: Context, campaignId: string, reviews: readonly ReviewEntry[]): Promise<SentBrief | null> {
  const stored = (await listBriefs(ctx, campaignId)).find(({ state }) => isSent(state))
  if (stored === undefined) return null
  return { stored, sentAt: reviews.findLast(({ subjectId, move }) => subjectId === stored.id && isSending(move))?.at ?? null }
}

type Grounds = Pick<PostWithStep, 'deliverable' | 'answer' | 'drafts' | 'reviews' | 'files'> & {
  readonly brief: SentBrief | null
  readonly observedAt: readonly string[]
  readonly isGone: boolean
}

function stand({ deliverable, answer, isGone, brief, drafts, reviews, files, observedAt }: Grounds) {
  const { state, plannedFor, publishedAt } = deliverable
  const broughtAt = files.flatMap(({ kind, uploadedAt }) => (kind.startsWith('numbers_') ? [uploadedAt] : []))
  const numberDaysIn = listNumberDays(publishedAt, [...observedAt, ...broughtAt])
  const step = stepOf({ state, isGone, isBriefSent: brief !== null, answer, numberDaysIn })
  const agreed: Brief | undefined = brief?.stored.brief
  const due = dueOf(step, {
    sentAt: brief?.sentAt ?? null,
    responseHours: agreed?.responseHours ?? null,
    reviewHours: agreed?.reviewHours ?? null,
    windowTo: lastDayFor(agreed, deliverable),
    plannedFor,
    reviewedAt: reviews.findLast(({ move }) => move === 'request_changes')?.at ?? null,
    submittedAt: drafts.at(-1)?.submittedAt ?? null,
    publishedAt,
    numberDaysIn,
  })
  return { step, due }
}

/** The last day on which the brief wants this very post; null where it names none of its kind. */
function lastDayFor(brief: Brief | undefined, post: Deliverable): string | null {
  const days = listRowsFor(brief?.deliverables ?? [], post).map(({ windowTo }) => windowTo)
  return days.toSorted().at(-1) ?? null
}
