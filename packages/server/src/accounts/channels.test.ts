import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { needUpward } from '../platform/find-folder.ts'
import { recordEvent } from '../platform/record-event.ts'
import { openFakePlace, type FakePlace, type Got } from '../test/fake-outside.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const SECRET = '示例·足够长的共享密钥·0001'
const MINUTE_MS = 60_000
let house: TestHouse
let owner: Visitor
let place: FakePlace
let answer: (got: Got) => { status: number; body: string }

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  owner = await house.visit(await house.openWorkspace(), 'owner')
  answer = () => ({ status: 204, body: '' })
  place = await openFakePlace((got) => answer(got))
  return () => place.close()
})

const ask = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const add = (more: object = {}, who = owner) =>
  ask(
    'POST /channels',
    {
      kind: 'webhook',
      name: '示例·系统',
      language: 'zh',
      events: ['draft.submitted'],
      address: `${place.url}/hook`,
      secret: SECRET,
      ...more,
    },
    who,
  )
const happen = (name: `${string}.${string}`) =>
  house.inWorkspace(owner.workspaceId, (ctx) => recordEvent(ctx, { name, subject: { kind: 'deliverable', id: 'd1' } }))
const listWaiting = () =>
  house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('deliveries').selectAll().where('workspace_id', '=', ctx.workspaceId).orderBy('delivery_id').execute(),
  )
async function deliver(): Promise<void> {
  for (const { delivery_id: subjectId } of await listWaiting())
    await makeJobHandlers(house.server)['notices.deliver']?.({ workspaceId: owner.workspaceId, subjectId })
}
const dead = async () => (await ask('GET /dead-letters')).body.items
const listNames = () =>
  house.inWorkspace(owner.workspaceId, async (ctx) => {
    const rows = await ctx.tx.selectFrom('events').select('name').where('workspace_id', '=', ctx.workspaceId).orderBy('event_id').execute()
    return rows.map(({ name }) => name)
  })

describe('a channel', () => {
  test('is told of the events it names and of no other, once', async () => {
    await add()
    await happen('draft.submitted')
    await happen('brief.sent')
    await deliver()
    await deliver()
    expect(place.got.map(({ body }) => JSON.parse(body))).toMatchObject([
      { event: 'draft.submitted', subjectKind: 'deliverable', subjectId: 'd1', text: expect.stringContaining('稿件待审核。') },
    ])
    expect((await listNames()).at(-1)).toBe('notice.sent')
  })

  test('what did not happen is not told: the message is of the same transaction', async () => {
    await add()
    const failing = house.inWorkspace(owner.workspaceId, async (ctx) => {
      await recordEvent(ctx, { name: 'draft.submitted', subject: { kind: 'deliverable', id: 'd1' } })
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect(await listWaiting()).toEqual([])
  })

  test('never shows its address or secret again, and neither stands in the database as it was typed', async () => {
    const { body } = await add()
    expect(Object.keys(body).sort()).toEqual([
      'createdAt',
      'events',
      'id',
      'isPaused',
      'kind',
      'language',
      'name',
      'revision',
      'rhythm',
      'userId',
    ])
    const rows = await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('channels').select('sealed').where('workspace_id', '=', ctx.workspaceId).execute(),
    )
    expect(rows.map(({ sealed }) => sealed.includes('hook') || sealed.includes(SECRET))).toEqual([false])
  })

  test.each([
    ['an address that is none', { address: 'hook' }, 'address'],
    ['a webhook without a secret', { secret: null }, 'secret'],
    ['a webhook with a short one', { secret: 'short' }, 'secret'],
    ['a web address for e-mail', { kind: 'email', address: 'https://example.com' }, 'address'],
    ['a file for a robot', { kind: 'wecom', address: 'file:///etc/passwd', secret: null }, 'address'],
    ['an event nobody is told of', { events: ['creator.added'] }, 'events.0'],
  ])('%s is refused', async (_why, more, field) => {
    const { status, body } = await add(more)
    expect([status, body.fields.map((each: { field: string }) => each.field)]).toEqual([422, [field]])
  })

  test('belongs to who added it: another member neither sees nor changes it', async () => {
    const { body } = await add()
    const other = await house.visit(owner.workspaceId, 'analyst')
    expect((await ask('GET /channels', undefined, other)).body.items).toEqual([])
    for (const line of [`DELETE /channels/${body.id}`, `POST /channels/${body.id}/tests`])
      expect((await ask(line, undefined, other)).body.code).toBe('request.not_found')
    expect((await ask('GET /channels')).body.items).toHaveLength(1)
  })

  test('is set up for another member by who may: that person is told of their events, and keeps it in their own hands', async () => {
    const analyst = await house.visit(owner.workspaceId, 'analyst')
    const { body, status } = await add({ userId: analyst.userId, events: ['draft.submitted'], name: '示例·稿件' })
    await add({ events: ['brief.sent'], name: '示例·发布' })
    expect([status, body.userId]).toEqual([201, analyst.userId])
    expect(await listNames()).toEqual(expect.arrayContaining(['channel.added', 'channel.assigned']))
    expect((await ask('GET /channels', undefined, analyst)).body).toMatchObject({ items: [{ id: body.id }], people: [] })
    const all = (await ask('GET /channels')).body
    expect(all.items.map(({ userId }: { userId: string }) => userId).sort()).toEqual([analyst.userId, owner.userId].sort())
    expect(all.people.map(({ userId }: { userId: string }) => userId)).toContain(analyst.userId)
    await happen('draft.submitted')
    expect(await listWaiting()).toMatchObject([{ channel_id: body.id, event_name: 'draft.submitted' }])
    expect((await ask(`DELETE /channels/${body.id}`, undefined, analyst)).status).toBe(200)
  })

  test('is handed to another person at the revision that was read; of two at once one is refused', async () => {
    const { body } = await add()
    const analyst = await house.visit(owner.workspaceId, 'analyst')
    const manager = await house.visit(owner.workspaceId, 'manager')
    const hand = (userId: string, who = owner) =>
      ask(`PUT /channels/${body.id}`, { revision: 1, name: '示例', language: 'zh', events: [], userId }, who)
    const answers = await Promise.all([hand(analyst.userId), hand(manager.userId, manager)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect((await listNames()).filter((name) => name === 'channel.assigned')).toHaveLength(1)
  })

  test('of another is set up neither by an analyst nor by a viewer, nor for nobody of this workspace', async () => {
    const analyst = await house.visit(owner.workspaceId, 'analyst')
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    const stranger = await house.visit(await house.openWorkspace(), 'manager')
    for (const who of [analyst, viewer]) expect((await add({ userId: owner.userId }, who)).body.code).toBe('permission.denied')
    expect((await add({ userId: stranger.userId })).body.code).toBe('request.not_found')
    const { body } = await add({}, analyst)
    const handing = { revision: 1, name: '示例', language: 'zh', events: [], userId: owner.userId }
    expect((await ask(`PUT /channels/${body.id}`, handing, analyst)).body.code).toBe('permission.denied')
    expect((await ask(`PUT /channels/${body.id}`, { ...handing, userId: null }, analyst)).status).toBe(200)
  })

  test('changes at the revision that was read; of two at once one is refused', async () => {
    const { body } = await add()
    const change = (name: string) => ask(`PUT /channels/${body.id}`, { revision: 1, name, language: 'en', events: [] })
    const answers = await Promise.all([change('one'), change('two')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    await happen('draft.submitted')
    expect(await listWaiting()).toEqual([])
  })

  test('that is removed twice at once is removed once, with what was on its way', async () => {
    const { body } = await add()
    await happen('draft.submitted')
    const answers = await Promise.all([1, 2].map(() => ask(`DELETE /channels/${body.id}`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await listWaiting()).toEqual([])
  })

  test('is tested through the same queue', async () => {
    const { body } = await add({ language: 'en' })
    expect((await ask(`POST /channels/${body.id}/tests`)).status).toBe(201)
    await deliver()
    expect(JSON.parse(place.got[0]?.body ?? '{}')).toMatchObject({
      event: 'channel.tested',
      text: expect.stringContaining('This channel works.'),
    })
  })
})

describe('a message that does not arrive', () => {
  const fail = async () => {
    await add()
    await happen('draft.submitted')
    answer = () => ({ status: 503, body: '' })
  }

  test('is tried six times, further apart each time, and is a dead letter then', async () => {
    await fail()
    for (let tries = 1; tries <= 6; tries += 1) {
      expect(await dead()).toEqual([])
      await deliver()
      house.clock.nowMs += MINUTE_MS
    }
    await deliver()
    expect(place.got).toHaveLength(6)
    expect(new Set(place.got.map(({ headers }) => headers['kolibra-delivery'])).size).toBe(1)
    expect(await dead()).toMatchObject([{ eventName: 'draft.submitted', attempts: 6, problem: 'http.503' }])
    expect((await listNames()).at(-1)).toBe('notice.given_up')
  })

  test('is a dead letter at once when it is refused for good', async () => {
    await fail()
    answer = () => ({ status: 410, body: '' })
    await deliver()
    expect(await dead()).toMatchObject([{ attempts: 1, problem: 'http.410' }])
  })

  test('is sent anew from the dead letters, by one of two that ask at once', async () => {
    await fail()
    answer = () => ({ status: 410, body: '' })
    await deliver()
    const [letter] = await dead()
    answer = () => ({ status: 200, body: '' })
    const answers = await Promise.all([1, 2].map(() => ask(`POST /dead-letters/${letter.id}/retries`)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
    await deliver()
    expect([place.got.length, await dead(), await listWaiting()]).toEqual([2, [], []])
    expect(await listNames()).toContain('notice.retried')
  })

  test('is thrown away by who owns the channel, and by nobody else', async () => {
    await fail()
    answer = () => ({ status: 410, body: '' })
    await deliver()
    const [letter] = await dead()
    const other = await house.visit(owner.workspaceId, 'analyst')
    expect((await ask(`DELETE /dead-letters/${letter.id}`, undefined, other)).body.code).toBe('request.not_found')
    const answers = await Promise.all([1, 2].map(() => ask(`DELETE /dead-letters/${letter.id}`)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await dead()).toEqual([])
    expect(await listNames()).toContain('notice.dropped')
  })

  test('under another secret of the data folder says so', async () => {
    await add()
    await happen('draft.submitted')
    const server = { ...house.server, linkSecret: 'another' }
    const [waiting] = await listWaiting()
    await makeJobHandlers(server)['notices.deliver']?.({ workspaceId: owner.workspaceId, subjectId: waiting?.delivery_id ?? null })
    expect(await dead()).toMatchObject([{ problem: 'channel.sealed' }])
  })
})

test('the example of the docs takes what was sent, and refuses what was changed, repeated or is old', async () => {
  const page = readFileSync(join(needUpward('docs'), 'notifications.md'), 'utf8')
  const code = /```js\n([^]+?)```/.exec(page)?.[1] ?? ''
  const { isFromKolibra } = await import(`data:text/javascript,${encodeURIComponent(code)}`)
  await add()
  await happen('draft.submitted')
  await deliver()
  const [{ headers, body } = { headers: {}, body: '' }] = place.got
  const given = { headers, body, secret: SECRET, nowMs: TEST_NOW }
  expect(isFromKolibra({ ...given, body: body.replace('draft', 'Draft') })).toBe(false)
  expect(isFromKolibra({ ...given, secret: `${SECRET}.` })).toBe(false)
  expect(isFromKolibra({ ...given, nowMs: TEST_NOW + 6 * MINUTE_MS })).toBe(false)
  expect(isFromKolibra(given)).toBe(true)
  expect(isFromKolibra(given)).toBe(false)
})
