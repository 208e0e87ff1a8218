import { afterAll, beforeAll, expect, test } from 'vitest'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { listPlanPool, MOST_WEIGHED } from './plan-pool-store.ts'

let house: TestHouse
let owner: Visitor
const planned: string[] = []

async function call(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  const answer = await owner.send(`${method} /api/v1${path}`, body)
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}
const add = async (index: number, listFen: number): Promise<string> => {
  const example = exampleCreator(index)
  return (await call('POST /creators', { ...example, quotes: example.quotes?.map((quote) => ({ ...quote, listFen })) })).id
}
const poolOf = (known: Partial<typeof CAMPAIGN>) =>
  house.inWorkspace(owner.workspaceId, (ctx) => listPlanPool(ctx, { ...CAMPAIGN, ...known }))

beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  for (const [index, listFen] of [300_000, 100_000, 200_000].entries()) planned.push(await add(index, listFen))
})
afterAll(() => house.close())

test('of few creators all are weighed, and the plan says nothing of it', async () => {
  expect(await poolOf({})).toEqual({ ids: expect.arrayContaining(planned), ofAll: null })
  const { id } = await call('POST /campaigns', CAMPAIGN)
  expect((await call(`POST /campaigns/${id}/plans`)).plan.because.join()).not.toContain('were weighed')
})

test('of many those whom the campaign names come first, then the cheapest who can be planned with; the plan says how many there are', async () => {
  const rows = Array.from({ length: MOST_WEIGHED + 50 }, (_, n) => `微博,示例·${n},crowd-${n},${1000 + n}`)
  const form = new FormData()
  form.set('file', new File([['平台,昵称,账号ID,粉丝数', ...rows].join('\n')], 'list.csv'))
  await call('POST /imports', form)
  const all = MOST_WEIGHED + 50 + planned.length
  const { ids, ofAll } = await poolOf({ mustHave: ['crowd-2049'], never: [planned[0] ?? ''] })
  expect([ids.length, ofAll, ids[0] === planned[0] || ids[1] === planned[0]]).toEqual([MOST_WEIGHED, all, true])
  expect((await poolOf({})).ids.slice(0, 3)).toEqual([planned[1], planned[2], planned[0]])
  const { id } = await call('POST /campaigns', CAMPAIGN)
  const { plan } = await call(`POST /campaigns/${id}/plans`)
  expect(plan.because).toContainEqual(expect.stringContaining('2,000 of 2,053 creators were weighed'))
  expect(plan.creators.every((creator: { id: string }) => planned.includes(creator.id))).toBe(true)
})
