import { endAfter, erasureDue, WHOSE_TURN, type CreatorRequest, type ErasureClock } from '@kolibra/core/portal'
import { groupBy } from '@kolibra/core/shared'
import type { PostWithStep, SentBrief } from './read-posts.ts'
import { makeTurn, type Turn } from './turn-clock.ts'

function startOf({ step, reviews, drafts }: PostWithStep, brief: SentBrief | null): string | null {
  if (step === 'answer') return brief?.sentAt ?? null
  if (step === 'revise') return reviews.findLast(({ move }) => move === 'request_changes')?.at ?? null
  return step === 'review' ? (drafts.at(-1)?.submittedAt ?? null) : null
}

// The brief is sent to all at once.
const ofWhom = (creatorId: string, step: PostWithStep['step']) => (step === 'wait' ? null : creatorId)

/** What the posts of a campaign wait for: one turn per creator, step and end, however many posts it is asked of. */
export function readPostTurns(posts: readonly PostWithStep[], brief: SentBrief | null): Turn[] {
  const waiting = posts.filter(({ step }) => WHOSE_TURN[step] !== 'none')
  const alike = groupBy(waiting, ({ deliverable, step, due }) => [ofWhom(deliverable.creatorId, step), step, due ?? ''].join(':'))
  return [...alike.values()].flatMap((own): Turn[] => {
    const [first] = own
    if (first === undefined) return []
    const { step, due } = first
    const whose = WHOSE_TURN[step] === 'creator' ? 'creator' : 'desk'
    const creatorId = ofWhom(first.deliverable.creatorId, step)
    const starts = own.flatMap((post) => startOf(post, brief) ?? []).toSorted()
    const clock = { due, startedAt: starts.at(0) ?? null }
    return [makeTurn({ of: creatorId ?? '', kind: step, whose, creatorId, partyId: null, ...clock, count: own.length })]
  })
}

/** How long the desk has: as many hours as it gives a creator, and for an erasure the clock of the workspace. */
export interface RequestClocks {
  readonly hours: number | null
  readonly erasureClock: ErasureClock
}

/** What creators asked of the desk and nobody answered yet. */
export function readRequestTurns(requests: readonly CreatorRequest[], { hours, erasureClock }: RequestClocks): Turn[] {
  const ask = { whose: 'desk' as const, partyId: null, count: 1 }
  return requests.flatMap(({ id, kind, creatorId, sentAt, settlement }): Turn[] => {
    if (settlement !== null) return []
    const one = { ...ask, of: id, creatorId, startedAt: sentAt }
    if (kind === 'erasure') return [makeTurn({ ...one, kind: 'erasure', due: erasureDue(sentAt, erasureClock) })]
    return [makeTurn({ ...one, kind: 'request', due: endAfter(sentAt, hours) })]
  })
}
