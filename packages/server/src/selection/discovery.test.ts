import { discoveryQuerySchema, pagePlaceSchema } from '@kolibra/core/selection'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { inFence, openDatabase } from '../platform/database.ts'
import { enqueueJob, startJobs } from '../platform/jobs.ts'
import { openShelf } from '../open-shelf.ts'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { searchRows } from './discovery-store.ts'
import { makeSearchText } from './search-words.ts'

const answerSchema = z.object({
  items: z.array(z.object({ id: z.string(), accountId: z.string(), displayName: z.string().nullable() })),
  total: z.number(),
  next: pagePlaceSchema.nullable(),
  facets: z.array(z.object({ field: z.string(), unknown: z.number(), words: z.array(z.object({ word: z.string(), count: z.number() })) })),
  from: z.string(),
  isRebuilding: z.boolean(),
  asOf: z.string(),
})

let house: TestHouse
let workspaceId: string
let owner: Visitor

const PEOPLE = [
  {
    platform: 'xiaohongshu',
    accountId: 'a1',
    displayName: '小鱼的日常',
    handle: 'fishy',
    followers: 60_000,
    categories: ['美妆', '护肤'],
    region: '上海',
  },
  { platform: 'xiaohongshu', accountId: 'a2', displayName: '山间一日', followers: 3000, categories: ['旅行'], region: '北京' },
  { platform: 'douyin', accountId: 'a3', displayName: 'Ｓｋｉｎ研究所', followers: 1_200_000, categories: ['护肤'], region: null },
  { platform: 'douyin', accountId: 'a4', displayName: null, followers: null, categories: [], region: null },
]

async function search(body: unknown = {}, visitor = owner) {
  const answer = await visitor.send('POST /api/v1/creator-searches', body)
  expect(answer.status).toBe(200)
  return answerSchema.parse(await answer.json())
}
const accountsOf = ({ items }: z.infer<typeof answerSchema>) => items.map(({ accountId }) => accountId)

/** Asks until the index answers; the first answers come from plain SQL. */
async function searchIndexed(body: unknown = {}, visitor = owner) {
  await expect.poll(async () => (await search({}, visitor)).from).toBe('index')
  return search(body, visitor)
}

beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  for (const person of PEOPLE) expect((await owner.send('POST /api/v1/creators', person)).status).toBe(201)
})
afterAll(() => house.close())

const QUERIES = [
  { query: {}, ids: ['a3', 'a1', 'a2', 'a4'], why: 'everything, unknown followers last' },
  { query: { filters: [{ field: 'platform', any: ['douyin'] }] }, ids: ['a3', 'a4'], why: 'one platform' },
  { query: { filters: [{ field: 'categories', any: ['护肤'] }] }, ids: ['a3', 'a1'], why: 'a tag' },
  { query: { filters: [{ field: 'categories', any: [null] }] }, ids: ['a4'], why: 'no tags' },
  { query: { filters: [{ field: 'region', any: ['上海', null] }] }, ids: ['a3', 'a1', 'a4'], why: 'a word or unknown' },
  { query: { filters: [{ field: 'followers', from: 3000, below: 60_000 }] }, ids: ['a2'], why: 'a range' },
  { query: { filters: [{ field: 'followers', unknown: true }] }, ids: ['a4'], why: 'unknown numbers' },
  { query: { filters: [{ field: 'followers', from: 1_000_000, unknown: true }] }, ids: ['a3', 'a4'], why: 'a range or unknown' },
  { query: { filters: [{ field: 'filed', any: [null] }] }, ids: ['a3', 'a1', 'a2', 'a4'], why: 'no quote, no filing' },
  { query: { filters: [{ field: 'filed', any: ['filed'] }] }, ids: [], why: 'filed' },
  { query: { filters: [{ field: 'type', any: ['micro'] }] }, ids: ['a1'], why: 'the type from the tier table' },
  { query: { text: '鱼' }, ids: ['a1'], why: 'one character' },
  { query: { text: 'xiaoyu' }, ids: ['a1'], why: 'pinyin' },
  { query: { text: 'SJYR' }, ids: ['a2'], why: 'initials' },
  { query: { text: 'skin' }, ids: ['a3'], why: 'full-width letters' },
  { query: { text: 'FISHY' }, ids: ['a1'], why: 'the handle' },
  { query: { text: '%' }, ids: [], why: 'a wildcard is a character' },
  { query: { sort: 'name', isDescending: false, limit: 3 }, ids: ['a2', 'a3', 'a1'], why: 'by name, in pinyin' },
]

describe('searching creators', () => {
  test.each(QUERIES)('index and plain SQL agree: $why', async ({ query, ids }) => {
    const answer = await searchIndexed(query)
    expect(accountsOf(answer)).toEqual(ids)
    const asked = discoveryQuerySchema.parse(query)
    const plain = await house.inWorkspace(workspaceId, (ctx) => searchRows(ctx, asked))
    expect(plain).toEqual({ ids: answer.items.map(({ id }) => id), total: answer.total, next: answer.next })
  })

  test('a second page follows the first, in both, though the last row of the first is gone', async () => {
    const { next: after } = await searchIndexed({ limit: 2 })
    expect(after).toMatchObject({ key: 60_000 })
    const ofPlain = () => house.inWorkspace(workspaceId, (ctx) => searchRows(ctx, discoveryQuerySchema.parse({ limit: 2, after })))
    const second = await search({ limit: 2, after })
    expect([accountsOf(second), second.next]).toEqual([['a2', 'a4'], null])
    expect(await ofPlain()).toMatchObject({ ids: second.items.map(({ id }) => id), next: null })
    const gone = { ...after, id: '00000000-0000-7000-8000-000000000000', key: 59_999 }
    expect(accountsOf(await search({ limit: 2, after: gone }))).toEqual(['a2', 'a4'])
  })

  test('counts per field follow the conditions', async () => {
    const { facets } = await searchIndexed({ filters: [{ field: 'platform', any: ['xiaohongshu'] }] })
    expect(facets.find(({ field }) => field === 'region')?.words).toEqual([
      { word: '上海', count: 1 },
      { word: '北京', count: 1 },
    ])
    expect(facets.find(({ field }) => field === 'platform')?.words).toHaveLength(2)
  })

  test('until the index is there, plain SQL answers without counts', async () => {
    const other = await house.visit(await house.openWorkspace(), 'owner')
    await other.send('POST /api/v1/creators', PEOPLE[0])
    const first = await search({}, other)
    expect(first).toMatchObject({ from: 'database', total: 1, facets: [] })
    expect((await searchIndexed({}, other)).total).toBe(1)
  })

  test.each([
    { body: { filters: [{ field: 'shoeSize', any: ['42'] }] }, why: 'a field nobody knows' },
    { body: { filters: [{ field: 'followers', any: ['3000'] }] }, why: 'a word asked of a number' },
    { body: { limit: 1000 }, why: 'a page too long' },
    { body: { text: 'x'.repeat(201) }, why: 'too much text' },
    { body: { after: { id: 'x', key: {} } }, why: 'a place that is none' },
    { body: [], why: 'a list' },
  ])('refused with the field named: $why', async ({ body }) => {
    const answer = await owner.send('POST /api/v1/creator-searches', body)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'request.invalid' })
  })

  test('who is not signed in finds nothing', async () => {
    const answer = await house.fetch('/api/v1/creator-searches', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json' },
    })
    expect(answer.status).toBe(401)
  })

  test('nobody finds creators of another workspace', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await searchIndexed({}, stranger)).total).toBe(0)
  })
})

describe('the index follows the database', () => {
  test('a creator just added is found at once', async () => {
    await searchIndexed()
    await owner.send('POST /api/v1/creators', { platform: 'weibo', accountId: 'late', displayName: '后来者', followers: 5 })
    const answer = await search({ text: 'houlaizhe' })
    expect(answer).toMatchObject({ from: 'index', total: 1 })
  })

  test('a change made by another process is found too, one of a long transaction as soon as it ends', async () => {
    const elsewhere = openShelf(house.server)
    await elsewhere.load(workspaceId)
    const ask = (text: string) => house.inWorkspace(workspaceId, (ctx) => elsewhere.search(ctx, discoveryQuerySchema.parse({ text })))
    const before = await ask('')
    const session = { workspaceId, userId: owner.userId }
    const rename = (name: string, accountId: string) =>
      inFence(house.server.app, session, async (tx) => {
        const { creator_id } = await tx
          .selectFrom('creators')
          .select('creator_id')
          .where('account_id', '=', accountId)
          .executeTakeFirstOrThrow()
        await tx.updateTable('creator_rows').set({ search_text: name }).where('creator_id', '=', creator_id).execute()
        if (accountId === 'a1') await rename('shorter transaction', 'a2')
        if (accountId === 'a1') expect((await ask('shorter')).total).toBe(1)
      })
    await rename('longer transaction', 'a1')
    expect((await ask('longer')).total).toBe(1)
    expect((await ask('transaction')).total).toBe(2)
    expect((await ask('')).total).toBe(before.total)
    elsewhere.drop(workspaceId)
  })

  test('a removed row is no longer found', async () => {
    await searchIndexed()
    const session = { workspaceId, userId: owner.userId }
    await inFence(house.server.app, session, (tx) => tx.deleteFrom('creator_rows').where('platform', '=', 'weibo').execute())
    expect((await search({ filters: [{ field: 'platform', any: ['weibo'] }] })).total).toBe(0)
  })

  test('its size stands in the metrics, and it is gone when it is dropped', async () => {
    await searchIndexed()
    const metrics = await (await house.fetch('/metrics')).text()
    expect(metrics).toMatch(new RegExp(`kolibra_discovery_index_bytes\\{workspace="${workspaceId}"\\} [1-9]\\d+`))
    expect(metrics).toMatch(new RegExp(`kolibra_discovery_index_accounts\\{workspace="${workspaceId}"\\} \\d+`))
  })
})

describe('what free text looks in', () => {
  test.each([
    { names: ['小鱼'], others: [], has: ['小鱼', 'xiaoyu', 'xy'] },
    { names: ['重庆Food'], others: ['ＡＢ'], has: ['重庆food', 'chongqingfood', 'ab'] },
    { names: [null], others: [null, 'Handle'], has: ['handle'] },
  ])('$names', ({ names, others, has }) => {
    const text = makeSearchText(names, others)
    for (const word of has) expect(text).toContain(word)
  })
})

describe('an answer says whether rows are still being rebuilt', () => {
  test('while the job waits, in its workspace only, and no longer when it ended', async () => {
    const stranger = await house.visit(await house.openWorkspace(), 'viewer')
    expect((await search()).isRebuilding).toBe(false)
    await house.inWorkspace(workspaceId, (ctx) => enqueueJob(ctx, 'creators.refresh_cohorts', null))
    expect((await search()).isRebuilding).toBe(false)
    await house.inWorkspace(workspaceId, (ctx) => enqueueJob(ctx, 'creators.refresh_rows', 'an-import'))
    expect((await search()).isRebuilding).toBe(true)
    expect((await search({}, stranger)).isRebuilding).toBe(false)
    const handlers = { 'creators.refresh_rows': async () => undefined, 'creators.refresh_cohorts': async () => undefined }
    const { pool } = openDatabase(house.ownerUrl, { size: 6, onLost: () => undefined })
    const runner = await startJobs(pool, handlers, pino({ level: 'silent' }))
    await expect.poll(async () => (await search()).isRebuilding).toBe(false)
    await runner.stop()
    await pool.end()
  })
})
