import type { MemberInput, PartyInput } from '@kolibra/core/briefs'
import { loadPerson } from '../accounts/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import type { Context } from '../platform/context.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RefusedRequest, RequestError } from '../platform/request-error.ts'
import * as store from './party-store.ts'

/** Adds a company to a campaign. Refuses `party.known`. */
export async function addParty(ctx: Context, campaignId: string, party: PartyInput): Promise<string> {
  await loadCampaign(ctx, campaignId)
  const id = ctx.mintId()
  if (!(await store.insertParty(ctx, campaignId, { id, ...party }))) throw new RefusedRequest([{ code: 'party.known', role: party.role }])
  await recordEvent(ctx, { name: 'party.added', subject: { kind: 'party', id }, campaignId, fields: [party.role] })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return id
}

/** Takes a company out for which nobody ever acted. Refuses `party.in_use`. */
export async function removeParty(ctx: Context, partyId: string): Promise<string> {
  const { campaignId, role } = await store.loadParty(ctx, partyId)
  if (!(await store.deleteUnusedParty(ctx, partyId))) throw new RefusedRequest([{ code: 'party.in_use' }])
  await recordEvent(ctx, { name: 'party.removed', subject: { kind: 'party', id: partyId }, campaignId, fields: [role] })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return campaignId
}

/** Lets somebody act for a party in this campaign, with these duties. Refuses `party.member_known`. */
export async function grantMember(ctx: Context, partyId: string, member: MemberInput): Promise<string> {
  const party = await store.loadParty(ctx, partyId)
  const { userId } = member
  if (userId !== null) await loadPerson(ctx, userId)
  // Nobody speaks as a creator but the creator, and the desk for them.
  if (party.role === 'creator') throw new RequestError('request.not_found', { kind: 'party', id: partyId })
  const id = ctx.mintId()
  if (!(await store.insertMember(ctx, party, { id, ...member }))) throw new RefusedRequest([{ code: 'party.member_known' }])
  const { campaignId } = party
  await recordEvent(ctx, {
    name: 'party.granted',
    subject: { kind: 'member', id },
    campaignId,
    fields: [party.role, ...member.duties],
  })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return campaignId
}

/** Ends what somebody may do for a party; what they did stays. `isErased` takes the name and words of a person outside with it, also of one who was withdrawn before. */
export async function withdrawMember(ctx: Context, memberId: string, { isErased }: { isErased: boolean }): Promise<string> {
  const { campaignId, role } = await store.loadMember(ctx, memberId)
  const isEnded = await store.endMember(ctx, memberId)
  const isGone = isErased && (await store.eraseMember(ctx, memberId))
  if (!isEnded && !isGone) throw new RequestError('state.lost_race')
  const name = isErased ? 'party.person_erased' : 'party.withdrawn'
  await recordEvent(ctx, { name, subject: { kind: 'member', id: memberId }, campaignId, fields: [role] })
  await enqueueJob(ctx, 'gates.record_passes', campaignId)
  return campaignId
}
