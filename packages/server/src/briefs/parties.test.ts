import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIEF, CAMPAIGN } from '../test/campaign-example.ts'
import { nameReviewer } from '../test/name-reviewer.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let manager: Visitor
let campaignId: string

const call = async (line: string, body?: unknown, visitor = owner) => {
  const [method, path] = line.split(' ')
  const answer = await visitor.send(`${method} /api/v1${path}`, body)
  return { status: answer.status, body: await answer.json() }
}
const read = async (line: string, body: unknown) => (await call(line, body)).body
const eventNames = async () => {
  const { body } = await call(`GET /campaigns/${campaignId}/events`)
  return body.items.map(({ name }: { name: string }) => name)
}

beforeAll(async () => {
  house = await openTestHouse()
  const workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  manager = await house.visit(workspaceId, 'manager')
})
afterAll(() => house.close())
const openOne = async (change = {}) => (await call('POST /campaigns', { ...CAMPAIGN, ...change })).body.id
const writeOne = async () => {
  const { body } = await call(`POST /campaigns/${campaignId}/briefs`, BRIEF)
  await call(`POST /briefs/${body.id}/reviews`, { move: 'submit', note: null })
  return body.id
}

describe('the parties of a campaign', () => {
  test('are added once; one of two who add the same is refused', async () => {
    campaignId = await openOne()
    const add = () => call(`POST /campaigns/${campaignId}/parties`, { role: 'mcn', name: '示例机构' })
    const answers = await Promise.all([add(), add()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('party.known')
    expect(await eventNames()).toContain('party.added')
  })

  test('get people; the same person once, and a creator’s party none', async () => {
    campaignId = await openOne()
    const { body } = await call(`POST /campaigns/${campaignId}/parties`, { role: 'agency', name: '示例代理' })
    const member = { userId: manager.userId, personName: null, duties: ['local_reviewer'] }
    const grant = () => call(`POST /parties/${body.items[0].id}/members`, member)
    const answers = await Promise.all([grant(), grant()])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('party.member_known')
    const granted = answers.find(({ status }) => status === 201)?.body.items[0].members[0]
    expect(granted).toMatchObject({ name: 'A manager', duties: ['local_reviewer'], withdrawnAt: null })
    const stranger = { ...member, userId: '01a20000-0000-7000-8000-000000000001' }
    expect((await call(`POST /parties/${body.items[0].id}/members`, stranger)).status).toBe(404)
    expect(await eventNames()).toContain('party.granted')
  })

  test('a person outside is withdrawn once, and erased with name and words', async () => {
    campaignId = await openOne()
    const { memberId } = await nameReviewer(read, campaignId)
    const end = () => call(`DELETE /party-members/${memberId}?erase=true`)
    const answers = await Promise.all([end(), end()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await call(`GET /campaigns/${campaignId}/parties`)
    expect(body.items[0].members[0]).toMatchObject({ name: null, knows: null })
    expect(body.items[0].members[0].withdrawnAt).not.toBeNull()
    expect(await eventNames()).toContain('party.person_erased')
    expect(JSON.stringify((await call(`GET /campaigns/${campaignId}/events`)).body)).not.toContain('示例')
  })

  test('a withdrawn person keeps the name of what they did', async () => {
    campaignId = await openOne()
    const { memberId } = await nameReviewer(read, campaignId)
    expect((await call(`DELETE /party-members/${memberId}`)).body.items[0].members[0].name).toBe('示例·林审核')
    expect(await eventNames()).toContain('party.withdrawn')
  })

  test('a person who was withdrawn before can still be erased, once', async () => {
    campaignId = await openOne()
    const { memberId } = await nameReviewer(read, campaignId)
    const { body: withdrawn } = await call(`DELETE /party-members/${memberId}`)
    const erase = () => call(`DELETE /party-members/${memberId}?erase=true`)
    const answers = await Promise.all([erase(), erase()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { body } = await call(`GET /campaigns/${campaignId}/parties`)
    const { withdrawnAt } = withdrawn.items[0].members[0]
    expect(body.items[0].members[0]).toMatchObject({ name: null, knows: null, withdrawnAt })
    expect(await eventNames()).toContain('party.person_erased')
  })

  test('a party goes while nobody ever acted for it', async () => {
    campaignId = await openOne()
    const { partyId } = await nameReviewer(read, campaignId)
    expect((await call(`DELETE /parties/${partyId}`)).body.code).toBe('party.in_use')
    const { body } = await call(`POST /campaigns/${campaignId}/parties`, { role: 'brand', name: '示例品牌' })
    const brand = body.items.find(({ role }: { role: string }) => role === 'brand')
    expect((await call(`DELETE /parties/${brand.id}`)).body.items).toHaveLength(1)
    expect((await call(`DELETE /parties/${brand.id}`)).status).toBe(404)
    expect(await eventNames()).toContain('party.removed')
  })
})

describe('the local review', () => {
  const findingsOf = async () => {
    const { body } = await call(`GET /campaigns/${campaignId}/gates`)
    const brief = body.gates.find(({ gate }: { gate: string }) => gate === 'brief')
    return brief.judgements[0]
  }
  const codesOf = async () => (await findingsOf()).findings.map(({ code }: { code: string }) => code)

  test('belongs to the agency where there is one: a member who is not of it has no say', async () => {
    campaignId = await openOne()
    const id = await writeOne()
    expect(await codesOf()).toContain('brief.no_local_reviewer')
    const own = await call(`POST /briefs/${id}/reviews`, { move: 'approve', note: null }, manager)
    expect(own.body).toMatchObject({ code: 'brief.wrong_role', status: 403, allowed: ['local_reviewer'] })
    const { approval } = await nameReviewer(read, campaignId)
    expect(await codesOf()).toContain('brief.not_reviewed')
    expect((await call(`POST /briefs/${id}/reviews`, { ...approval, note: ' ' })).body.code).toBe('brief.note_missing')
    expect((await call(`POST /briefs/${id}/reviews`, approval)).body.state).toBe('approved')
    expect(await codesOf()).toContain('brief.approval_entered_by_author')
  })

  test('is never the author’s own', async () => {
    campaignId = await openOne({ localAgency: null })
    const id = await writeOne()
    const { body } = await call(`POST /campaigns/${campaignId}/parties`, { role: 'brand', name: '示例品牌' })
    const letReview = (userId: string) =>
      call(`POST /parties/${body.items[0].id}/members`, { userId, personName: null, duties: ['local_reviewer', 'author'] })
    await letReview(owner.userId)
    expect(await codesOf()).toContain('brief.no_local_reviewer')
    expect((await call(`POST /briefs/${id}/reviews`, { move: 'approve', note: null })).body.code).toBe('brief.own_review')
    const granted = await letReview(manager.userId)
    const members = granted.body.items[0].members
    const theirs = members.find(({ userId }: { userId: string }) => userId === manager.userId)
    const stolen = { move: 'approve', note: '示例', actingFor: { memberId: theirs.id } }
    expect((await call(`POST /briefs/${id}/reviews`, stolen)).body.code).toBe('party.not_yours')
    expect((await call(`POST /briefs/${id}/reviews`, { move: 'approve', note: null }, manager)).body.state).toBe('approved')
    expect(await codesOf()).not.toContain('brief.approval_entered_by_author')
  })

  test('of a campaign without anybody is waived by the owner, and only then sent; a reviewer who is there is not passed by', async () => {
    campaignId = await openOne({ localAgency: null })
    const id = await writeOne()
    const sendPast = () => call(`POST /briefs/${id}/reviews`, { move: 'send_unreviewed', note: '示例·已同意' })
    expect((await sendPast()).body.code).toMatch(/^gate\./)
    const { inputHash, subject } = await findingsOf()
    const waiver = { gate: 'brief', code: 'brief.no_local_reviewer', subject, inputHash, reason: '示例·只此一人' }
    expect((await call(`POST /campaigns/${campaignId}/waivers`, waiver, manager)).body.code).toBe('waiver.wrong_role')
    expect((await call(`POST /campaigns/${campaignId}/waivers`, waiver)).status).toBe(201)
    // Trust is open as long as nobody is chosen: what stops it now is no longer the review.
    expect((await sendPast()).body.gate).not.toBe('brief')
    await nameReviewer(read, campaignId)
    expect((await sendPast()).body.code).toBe('brief.has_reviewer')
  })
})
