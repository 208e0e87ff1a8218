import { startSilenceClock, type SilenceClock } from '@kolibra/core/briefs'
import { findAgreedDays } from '../briefs/index.ts'
import { listDeliverables } from '../content/index.ts'
import type { Context } from '../platform/context.ts'
import { findLastSending, listDraftMoments } from './queries.ts'

/** A post whose draft waits under an agreed clock, or was approved because it ended. */
export interface Silence {
  readonly deliverableId: string
  readonly clock: SilenceClock | null
  readonly approvedAt: string | null
}

/** The posts of a campaign that an agreed silence concerns. */
export async function readSilences(ctx: Context, campaignId: string): Promise<Silence[]> {
  const days = await findAgreedDays(ctx, campaignId)
  const moments = await listDraftMoments(ctx, campaignId)
  const agreedAt = (await findLastSending(ctx, campaignId)) ?? ''
  return (await listDeliverables(ctx, campaignId)).flatMap(({ deliverable: { id, state } }): Silence[] => {
    const last = moments.findLast(({ subjectId }) => subjectId === id)
    if (last === undefined) return []
    if (last.name === 'draft.approved_by_silence') return [{ deliverableId: id, clock: null, approvedAt: last.at }]
    if (state !== 'draft_in_review' || days === null) return []
    // Nobody's time runs before they agreed to it: a brief that was sent later starts the clock anew.
    const startedAt = last.at > agreedAt ? last.at : agreedAt
    return [{ deliverableId: id, clock: startSilenceClock(startedAt, days), approvedAt: null }]
  })
}
