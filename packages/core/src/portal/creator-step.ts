import type { CreatorAnswer, DeliverableState } from '../content/schema.ts'
import { addDays, daysBetween, shanghaiDay } from '../shared/index.ts'
import type { CreatorStep } from './schema.ts'

/** What a post's next step hangs on. `answer` is what the creator said of it last. */
export interface PostStanding {
  readonly state: DeliverableState
  /** The creator was withdrawn, or is noted as having said no. */
  readonly isGone: boolean
  readonly isBriefSent: boolean
  readonly answer: CreatorAnswer | null
  /** Days after publishing for which numbers are in. */
  readonly numberDaysIn: readonly number[]
}

/** Days after publishing on which numbers are asked for. */
export const NUMBER_DAYS = [1, 7, 21, 45] as const

/** For which days after publishing numbers are in: each that came settles every such day up to it, because no day comes again. `moments` are ISO. */
export function listNumberDays(publishedAt: string | null, moments: readonly string[]): number[] {
  if (publishedAt === null) return []
  const from = shanghaiDay(Date.parse(publishedAt))
  const ages = moments.map((moment) => daysBetween(from, shanghaiDay(Date.parse(moment))))
  return NUMBER_DAYS.filter((day) => ages.some((age) => day <= age))
}

const STEP_OF_STATE = {
  drafting: 'draft',
  draft_in_review: 'review',
  changes_requested: 'revise',
  approved: 'publish',
} as const

/** Whose turn each step is. */
export const WHOSE_TURN = {
  wait: 'desk',
  answer: 'creator',
  contract: 'desk',
  draft: 'creator',
  review: 'desk',
  revise: 'creator',
  publish: 'creator',
  numbers: 'creator',
  declined: 'desk',
  closed: 'none',
  done: 'none',
} as const satisfies Record<CreatorStep, 'desk' | 'creator' | 'none'>

/** What is next for one post. A creator answers for it before anything is asked of them, and only once the brief was sent. */
export function stepOf({ state, isGone, isBriefSent, answer, numberDaysIn }: PostStanding): CreatorStep {
  if (state === 'published') return NUMBER_DAYS.every((day) => numberDaysIn.includes(day)) ? 'done' : 'numbers'
  if (state !== 'planned' && state !== 'contracted') return STEP_OF_STATE[state]
  if (isGone) return 'closed'
  if (answer === 'decline') return 'declined'
  if (!isBriefSent) return 'wait'
  if (answer === null) return 'answer'
  return state === 'planned' ? 'contract' : 'draft'
}

/** What the clock of a step is counted from. Hours come from the brief; a moment or day that is not known is null. */
export interface StepClock {
  readonly sentAt: string | null
  readonly responseHours: number | null
  readonly reviewHours: number | null
  readonly windowTo: string | null
  readonly plannedFor: string | null
  readonly reviewedAt: string | null
  readonly submittedAt: string | null
  readonly publishedAt: string | null
  readonly numberDaysIn: readonly number[]
}

/** The end (ISO) of a clock of hours; null where its start or its length is not known. */
export function endAfter(startedAt: string | null, hours: number | null): string | null {
  if (startedAt === null || hours === null) return null
  return new Date(Date.parse(startedAt) + hours * 3_600_000).toISOString()
}

function nextNumberDay({ publishedAt, numberDaysIn }: StepClock): string | null {
  const next = NUMBER_DAYS.find((day) => !numberDaysIn.includes(day))
  return publishedAt === null || next === undefined ? null : addDays(shanghaiDay(Date.parse(publishedAt)), next)
}

/** By when a step is due: a moment (ISO) where a clock of hours runs, a Shanghai day where a day was agreed, null where neither is known. */
export function dueOf(step: CreatorStep, clock: StepClock): string | null {
  if (step === 'answer') return endAfter(clock.sentAt, clock.responseHours)
  if (step === 'revise') return endAfter(clock.reviewedAt, clock.responseHours)
  if (step === 'review') return endAfter(clock.submittedAt, clock.reviewHours)
  if (step === 'draft' || step === 'publish') return clock.plannedFor ?? clock.windowTo
  return step === 'numbers' ? nextNumberDay(clock) : null
}
