import { afterQuiet } from '../accounts/index.ts'
import { addDays, isDay, isWorkingDay, momentOn, shanghaiDay } from '../shared/index.ts'
import { CREATOR_STEPS, type CreatorStep } from './schema.ts'

/** What waits for somebody beside the steps of a post: the brief's way through review, playback and talk, requests, and the notes to the parties. */
export const CHAIN_TURNS = [
  'brief_review',
  'brief_changes',
  'brief_send',
  'playback',
  'difference',
  'question',
  'request',
  'erasure',
  'party_note',
] as const
/** What waits for somebody: a step of a post or one of CHAIN_TURNS. */
export const TURN_KINDS = [...CREATOR_STEPS, ...CHAIN_TURNS] as const
/** One of TURN_KINDS. */
export type TurnKind = CreatorStep | (typeof CHAIN_TURNS)[number]

/** Whose turn something can be. */
export const TURN_SIDES = ['desk', 'brand', 'agency', 'mcn', 'creator'] as const
/** One of TURN_SIDES. */
export type TurnSide = (typeof TURN_SIDES)[number]

/** How near the end of a clock is: no reminder yet, soon, over. */
export const TURN_STAGES = ['open', 'due_soon', 'overdue'] as const
/** One of TURN_STAGES. */
export type TurnStage = (typeof TURN_STAGES)[number]

/** A reminder of a turn and its moment (ISO). */
export interface PlannedReminder {
  readonly stage: Exclude<TurnStage, 'open'>
  readonly at: string
}

/** What the clock of a turn is: `due` a moment or a Shanghai day; `startedAt` null where nobody wrote down when it began. */
export interface TurnClock {
  readonly due: string
  readonly startedAt: string | null
}

const HOUR_MS = 3_600_000
const LEAD_MS = 24 * HOUR_MS
const MORNING = 10
const EVENING = 18

const dayOf = (moment: string) => shanghaiDay(Date.parse(moment))

function workingDay(day: string, step: 1 | -1): string {
  let at = day
  while (!isWorkingDay(at)) at = addDays(at, step)
  return at
}

/** The moment itself when offices in China are awake and work, else the next such. */
function nextWorkingMoment(moment: string): string {
  const awake = afterQuiet(moment)
  const day = workingDay(dayOf(awake), 1)
  return day === dayOf(awake) ? awake : afterQuiet(momentOn(day, 0))
}

/** The moment itself when offices in China are awake and work, else six in the evening of the last working day before. */
function lastWorkingMoment(moment: string): string {
  if (nextWorkingMoment(moment) === new Date(moment).toISOString()) return new Date(moment).toISOString()
  const sameEvening = momentOn(dayOf(moment), EVENING)
  return momentOn(workingDay(sameEvening < moment ? dayOf(moment) : addDays(dayOf(moment), -1), -1), EVENING)
}

/** The moment (ISO) at which a clock is over; a day is over with its last moment in Shanghai. */
export function endOfTurn(due: string): string {
  return isDay(due) ? momentOn(addDays(due, 1), 0) : new Date(due).toISOString()
}

function earlyMoment({ due, startedAt }: TurnClock): string {
  if (isDay(due)) return momentOn(workingDay(addDays(due, -1), -1), MORNING)
  const spanMs = startedAt === null ? Number.POSITIVE_INFINITY : Date.parse(due) - Date.parse(startedAt)
  return lastWorkingMoment(new Date(Date.parse(due) - Math.min(LEAD_MS, spanMs / 2)).toISOString())
}

/**
 * When somebody is reminded of a turn: once before its end (a day, or half of a shorter clock) and once after it, on Chinese working days,
 * never between 22 and 8 in Shanghai. A clock that began after the first of these moments has only the second.
 */
export function planReminders(clock: TurnClock): PlannedReminder[] {
  const { due, startedAt } = clock
  const early: PlannedReminder = { stage: 'due_soon', at: earlyMoment(clock) }
  const over = isDay(due) ? momentOn(workingDay(addDays(due, 1), 1), MORNING) : nextWorkingMoment(due)
  const hasEarly = (startedAt === null || early.at > startedAt) && early.at < endOfTurn(due)
  return [...(hasEarly ? [early] : []), { stage: 'overdue', at: over }]
}

/** How near the end of a turn's clock is now; without a clock it is open. */
export function stageOfTurn(clock: { readonly due: string | null; readonly startedAt: string | null }, now: string): TurnStage {
  const { due, startedAt } = clock
  if (due === null) return 'open'
  if (endOfTurn(due) <= now) return 'overdue'
  return planReminders({ due, startedAt }).some(({ stage, at }) => stage === 'due_soon' && at <= now) ? 'due_soon' : 'open'
}
