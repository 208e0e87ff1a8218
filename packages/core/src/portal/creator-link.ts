import { accept, addDays, refuse, type Outcome } from '../shared/index.ts'
import type { LinkState } from './schema.ts'

/** A link as far as opening it goes; moments are ISO with Z. */
export interface LinkTerm {
  readonly expiresAt: string
  readonly revokedAt: string | null
}

/** Days after a campaign's last day on which its links still open: the numbers of day 45 come by them. Our assumption. */
export const LINK_DAYS = 60
/** Days that the link of a reviewer outside opens when nobody said how long: a version and its corrections. Our assumption. */
export const REVIEW_LINK_DAYS = 30
/** The farthest day a link may be given, counted from today. */
export const LONGEST_LINK_DAYS = 400

/** Minutes in which the device that opened a link first may open it again by its key: an answer that got lost locks nobody out. Our assumption. */
export const OPENING_MINUTES = 10

/** Whether the first device may still repeat the opening that let it in at `admittedAt`; both moments ISO with Z. */
export function mayRepeatOpening(admittedAt: string, now: string): boolean {
  return Date.parse(now) - Date.parse(admittedAt) < OPENING_MINUTES * 60_000
}

/** Where a link stands at a moment; its last moment is the one before `expiresAt`. */
export function stateOfLink({ expiresAt, revokedAt }: LinkTerm, now: string): LinkState {
  if (revokedAt !== null) return 'revoked'
  return now < expiresAt ? 'live' : 'expired'
}

/** The link, if it opens. Refuses `portal.link_unknown` and `portal.link_ended` with the state. */
export function admitLink<T extends LinkTerm>(link: T | null, now: string): Outcome<T> {
  if (link === null) return refuse({ code: 'portal.link_unknown' })
  const state = stateOfLink(link, now)
  return state === 'live' ? accept(link) : refuse({ code: 'portal.link_ended', state })
}

/** The last Shanghai day of a link that nobody gave another: LINK_DAYS after the campaign or after today, whichever is later. */
export function lastLinkDay(campaignEnds: string, today: string): string {
  return addDays(campaignEnds > today ? campaignEnds : today, LINK_DAYS)
}

/** The last day as somebody wishes it. Refuses `portal.link_term` for a day that is over or too far away. */
export function checkLinkDay(until: string, today: string): Outcome<string> {
  const latest = addDays(today, LONGEST_LINK_DAYS)
  return until < today || until > latest ? refuse({ code: 'portal.link_term', earliest: today, latest }) : accept(until)
}

const LOCAL_HOST = /^https?:\/\/(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])(?::|\/|$)/

/** Whether an address opens on the machine of the server only: no link built from it reaches a phone. */
export function opensHereOnly(publicUrl: string): boolean {
  return LOCAL_HOST.test(publicUrl)
}
