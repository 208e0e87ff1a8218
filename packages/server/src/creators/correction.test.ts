import { newQuote } from '@kolibra/core/creators'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let viewer: Visitor
let creatorId: string
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  viewer = await house.visit(owner.workspaceId, 'viewer')
  creatorId = (await call('POST /creators', { platform: 'douyin', accountId: 'c-1', displayName: '示例·旧', followers: 1000 })).body.id
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const readAccount = async () => (await call(`GET /creators/${creatorId}`)).body.account

test('a typed value stands first with who typed it, the old one beside it, until it is taken back', async () => {
  const { status, body } = await call(`POST /creators/${creatorId}/corrections`, { field: 'followers', value: 2000 })
  expect([status, body.items[0]]).toMatchObject([
    201,
    { input: { field: 'followers', value: 2000 }, oldValue: 1000, enteredBy: 'Owner', withdrawnAt: null },
  ])
  expect(await readAccount()).toMatchObject({ followers: 2000, metrics: [{ name: 'followers', source: 'typed by Owner' }] })
  await call(`POST /creators/${creatorId}/corrections`, { field: 'displayName', value: '示例·新' })
  expect((await readAccount()).displayName).toBe('示例·新')
  const back = await call(`DELETE /corrections/${body.items[0].id}`)
  expect(back.body.items.map(({ withdrawnAt }: { withdrawnAt: string | null }) => withdrawnAt === null)).toEqual([true, false])
  expect(await readAccount()).toMatchObject({ followers: 1000, metrics: [], displayName: '示例·新' })
})

test('a share, a number and a part of a quote are typed too, stand in the page beside the old ones, and go with the person', async () => {
  const audience = { gender: { female: 0.8 }, age: {}, cityTier: {}, province: {}, basis: 'followers', n: 100 }
  const quotes = [{ ...newQuote({ format: 'video', source: 'agency.list' }), listFen: 1000, rebate: 0.2 }]
  const { id } = (await call('POST /creators', { platform: 'douyin', accountId: 'c-9', followers: 10, audience, quotes })).body
  const correct = (input: object) => call(`POST /creators/${id}/corrections`, input)
  await correct({ field: 'audience', place: { axis: 'gender', key: 'female' }, value: 0.6 })
  await correct({ field: 'quoteShare', place: { format: 'video', filed: null, part: 'rebate' }, value: 0.3 })
  const place = { name: 'interactionRate', period: '30d', noteType: null, flow: null }
  const { body } = await correct({ field: 'metric', place, value: 0.05 })
  expect(body.items.map(({ input, oldValue }: { input: { field: string }; oldValue: unknown }) => [input.field, oldValue])).toEqual([
    ['metric', null],
    ['quoteShare', 0.2],
    ['audience', 0.8],
  ])
  const page = (await call(`GET /creators/${id}/page`)).body
  expect(page.account).toMatchObject({ audience: { gender: { female: 0.6 } }, metrics: [{ ...place, value: 0.05 }] })
  expect(page.account.quotes.map(({ rebate }: { rebate: number }) => rebate)).toEqual([0.2, 0.3])
  expect(page.history.map(({ audience: seen }: { audience: typeof audience | null }) => seen?.gender.female)).toEqual([0.8, 0.6])
  const { personId } = (await call(`GET /creators/${id}/loan`)).body
  expect((await call(`POST /creators/${id}/erasures`, { personId })).status).toBe(201)
  const left = await house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('creator_corrections').selectAll().where('creator_id', '=', id).execute(),
  )
  expect(left).toEqual([])
})

test('a whole quote is typed with where it was told; the old one stays, unfiled ones are kept and never planned with', async () => {
  const quotes = [{ ...newQuote({ format: 'video', source: 'agency.list', filed: true }), listFen: 100_000, observedAt: '2026-01-01' }]
  const { id } = (await call('POST /creators', { platform: 'douyin', accountId: 'c-q', followers: 10, quotes })).body
  const type = (value: object, who = owner) => call(`POST /creators/${id}/corrections`, { field: 'quote', format: 'video', value }, who)
  const told = { listFen: 120_000, rebate: 0.2, platformFee: 0.05, filed: true, note: '微信' }
  expect((await type(told)).body.items[0]).toMatchObject({ input: { field: 'quote', value: told }, oldValue: 100_000 })
  expect((await type({ netFen: 50_000, filed: false, note: '微信' })).status).toBe(201)
  const { prices } = (await call(`GET /creators/${id}/page`)).body
  const seen = prices.prices.map((price: { standing: string; totalFen: number; ruleId: string | null }) => [
    price.standing,
    price.totalFen,
    price.ruleId,
  ])
  expect(seen).toEqual([
    ['current', 100_800, null],
    // No fee is told: room for that of the table is in the price.
    ['older', 110_000, null],
    ['unfiled', 55_000, 'dy.xingtu'],
  ])
  expect(prices.chosen).toBe(0)
  expect((await type({ listFen: 1, netFen: 2, note: '微信' })).status).toBe(422)
  expect((await type(told, viewer)).status).toBe(403)
})

test('of two who take it back at once one is told, and the event holds the field and no value', async () => {
  const { body } = await call(`POST /creators/${creatorId}/corrections`, { field: 'region', value: '示例市' })
  const answers = await Promise.all([1, 2].map(() => call(`DELETE /corrections/${body.items[0].id}`)))
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
  const events = await house.inWorkspace(owner.workspaceId, (ctx) =>
    ctx.tx.selectFrom('events').selectAll().where('subject_id', '=', body.items[0].id).orderBy('event_id').execute(),
  )
  expect(events.map(({ name, fields }) => [name, fields])).toEqual([
    ['correction.added', ['region']],
    ['correction.withdrawn', []],
  ])
  expect(JSON.stringify(events)).not.toContain('示例市')
})

test('is nobody else’s: another workspace finds nothing', async () => {
  const stranger = await house.visit(await house.openWorkspace(), 'owner')
  const { body } = await call(`GET /creators/${creatorId}/corrections`)
  expect((await call(`GET /creators/${creatorId}/corrections`, undefined, stranger)).status).toBe(404)
  expect((await call(`DELETE /corrections/${body.items[0].id}`, undefined, stranger)).status).toBe(404)
})

test.each(['__proto__', 'constructor'])('a share typed for "%s" replaces nothing that was known, and can be taken back', async (key) => {
  const share = (word: string) => ({ field: 'audience', place: { axis: 'gender', key: word }, value: 0.5 })
  await call(`POST /creators/${creatorId}/corrections`, share('female'))
  const { status, body } = await call(`POST /creators/${creatorId}/corrections`, share(key))
  expect([status, body.items[0].oldValue]).toEqual([201, null])
  expect((await call(`GET /creators/${creatorId}/page`)).status).toBe(200)
  expect((await call(`DELETE /corrections/${body.items[0].id}`)).status).toBe(200)
})
