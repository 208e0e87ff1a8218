import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshRows } from '../selection/index.ts'
import { BRIEF, CAMPAIGN, exampleCreator, FACTS, PRODUCT as USED } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
let campaignId: string
let creatorId: string
let deliverableId: string
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  viewer = await house.visit(owner.workspaceId, 'viewer')
  for (let index = 0; index < 4; index += 1) await ask('POST /creators', exampleCreator(index))
  await house.inWorkspace(owner.workspaceId, refreshRows)
  campaignId = (await ask('POST /campaigns', CAMPAIGN)).body.id
  const { id: planId, plan } = (await ask(`POST /campaigns/${campaignId}/plans`)).body
  const { body } = await ask(`POST /campaigns/${campaignId}/choices`, { planId, creatorIds: plan.chosen })
  deliverableId = body.items[0].id
  creatorId = body.items[0].creatorId
  await ask(`POST /campaigns/${campaignId}/briefs`, BRIEF)
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const NONE = { sentOn: null, receivedOn: null, inUseSince: null, note: '', photoLink: null }
const note = (revision: number, change: object, visitor = owner, id = creatorId) =>
  ask(`PUT /campaigns/${campaignId}/product-proofs/${id}`, { ...NONE, ...change, revision }, visitor)
async function trustCodes(): Promise<string[]> {
  const { gates } = (await ask(`GET /campaigns/${campaignId}/gates`)).body
  const trust = gates.find(({ gate }: { gate: string }) => gate === 'trust')
  return trust.judgements.flatMap(({ findings }: { findings: { code: string }[] }) => findings.map(({ code }) => code))
}

describe('that a creator had the product', () => {
  test('is noted, is listed, and ends the finding on a draft without it', async () => {
    expect((await ask(`GET /campaigns/${campaignId}/product-proofs`)).body).toEqual({ items: [] })
    expect((await ask(`POST /campaigns/${campaignId}/contracts`, { deliverableId })).status).toBe(201)
    const drafted = await ask(`POST /deliverables/${deliverableId}/drafts`, { facts: FACTS })
    expect(drafted.status).toBe(201)
    const before = (await trustCodes()).filter((code) => code === 'trust.product_unproved').length
    expect(before).toBe(1)
    expect((await note(0, { ...USED, note: '' })).body).toMatchObject({ revision: 1 })
    expect(await trustCodes()).toContain('trust.product_unproved')
    expect((await note(1, USED)).body).toMatchObject({ ...USED, creatorId, revision: 2 })
    expect(await trustCodes()).not.toContain('trust.product_unproved')
    expect((await ask(`GET /campaigns/${campaignId}/product-proofs`, undefined, viewer)).body.items).toMatchObject([USED])
  })

  test('is refused out of order and before its day', async () => {
    expect((await note(2, { ...USED, receivedOn: '2026-11-01' })).body).toMatchObject({ code: 'product.order_of_days' })
    expect((await note(2, { sentOn: '2026-12-24' })).body).toMatchObject({ code: 'product.day_to_come' })
  })

  test('is not noted by a viewer, nor of somebody who is not chosen', async () => {
    expect((await note(2, USED, viewer)).status).toBe(403)
    const { body } = await ask('POST /creators', exampleCreator(9))
    expect((await note(0, USED, owner, body.id)).status).toBe(404)
  })

  test('of two who note at once one is told', async () => {
    const answers = await Promise.all([note(2, USED), note(2, { ...USED, note: '示例：第二次' })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
  })
})
