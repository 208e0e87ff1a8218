import { newQuote } from '@kolibra/core/creators'
import { FEE_TABLE } from '@kolibra/core/selection'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
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
const ours = { version: 'ours', rows: [{ platform: null, share: 0.05, source: '自行核定' }] }

describe('the service fees of platforms', () => {
  test('are the shipped ones until somebody replaces them; then prices and plans keep room by the new ones', async () => {
    expect((await ask('GET /fee-table')).body).toEqual({ revision: 0, table: FEE_TABLE, shipped: FEE_TABLE })
    const quotes = [newQuote({ format: 'note', listFen: 1_000_000, filed: true, source: '示例·报价' })]
    const { id } = (await ask('POST /creators', { ...exampleCreator(0), quotes })).body
    const campaignId = (await ask('POST /campaigns', CAMPAIGN)).body.id
    const readPrice = async () => (await ask(`GET /campaigns/${campaignId}/assessments?creators=${id}`)).body.items[0].price
    const readPlan = async () => (await ask(`POST /campaigns/${campaignId}/plans`, {})).body.plan
    expect(await readPrice()).toMatchObject({ costFen: 1_000_000, feeRoomFen: 100_000 })
    expect(await readPlan()).toMatchObject({ chosen: [id], feeRoomFen: 100_000 })
    expect((await ask('PUT /fee-table', { revision: 0, table: ours })).body).toMatchObject({ revision: 1, table: ours })
    expect(await readPrice()).toMatchObject({ costFen: 1_000_000, feeRoomFen: 50_000 })
    const plan = await readPlan()
    expect(plan).toMatchObject({ chosen: [id], feeRoomFen: 50_000 })
    expect(plan.because.join(' ')).toContain('(5% of each price, 自行核定)')
  })

  test('of two who change them at once one is told, and another workspace keeps its own', async () => {
    const put = () => ask('PUT /fee-table', { revision: 1, table: { ...ours, version: 'two' } })
    const answers = await Promise.all([put(), put()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const other = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /fee-table', undefined, other)).body.revision).toBe(0)
  })

  test('without a row for the other platforms they are refused', async () => {
    const table = { version: 'ours', rows: [{ platform: 'douyin', share: 0.05, source: '示例·公告' }] }
    expect((await ask('PUT /fee-table', { revision: 2, table })).body).toMatchObject({ code: 'request.invalid', status: 422 })
  })

  test('a viewer reads them and changes nothing', async () => {
    expect((await ask('GET /fee-table', undefined, viewer)).status).toBe(200)
    expect((await ask('PUT /fee-table', { revision: 2, table: ours }, viewer)).status).toBe(403)
  })
})
