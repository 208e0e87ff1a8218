import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { refreshRows } from './refresh-rows.ts'
import { CAMPAIGN, exampleCreator } from '../test/campaign-example.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

const NOBODY = '01a20000-0000-7000-8000-000000000001'
let house: TestHouse
let workspaceId: string
let owner: Visitor
let analyst: Visitor
const ids: string[] = []

const searchesSchema = z.object({ items: z.array(z.object({ id: z.string(), name: z.string(), isMine: z.boolean() })) })
const listSchema = z.object({
  id: z.string(),
  revision: z.number(),
  entries: z.array(z.object({ creatorId: z.string(), note: z.string().nullable(), row: z.object({ accountId: z.string() }).nullable() })),
})

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const openList = async (name: string, creatorIds: readonly string[]) =>
  listSchema.parse((await ask('POST /shortlists', { name, creatorIds })).body)

beforeAll(async () => {
  house = await openTestHouse()
  workspaceId = await house.openWorkspace()
  owner = await house.visit(workspaceId, 'owner')
  analyst = await house.visit(workspaceId, 'analyst')
  for (let index = 0; index < 3; index++) ids.push((await ask('POST /creators', exampleCreator(index))).body.id)
  await house.inWorkspace(workspaceId, refreshRows)
})
afterAll(() => house.close())

describe('a saved search', () => {
  const save = (name: string, isShared: boolean, visitor: Visitor, text = '') =>
    ask('POST /saved-searches', { name, isShared, query: { text, filters: [{ field: 'platform', any: ['douyin', null] }] } }, visitor)
  const namesFor = async (visitor: Visitor) =>
    searchesSchema.parse((await ask('GET /saved-searches', undefined, visitor)).body).items.map(({ name }) => name)

  test('is seen by others only when it is shared', async () => {
    await save('共享的', true, analyst)
    await save('自己的', false, analyst)
    expect(await namesFor(analyst)).toEqual(expect.arrayContaining(['共享的', '自己的']))
    expect(await namesFor(owner)).toContain('共享的')
    expect(await namesFor(owner)).not.toContain('自己的')
  })

  test('of the same name replaces the one before', async () => {
    await save('一个', false, owner, 'first')
    const { body } = await save('一个', false, owner, 'second')
    const kept = body.items.filter(({ name }: { name: string }) => name === '一个')
    expect(kept).toHaveLength(1)
    expect(kept[0].query).toMatchObject({ text: 'second', after: null, filters: [{ field: 'platform', any: ['douyin', null] }] })
  })

  test('goes by the hand of its owner or an owner of the workspace, not of another member', async () => {
    const { body } = await save('老板的', true, owner)
    const { id } = body.items.find(({ name }: { name: string }) => name === '老板的')
    expect((await ask(`DELETE /saved-searches/${id}`, undefined, analyst)).body).toMatchObject({ code: 'search.not_yours', status: 403 })
    expect((await ask(`DELETE /saved-searches/${id}`)).status).toBe(200)
    expect((await ask(`DELETE /saved-searches/${id}`)).body).toMatchObject({ code: 'request.not_found' })
  })

  test('of another member that is not shared cannot even be told to exist', async () => {
    const { body } = await save('秘密', false, analyst)
    const { id } = body.items.find(({ name }: { name: string }) => name === '秘密')
    expect((await ask(`DELETE /saved-searches/${id}`)).body).toMatchObject({ code: 'request.not_found' })
  })
})

describe('a list', () => {
  test('keeps its order; who is added twice stays where he was', async () => {
    const [a = '', b = '', c = ''] = ids
    const list = await openList('顺序', [c, a])
    const { body } = await ask(`POST /shortlists/${list.id}/entries`, { creatorIds: [a, b] })
    const { entries } = listSchema.parse(body)
    expect(entries.map(({ creatorId }) => creatorId)).toEqual([c, a, b])
    expect(entries.every(({ row }) => row !== null)).toBe(true)
  })

  test('takes notes and a new order at the revision that was read; a lost race is refused', async () => {
    const [a = '', b = ''] = ids
    const list = await openList('备注', [a, b])
    const change = (note: string) =>
      ask(`PUT /shortlists/${list.id}`, {
        revision: list.revision,
        name: '备注',
        entries: [
          { creatorId: b, note },
          { creatorId: a, note: null },
        ],
      })
    const answers = await Promise.all([change('一'), change('二')])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const { entries } = listSchema.parse((await ask(`GET /shortlists/${list.id}`)).body)
    expect(entries.map(({ creatorId }) => creatorId)).toEqual([b, a])
    expect(entries[0]?.note).toMatch(/一|二/)
  })

  test.each([
    { line: 'POST /shortlists', body: { name: '顺序', creatorIds: [] }, code: 'shortlist.name_taken', why: 'a name that is taken' },
    { line: 'POST /shortlists', body: { name: '无人', creatorIds: [NOBODY] }, code: 'request.not_found', why: 'a creator nobody knows' },
    { line: 'POST /shortlists', body: { name: ' ', creatorIds: [] }, code: 'request.invalid', why: 'no name' },
    { line: `GET /shortlists/${NOBODY}`, body: undefined, code: 'request.not_found', why: 'a list that is not there' },
  ])('refuses $why', async ({ line, body, code }) => {
    expect((await ask(line, body)).body).toMatchObject({ code })
  })

  test('names no creator twice', async () => {
    const list = await openList('两次', [])
    const entries = [ids[0], ids[0]].map((creatorId) => ({ creatorId, note: null }))
    expect((await ask(`PUT /shortlists/${list.id}`, { revision: 0, name: '两次', entries })).body).toMatchObject({
      code: 'request.invalid',
    })
  })

  test('is the pool of a plan', async () => {
    const [a = ''] = ids
    const list = await openList('候选', [a])
    const { body: campaign } = await ask('POST /campaigns', CAMPAIGN)
    const { body } = await ask(`POST /campaigns/${campaign.id}/plans?shortlist=${list.id}`)
    const named = JSON.stringify(body.plan)
    expect(named).toContain(a)
    for (const other of ids.slice(1)) expect(named).not.toContain(other)
    expect((await ask(`POST /campaigns/${campaign.id}/plans?shortlist=${NOBODY}`)).body).toMatchObject({ code: 'request.not_found' })
  })

  test('belongs to its workspace', async () => {
    const list = await openList('我们的', [])
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask(`GET /shortlists/${list.id}`, undefined, stranger)).body).toMatchObject({ code: 'request.not_found' })
  })
})
