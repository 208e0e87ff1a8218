import { accept, refuse, type Outcome } from '../shared/index.ts'

/** How a second device is let in: six digits that the desk sees and tells. Our assumption, of the order that banks use. */
export const CODE_POLICY = { digits: 6, minutes: 10, tries: 5, perHour: 5 } as const

const MINUTE_MS = 60_000

/** A code that waits to be typed. */
export interface DeviceCode {
  readonly code: string
  readonly expiresAt: string
  readonly triesLeft: number
}

const later = (moment: string, minutes: number) => new Date(Date.parse(moment) + minutes * MINUTE_MS).toISOString()

/** Until when a new code holds. Refuses `portal.too_many_codes` when so many were asked for within the hour; `askedAt` are their moments. */
export function askForCode(askedAt: readonly string[], now: string): Outcome<{ expiresAt: string }> {
  const recent = askedAt.filter((moment) => later(moment, 60) > now).sort()
  const [first] = recent
  if (first !== undefined && recent.length >= CODE_POLICY.perHour) return refuse({ code: 'portal.too_many_codes', again: later(first, 60) })
  return accept({ expiresAt: later(now, CODE_POLICY.minutes) })
}

/**
 * The code, if it is what was typed. Refuses `portal.code_ended` when there is none, its time is over or its tries are used up, and
 * `portal.code_wrong` with the tries that are left after this one.
 */
export function checkCode<T extends DeviceCode>(asked: T | null, typed: string, now: string): Outcome<T> {
  if (asked === null || now >= asked.expiresAt || asked.triesLeft <= 0) return refuse({ code: 'portal.code_ended' })
  return typed === asked.code ? accept(asked) : refuse({ code: 'portal.code_wrong', triesLeft: asked.triesLeft - 1 })
}
