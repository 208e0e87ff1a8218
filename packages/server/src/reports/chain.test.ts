import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { CAMPAIGN } from '../test/campaign-example.ts'
import { askJson, openTestHouse, TEST_NOW, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
})
beforeEach(async () => {
  house.clock.nowMs = TEST_NOW
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const open = async (change: object = {}): Promise<string> => (await call('POST /campaigns', { ...CAMPAIGN, ...change })).body.id
const NOBODY = '01a20000-0000-7000-8000-000000000001'

describe('campaigns in a series', () => {
  test('a new one is told what the last ones showed, nearest first', async () => {
    const kpi = { ...CAMPAIGN.goal?.kpis[0], name: 'mentions', unit: 'posts', deadline: '2026-12-02', deliveredWhen: 'day 45' }
    const oldest = await open({ name: 'Winter', goal: { ...CAMPAIGN.goal, kpis: [kpi] } })
    const last = await open({ name: 'Spring', predecessors: [oldest] })
    const next = await open({ name: 'Summer', starts: '2027-06-01', ends: '2027-06-30', predecessors: [last] })
    const values = ['2026-12-01', '2026-12-02'].map((day) => ({ day, value: 70 }))
    house.clock.nowMs = Date.parse('2026-12-03T04:00:00Z')
    await call('POST /series/values', { subject: 'brand:Alpensee', metric: 'mentions', source: '示例', values })
    const { body } = await call(`GET /campaigns/${next}/chain`)
    expect(body.unknown).toEqual([])
    expect(body.items.map(({ name, depth }: { name: string; depth: number }) => [name, depth])).toEqual([
      ['Spring', 1],
      ['Winter', 2],
    ])
    expect(body.items[1].kpis[0]).toMatchObject({ name: 'mentions', target: 100, actual: { value: 140, source: '示例' } })
    expect(body.items[1].goal.kpis[0]).toMatchObject({
      baseline: 140,
      baselineBasis: { source: 'Winter, day 45, 2026-12-03' },
      deadline: '2027-06-30',
    })
    expect(body.items[0].goal.kpis[0]).toMatchObject({ name: 'interactions', baseline: null, baselineBasis: null })
    expect(body.items[0].forecast).toEqual({ posts: 0, inRange: 0, ratio: null })
  })

  test('a campaign known by name only is named as unknown, one with an id that is not here is refused', async () => {
    const id = await open({ predecessors: ['Winter 2024'] })
    expect((await call(`GET /campaigns/${id}/chain`)).body).toEqual({ items: [], unknown: ['Winter 2024'] })
    const { status, body } = await call('POST /campaigns', { ...CAMPAIGN, predecessors: [NOBODY] })
    expect([status, body.code]).toEqual([404, 'request.not_found'])
  })

  test('a chain never leads back to its start', async () => {
    const first = await open()
    const second = await open({ predecessors: [first] })
    const change = (id: string, predecessors: string[]) =>
      call(`PUT /campaigns/${id}`, { version: 1, campaign: { ...CAMPAIGN, predecessors } })
    for (const circle of [[second], [first]]) {
      const { status, body } = await change(first, circle)
      expect([status, body.code, body.predecessor]).toEqual([409, 'campaign.circle', first])
    }
    expect((await change(second, [])).status).toBe(200)
    expect((await change(first, [second])).status).toBe(200)
  })

  test('another workspace has no part in it', async () => {
    const first = await open()
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await call(`GET /campaigns/${first}/chain`, undefined, stranger)).status).toBe(404)
    expect((await call('POST /campaigns', { ...CAMPAIGN, predecessors: [first] }, stranger)).status).toBe(404)
  })
})
