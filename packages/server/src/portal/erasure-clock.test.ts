import { ERASURE_CLOCK } from '@kolibra/core/portal'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { openPortal, type PortalExample } from '../test/portal-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

// A Monday, eleven in the morning in Shanghai.
const MONDAY = Date.parse('2026-11-23T03:00:00.000Z')
const DAY_MS = 86_400_000
let house: TestHouse
let example: PortalExample

beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  example = await openPortal(house)
  house.clock.nowMs = MONDAY
})

const ask = (line: string, body?: unknown, who: Visitor = example.owner) => askJson(who, line, body)
const turns = async () =>
  (await ask('GET /turns')).body.items.filter(({ kind }: { kind: string }) => kind === 'erasure' || kind === 'request')
const askForErasure = async () => {
  const { phone, linkId } = await example.enter(example.creators[0].creatorId)
  const wish = { kind: 'erasure', deliverableId: null, text: null, field: null, at: null }
  return (await phone.ask(`POST /portal/${linkId}/requests`, wish)).body.id
}
const remind = () =>
  makeJobHandlers(house.server)['turns.remind']?.({ workspaceId: example.owner.workspaceId, subjectId: example.campaignId })
const reminded = () =>
  house.inWorkspace(example.owner.workspaceId, async (ctx) => {
    const rows = await ctx.tx
      .selectFrom('events')
      .select(['name', 'fields'])
      .where('workspace_id', '=', ctx.workspaceId)
      .where('name', 'like', 'turn.reminded_%')
      .orderBy('event_id')
      .execute()
    return rows.filter(({ fields }) => fields[0] === 'erasure').map(({ name }) => name)
  })

describe('a request to erase', () => {
  test('is a task of its own with fifteen working days, and ends with the answer', async () => {
    const id = await askForErasure()
    expect(await turns()).toMatchObject([{ kind: 'erasure', whose: 'desk', due: '2026-12-14', stage: 'open' }])
    await ask(`POST /creator-requests/${id}/settlements`, { settlement: 'turned_down', note: '示例·合同须保存三年' })
    expect(await turns()).toEqual([])
  })

  test('is reminded of on the working day before its end, and on the one after', async () => {
    await askForErasure()
    house.clock.nowMs = Date.parse('2026-12-11T02:00:00.000Z')
    await remind()
    await remind()
    expect(await reminded()).toEqual(['turn.reminded_early'])
    house.clock.nowMs = Date.parse('2026-12-15T02:00:00.000Z')
    await remind()
    expect(await reminded()).toEqual(['turn.reminded_early', 'turn.reminded_late'])
  })

  test('is over by the clock that the workspace sets, also when it was asked before', async () => {
    await askForErasure()
    house.clock.nowMs = MONDAY + 3 * DAY_MS
    await ask('PUT /erasure-clock', { revision: 0, table: { workingDays: 2 } })
    expect(await turns()).toMatchObject([{ due: '2026-11-25', stage: 'overdue' }])
    await remind()
    expect(await reminded()).toEqual(['turn.reminded_late'])
  })
})

describe('the clock', () => {
  const put = (workingDays: number, revision = 0, who?: Visitor) => ask('PUT /erasure-clock', { revision, table: { workingDays } }, who)

  test('is the shipped one, told as our assumption, until somebody sets it', async () => {
    const { body } = await ask('GET /erasure-clock')
    expect(body).toMatchObject({ revision: 0, table: ERASURE_CLOCK, shipped: ERASURE_CLOCK })
    expect([body.source.zh, body.source.en].join()).toMatch(/我们的假设.*Our assumption/)
    expect((await put(10)).body).toMatchObject({ revision: 1, table: { workingDays: 10 } })
    const events = await house.inWorkspace(example.owner.workspaceId, (ctx) =>
      ctx.tx
        .selectFrom('events')
        .select('fields')
        .where('workspace_id', '=', ctx.workspaceId)
        .where('name', '=', 'erasure_clock.changed')
        .execute(),
    )
    expect(events).toEqual([{ fields: ['workingDays'] }])
  })

  test('of two who set it at once one is told; no workspace sets another’s', async () => {
    const answers = await Promise.all([put(10), put(20)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /erasure-clock', undefined, stranger)).body.revision).toBe(0)
  })

  test('is not set by who may not erase, nor to no days', async () => {
    const analyst = await house.visit(example.owner.workspaceId, 'analyst')
    expect((await put(10, 0, analyst)).body.code).toBe('permission.denied')
    expect((await put(0)).body.code).toBe('request.invalid')
  })
})
