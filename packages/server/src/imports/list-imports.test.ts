import { afterAll, beforeAll, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const call = (line: string, body?: unknown, who = owner) => askJson(who, line, body)
const pasted = async (n: number): Promise<string> =>
  (await call('POST /imports/pasted', { text: `平台\t昵称\t账号ID\t粉丝数\n抖音\t示例·${n}\tpaged-${n}\t${n}` })).body.importId
const idsOf = ({ items }: { items: { importId: string }[] }) => items.map(({ importId }) => importId)

test('imports are listed page by page, newest first, without the long parts of their reports; one that goes meanwhile moves nothing', async () => {
  const kept: string[] = []
  for (let n = 1; n <= 5; n += 1) kept.unshift(await pasted(n))
  const first = (await call('GET /imports?limit=2')).body
  expect([idsOf(first), first.nextCursor]).toEqual([kept.slice(0, 2), kept[1]])
  expect(first.items[0].report).toMatchObject({ records: 1, accepted: { accounts: 1 }, rejected: 0 })
  for (const long of ['problems', 'units', 'unmapped', 'notes']) expect(first.items[0].report).not.toHaveProperty(long)
  expect((await call(`GET /imports/${kept[0]}`)).body.report.problems).toEqual([])
  expect((await call(`DELETE /imports/${kept[1]}`)).status).toBe(200)
  const second = (await call(`GET /imports?limit=2&cursor=${first.nextCursor}`)).body
  expect(idsOf(second)).toEqual(kept.slice(2, 4))
  const last = (await call(`GET /imports?limit=2&cursor=${second.nextCursor}`)).body
  expect([idsOf(last), last.nextCursor]).toEqual([kept.slice(4), null])
})

test.each(['limit=0', 'limit=201', 'cursor=yesterday'])('?%s is refused with the field named', async (query) => {
  const { status, body } = await call(`GET /imports?${query}`)
  expect(status).toBe(422)
  expect(JSON.stringify(body)).toContain(query.split('=')[0])
})

test('another workspace has none of them', async () => {
  const stranger = await house.visit(await house.openWorkspace(), 'owner')
  expect((await call('GET /imports', undefined, stranger)).body).toEqual({ items: [], nextCursor: null })
})
