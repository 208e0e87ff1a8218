import { TIERS } from '@kolibra/core/creators'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { refreshRows } from './selection/index.ts'
import { askJson, openTestHouse, type TestHouse, type Visitor } from './test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const ask = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
const row = {
  platforms: ['douyin'],
  type: 'micro',
  tier: 'junior',
  fromFollowers: 1_000,
  source: { en: 'our own review', zh: '自行核定' },
  grade: 'A',
}

describe('the tier table of a workspace', () => {
  test('is the shipped one until somebody replaces it, with source and grade in every row', async () => {
    expect((await ask('GET /tier-table')).body).toEqual({ revision: 0, table: TIERS, shipped: TIERS })
  })

  test('replaced rows change the types of what is held; celebrity stays a matter of people', async () => {
    const { body: kept } = await ask('POST /creators', { platform: 'douyin', accountId: 'tier-1', followers: 3_000_000 })
    const set = { value: 'celebrity', basis: 'set by Anna' }
    const { body: star } = await ask('POST /creators', { platform: 'douyin', accountId: 'tier-2', followers: 10, creatorType: set })
    expect(kept.type).toMatchObject({ value: 'kol', basisZh: expect.stringContaining('头部') })
    const changed = await ask('PUT /tier-table', { revision: 0, table: { version: 'ours', rows: [row] } })
    expect(changed.body).toMatchObject({ revision: 1, table: { version: 'ours' }, shipped: TIERS })
    expect((await ask(`GET /creators/${kept.id}`)).body.type).toMatchObject({
      value: 'micro',
      basis: expect.stringContaining('tiers ours'),
    })
    expect((await ask(`GET /creators/${star.id}`)).body.type).toMatchObject(set)
    await house.inWorkspace(owner.workspaceId, refreshRows)
    const { body: list } = await ask('GET /creators?q=tier-1')
    expect(list.items[0].creatorType).toMatchObject({ value: 'micro', basisZh: expect.stringContaining('分级表 ours') })
  })

  test('a lost race is refused, and another workspace keeps its own', async () => {
    const put = () => ask('PUT /tier-table', { revision: 1, table: { version: 'two', rows: [row] } })
    const answers = await Promise.all([put(), put()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('state.lost_race')
    const other = await house.visit(await house.openWorkspace(), 'owner')
    expect((await ask('GET /tier-table', undefined, other)).body.revision).toBe(0)
  })

  test('a table that makes celebrities by followers is refused by name of the field', async () => {
    const answer = await ask('PUT /tier-table', { revision: 2, table: { version: 'x', rows: [{ ...row, type: 'celebrity' }] } })
    expect(answer.body).toMatchObject({ code: 'request.invalid', status: 422 })
    expect(JSON.stringify(answer.body.fields)).toContain('type')
  })

  test.each([
    ['table.rows', { version: 'x', rows: Array.from({ length: 10_000 }, () => row) }],
    ['table.version', { version: 'x'.repeat(101), rows: [row] }],
    ['table.rows.0.source.en', { version: 'x', rows: [{ ...row, source: { en: 'x'.repeat(501), zh: '自行核定' } }] }],
  ])('a table no person would write is refused at once: %s', async (field, table) => {
    const answer = await ask('PUT /tier-table', { revision: 2, table })
    expect(answer.body).toMatchObject({ code: 'request.invalid', status: 422 })
    expect(answer.body.fields).toMatchObject([{ field, problem: expect.stringContaining('Too big') }])
  })
})
