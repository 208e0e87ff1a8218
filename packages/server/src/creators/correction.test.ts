import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
let creatorId: string
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
  creatorId = (await call('POST /creators', { platform: 'douyin', accountId: 'c-1', displayName: '示例·旧', followers: 1000 })).body.id
})
afterAll(() => house.close())

async function call(line: string, body?: unknown, who = owner) {
  const [method, path] = line.split(' ')
  const answer = await who.send(`${method} /api/v1${path}`, body)
  return { status: answer.status, body: await answer.json() }
}
const readAccount = async () => (await call(`GET /creators/${creatorId}`)).body.account

test('a typed value stands first with who typed it, the old one beside it, until it is taken back', async () => {
  const { status, body } = await call(`POST /creators/${creatorId}/corrections`, { field: 'followers', value: 2000 })
  expect([status, body.items[0]]).toMatchObject([201, { value: 2000, oldValue: 1000, enteredBy: 'Owner', withdrawnAt: null }])
  expect(await readAccount()).toMatchObject({ followers: 2000, metrics: [{ name: 'followers', source: 'typed by Owner' }] })
  await call(`POST /creators/${creatorId}/corrections`, { field: 'displayName', value: '示例·新' })
  expect((await readAccount()).displayName).toBe('示例·新')
  const back = await call(`DELETE /corrections/${body.items[0].id}`)
  expect(back.body.items.map(({ withdrawnAt }: { withdrawnAt: string | null }) => withdrawnAt === null)).toEqual([true, false])
  expect(await readAccount()).toMatchObject({ followers: 1000, metrics: [], displayName: '示例·新' })
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
