import { listActiveMembers, listParties, type StoredMember, type Voice } from '../briefs/index.ts'
import { answerOnce } from '../platform/answer-once-store.ts'
import type { Context } from '../platform/context.ts'
import type { HttpContext } from '../platform/http.ts'
import { found, RequestError } from '../platform/request-error.ts'
import { inLinkFence } from './as-creator.ts'
import type { LinkPass } from './device-store.ts'
import type { StoredLink } from './link-store.ts'

/** Who reviews by a link, for whom they speak, and the device. */
export interface Reviewer {
  readonly pass: LinkPass
  readonly member: StoredMember
  readonly voice: Voice
}

/** True for whom a link to review is for: a person outside who has the duty. */
export function isOutsideReviewer({ userId, duties, role }: StoredMember): boolean {
  return userId === null && role !== 'creator' && duties.includes('local_reviewer')
}

/** The person behind a reviewer's link, as long as they have the duty; else the link is over: `portal.link_ended`. */
export async function needReviewer(ctx: Context, { campaignId, holder }: Pick<StoredLink, 'campaignId' | 'holder'>): Promise<StoredMember> {
  const members = await listActiveMembers(ctx, campaignId)
  const member = members.find((one) => one.memberId === holder.id && isOutsideReviewer(one))
  if (member === undefined) throw new RequestError('portal.link_ended', { state: 'revoked' })
  return member
}

/**
 * Runs a handler for the reviewer outside whose device asks, in one transaction of the workspace; a repeated POST is answered once. Refuses
 * `portal.device_unknown` without the link's cookie, `portal.link_ended` when the link is over, taken back, or its holder reviews no more.
 */
export async function asReviewer<T extends Response>(
  c: HttpContext,
  linkId: string,
  handle: (ctx: Context, reviewer: Reviewer) => Promise<T>,
): Promise<T> {
  return inLinkFence(c, { linkId, kind: 'reviewer' }, async (ctx, pass) => {
    const member = await needReviewer(ctx, pass)
    const party = (await listParties(ctx, pass.campaignId)).find(({ id }) => id === member.partyId)
    const voice = { party: found(party, 'party', member.partyId), member, isEnteredFor: false }
    return answerOnce(ctx, c.req, () => handle(ctx, { pass, member, voice }))
  })
}
