const SHANGHAI_OFFSET_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

const DAY = /^[1-9]\d{3}-\d{2}-\d{2}$/

/** Whether a text is a day that the calendar has. The same as `daySchema`, for who must do without the schema library: the linter in a browser. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false
  const epochMs = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().startsWith(text)
}

/** The Shanghai day in which a moment (epoch ms) falls. */
export function shanghaiDay(epochMs: number): string {
  return new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/i

/**
 * The Shanghai day of a day or a moment, as facts and imports carry either; null when the text is neither. A moment without zone is Shanghai
 * time. One begins with its day: a clock alone would read the 30th of February as a day of March.
 */
export function readDay(stamp: string): string | null {
  const day = stamp.slice(0, 10)
  if (!isDay(day)) return null
  if (stamp === day) return day
  const epochMs = Date.parse(stamp)
  if (Number.isNaN(epochMs)) return null
  const there = ZONE.test(stamp) ? shanghaiDay(epochMs) : day
  return isDay(there) ? there : null
}

/** A moment as a clock in Shanghai shows it, `2026-11-22 08:30`; a day, and what is no moment, stays as it is. */
export function shanghaiClock(stamp: string): string {
  const epochMs = isDay(stamp) ? Number.NaN : Date.parse(stamp)
  return Number.isNaN(epochMs) ? stamp : new Date(epochMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** The moment (UTC, with Z) at which a Shanghai wall-clock time happens. `month` counts from 1. */
export function shanghaiMoment(parts: {
  year: number
  month: number
  day: number
  hour?: number
  minute?: number
  second?: number
}): string {
  const { year, month, day, hour = 0, minute = 0, second = 0 } = parts
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - SHANGHAI_OFFSET_MS).toISOString()
}

/** The moment (UTC, with Z) at which an hour of a Shanghai day begins. */
export function momentOn(isoDay: string, hour: number): string {
  const [year = 0, month = 0, day = 0] = isoDay.split('-').map(Number)
  return shanghaiMoment({ year, month, day, hour })
}

/** The Shanghai day that many days later; negative goes back. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)
}
