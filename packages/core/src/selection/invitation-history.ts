import type { OwnAnswers } from './acceptance.ts'
import type { InvitationState } from './plan-version-schema.ts'

/** One step of an invitation, oldest first within a campaign. Moments are ISO with Z. */
export interface InvitationStep {
  readonly campaignId: string
  readonly to: InvitationState
  readonly at: string
}

/** What a creator's answers to our invitations show. Rates are 0–1 and null while nothing can be counted. */
export interface InvitationHistory extends OwnAnswers {
  readonly answered: number
  /** Answers within 48 hours over invitations that had 48 hours to be answered. */
  readonly responseRate: number | null
  readonly medianDelayHours: number | null
}

const HOUR_MS = 3_600_000

/** How long an answer may take. Pugongying counts replies within 48 hours; two weeks of silence are taken as a no [A]. */
export const ANSWER_TERMS = { responseHours: 48, silenceHours: 14 * 24 } as const

interface Asked {
  readonly sentMs: number
  answer: { readonly isYes: boolean; readonly atMs: number } | null
  isWithdrawn: boolean
}

/**
 * Counts invitations and answers up to `now`. An invitation that is still open, or was withdrawn unanswered, is neither a yes nor a no;
 * a yes that was taken back later is a no.
 */
export function readInvitations(steps: readonly InvitationStep[], now: string): InvitationHistory {
  const nowMs = Date.parse(now)
  const asked = listAsked(steps)
  const answers = asked.flatMap(({ sentMs, answer }) =>
    answer === null ? [] : [{ ...answer, delayHours: (answer.atMs - sentMs) / HOUR_MS }],
  )
  const waited = ({ sentMs }: Asked, hours: number) => nowMs - sentMs >= hours * HOUR_MS
  const silent = asked.filter((one) => one.answer === null && !one.isWithdrawn)
  const timely = answers.filter(({ delayHours }) => delayHours <= ANSWER_TERMS.responseHours).length
  const judged = answers.length + silent.filter((one) => waited(one, ANSWER_TERMS.responseHours)).length
  return {
    invited: answers.length + silent.filter((one) => waited(one, ANSWER_TERMS.silenceHours)).length,
    accepted: answers.filter(({ isYes }) => isYes).length,
    answered: answers.length,
    responseRate: judged === 0 ? null : timely / judged,
    medianDelayHours: medianOf(answers.map(({ delayHours }) => delayHours)),
  }
}

function listAsked(steps: readonly InvitationStep[]): Asked[] {
  const asked: Asked[] = []
  const open = new Map<string, Asked>()
  for (const { campaignId, to, at } of steps) {
    const atMs = Date.parse(at)
    const last = open.get(campaignId)
    if (to === 'invited') {
      const fresh: Asked = { sentMs: atMs, answer: null, isWithdrawn: false }
      asked.push(fresh)
      open.set(campaignId, fresh)
    } else if (last !== undefined) settle(last, to, atMs)
    if (to === 'proposed') open.delete(campaignId)
  }
  return asked
}

// The first answer tells the delay, the last one whether it is a yes.
function settle(last: Asked, to: InvitationState, atMs: number): void {
  const isAnswer = to === 'accepted' || to === 'declined'
  if (isAnswer) last.answer = { isYes: to === 'accepted', atMs: last.answer?.atMs ?? atMs }
  else if (to === 'withdrawn' && last.answer === null) last.isWithdrawn = true
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
