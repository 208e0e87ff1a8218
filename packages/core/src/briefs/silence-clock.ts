import { addDays, addWorkingDays, momentOn, shanghaiDay } from '../shared/index.ts'

/** When silence becomes an answer. `isCertain` is false where the holidays until then are not published yet. */
export interface SilenceClock {
  /** The moment (ISO) from which the draft counts as approved. */
  readonly endsAt: string
  readonly isCertain: boolean
}

/** The clock of `autoApproveDays` from a moment (ISO): the day it starts does not count, the last working day is theirs to its end in Shanghai. */
export function startSilenceClock(startedAt: string, workingDays: number): SilenceClock {
  const { day, isCertain } = addWorkingDays(shanghaiDay(Date.parse(startedAt)), workingDays)
  return { endsAt: momentOn(addDays(day, 1), 0), isCertain }
}
