import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeJobHandlers } from './job-handlers.ts'
import { refreshAfterImport } from './selection/index.ts'
import { openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

const MANY = 2100
let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

async function call(line: string, body?: unknown) {
  const [method, path] = line.split(' ')
  const answer = await owner.send(`${method} /api/v1${path}`, body)
  expect(answer.status).toBeLessThan(300)
  return answer.json()
}
async function upload(content: string) {
  const form = new FormData()
  form.set('file', new File([content], 'list.csv'))
  return call('POST /imports', form)
}
const search = (body: object) => call('POST /creator-searches', body)
const HEADER = '平台,昵称,账号ID,粉丝数,报备图文'
const rowOf = (n: number, prefix: string) => `小红书,示例·${prefix}${n},${prefix}-${n},${10_000 + n},${1000 + n}`

test('accounts of a large import are found when it is committed, with what they say themselves; what is worked out follows', async () => {
  const { importId, report } = await upload([HEADER, ...Array.from({ length: MANY }, (_, n) => rowOf(n, 'many'))].join('\n'))
  expect(report.accepted.accounts).toBe(MANY)
  const found = await search({ text: 'many-77', sort: 'followers', isDescending: false, limit: 1 })
  expect((await search({})).total).toBe(MANY)
  expect(found.items[0]).toMatchObject({
    accountId: 'many-77',
    platform: 'xiaohongshu',
    followers: 10_077,
    viewsP50: null,
    authenticity: null,
  })
  expect(found.isRebuilding).toBe(true)
  await makeJobHandlers(house.server)['creators.refresh_rows']?.({ workspaceId: owner.workspaceId, subjectId: importId })
  const [done] = (await search({ text: 'many-77', sort: 'followers', isDescending: false, limit: 1 })).items
  expect(done.viewsP50).toBeGreaterThan(0)
})

test('of very many a bare row stands at once, and none is made over one that is there', async () => {
  const [whole] = (await search({ text: 'many-5', limit: 1 })).items
  const { importId } = await upload([HEADER, ...Array.from({ length: 30 }, (_, n) => rowOf(n, 'bare'))].join('\n'))
  await house.inWorkspace(owner.workspaceId, async (ctx) => {
    await ctx.tx.deleteFrom('creator_rows').where('search_text', 'like', '%bare-%').execute()
    await refreshAfterImport(ctx, importId, 10_001)
  })
  expect((await search({ text: 'BARE-7' })).items[0]).toMatchObject({
    accountId: 'bare-7',
    platform: 'xiaohongshu',
    followers: 10_007,
    priceFen: null,
  })
  expect((await search({ text: 'bare-', limit: 50 })).total).toBe(30)
  expect((await search({ text: 'many-5', limit: 1 })).items[0]).toEqual(whole)
  await makeJobHandlers(house.server)['creators.refresh_rows']?.({ workspaceId: owner.workspaceId, subjectId: importId })
  expect((await search({ text: 'bare-7' })).items[0]).toMatchObject({ priceFen: 100_700 })
})

test('beside many accounts those of a small import are found at once too, and a typed value stands in its row alone', async () => {
  await upload([HEADER, rowOf(1, 'few')].join('\n'))
  const [row] = (await search({ text: 'few-1' })).items
  expect(row).toMatchObject({ followers: 10_001 })
  const changesOf = () =>
    house.inWorkspace(owner.workspaceId, async (ctx) => (await ctx.tx.selectFrom('creator_changes').select('creator_id').execute()).length)
  const before = await changesOf()
  await call(`POST /creators/${row.id}/corrections`, { field: 'followers', value: 77_777 })
  expect((await search({ text: 'few-1' })).items[0]).toMatchObject({ followers: 77_777 })
  expect(await changesOf()).toBe(before + 1)
})
