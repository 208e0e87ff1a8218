import { Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeJobHandlers } from '../job-handlers.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

const LOAN = { basis: 'consent', since: '2026-11-01', until: '2026-11-30', source: '授权书' }
const AFTER = Date.parse('2026-11-30T16:00:00Z')

let house: TestHouse
let admin: Pool
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  admin = new Pool({ connectionString: house.adminUrl, max: 2 })
})
beforeEach(async () => {
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterEach(() => {
  house.clock.nowMs = TEST_NOW
})
afterAll(async () => {
  await admin.end()
  await house.close()
})

const call = (line: string, body?: unknown) => askJson(owner, line, body)
const type = async (accountId: string, displayName: string): Promise<string> =>
  (await call('POST /creators', { platform: 'xiaohongshu', accountId, displayName })).body.id
const lend = (id: string, change: object = {}) => call(`PUT /creators/${id}/loan`, { ...LOAN, ...change })
const merge = (id: string, otherId: string) => call(`POST /creators/${id}/merges`, { otherId, personId: id, otherPersonId: otherId })
const endClock = (subjectId: string) => makeJobHandlers(house.server)['persons.end_clock']?.({ workspaceId: owner.workspaceId, subjectId })
const heldIds = async (): Promise<string[]> =>
  (await admin.query('SELECT account_id FROM kolibra.creators WHERE workspace_id = $1 ORDER BY 1', [owner.workspaceId])).rows.map(
    ({ account_id }) => account_id,
  )
const clocks = async (): Promise<Record<string, string>> => {
  const { rows } = await admin.query(`SELECT key, run_at FROM graphile_worker.jobs WHERE key LIKE 'persons.end_clock:' || $1 || ':%'`, [
    owner.workspaceId,
  ])
  return Object.fromEntries(rows.map(({ key, run_at }) => [key.split(':').at(-1), new Date(run_at).toISOString()]))
}
const eventsOf = async (subjectId: string) =>
  (await admin.query('SELECT name, fields FROM kolibra.events WHERE subject_id = $1 ORDER BY event_id', [subjectId])).rows

describe('the clock of a loan', () => {
  test('is shown with who set it; when it ends, the person is erased, and not before', async () => {
    const id = await type('id-leaving', '示例·离开')
    const set = await lend(id)
    expect(set.body).toMatchObject({ personId: id, loan: { ...LOAN, setBy: 'Owner', hasEnded: false, ended: null }, locked: null })
    expect(await clocks()).toEqual({ [id]: '2026-11-30T16:00:00.000Z' })
    await endClock(id)
    expect(await heldIds()).toEqual(['id-leaving'])
    house.clock.nowMs = AFTER
    await endClock(id)
    expect(await heldIds()).toEqual([])
  })

  test.each([
    ['a day that is over is refused, and starts no clock', '2026-11-21', 409, 'loan.past', 0],
    ['today still counts', '2026-11-22', 200, undefined, 1],
  ])('%s', async (_, until, status, code, count) => {
    const id = await type('id-mistyped', '示例·填错')
    const answer = await lend(id, { until })
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect((await call(`GET /creators/${id}/loan`)).body.loan?.until).toBe(count === 0 ? undefined : until)
    expect(Object.keys(await clocks())).toHaveLength(count)
    expect(await heldIds()).toEqual(['id-mistyped'])
  })

  test('covers the accounts it was entered for: of a merged person each goes when its own ends, one without a loan stays', async () => {
    const [early, late, never] = [await type('id-early', '示例·甲'), await type('id-late', '示例·乙'), await type('id-never', '示例·丙')]
    await lend(early)
    await lend(late, { basis: 'contract', until: '2026-12-31' })
    await merge(early, late)
    await merge(early, never)
    expect((await call(`GET /creators/${late}/loan`)).body).toMatchObject({ loan: { basis: 'contract' }, covers: { accounts: 1, of: 3 } })
    expect((await call(`GET /creators/${never}/loan`)).body).toMatchObject({ loan: null, covers: { accounts: 0, of: 3 } })
    house.clock.nowMs = AFTER
    await endClock(early)
    expect(await heldIds()).toEqual(['id-late', 'id-never'])
    await endClock(late)
    expect(await heldIds()).toEqual(['id-late', 'id-never'])
    house.clock.nowMs = Date.parse('2026-12-31T16:00:00Z')
    await endClock(late)
    expect(await heldIds()).toEqual(['id-never'])
    house.clock.nowMs = TEST_NOW
    expect((await call(`GET /creators/${never}/person`)).body.accounts).toHaveLength(1)
  })

  test('entered for a merged person, is one for each account: who is taken out later goes on the same day', async () => {
    const [one, other] = [await type('id-one', '示例·甲'), await type('id-other', '示例·乙')]
    await merge(one, other)
    await lend(one)
    expect((await call(`GET /creators/${other}/loan`)).body).toMatchObject({ covers: { accounts: 2, of: 2 } })
    expect(await clocks()).toEqual({ [one]: '2026-11-30T16:00:00.000Z', [other]: '2026-11-30T16:00:00.000Z' })
    await call(`POST /creators/${other}/splits`, { personId: one })
    house.clock.nowMs = AFTER
    await endClock(one)
    expect(await heldIds()).toEqual(['id-other'])
    await endClock(other)
    expect(await heldIds()).toEqual([])
  })

  test('leaves the name to an account that stays: only what is known of the other goes', async () => {
    const [early, late] = [await type('id-early', '示例·同名'), await type('id-late', '示例·同名')]
    await lend(early)
    await merge(early, late)
    await call('POST /saved-searches', { name: '示例·同名的搜索', isShared: true, query: { text: '示例·同名' } })
    house.clock.nowMs = AFTER
    await endClock(early)
    house.clock.nowMs = TEST_NOW
    expect((await call('GET /saved-searches')).body.items).toMatchObject([{ name: '示例·同名的搜索', query: { text: '示例·同名' } }])
  })
})

describe('a loan that is ended before its time', () => {
  test('says who ended it and why; its clock erases nobody any more, and the event holds no value', async () => {
    const id = await type('id-kept', '示例·留下')
    await lend(id)
    const ended = await call(`POST /creators/${id}/loan-endings`, { reason: '示例·填错' })
    expect(ended).toMatchObject({ status: 201, body: { loan: { ...LOAN, ended: { by: 'Owner', reason: '示例·填错' } } } })
    expect((await eventsOf(id)).at(-1)).toEqual({ name: 'loan.ended', fields: ['reason'] })
    house.clock.nowMs = AFTER
    await endClock(id)
    expect(await heldIds()).toEqual(['id-kept'])
  })

  test('ends for all accounts it was entered for, and for none with a loan of its own', async () => {
    const [one, other, apart] = [await type('id-one', '示例·甲'), await type('id-other', '示例·乙'), await type('id-apart', '示例·丙')]
    await merge(one, other)
    await lend(one)
    await lend(apart, { source: '另一份授权书' })
    await merge(one, apart)
    await call(`POST /creators/${other}/loan-endings`, { reason: '示例·撤回' })
    const endedOf = async (id: string) => (await call(`GET /creators/${id}/loan`)).body.loan.ended?.reason ?? null
    expect([await endedOf(one), await endedOf(other), await endedOf(apart)]).toEqual(['示例·撤回', '示例·撤回', null])
  })

  test('is not ended twice, nor without a reason or a loan; a new one stands again', async () => {
    const id = await type('id-kept', '示例·留下')
    const end = (reason: string) => call(`POST /creators/${id}/loan-endings`, { reason })
    expect((await end('示例')).body.code).toBe('loan.none')
    await lend(id)
    expect((await end(' ')).body.code).toBe('request.invalid')
    expect((await end('示例')).status).toBe(201)
    expect((await end('示例')).body.code).toBe('loan.none')
    expect((await lend(id)).body.loan.ended).toBeNull()
  })
})
