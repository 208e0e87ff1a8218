import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { recordEvent } from '../platform/record-event.ts'
import { openFakePlace, type FakePlace } from '../test/fake-outside.ts'
import { openPortal, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const HOUR_MS = 3_600_000
let house: TestHouse
let example: PortalExample
let owner: Visitor
let place: FakePlace

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  owner = example.owner
  place = await openFakePlace(() => ({ status: 204, body: '' }))
  return () => place.close()
})

const ask = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const path = () => `/campaigns/${example.campaignId}/party-notes`
const list = async (who = owner) => (await ask(`GET ${path()}`, undefined, who)).body.items
const addParty = async (role: string, name: string): Promise<string> => {
  const { body } = await ask(`POST /campaigns/${example.campaignId}/parties`, { role, name })
  return body.items.find((party: { name: string | null }) => party.name === name).id
}
const grant = async (partyId: string, who: object): Promise<string> => {
  const { body } = await ask(`POST /parties/${partyId}/members`, { userId: null, personName: null, duties: [], ...who })
  return body.items.find(({ id }: { id: string }) => id === partyId).members[0].id
}
const noteOf = async (partyId: string) => (await list()).find((note: { partyId: string }) => note.partyId === partyId)
const send = (partyId: string, change: object = {}, who = owner) =>
  ask(`POST ${path()}`, { partyId, after: 0, words: '示例·本周进展', way: 'copied', ...change }, who)
const happen = (name: `${string}.${string}`, subject: { kind: string; id: string }) =>
  house.inWorkspace(owner.workspaceId, (ctx) => recordEvent(ctx, { name, subject, campaignId: example.campaignId }))
const events = async () => (await ask(`GET /campaigns/${example.campaignId}/events`)).body.items
const meet = async () => {
  for (const { creatorId } of example.creators) {
    const { phone, linkId } = await example.enter(creatorId)
    await phone.ask(`GET /portal/${linkId}`)
  }
}

describe('the notes of a campaign', () => {
  test('are generated for each party from what concerns it', async () => {
    await meet()
    const brand = await addParty('brand', '示例品牌')
    await addParty('mcn', '示例机构')
    const [one] = example.creators
    await happen('draft.approved', { kind: 'deliverable', id: one.postId })
    const notes = await list()
    expect(notes.map(({ role }: { role: string }) => role)).toEqual(['brand', 'mcn', 'creator', 'creator'])
    const told = notes.filter(({ text }: { text: { zh: string } }) => text.zh.includes('稿件已通过'))
    expect(told.map(({ role }: { role: string }) => role)).toEqual(['brand', 'creator'])
    expect((await noteOf(brand)).text.zh).not.toContain('/c/')
    expect(told[1].text.zh).toMatch(/\/c\/\S+$/)
  })

  test('tell an MCN of its own creators by what their accounts name, and of nobody else’s', async () => {
    await meet()
    const [one, other] = example.creators
    const mcn = await addParty('mcn', '示例 机构')
    await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx
        .updateTable('creator_rows')
        .set({ mcn: '示例机构' })
        .where('workspace_id', '=', ctx.workspaceId)
        .where('creator_id', '=', one.creatorId)
        .execute(),
    )
    await happen('draft.approved', { kind: 'deliverable', id: other.postId })
    expect((await noteOf(mcn)).text.zh).not.toContain('稿件已通过')
    await happen('draft.approved', { kind: 'deliverable', id: one.postId })
    expect((await noteOf(mcn)).text.zh).toMatch(/· 稿件已通过\n/)
    await happen('request.settled', { kind: 'creator', id: one.creatorId })
    expect((await noteOf(mcn)).text.zh).not.toContain('请求已答复')
  })

  test('are read by a viewer without links, and by nobody of another workspace', async () => {
    await meet()
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    expect(JSON.stringify(await list(viewer))).not.toContain('/c/')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(`GET ${path()}`, undefined, stranger)).body.code).toBe('request.not_found')
  })
})

describe('sending a note', () => {
  test('keeps it as it was edited, with who sent it, and the next tells only what came since', async () => {
    const brand = await addParty('brand', '示例品牌')
    await happen('draft.approved', { kind: 'deliverable', id: example.creators[0].postId })
    const sent = await send(brand)
    expect(sent.status).toBe(201)
    expect((await noteOf(brand)).last).toMatchObject({ number: 1, words: '示例·本周进展', way: 'copied', sentBy: 'Owner' })
    expect((await events())[0]).toMatchObject({ name: 'party_note.sent', fields: ['copied', 'brand'] })
    expect((await noteOf(brand)).text.zh).not.toContain('稿件已通过')
    house.clock.nowMs += HOUR_MS
    await happen('deliverable.published', { kind: 'deliverable', id: example.creators[0].postId })
    expect((await noteOf(brand)).text.zh).toContain('内容已发布')
  })

  test('of two at once, or over one that was not seen, is refused', async () => {
    const brand = await addParty('brand', '示例品牌')
    const answers = await Promise.all([send(brand), send(brand)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    expect((await send(brand)).body.code).toBe('state.lost_race')
    expect((await send(brand, { after: 1 })).status).toBe(201)
  })

  test('is refused to a viewer and a stranger, to nobody’s party, and without words', async () => {
    const brand = await addParty('brand', '示例品牌')
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await send(brand, {}, viewer)).body.code).toBe('permission.denied')
    expect((await send(brand, {}, stranger)).body.code).toBe('request.not_found')
    expect((await send('01a20000-0000-7000-8000-000000000001')).body.code).toBe('request.not_found')
    expect((await send(brand, { words: '  ' })).body.code).toBe('request.invalid')
  })

  test('by channel reaches who acts for the party, word for word, and nobody else', async () => {
    const brand = await addParty('brand', '示例品牌')
    const manager = await house.visit(owner.workspaceId, 'manager')
    await grant(brand, { userId: manager.userId })
    expect((await send(brand, { way: 'channel' })).body).toMatchObject({ code: 'note.no_channel', status: 422 })
    const hook = { kind: 'webhook', name: '示例', language: 'zh', events: [], secret: '示例·足够长的共享密钥·0001' }
    await ask('POST /channels', { ...hook, address: `${place.url}/brand` }, manager)
    await ask('POST /channels', { ...hook, address: `${place.url}/desk` })
    expect((await noteOf(brand)).channels).toBe(1)
    expect((await send(brand, { way: 'channel' })).status).toBe(201)
    const rows = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('deliveries').select('delivery_id').where('workspace_id', '=', ctx.workspaceId).execute(),
    )
    for (const { delivery_id: subjectId } of rows)
      await makeJobHandlers(house.server)['notices.deliver']?.({ workspaceId: owner.workspaceId, subjectId })
    expect(place.got.map(({ path: to }) => to)).toEqual(['/brand'])
    expect(JSON.parse(place.got[0]?.body ?? '{}')).toMatchObject({
      event: 'party_note.sent',
      text: expect.stringContaining('示例·本周进展'),
    })
  })
})

describe('the answer to a note', () => {
  const answering = async () => {
    const brand = await addParty('brand', '示例品牌')
    const memberId = await grant(brand, { personName: '示例·王' })
    await send(brand)
    const { id } = (await noteOf(brand)).last
    const briefId = (await ask(`GET /campaigns/${example.campaignId}/briefs`)).body[0].id
    return { brand, briefId, line: `POST /party-notes/${id}/answers`, said: { itemId: 'goal', words: '示例·目标要改', memberId } }
  }

  test('lands on the section of the brief that it is about, in the party’s name, and waits for the desk', async () => {
    const { brand, briefId, line, said } = await answering()
    expect((await ask(line, said)).status).toBe(201)
    const { threads } = (await ask(`GET /briefs/${briefId}/chain`)).body
    expect(threads).toMatchObject([{ itemId: 'goal', kind: 'question', state: 'open', partyId: brand }])
    const turns = (await ask('GET /turns')).body.items
    expect(turns.filter(({ kind }: { kind: string }) => kind === 'question')).toMatchObject([{ whose: 'desk', name: '示例品牌' }])
    expect((await events()).map(({ name }: { name: string }) => name)).toEqual(
      expect.arrayContaining(['party_note.answered', 'thread.opened']),
    )
  })

  test('is refused to a viewer and a stranger, on a line that is not there, and in the name of another party', async () => {
    const { line, said } = await answering()
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(line, said, viewer)).body.code).toBe('permission.denied')
    expect((await ask(line, said, stranger)).body.code).toBe('request.not_found')
    expect((await ask(line, { ...said, itemId: 'nowhere' })).body.code).toBe('request.not_found')
    const agency = await addParty('agency', '示例代理')
    const other = await grant(agency, { personName: '示例·李' })
    expect((await ask(line, { ...said, memberId: other })).body.code).toBe('party.not_yours')
  })
})

describe('the rhythm', () => {
  const owed = async (who = owner) =>
    (await ask('GET /turns', undefined, who)).body.items.filter(({ kind }: { kind: string }) => kind === 'party_note')

  test('a note is owed to every party a week after the brief was sent, then a week after the last one', async () => {
    const brand = await addParty('brand', '示例品牌')
    await addParty('mcn', '示例机构')
    expect(await owed()).toEqual([])
    await happen('brief.sent', { kind: 'brief', id: 'b1' })
    expect(await owed()).toMatchObject([{ whose: 'desk', due: '2026-11-29', stage: 'open', count: 2, message: null }])
    house.clock.nowMs += 8 * 24 * HOUR_MS
    expect(await owed()).toMatchObject([{ stage: 'overdue' }])
    await send(brand)
    expect(await owed()).toMatchObject([
      { due: '2026-11-29', count: 1 },
      { due: '2026-12-07', count: 1, stage: 'open' },
    ])
    expect((await noteOf(brand)).due).toBe('2026-12-07')
  })

  test('is the campaign’s own: set by who may, it moves the day and what is owed; of two at once one counts', async () => {
    const brand = await addParty('brand', '示例品牌')
    await happen('brief.sent', { kind: 'brief', id: 'b1' })
    const set = (change: object, who = owner) =>
      ask(`PUT /campaigns/${example.campaignId}/note-rhythm`, { revision: 0, everyDays: 14, ...change }, who)
    expect((await ask(`GET ${path()}`)).body.rhythm).toEqual({ revision: 0, everyDays: 7 })
    for (const [role, code] of [
      ['analyst', 'permission.denied'],
      ['viewer', 'permission.denied'],
    ] as const)
      expect((await set({}, await house.visit(owner.workspaceId, role))).body.code).toBe(code)
    expect((await set({}, await house.visit(await house.openWorkspace(), 'owner'))).body.code).toBe('request.not_found')
    expect((await set({ everyDays: 0 })).body.code).toBe('request.invalid')
    const answers = await Promise.all([set({}), set({ everyDays: 3 })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await events()).toContainEqual(expect.objectContaining({ name: 'note_rhythm.changed', fields: ['everyDays'] }))
    expect((await set({ revision: 1 })).body.rhythm).toEqual({ revision: 2, everyDays: 14 })
    expect((await noteOf(brand)).due).toBe('2026-12-06')
    expect(await owed()).toMatchObject([{ due: '2026-12-06' }])
  })

  test('ends with the campaign', async () => {
    await addParty('brand', '示例品牌')
    await happen('brief.sent', { kind: 'brief', id: 'b1' })
    house.clock.nowMs += 400 * 24 * HOUR_MS
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    expect(await owed(viewer)).toEqual([])
  })
})
