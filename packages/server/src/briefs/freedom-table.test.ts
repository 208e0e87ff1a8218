import { FREEDOM_TABLE } from '@kolibra/core/briefs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BRIEF, CAMPAIGN } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  viewer = await house.visit(owner.workspaceId, 'viewer')
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const ours = {
  ...FREEDOM_TABLE,
  version: 'ours',
  costs: FREEDOM_TABLE.costs.map((row) => (row.name === 'toneApproval' ? { ...row, weight: 50, cap: 50, source: '自行核定' } : row)),
}

describe('the weights of the freedom index', () => {
  test('are the shipped ones until somebody replaces them; then every version is told by the new ones', async () => {
    expect((await ask('GET /freedom-table')).body).toEqual({ revision: 0, table: FREEDOM_TABLE, shipped: FREEDOM_TABLE })
    const { id } = (await ask('POST /campaigns', CAMPAIGN)).body
    const written = await ask(`POST /campaigns/${id}/briefs`, { ...BRIEF, toneApproval: true })
    expect(written.body.freedom).toMatchObject({ score: 95, tableVersion: 'freedom-1' })
    expect((await ask('PUT /freedom-table', { revision: 0, table: ours })).body).toMatchObject({ revision: 1, table: ours })
    const [version] = (await ask(`GET /campaigns/${id}/briefs`)).body
    expect(version.freedom).toMatchObject({ score: 50, tableVersion: 'ours', bestSingleChange: { name: 'toneApproval', gain: 50 } })
    expect(version.freedom.formula.en).toContain('50·toneApproval')
  })

  test('of two who change them at once one is told, and another workspace keeps its own', async () => {
    const put = () => ask('PUT /freedom-table', { revision: 1, table: { ...ours, version: 'two' } })
    const answers = await Promise.all([put(), put()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const other = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /freedom-table', undefined, other)).body.revision).toBe(0)
  })

  test('every change is told with who made it and when, the newest first; another workspace has none', async () => {
    const { items } = (await ask('GET /freedom-table/revisions', undefined, viewer)).body
    expect(items.map((item: { revision: number; table: { version: string } }) => [item.revision, item.table.version])).toEqual([
      [2, 'two'],
      [1, 'ours'],
    ])
    expect(items[1]).toMatchObject({ setBy: expect.stringMatching(/./), setAt: expect.stringMatching(/Z$/), table: ours })
    const other = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /freedom-table/revisions', undefined, other)).body).toEqual({ items: [] })
  })

  test('without one of the demands they are refused', async () => {
    const table = { ...ours, costs: ours.costs.slice(1) }
    expect((await ask('PUT /freedom-table', { revision: 2, table })).body).toMatchObject({ code: 'request.invalid', status: 422 })
  })

  test('a viewer reads them and changes nothing', async () => {
    expect((await ask('GET /freedom-table', undefined, viewer)).status).toBe(200)
    expect((await ask('PUT /freedom-table', { revision: 2, table: ours }, viewer)).status).toBe(403)
  })
})
