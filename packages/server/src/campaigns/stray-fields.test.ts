import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
const ids = { campaign: '', creator: '' }
const ask = (line: string, body?: unknown) => askJson(owner, line, body)
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  ids.campaign = (await ask('POST /campaigns', CAMPAIGN)).body.id
  ids.creator = (await ask('POST /creators', exampleCreator(0))).body.id
})
afterAll(() => house.close())

const [KPI] = CAMPAIGN.goal?.kpis ?? []
const withKpi = { ...CAMPAIGN, goal: { ...CAMPAIGN.goal, kpis: [{ ...KPI, targt: 3 }] } }
const [QUOTE] = exampleCreator(0).quotes ?? []
const STEPS = { table: {}, revision: 0 }

// A field misspelt is a wish unheard: 201 would say that it was heard.
test.each<{ line: string; body: object; field: string }>([
  { line: 'POST /campaigns', body: { ...CAMPAIGN, budgetfen: 5 }, field: 'budgetfen' },
  { line: 'POST /campaigns', body: withKpi, field: 'goal.kpis.0.targt' },
  { line: 'POST /campaigns', body: { ...CAMPAIGN, constraints: { minimun: { views: 1 } } }, field: 'constraints.minimun' },
  { line: 'PUT /campaigns/{campaign}', body: { version: 1, campaign: CAMPAIGN, reason: 'x' }, field: 'reason' },
  { line: 'PUT /campaigns/{campaign}', body: { version: 1, campaign: withKpi }, field: 'campaign.goal.kpis.0.targt' },
  { line: 'POST /campaigns/{campaign}/plan-runs', body: { lock: [] }, field: '' },
  { line: 'POST /campaigns/{campaign}/choices', body: { planId: ids.campaign, creatorIds: [], instaed: null }, field: 'instaed' },
  { line: 'POST /campaigns/{campaign}/waivers', body: { gate: 'goal', grund: 'x' }, field: 'grund' },
  { line: 'POST /creators', body: { ...exampleCreator(1), follower: 5 }, field: 'follower' },
  { line: 'POST /creators', body: { ...exampleCreator(1), quotes: [{ ...QUOTE, netfen: 5 }] }, field: 'quotes.0.netfen' },
  { line: 'POST /creators/{creator}/engagements', body: { brnad: 'x' }, field: 'brnad' },
  { line: 'PUT /fee-table', body: { ...STEPS, raeson: 'x' }, field: 'raeson' },
  { line: 'PUT /fit-table', body: { ...STEPS, raeson: 'x' }, field: 'raeson' },
  { line: 'PUT /tier-table', body: { ...STEPS, raeson: 'x' }, field: 'raeson' },
  {
    line: 'POST /series/values',
    body: { subject: 'brand:A', metric: 'mentions', source: 's', values: [{ dya: '' }] },
    field: 'values.0.dya',
  },
])('$line refuses a field that nobody knows: $field', async ({ line, body, field }) => {
  const path = line.replace('{campaign}', ids.campaign).replace('{creator}', ids.creator)
  const answer = await ask(path, body)
  expect([answer.status, answer.body.code]).toEqual([422, 'request.invalid'])
  expect(answer.body.fields.map((one: { field: string }) => one.field)).toContain(field)
})

test('what a campaign was read with may be written back', async () => {
  const { body } = await ask(`GET /campaigns/${ids.campaign}`)
  expect((await ask(`PUT /campaigns/${ids.campaign}`, { version: body.version, campaign: body.campaign })).status).toBe(200)
  const documented = await (await house.fetch('/api/openapi.json')).json()
  const { properties } = documented.paths['/campaigns'].post.requestBody.content['application/json'].schema
  expect(Object.keys(properties)).toContain('budgetFen')
})
