import { addDays, isWorkingDay, momentOn, shanghaiClock, shanghaiDay } from '../shared/index.ts'

/** How often a channel tells: each thing at once, or all of a day or week in one message. */
export const NOTICE_RHYTHMS = ['immediate', 'daily', 'weekly'] as const
/** One of NOTICE_RHYTHMS. */
export type NoticeRhythm = (typeof NOTICE_RHYTHMS)[number]

/** The hour (Shanghai) at which a digest goes out. */
export const DIGEST_HOUR = 9
/** From this hour (Shanghai) until QUIET_TO nobody is reminded. */
export const QUIET_FROM = 22
/** The hour (Shanghai) from which people may be reminded again. */
export const QUIET_TO = 8

const weekdayOf = (day: string) => (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7

// Monday, or what comes of that week when Monday is a holiday; a week without any working day has none.
function isFirstWorkingDayOfWeek(day: string): boolean {
  const before = Array.from({ length: weekdayOf(day) }, (_, index) => addDays(day, -index - 1))
  return isWorkingDay(day) && !before.some(isWorkingDay)
}

const IS_DIGEST_DAY = { daily: isWorkingDay, weekly: isFirstWorkingDayOfWeek } as const

/** The moment (ISO) of the next digest after `now`: nine in the morning in Shanghai, on a working day, or on the first one of a week. */
export function nextDigest(rhythm: Exclude<NoticeRhythm, 'immediate'>, now: string): string {
  let day = shanghaiDay(Date.parse(now))
  while (!IS_DIGEST_DAY[rhythm](day) || momentOn(day, DIGEST_HOUR) <= now) day = addDays(day, 1)
  return momentOn(day, DIGEST_HOUR)
}

/** The moment itself (ISO), or the next eight o'clock in Shanghai when it falls into the night. */
export function afterQuiet(moment: string): string {
  const epochMs = Date.parse(moment)
  const hour = Number(shanghaiClock(moment).slice(11, 13))
  if (hour >= QUIET_TO && hour < QUIET_FROM) return new Date(epochMs).toISOString()
  const day = shanghaiDay(epochMs)
  return momentOn(hour < QUIET_TO ? day : addDays(day, 1), QUIET_TO)
}
