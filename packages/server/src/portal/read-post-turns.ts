import { endAfter, WHOSE_TURN } from '@kolibra/core/portal'
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

/** What creators asked of the desk and nobody answered yet; the desk has as long as it gives a creator. */
export function readRequestTurns(
  posts: readonly PostWithStep[],
  others: readonly PostWithStep['requests'][number][],
  hours: number | null,
): Turn[] {
  const waiting = [...posts.flatMap(({ requests }) => requests), ...others].filter(({ settlement }) => settlement === null)
  return waiting.map(({ id, creatorId, sentAt }) =>
    makeTurn({
      of: id,
      kind: 'request',
      whose: 'desk',
      creatorId,
      partyId: null,
      due: endAfter(sentAt, hours),
      startedAt: sentAt,
      count: 1,
    }),
  )
}
