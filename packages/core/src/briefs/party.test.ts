import { describe, expect, test } from 'vitest'
import { isAgencyNamed, isAuthorOf, listReviewers, memberInputSchema, partyInputSchema, rolesOf, type PartyMember } from './index.ts'

const makeMember = (change: Partial<PartyMember> = {}): PartyMember => ({
  memberId: 'm1',
  partyId: 'p1',
  role: 'agency',
  userId: null,
  duties: ['local_reviewer'],
  ...change,
})

describe('who may review a version', () => {
  const cases: readonly { why: string; members: PartyMember[]; hasAgency: boolean; names: string[] }[] = [
    { why: 'the agency’s reviewer', members: [makeMember()], hasAgency: true, names: ['m1'] },
    { why: 'nobody is named', members: [], hasAgency: false, names: [] },
    { why: 'the agency is named, and only its own people look', members: [makeMember({ role: 'mcn' })], hasAgency: true, names: [] },
    { why: 'without an agency, somebody of the MCN', members: [makeMember({ role: 'mcn' })], hasAgency: false, names: ['m1'] },
    { why: 'or of the own desk', members: [makeMember({ role: 'brand', userId: 'u2' })], hasAgency: false, names: ['m1'] },
    { why: 'never the author', members: [makeMember({ userId: 'u1' })], hasAgency: true, names: [] },
    {
      why: 'never a person outside who is named as its author',
      members: [makeMember({ duties: ['author', 'local_reviewer'] })],
      hasAgency: true,
      names: [],
    },
    { why: 'never a creator', members: [makeMember({ role: 'creator' })], hasAgency: false, names: [] },
    { why: 'a person without the duty', members: [makeMember({ duties: ['author'] })], hasAgency: false, names: [] },
  ]
  test.each(cases)('$why', ({ members, hasAgency, names }) => {
    expect(listReviewers(members, { authorId: 'u1', hasAgency }).map(({ memberId }) => memberId)).toEqual(names)
  })
})

test.each([
  { why: 'no name, no party', localAgency: null, roles: [], expected: false },
  { why: 'other companies are no agency', localAgency: null, roles: ['brand', 'mcn', 'creator'] as const, expected: false },
  { why: 'a name is enough', localAgency: '示例·本地代理', roles: [], expected: true },
  { why: 'a party is enough', localAgency: null, roles: ['brand', 'agency'] as const, expected: true },
])('an agency: $why', ({ localAgency, roles, expected }) => {
  expect(
    isAgencyNamed(
      localAgency,
      roles.map((role) => ({ role })),
    ),
  ).toBe(expected)
})

describe('roles of whoever moves a brief', () => {
  const ask = (member: PartyMember | null, members: readonly PartyMember[] = [], hasAgency = false) =>
    rolesOf({ member, members, authorId: 'u1', hasAgency })
  test('the desk is author until the campaign names one', () => {
    expect(ask(null)).toEqual(['author'])
    expect(ask(null, [makeMember({ duties: ['author'] })])).toEqual([])
  })
  test('duties and party add up', () => {
    expect(ask(makeMember({ role: 'brand', duties: ['author', 'local_reviewer'] }))).toEqual(['local_reviewer', 'author', 'brand'])
    expect(ask(makeMember({ role: 'creator', duties: [] }))).toEqual(['creator'])
    expect(ask(makeMember({ role: 'mcn', duties: [] }))).toEqual([])
  })
  test('whoever wrote the version may hand it in', () => {
    expect(ask(makeMember({ userId: 'u1', duties: [] }))).toEqual(['author'])
  })
  test('a reviewer outside the agency has no say where there is one', () => {
    expect(ask(makeMember({ role: 'brand' }), [], true)).toEqual(['brand'])
  })
})

describe('who wrote a version', () => {
  test.each([
    ['the account that wrote it', null, 'u1', true],
    ['another account', null, 'u2', false],
    ['a member with that account', makeMember({ userId: 'u1' }), 'u1', true],
    ['a member with another', makeMember({ userId: 'u2' }), 'u2', false],
    ['a person outside, for whom its author types', makeMember(), 'u1', false],
    ['a person outside who is named as author', makeMember({ duties: ['author', 'local_reviewer'] }), 'm1', true],
  ] as const)('%s', (_, member, actorId, expected) => expect(isAuthorOf(member, actorId, 'u1')).toBe(expected))
})

describe('what a person may enter', () => {
  const member = { userId: null, personName: '示例·林审核', duties: ['local_reviewer'] }
  test('a person outside has a name, a member an account, nobody both', () => {
    expect(memberInputSchema.safeParse(member).success).toBe(true)
    expect(memberInputSchema.safeParse({ ...member, personName: null }).success).toBe(false)
    expect(memberInputSchema.safeParse({ ...member, userId: '01a20000-0000-7000-8000-000000000001' }).success).toBe(false)
  })
  test('a creator is no party to be typed', () => {
    expect(partyInputSchema.safeParse({ role: 'agency', name: '示例代理' }).success).toBe(true)
    expect(partyInputSchema.safeParse({ role: 'creator', name: '示例' }).success).toBe(false)
    expect(partyInputSchema.safeParse({ role: 'agency', name: '  ' }).success).toBe(false)
  })
})

describe('whoever is named', () => {
  const roles = ['brand', 'agency', 'mcn', 'creator'] as const
  const duties = [[], ['author'], ['local_reviewer'], ['author', 'local_reviewer']] as const
  const users = [null, 'u1', 'u2']
  const members = roles.flatMap((role) =>
    duties.flatMap((own) =>
      users.map((userId, index) => makeMember({ memberId: `${role}-${own.join('+')}-${index}`, role, duties: own, userId })),
    ),
  )

  test('a reviewer has the duty, is no creator, did not write the version, and is of the agency where there is one', () => {
    for (const hasAgency of [true, false])
      for (const one of listReviewers(members, { authorId: 'u1', hasAgency })) {
        expect(one.duties).toContain('local_reviewer')
        expect(one.role).not.toBe('creator')
        expect(one.userId).not.toBe('u1')
        if (hasAgency) expect(one.role).toBe('agency')
      }
  })

  test('an agency only takes reviewers away', () => {
    const ids = (hasAgency: boolean) => listReviewers(members, { authorId: 'u1', hasAgency }).map(({ memberId }) => memberId)
    expect(ids(false)).toEqual(expect.arrayContaining(ids(true)))
    expect(ids(true).length).toBeLessThan(ids(false).length)
  })

  test('who is listed as a reviewer has the role, and nobody has it without the duty', () => {
    for (const hasAgency of [true, false])
      for (const member of members) {
        const own = rolesOf({ member, members, authorId: 'u1', hasAgency })
        const isListed = listReviewers(members, { authorId: 'u1', hasAgency }).includes(member)
        if (isListed) expect(own).toContain('local_reviewer')
        if (!member.duties.includes('local_reviewer')) expect(own).not.toContain('local_reviewer')
        expect(own.includes('creator')).toBe(member.role === 'creator')
      }
  })
})
