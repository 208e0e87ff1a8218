import { FIT_TABLE } from '@kolibra/core/selection'
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
const weights = { audience: 0, content: 1, authenticity: 0, price: 0, safety: 0, pastWork: 0 }
const ours = { version: 'ours', weights, source: '自行核定' }

describe('the weights of the fit', () => {
  test('are the shipped ones until somebody replaces them; then creators are held against campaigns by the new ones', async () => {
    expect((await ask('GET /fit-table')).body).toEqual({ revision: 0, table: FIT_TABLE, shipped: FIT_TABLE })
    const { id } = (await ask('POST /creators', { ...exampleCreator(0), categories: ['护肤'] })).body
    const campaignId = (await ask('POST /campaigns', CAMPAIGN)).body.id
    const readFit = async () => (await ask(`GET /campaigns/${campaignId}/assessments?creators=${id}`)).body.items[0].fit
    expect(await readFit()).toMatchObject({ version: 'fit-1', source: '[A]' })
    const changed = await ask('PUT /fit-table', { revision: 0, table: ours })
    expect(changed.body).toMatchObject({ revision: 1, table: ours, shipped: FIT_TABLE })
    const fit = await readFit()
    expect(fit).toMatchObject({ version: 'ours', source: '自行核定', score: 1 })
    expect(fit.parts.map(({ code }: { code: string }) => code)).toEqual(['content'])
  })

  test('of two who change them at once one is told, and another workspace keeps its own', async () => {
    const put = () => ask('PUT /fit-table', { revision: 1, table: { ...ours, version: 'two' } })
    const answers = await Promise.all([put(), put()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const other = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /fit-table', undefined, other)).body.revision).toBe(0)
  })

  test.each([
    ['no weight at all', { ...ours, weights: { ...weights, content: 0 } }],
    ['a negative weight', { ...ours, weights: { ...weights, price: -1 } }],
    ['without a source', { ...ours, source: ' ' }],
    ['a part nobody knows', { ...ours, weights: { ...weights, luck: 1 } }],
  ])('%s is refused', async (_, table) => {
    expect((await ask('PUT /fit-table', { revision: 2, table })).body).toMatchObject({ code: 'request.invalid', status: 422 })
  })

  test('a viewer reads them and changes nothing', async () => {
    expect((await ask('GET /fit-table', undefined, viewer)).status).toBe(200)
    expect((await ask('PUT /fit-table', { revision: 2, table: ours }, viewer)).status).toBe(403)
  })
})
