import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { updateBriefState } from '../briefs/index.ts'
import { meetAtLock } from '../test/meet-at-lock.ts'
import { nameReviewer } from '../test/name-reviewer.ts'
import { openPortal, pickUpPhone, type Phone, type PortalExample } from '../test/portal-example.ts'
import { BRIEF } from '../test/campaign-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const NOBODY = '01a20000-0000-7000-8000-000000000001'
let house: TestHouse
let example: PortalExample
let partyId: string
let memberId: string
let briefId: string

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  const named = await nameReviewer(async (line, body) => (await desk(line, body)).body, example.campaignId)
  partyId = named.partyId
  memberId = named.memberId
  briefId = await submitVersion()
})

const desk = (line: string, body?: unknown, who: Visitor = example.owner) => askJson(who, line, body)
async function submitVersion(): Promise<string> {
  const { id } = (await desk(`POST /campaigns/${example.campaignId}/briefs`, BRIEF)).body
  expect((await desk(`POST /briefs/${id}/reviews`, { move: 'submit', note: null })).status).toBe(201)
  return id
}
const linksPath = () => `/campaigns/${example.campaignId}/review-links`
const reviewerOf = async (who?: Visitor) => (await desk(`GET ${linksPath()}`, undefined, who)).body.items[0]
const makeLink = async () => {
  const { body } = await desk(`POST ${linksPath()}`, { memberId })
  const { id, url } = body.items[0].link
  return { linkId: String(id), token: String(url.split('/r/')[1]) }
}
async function enter() {
  const link = await makeLink()
  const phone = pickUpPhone(house)
  const { status, body } = await phone.ask('POST /portal/openings', { token: link.token })
  expect([status, body.kind, body.page]).toEqual([201, 'reviewer', null])
  return { phone, ...link, page: body.review }
}
const events = async () => (await desk(`GET /campaigns/${example.campaignId}/events`)).body.items
const stateOf = async () => {
  const { body } = await desk(`GET /campaigns/${example.campaignId}/briefs`)
  return body.find(({ id }: { id: string }) => id === briefId).state
}
const grant = async (to: string, who: object): Promise<string> => {
  const seen = async () =>
    (await desk(`GET /campaigns/${example.campaignId}/parties`)).body.items.flatMap((party: { members: { id: string }[] }) => party.members)
  const before = (await seen()).map(({ id }: { id: string }) => id)
  await desk(`POST /parties/${to}/members`, { userId: null, personName: null, duties: [], ...who })
  return (await seen()).find(({ id }: { id: string }) => !before.includes(id)).id
}
const decide = (phone: Phone, linkId: string, change: object = {}, headers?: Record<string, string>) =>
  phone.ask(`POST /portal/${linkId}/reviews`, { briefId, move: 'approve', note: null, ...change }, headers)

describe('the link of a reviewer outside', () => {
  test('is made for who has the duty and no account, opens 30 days, and comes with its message', async () => {
    await makeLink()
    const { link, message, name, party } = await reviewerOf()
    expect(link).toMatchObject({ state: 'live', expiresAt: '2026-12-22T16:00:00.000Z', devices: [] })
    expect(message).toMatch(/^示例·林审核 你好，我是Test。Alpensee「Glacier Cream」的 brief 等你审核.*\nhttp.*\/r\//s)
    expect([name, party]).toEqual(['示例·林审核', expect.any(String)])
    expect((await events())[0]).toMatchObject({ name: 'link.made', subject: { kind: 'member', id: memberId } })
    expect((await desk(`POST ${linksPath()}`, { memberId })).body.code).toBe('portal.link_live')
  })

  test('is none for a member, who reviews in the app, nor for a person without the duty', async () => {
    const manager = await house.visit(example.owner.workspaceId, 'manager')
    const ids = [
      await grant(partyId, { userId: manager.userId, duties: ['local_reviewer'] }),
      await grant(partyId, { personName: '示例·王' }),
    ]
    for (const id of ids) expect((await desk(`POST ${linksPath()}`, { memberId: id })).body.code).toBe('portal.no_reviewer')
    expect((await desk(`POST ${linksPath()}`, { memberId: NOBODY })).body.code).toBe('request.not_found')
  })

  test('is made, given another day and taken back by who may name reviewers, and by nobody else; one of two at once wins', async () => {
    const { linkId } = await makeLink()
    for (const [role, code] of [
      ['analyst', 'permission.denied'],
      ['viewer', 'permission.denied'],
      ['stranger', 'request.not_found'],
    ]) {
      const workspaceId = role === 'stranger' ? await house.openWorkspace() : example.owner.workspaceId
      const who = await house.visit(workspaceId, role === 'analyst' || role === 'viewer' ? role : 'owner')
      expect((await desk(`POST ${linksPath()}`, { memberId }, who)).body.code).toBe(code)
      expect((await desk(`POST /review-links/${linkId}/renewals`, { until: '2026-12-30' }, who)).body.code).toBe(code)
      expect((await desk(`POST /review-links/${linkId}/revocations`, undefined, who)).body.code).toBe(code)
      if (role !== 'stranger') expect((await reviewerOf(who)).link).toMatchObject({ url: null, codes: [] })
    }
    expect((await desk(`POST /creator-links/${linkId}/revocations`)).body.code).toBe('request.not_found')
    const renew = (until: string) => () => desk(`POST /review-links/${linkId}/renewals`, { until })
    const answers = await meetAtLock(house, { table: 'portal_links', key: 'link_id', id: linkId }, [
      renew('2026-12-30'),
      renew('2026-12-31'),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await desk(`POST /review-links/${linkId}/revocations`)).status).toBe(201)
    expect((await events()).map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['link.renewed', 'link.revoked']))
  })

  test('ends with its day, when it is taken back, and when the person reviews no more', async () => {
    const { phone, linkId, token } = await enter()
    house.clock.nowMs = Date.parse('2026-12-22T16:00:00Z')
    expect((await phone.ask(`GET /portal/${linkId}/review`)).body).toMatchObject({ code: 'portal.link_ended', state: 'expired' })
    house.clock.nowMs = TEST_NOW
    expect((await phone.ask(`GET /portal/${linkId}/review`)).status).toBe(200)
    await desk(`DELETE /party-members/${memberId}`)
    expect((await phone.ask(`GET /portal/${linkId}/review`)).body).toMatchObject({ code: 'portal.link_ended', state: 'revoked' })
    expect((await decide(phone, linkId)).body.code).toBe('portal.link_ended')
    expect((await pickUpPhone(house).ask('POST /portal/openings', { token })).body.code).toBe('portal.link_ended')
  })

  test('lets a further device in by the code that the desk sees', async () => {
    const { linkId, token } = await enter()
    const other = pickUpPhone(house)
    expect((await other.ask('POST /portal/openings', { token })).body).toMatchObject({ state: 'code', kind: 'reviewer', review: null })
    expect((await other.ask(`GET /portal/${linkId}/review`)).body.code).toBe('portal.device_unknown')
    const [{ code }] = (await reviewerOf()).link.codes
    expect((await other.ask(`POST /portal/${linkId}/codes`, { code })).body).toMatchObject({ state: 'open', review: { desk: 'Test' } })
    expect((await reviewerOf()).link.devices).toHaveLength(2)
  })

  test('opens nothing of a creator, and the link of a creator nothing of a review', async () => {
    const { phone, linkId } = await enter()
    for (const path of ['', '/held', '/experiences'])
      expect((await phone.ask(`GET /portal/${linkId}${path}`)).body.code).toBe('portal.device_unknown')
    const creator = await example.enter(example.creators[0].creatorId)
    expect((await creator.phone.ask(`GET /portal/${creator.linkId}/review`)).body.code).toBe('portal.device_unknown')
    expect((await decide(creator.phone, creator.linkId)).body.code).toBe('portal.device_unknown')
  })
})

describe('the page', () => {
  test('shows the version in review, that it waits for this person, and nobody’s draft', async () => {
    const { phone, linkId, page } = await enter()
    expect(page).toMatchObject({
      desk: 'Test',
      reviewer: { name: '示例·林审核' },
      campaign: { brand: 'Alpensee' },
      brief: { id: briefId, version: 2, state: 'in_review', mayDecide: true, decisions: [], threads: [] },
    })
    await desk(`POST /campaigns/${example.campaignId}/briefs`, BRIEF)
    expect((await phone.ask(`GET /portal/${linkId}/review`)).body.brief.version).toBe(2)
  })

  test('opened leaves a receipt of the party, once per device, with the reviewer as who acted', async () => {
    const { phone, linkId } = await enter()
    for (const _ of [1, 2]) expect((await phone.ask(`POST /portal/${linkId}/review-receipts`, { briefId })).status).toBe(201)
    const received = (await events()).filter(({ name }: { name: string }) => name === 'brief.received')
    expect(received).toMatchObject([{ actor: { id: memberId, role: 'reviewer' } }])
    const { links } = (await desk(`GET /briefs/${briefId}/chain`)).body
    const own = links.find((link: { party: { id: string } }) => link.party.id === partyId)
    expect(own.receipts).toMatchObject([{ device: expect.stringContaining('iPhone') }])
    expect((await phone.ask(`POST /portal/${linkId}/review-receipts`, { briefId: NOBODY })).body.code).toBe('state.lost_race')
  })
})

describe('deciding by the link', () => {
  test('approves, leaves its event and its line in the history under the person’s name', async () => {
    const { phone, linkId } = await enter()
    const { status, body } = await decide(phone, linkId, { note: '示例·可以发' })
    expect([status, body.brief.state, body.brief.mayDecide]).toEqual([201, 'approved', false])
    expect(body.brief.decisions).toMatchObject([{ move: 'approve', note: '示例·可以发', isOwn: true }])
    expect((await events())[0]).toMatchObject({
      name: 'brief.approved',
      actor: { id: memberId, name: '示例·林审核', role: 'reviewer' },
      fields: ['local_reviewer'],
    })
    const { moves } = (await desk(`GET /briefs/${briefId}/chain`)).body
    expect(moves.at(-1)).toMatchObject({ move: 'approve', by: { partyId, name: '示例·林审核', typedBy: null } })
    expect((await decide(phone, linkId)).body).toMatchObject({ code: 'brief.wrong_state' })
  })

  test('asks for changes only with a word on which', async () => {
    const { phone, linkId } = await enter()
    expect((await decide(phone, linkId, { move: 'request_changes' })).body.code).toBe('brief.note_missing')
    expect(await stateOf()).toBe('in_review')
    expect((await decide(phone, linkId, { move: 'request_changes', note: '示例·口播改短' })).status).toBe(201)
    expect(await stateOf()).toBe('changes_requested')
    expect((await events())[0]).toMatchObject({ name: 'brief.changes_requested' })
  })

  test('makes no other move', async () => {
    const { phone, linkId } = await enter()
    expect((await decide(phone, linkId, { move: 'send' })).body.code).toBe('request.invalid')
  })

  test('of two at once one counts, and a version that is no longer the newest is not decided on', async () => {
    const { phone, linkId } = await enter()
    const both = ['approve', 'request_changes'].map((move) => () => decide(phone, linkId, { move, note: '示例' }))
    const answers = await meetAtLock(house, { table: 'briefs', key: 'brief_id', id: briefId }, both)
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await submitVersion()
    expect((await decide(phone, linkId)).body.code).toBe('state.lost_race')
  })

  test('never is the author’s: not of a person whom the campaign names as author, and not where the author is signed in', async () => {
    const { phone, linkId } = await enter()
    const cookie = [...phone.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const seated = await decide(phone, linkId, {}, { Cookie: `${cookie}; ${example.owner.cookie}` })
    expect(seated.body.code).toBe('brief.own_review')
    const manager = await house.visit(example.owner.workspaceId, 'manager')
    const author = await grant(partyId, { personName: '示例·两头', duties: ['author', 'local_reviewer'] })
    const { items } = (await desk(`POST ${linksPath()}`, { memberId: author })).body
    const { link } = items.find((item: { memberId: string }) => item.memberId === author)
    const other = pickUpPhone(house)
    const opened = await other.ask('POST /portal/openings', { token: link.url.split('/r/')[1] })
    expect(opened.body.review.brief.mayDecide).toBe(false)
    expect((await decide(other, link.id)).body.code).toBe('brief.own_review')
    expect(await stateOf()).toBe('in_review')
    expect((await decide(phone, linkId, {}, { Cookie: `${cookie}; ${manager.cookie}` })).status).toBe(201)
  })

  test('is not for the MCN’s reviewer where the campaign has an agency', async () => {
    const { body: parties } = await desk(`POST /campaigns/${example.campaignId}/parties`, { role: 'mcn', name: '示例机构' })
    const mcn = parties.items.find(({ role }: { role: string }) => role === 'mcn').id
    memberId = await grant(mcn, { personName: '示例·周', duties: ['local_reviewer'] })
    const { items } = (await desk(`POST ${linksPath()}`, { memberId })).body
    const { link } = items.find((item: { memberId: string }) => item.memberId === memberId)
    const phone = pickUpPhone(house)
    await phone.ask('POST /portal/openings', { token: link.url.split('/r/')[1] })
    expect((await decide(phone, link.id)).body.code).toBe('brief.wrong_role')
  })
})

describe('a word on a section', () => {
  const comment = (phone: Phone, linkId: string, change: object = {}) =>
    phone.ask(`POST /portal/${linkId}/review-comments`, { briefId, itemId: 'goal', words: '示例·目标太宽', ...change })

  test('stands on the line in the party’s name, leaves its event, and only a question waits for the desk', async () => {
    const { phone, linkId } = await enter()
    expect((await comment(phone, linkId)).body.brief.threads).toMatchObject([{ itemId: 'goal', state: 'open', words: [{ isOwn: true }] }])
    await comment(phone, linkId, { kind: 'question', words: '示例·谁出样品' })
    const { threads } = (await desk(`GET /briefs/${briefId}/chain`)).body
    expect(threads.map(({ kind, partyId: whose }: { kind: string; partyId: string }) => [kind, whose])).toEqual([
      ['comment', partyId],
      ['question', partyId],
    ])
    expect((await events())[0]).toMatchObject({ name: 'thread.opened', actor: { id: memberId, role: 'reviewer' } })
    const turns = (await desk('GET /turns')).body.items
    expect(turns.filter(({ kind }: { kind: string }) => kind === 'question')).toMatchObject([{ whose: 'desk', count: 1 }])
  })

  test('is refused on a line that is not there, without words, on another version, and in a thread of others', async () => {
    const { phone, linkId } = await enter()
    expect((await comment(phone, linkId, { itemId: 'nowhere' })).body.code).toBe('request.not_found')
    expect((await comment(phone, linkId, { words: ' ' })).body.code).toBe('request.invalid')
    expect((await comment(phone, linkId, { briefId: NOBODY })).body.code).toBe('state.lost_race')
    await desk(`POST /briefs/${briefId}/threads`, { thread: { itemId: 'goal', kind: 'question', words: '示例·我方' } })
    const { threads } = (await desk(`GET /briefs/${briefId}/chain`)).body
    const step = { briefId, threadId: threads[0].id, move: 'resolve' }
    expect((await phone.ask(`POST /portal/${linkId}/review-comment-steps`, step)).body.code).toBe('request.not_found')
  })

  test('is answered by the desk and settled by who asked; of two at once one counts', async () => {
    const { phone, linkId } = await enter()
    const [{ id: threadId }] = (await comment(phone, linkId, { kind: 'question' })).body.brief.threads
    await desk(`POST /threads/${threadId}/steps`, { move: 'answer', words: '示例·已改' })
    const settle = () => phone.ask(`POST /portal/${linkId}/review-comment-steps`, { briefId, threadId, move: 'resolve' })
    const answers = await meetAtLock(house, { table: 'brief_threads', key: 'thread_id', id: threadId }, [settle, settle])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await events())[0]).toMatchObject({ name: 'thread.resolved' })
  })

  test('is kept out of the hands of another workspace, whose version has another id', async () => {
    const { phone, linkId } = await enter()
    await house.inWorkspace(example.owner.workspaceId, (ctx) => updateBriefState(ctx, { id: briefId, from: 'in_review', to: 'approved' }))
    const mine = briefId
    example = await openPortal(house)
    briefId = await submitVersion()
    expect((await comment(phone, linkId)).body.code).toBe('state.lost_race')
    expect((await decide(phone, linkId)).body.code).toBe('state.lost_race')
    expect((await comment(phone, linkId, { briefId: mine })).status).toBe(201)
  })
})
