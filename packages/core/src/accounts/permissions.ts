/** What a member of the workspace may do. Party roles (brand, agency, mcn, creator) are a different vocabulary: they move workflows. */
export const MEMBER_ROLES = ['owner', 'manager', 'analyst', 'viewer'] as const
/** One of MEMBER_ROLES. */
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** The parties of a campaign, as workflows name them in `by`. */
export const PARTY_ROLES = ['brand', 'agency', 'mcn', 'creator'] as const
/** One of PARTY_ROLES. */
export type PartyRole = (typeof PARTY_ROLES)[number]

/** Duties inside a campaign that a workflow names in its `by`. */
export const DUTIES = ['author', 'local_reviewer'] as const
/** Who acts: every write carries one, and every event names it. A creator and a reviewer outside act by their link: no member, and no permission fits. */
export interface Actor {
  readonly id: string
  readonly name: string
  readonly role: MemberRole | 'creator' | 'reviewer' | 'agreed_silence'
}

/** Who acts when nobody answered and the brief says what that means: no member, and no permission fits. */
export const AGREED_SILENCE = {
  id: '00000000-0000-7000-8000-000000000002',
  name: 'Agreed silence',
  role: 'agreed_silence',
} as const satisfies Actor

/** A member of the workspace as actor: the only one whose permissions can be asked. */
export interface Member extends Actor {
  readonly role: MemberRole
}

/** Verb → the member roles that may perform it. The only place where a role is compared. */
export const PERMISSIONS = {
  'workspace.read': ['owner', 'manager', 'analyst', 'viewer'],
  'workspace.delete': ['owner'],
  'creators.write': ['owner', 'manager', 'analyst'],
  'persons.merge': ['owner', 'manager', 'analyst'],
  'persons.lend': ['owner', 'manager'],
  'persons.export': ['owner', 'manager'],
  'persons.erase': ['owner', 'manager'],
  'notes.write': ['owner', 'manager', 'analyst'],
  'documents.read': ['owner', 'manager', 'analyst'],
  'documents.write': ['owner', 'manager'],
  'tiers.write': ['owner', 'manager'],
  'fit.write': ['owner', 'manager'],
  'fees.write': ['owner', 'manager'],
  'freedom.write': ['owner', 'manager'],
  'searches.write': ['owner', 'manager', 'analyst'],
  'shortlists.write': ['owner', 'manager', 'analyst'],
  'creators.export': ['owner', 'manager', 'analyst'],
  'imports.write': ['owner', 'manager', 'analyst'],
  'imports.undo': ['owner', 'manager'],
  'campaigns.write': ['owner', 'manager'],
  'series.write': ['owner', 'manager', 'analyst'],
  'plans.write': ['owner', 'manager', 'analyst'],
  'invitations.write': ['owner', 'manager'],
  'contracts.write': ['owner', 'manager'],
  'parties.write': ['owner', 'manager'],
  'briefs.write': ['owner', 'manager'],
  'briefs.review': ['owner', 'manager'],
  'briefs.speak': ['owner', 'manager', 'analyst'],
  'checks.write': ['owner', 'manager', 'analyst'],
  'drafts.write': ['owner', 'manager', 'analyst'],
  'publications.write': ['owner', 'manager'],
  'portal.write': ['owner', 'manager', 'analyst'],
  'party_notes.write': ['owner', 'manager', 'analyst'],
  'channels.write': ['owner', 'manager', 'analyst'],
  'channels.assign': ['owner', 'manager'],
  'rules.write': ['owner', 'manager'],
  'rules.check': ['owner', 'manager', 'analyst'],
  'rules.suspend': ['owner'],
  'rules.update': ['owner'],
  'gates.waive': ['owner'],
  'gates.waive_warning': ['owner', 'manager'],
} as const satisfies Record<string, readonly MemberRole[]>

/** A row of PERMISSIONS. */
export type Permission = keyof typeof PERMISSIONS

/** Whether a member of this role may perform this verb. */
export function mayDo(role: MemberRole, permission: Permission): boolean {
  const allowed: readonly MemberRole[] = PERMISSIONS[permission]
  return allowed.includes(role)
}
