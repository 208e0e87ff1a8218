import { addWorkingDays, shanghaiDay, shanghaiMoment } from '../shared/index.ts'

/** When silence becomes an answer. `isCertain` is false where the holidays until then are not published yet. */
export interface SilenceClock {
  /** The moment (ISO) from which the draft counts as approved. */
  readonly endsAt: string
  readonly isCertain: boolean
}

/** The clock of `autoApproveDays` from a moment (ISO): the day it starts does not count, the last working day is theirs to its end in Shanghai. */
export function startSilenceClock(startedAt: string, workingDays: number): SilenceClock {
  const { day, isCertain } = addWorkingDays(shanghaiDay(Date.parse(startedAt)), workingDays)
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { endsAt: shanghaiMoment({ year, month, day: date + 1 }), isCertain }
}
