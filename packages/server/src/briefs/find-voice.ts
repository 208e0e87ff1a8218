import type { PartyMember } from '@kolibra/core/briefs'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found, RefusedRequest } from '../platform/request-error.ts'
import { keepCreatorParty, listMembers, listParties, type StoredMember, type StoredParty } from './party-store.ts'

/** For whom somebody speaks. `party` null is the desk itself; `isEnteredFor` when another person said it and the actor types it in. */
export interface Voice {
  readonly party: StoredParty | null
  readonly member: PartyMember | null
  readonly isEnteredFor: boolean
}

/** How a request names it: nothing is the desk itself, a party alone its own member among the account's, a member that person. */
export const actingForSchema = z.strictObject({ partyId: z.uuid().nullish(), memberId: z.uuid().nullish() })
/** Input of actingForSchema. */
export type ActingFor = z.infer<typeof actingForSchema>

/** The desk itself. */
export const DESK: Voice = { party: null, member: null, isEnteredFor: false }

const isActive = ({ withdrawnAt }: StoredMember) => withdrawnAt === null

/** Everybody who acts for a party now. */
export async function listActiveMembers(ctx: Context, campaignId: string): Promise<StoredMember[]> {
  return (await listMembers(ctx, campaignId)).filter(isActive)
}

/** The creator's own voice in a campaign: for pages that a creator opens, where the actor is the creator. */
export async function findCreatorVoice(ctx: Context, campaignId: string, creatorId: string): Promise<Voice> {
  return { party: await keepCreatorParty(ctx, campaignId, creatorId), member: null, isEnteredFor: false }
}

/**
 * The voice a member of the workspace asks for. A person outside and a creator are spoken for by the desk; another member is not. Refuses
 * `party.not_yours`.
 */
export async function findVoice(ctx: Context, campaignId: string, { partyId, memberId }: ActingFor): Promise<Voice> {
  if (!partyId && !memberId) return DESK
  const parties = await listParties(ctx, campaignId)
  const members = await listActiveMembers(ctx, campaignId)
  const named = memberId ? found(members.find((one) => one.memberId === memberId) ?? undefined, 'partyMember', memberId) : null
  const wanted = named?.partyId ?? partyId ?? ''
  const party = found(parties.find(({ id }) => id === wanted) ?? undefined, 'party', wanted)
  const own = members.find((one) => one.partyId === party.id && one.userId === ctx.actor.id)
  if (named === null && own) return { party, member: own, isEnteredFor: false }
  if (named !== null && named.userId === ctx.actor.id) return { party, member: named, isEnteredFor: false }
  const outside = named ?? members.find((one) => one.partyId === party.id && one.userId === null) ?? null
  if (outside === null && party.role !== 'creator') throw new RefusedRequest([{ code: 'party.not_yours', partyId: party.id }])
  if (outside !== null && outside.userId !== null) throw new RefusedRequest([{ code: 'party.not_yours', memberId: outside.memberId }])
  return { party, member: outside, isEnteredFor: true }
}

/** The voices the actor has without asking for one: their own entries, then the desk. */
export async function listOwnVoices(ctx: Context, campaignId: string): Promise<Voice[]> {
  const parties = await listParties(ctx, campaignId)
  const own = (await listActiveMembers(ctx, campaignId)).filter(({ userId }) => userId === ctx.actor.id)
  const voices = own.map((member) => ({ party: parties.find(({ id }) => id === member.partyId) ?? null, member, isEnteredFor: false }))
  return [...voices, DESK]
}
