import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { askJson, openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const TEXT = '名单,主页ID,平均观看,一口价(分),千次成本\n示例·小鹿,deer_001,10000,500000,500\n示例·阿树,tree_002,2.0万,800000,400\n'
const MAPPING = {
  name: '示例名单',
  base: null,
  holds: 'accounts',
  platform: 'douyin',
  columns: [
    { header: '名单', target: { to: 'identity', field: 'displayName' } },
    { header: '主页ID', target: { to: 'identity', field: 'accountId' } },
    { header: '平均观看', target: { to: 'metric', name: 'viewsMean', unit: 'plays', period: '30d' } },
    { header: '一口价(分)', target: { to: 'quote', format: 'video_21_60s', part: 'listFen', filed: null } },
    { header: '千次成本', target: { to: 'metric', name: 'expectedCpm', unit: 'CNY per 1000 plays' } },
  ],
}

function form(fields: Record<string, string> = {}, text = TEXT): FormData {
  const filled = new FormData()
  filled.set('file', new File([text], 'list.csv'))
  for (const [key, value] of Object.entries(fields)) filled.set(key, value)
  return filled
}

const call = (line: string, body?: unknown, visitor = owner) => askJson(visitor, line, body)
/** What an upload is read as; whether it is imported stays open. */
async function look(body: FormData, visitor = owner) {
  const { status, body: answer } = await call('POST /import-uploads', body, visitor)
  return { status, body: answer.reading ?? answer }
}
const countImports = async () => (await call('GET /imports')).body.items.length

describe('a table that no source knows', () => {
  test('is looked at: columns with samples and suggestions, why it is not read, and nothing kept', async () => {
    const { status, body } = await look(form())
    expect(status).toBe(201)
    expect(body).toMatchObject({ report: null, refusal: { code: 'import.unknown_table' }, rows: [], mapping: null })
    expect(body.columns.map(({ header }: { header: string }) => header)).toEqual(MAPPING.columns.map(({ header }) => header))
    expect(body.columns[0].samples).toEqual(['示例·小鹿', '示例·阿树'])
    expect(await countImports()).toBe(0)
  })

  test('is read under a mapping: units proved, first rows beside their meaning', async () => {
    const { body } = await look(form({ mapping: JSON.stringify(MAPPING) }))
    expect(body.report).toMatchObject({ accepted: { accounts: 2 }, rejected: 0 })
    expect(body.report.units.find(({ column }: { column: string }) => column === '千次成本')).toMatchObject({ state: 'proved' })
    expect(body.rows[0]).toMatchObject({ original: { 平均观看: '10000' }, account: { accountId: 'deer_001' } })
    expect(await countImports()).toBe(0)
  })

  test('has its mapping remembered by the headers, in this workspace only', async () => {
    expect((await call('PUT /import-mappings', MAPPING)).body).toEqual({ items: [MAPPING] })
    expect((await look(form())).body).toMatchObject({ mapping: MAPPING, report: { accepted: { accounts: 2 } } })
    const stranger = await house.visit(await house.openWorkspace(), 'owner')
    expect((await look(form(), stranger)).body).toMatchObject({ mapping: null, report: null })
    expect((await call('GET /import-mappings', undefined, stranger)).body).toEqual({ items: [] })
  })

  test('keeps one mapping under one name: the later one stands', async () => {
    const changed = { ...MAPPING, platform: 'kuaishou' }
    await Promise.all([1, 2].map(() => call('PUT /import-mappings', changed)))
    expect((await call('GET /import-mappings')).body).toEqual({ items: [changed] })
  })

  test('is kept under the mapping, from a file and from pasted cells', async () => {
    const { body } = await call('POST /imports', form({ mapping: JSON.stringify(MAPPING) }))
    expect(body).toMatchObject({ committed: true, report: { source: { id: 'mapped.示例名单' }, accepted: { accounts: 2 } } })
    const text = TEXT.replaceAll(',', '\t').replaceAll('_00', '_90')
    const pasted = await call('POST /imports/pasted', { text, mapping: MAPPING })
    expect(pasted.body).toMatchObject({ committed: true, report: { accepted: { accounts: 2 } } })
    expect((await call('GET /creators?limit=50')).body.total).toBe(4)
  })

  test.each(['{', '[]', '{"name":"x","columns":[]}'])('with %s for a mapping is refused by the field', async (mapping) => {
    const { body } = await look(form({ mapping }))
    expect(body).toMatchObject({ code: 'request.invalid', status: 422 })
  })

  test('is not looked at by a viewer', async () => {
    const viewer = await house.visit(owner.workspaceId, 'viewer')
    expect((await look(form(), viewer)).body).toMatchObject({ code: 'permission.denied' })
  })
})
