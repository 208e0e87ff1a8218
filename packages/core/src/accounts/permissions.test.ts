import { describe, expect, test } from 'vitest'
import { MEMBER_ROLES, mayDo, PERMISSIONS, type MemberRole, type Permission } from './index.ts'

// The whole grid, written out: a change of the table must be a change of this test.
const GRID: Record<Permission, string> = {
  'workspace.read': 'owner manager analyst viewer',
  'workspace.delete': 'owner',
  'creators.write': 'owner manager analyst',
  'persons.merge': 'owner manager analyst',
  'persons.lend': 'owner manager',
  'persons.export': 'owner manager',
  'persons.erase': 'owner manager',
  'notes.write': 'owner manager analyst',
  'documents.read': 'owner manager analyst',
  'documents.write': 'owner manager',
  'tiers.write': 'owner manager',
  'fit.write': 'owner manager',
  'fees.write': 'owner manager',
  'freedom.write': 'owner manager',
  'searches.write': 'owner manager analyst',
  'shortlists.write': 'owner manager analyst',
  'creators.export': 'owner manager analyst',
  'imports.write': 'owner manager analyst',
  'imports.undo': 'owner manager',
  'campaigns.write': 'owner manager',
  'series.write': 'owner manager analyst',
  'plans.write': 'owner manager analyst',
  'invitations.write': 'owner manager',
  'contracts.write': 'owner manager',
  'parties.write': 'owner manager',
  'briefs.write': 'owner manager',
  'briefs.review': 'owner manager',
  'briefs.speak': 'owner manager analyst',
  'checks.write': 'owner manager analyst',
  'drafts.write': 'owner manager analyst',
  'publications.write': 'owner manager',
  'portal.write': 'owner manager analyst',
  'party_notes.write': 'owner manager analyst',
  'channels.write': 'owner manager analyst',
  'channels.assign': 'owner manager',
  'rules.write': 'owner manager',
  'rules.check': 'owner manager analyst',
  'rules.suspend': 'owner',
  'rules.update': 'owner',
  'gates.waive': 'owner',
  'gates.waive_warning': 'owner manager',
}
const isPermission = (name: string): name is Permission => name in PERMISSIONS
const cells = Object.keys(PERMISSIONS)
  .filter(isPermission)
  .flatMap((permission) => MEMBER_ROLES.map((role): [MemberRole, Permission] => [role, permission]))

describe('member role × permission', () => {
  test.each(cells)('%s: %s', (role, permission) => {
    expect(mayDo(role, permission)).toBe(GRID[permission].split(' ').includes(role))
  })

  test('a viewer changes nothing', () => {
    expect(cells.filter(([role, permission]) => role === 'viewer' && mayDo(role, permission))).toEqual([['viewer', 'workspace.read']])
  })
})
