import { DUTIES, PARTY_ROLES, type PartyRole } from '@kolibra/core/accounts'
import type { Duty, MemberInput, PartyInput, PartyMember } from '@kolibra/core/briefs'
import { z } from 'zod'
import type { Context } from '../platform/context.ts'
import { found } from '../platform/request-error.ts'

/** A party as it is kept: a creator has no name here, the others no creator. */
export interface StoredParty {
  readonly id: string
  readonly campaignId: string
  readonly role: PartyRole
  readonly name: string | null
  readonly creatorId: string | null
}

/** Somebody who acts or acted for a party. `name` is null for an erased person. */
export interface StoredMember extends PartyMember {
  readonly name: string | null
  readonly knows: string | null
  readonly grantedAt: string
  readonly withdrawnAt: string | null
}

const roleSchema = z.enum(PARTY_ROLES)
const dutySchema = z.enum(DUTIES)

function selectParties(ctx: Context) {
  return ctx.tx
    .selectFrom('parties')
    .select(['party_id', 'campaign_id', 'role', 'name', 'creator_id'])
    .where('workspace_id', '=', ctx.workspaceId)
}
type PartyRow = Awaited<ReturnType<ReturnType<typeof selectParties>['execute']>>[number]

const parseParty = (row: PartyRow): StoredParty => ({
  id: row.party_id,
  campaignId: row.campaign_id,
  role: roleSchema.parse(row.role),
  name: row.name,
  creatorId: row.creator_id,
})

/** The parties of a campaign in the order of the chain: brand, agency, mcn, creators. */
export async function listParties(ctx: Context, campaignId: string): Promise<StoredParty[]> {
  const rows = await selectParties(ctx).where('campaign_id', '=', campaignId).orderBy('party_id').execute()
  return rows.map(parseParty).toSorted((one, other) => PARTY_ROLES.indexOf(one.role) - PARTY_ROLES.indexOf(other.role))
}

/** One party, or `request.not_found`. */
export async function loadParty(ctx: Context, id: string): Promise<StoredParty> {
  return parseParty(found(await selectParties(ctx).where('party_id', '=', id).executeTakeFirst(), 'party', id))
}

/** Keeps a party that a person set up; false when it is there. */
export async function insertParty(ctx: Context, campaignId: string, { id, role, name }: PartyInput & { id: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('parties')
    .values({ workspace_id: ctx.workspaceId, campaign_id: campaignId, party_id: id, role, name, creator_id: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The creator's party of a campaign; made when it is not there yet. */
export async function keepCreatorParty(ctx: Context, campaignId: string, creatorId: string): Promise<StoredParty> {
  const party = { workspace_id: ctx.workspaceId, campaign_id: campaignId, party_id: ctx.mintId(), role: 'creator', name: null }
  await ctx.tx
    .insertInto('parties')
    .values({ ...party, creator_id: creatorId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const row = await selectParties(ctx).where('campaign_id', '=', campaignId).where('creator_id', '=', creatorId).executeTakeFirst()
  return parseParty(found(row, 'creator', creatorId))
}

/** Takes out a party for which nobody ever acted; false when somebody did. */
export async function deleteUnusedParty(ctx: Context, id: string): Promise<boolean> {
  const { numDeletedRows } = await ctx.tx
    .deleteFrom('parties')
    .where('workspace_id', '=', ctx.workspaceId)
    .where('party_id', '=', id)
    .where('creator_id', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('party_members')
            .select('member_id')
            .whereRef('party_members.workspace_id', '=', 'parties.workspace_id')
            .whereRef('party_members.party_id', '=', 'parties.party_id'),
        ),
      ),
    )
    .executeTakeFirst()
  return numDeletedRows === 1n
}

function selectMembers(ctx: Context) {
  return ctx.tx
    .selectFrom('party_members')
    .innerJoin('parties', (join) =>
      join
        .onRef('parties.workspace_id', '=', 'party_members.workspace_id')
        .onRef('parties.campaign_id', '=', 'party_members.campaign_id')
        .onRef('parties.party_id', '=', 'party_members.party_id'),
    )
    .leftJoin('members', (join) =>
      join.onRef('members.workspace_id', '=', 'party_members.workspace_id').onRef('members.user_id', '=', 'party_members.user_id'),
    )
    .select([
      'party_members.member_id as member_id',
      'party_members.party_id as party_id',
      'party_members.campaign_id as campaign_id',
      'parties.role as role',
      'party_members.user_id as user_id',
      'party_members.person_name as person_name',
      'members.name as member_name',
      'knows',
      'duties',
      'granted_at',
      'withdrawn_at',
    ])
    .where('party_members.workspace_id', '=', ctx.workspaceId)
}
type MemberRow = Awaited<ReturnType<ReturnType<typeof selectMembers>['execute']>>[number]

const parseMember = (row: MemberRow): StoredMember => ({
  memberId: row.member_id,
  partyId: row.party_id,
  role: roleSchema.parse(row.role),
  userId: row.user_id,
  name: row.member_name ?? row.person_name,
  knows: row.knows,
  duties: row.duties.map((duty): Duty => dutySchema.parse(duty)),
  grantedAt: row.granted_at,
  withdrawnAt: row.withdrawn_at,
})

/** Everybody who acts or acted for a party of the campaign, oldest first. */
export async function listMembers(ctx: Context, campaignId: string): Promise<StoredMember[]> {
  const rows = await selectMembers(ctx).where('party_members.campaign_id', '=', campaignId).orderBy('party_members.member_id').execute()
  return rows.map(parseMember)
}

/** One entry with its campaign, or `request.not_found`. */
export async function loadMember(ctx: Context, id: string): Promise<StoredMember & { campaignId: string }> {
  const row = found(await selectMembers(ctx).where('party_members.member_id', '=', id).executeTakeFirst(), 'partyMember', id)
  return { ...parseMember(row), campaignId: row.campaign_id }
}

/** Lets somebody act for a party; false when they do already. */
export async function insertMember(ctx: Context, party: StoredParty, { id, ...member }: MemberInput & { id: string }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await ctx.tx
    .insertInto('party_members')
    .values({
      workspace_id: ctx.workspaceId,
      campaign_id: party.campaignId,
      party_id: party.id,
      member_id: id,
      user_id: member.userId,
      person_name: member.personName,
      knows: member.knows,
      duties: [...member.duties],
      granted_by: ctx.actor.id,
      granted_at: ctx.now,
      withdrawn_by: null,
      withdrawn_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Ends what somebody may do for a party; false when it was ended before. */
export async function endMember(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('party_members')
    .set({ withdrawn_by: ctx.actor.id, withdrawn_at: ctx.now })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('member_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Takes the name of somebody outside, and what they know, out of the books; false when neither is there. */
export async function eraseMember(ctx: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await ctx.tx
    .updateTable('party_members')
    .set({ person_name: null, knows: null })
    .where('workspace_id', '=', ctx.workspaceId)
    .where('member_id', '=', id)
    .where((is) => is.or([is('person_name', 'is not', null), is('knows', 'is not', null)]))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
