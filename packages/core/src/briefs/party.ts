import { z } from 'zod'
import { DUTIES, PARTY_ROLES, type PartyRole } from '../accounts/index.ts'
import type { BriefRole } from './brief-workflow.ts'
import { fault } from '../shared/index.ts'

/** A duty of a campaign: one of DUTIES. */
export type Duty = (typeof DUTIES)[number]

/** A party that a person sets up. Creators are parties by being chosen; nobody types them. */
export const partyInputSchema = z.strictObject({
  role: z.enum(PARTY_ROLES).exclude(['creator']),
  name: z.string().trim().min(1).max(200),
})

/** Somebody who acts for a party: a member of the workspace, or a named person outside for whom the desk enters what they said. */
export const memberInputSchema = z
  .strictObject({
    userId: z.uuid().nullable(),
    personName: z.string().trim().min(1).max(100).nullable(),
    /** Why this person knows the market, in a few words; null: not said. */
    knows: z.string().trim().max(300).nullable().default(null),
    duties: z.array(z.enum(DUTIES)),
  })
  .refine(
    ({ userId, personName }) => (userId === null) !== (personName === null),
    fault('Give userId or personName, not both', 'userId 与 personName 只填其一'),
  )

/** A member of a party as decisions need them; `userId` null is a person outside. */
export interface PartyMember {
  readonly memberId: string
  readonly partyId: string
  readonly role: PartyRole
  readonly userId: string | null
  readonly duties: readonly Duty[]
}

/** Whom a review belongs to: an agency where the campaign names one, by name or as a party. */
export interface ReviewQuestion {
  readonly authorId: string
  readonly hasAgency: boolean
}

/** True when a campaign names an agency, or has one as a party. */
export function isAgencyNamed(localAgency: string | null, parties: readonly { readonly role: PartyRole }[]): boolean {
  return localAgency !== null || parties.some(({ role }) => role === 'agency')
}

/** Everybody who may review a version: the agency's local reviewers where there is an agency, else those of any party; never its author. */
export function listReviewers<T extends PartyMember>(members: readonly T[], { authorId, hasAgency }: ReviewQuestion): T[] {
  return members.filter((member) => isFitToReview(member, hasAgency) && !isAuthorOf(member, member.userId, authorId))
}

function isFitToReview({ role, duties }: PartyMember, hasAgency: boolean): boolean {
  return duties.includes('local_reviewer') && role !== 'creator' && (!hasAgency || role === 'agency')
}

/** Whether the person who speaks wrote the version: the account that wrote it, or a person outside whom the campaign names as author. */
export function isAuthorOf(member: PartyMember | null, actorId: string | null, authorId: string): boolean {
  if (member !== null && member.userId === null) return member.duties.includes('author')
  return actorId === authorId
}

/** Somebody who wants to move a brief: `member` null speaks for the desk itself. */
export interface RoleQuestion extends ReviewQuestion {
  readonly member: PartyMember | null
  readonly members: readonly PartyMember[]
}

/** The roles somebody has in a campaign. The desk itself is author as long as the campaign names no author. */
export function rolesOf({ member, members, authorId, hasAgency }: RoleQuestion): BriefRole[] {
  if (member === null) return members.some(({ duties }) => duties.includes('author')) ? [] : ['author']
  // The author's own review is refused by its own code, so the duty counts here.
  const isReviewer = isFitToReview(member, hasAgency)
  const roles: readonly (BriefRole | null)[] = [
    isReviewer ? 'local_reviewer' : null,
    member.duties.includes('author') || member.userId === authorId ? 'author' : null,
    member.role === 'brand' || member.role === 'creator' ? member.role : null,
  ]
  return roles.filter((role) => role !== null)
}

/** Input of partyInputSchema. */
export type PartyInput = z.infer<typeof partyInputSchema>
/** Input of memberInputSchema. */
export type MemberInput = z.infer<typeof memberInputSchema>
