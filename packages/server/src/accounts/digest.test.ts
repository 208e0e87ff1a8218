import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { openDatabase, type OpenDatabase } from '../platform/database.ts'
import { recordEvent } from '../platform/record-event.ts'
import { CAMPAIGN } from '../test/campaign-example.ts'
import { openFakePlace, type FakePlace } from '../test/fake-outside.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const SECRET = '示例·足够长的共享密钥·0001'
const HOUR_MS = 3_600_000
// A Sunday noon: the next digest goes out on Monday at nine.
const MONDAY_NINE = '2026-11-23T01:00:00.000Z'
let house: TestHouse
let ownerRole: OpenDatabase
let owner: Visitor
let place: FakePlace
let status: number

beforeAll(async () => {
  house = await openTestHouse()
  ownerRole = openDatabase(house.ownerUrl, { size: 1, onLost: () => undefined })
})
afterAll(async () => {
  await ownerRole.db.destroy()
  await house.close()
})
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  status = 204
  owner = await house.visit(await house.openWorkspace(), 'owner')
  place = await openFakePlace(() => ({ status, body: '' }))
  return () => place.close()
})

const ask = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const SETTINGS = { name: '示例·日报', language: 'zh', events: ['draft.submitted', 'brief.sent'] }
const add = async (rhythm: string) =>
  (await ask('POST /channels', { kind: 'webhook', ...SETTINGS, rhythm, address: `${place.url}/hook`, secret: SECRET })).body
const happen = (name: `${string}.${string}`, campaignId?: string) =>
  house.inWorkspace(owner.workspaceId, (ctx) =>
    recordEvent(ctx, { name, subject: { kind: 'deliverable', id: 'd1' }, ...(campaignId === undefined ? {} : { campaignId }) }),
  )
const listMoments = async (channelId: string) => {
  const { rows } = await ownerRole.pool.query(
    "SELECT run_at FROM graphile_worker.jobs WHERE task_identifier = 'notices.digest' AND key LIKE $1",
    [`%${channelId}`],
  )
  return rows.map(({ run_at: at }) => new Date(at).toISOString())
}
const handlers = () => makeJobHandlers(house.server)
async function deliver(): Promise<void> {
  const rows = await house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('deliveries').select('delivery_id').where('workspace_id', '=', ctx.workspaceId).execute(),
  )
  for (const { delivery_id: subjectId } of rows) await handlers()['notices.deliver']?.({ workspaceId: owner.workspaceId, subjectId })
}
const digest = (channelId: string) => handlers()['notices.digest']?.({ workspaceId: owner.workspaceId, subjectId: channelId })
const textOf = (index: number) => JSON.parse(place.got[index]?.body ?? '{}').text
const countRows = async () =>
  (
    await house.inWorkspace(owner.workspaceId, (ctx) =>
      ctx.tx.selectFrom('deliveries').select('delivery_id').where('workspace_id', '=', ctx.workspaceId).execute(),
    )
  ).length

test('what happened over a day comes as one message at nine in the morning, and is gone then', async () => {
  const { id } = await add('daily')
  const campaign = (await ask('POST /campaigns', CAMPAIGN)).body
  await happen('draft.submitted', campaign.id)
  house.clock.nowMs += HOUR_MS
  await happen('draft.submitted', campaign.id)
  await happen('brief.sent')
  await deliver()
  expect(place.got).toEqual([])
  expect(await listMoments(id)).toEqual([MONDAY_NINE])
  house.clock.nowMs = Date.parse(MONDAY_NINE)
  await digest(id)
  await digest(id)
  await deliver()
  expect(place.got).toHaveLength(1)
  expect(textOf(0)).toContain('Kolibra: 3 条动态')
  expect(textOf(0)).toContain(`${CAMPAIGN.name}\nhttp://localhost:4700/campaigns/${campaign.id}\n· 11-22 13:00 稿件待审核。 ×2`)
  expect(await countRows()).toBe(0)
})

test('what comes after a digest that is late waits for the next one; nothing is moved on with it', async () => {
  const { id } = await add('daily')
  await happen('draft.submitted')
  house.clock.nowMs = Date.parse(MONDAY_NINE) + HOUR_MS
  await happen('brief.sent')
  expect(await listMoments(id)).toEqual([MONDAY_NINE])
})

test('a weekly digest waits for the first working day of a week', async () => {
  house.clock.nowMs = Date.parse(MONDAY_NINE) + HOUR_MS
  const { id } = await add('weekly')
  await happen('draft.submitted')
  expect(await listMoments(id)).toEqual(['2026-11-30T01:00:00.000Z'])
})

test('with another rhythm what waited goes out at once', async () => {
  const { id } = await add('weekly')
  await happen('draft.submitted')
  await ask(`PUT /channels/${id}`, { revision: 1, ...SETTINGS, rhythm: 'immediate' })
  await digest(id)
  await happen('brief.sent')
  await deliver()
  expect(place.got).toHaveLength(2)
})

test('a digest that is refused for good is one dead letter, and leaves nothing when it is thrown away', async () => {
  const { id } = await add('daily')
  await happen('draft.submitted')
  await happen('brief.sent')
  status = 410
  await digest(id)
  await deliver()
  const { items } = (await ask('GET /dead-letters')).body
  expect(items).toMatchObject([{ eventName: 'notice.digest', problem: 'http.410' }])
  await ask(`DELETE /dead-letters/${items[0].id}`)
  expect(await countRows()).toBe(0)
})

test('a channel that rests is told nothing, and is told again when it is let on', async () => {
  const { id } = await add('immediate')
  expect((await ask(`PUT /channels/${id}`, { revision: 1, ...SETTINGS, isPaused: true })).body).toMatchObject({ isPaused: true })
  await happen('draft.submitted')
  expect(await countRows()).toBe(0)
  await ask(`PUT /channels/${id}`, { revision: 2, ...SETTINGS, isPaused: false })
  await happen('draft.submitted')
  expect(await countRows()).toBe(1)
  const names = await house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx
      .selectFrom('events')
      .select('name')
      .where('workspace_id', '=', ctx.workspaceId)
      .where('subject_id', '=', id)
      .orderBy('event_id')
      .execute(),
  )
  expect(names.map(({ name }) => name)).toEqual([
    'channel.added',
    'channel.changed',
    'channel.paused',
    'channel.changed',
    'channel.resumed',
  ])
})

test('a rhythm that does not exist is refused with the field', async () => {
  const answer = await ask('POST /channels', {
    kind: 'webhook',
    ...SETTINGS,
    rhythm: 'hourly',
    address: `${place.url}/hook`,
    secret: SECRET,
  })
  expect([answer.status, answer.body.fields.map((one: { field: string }) => one.field)]).toEqual([422, ['rhythm']])
})
