import type { DecodedFile } from '@kolibra/core/imports'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestHouse, type TestHouse, type Visitor } from '../test/test-house.ts'
import { writeDecoded } from './write-decoded.ts'

let house: TestHouse
let owner: Visitor
beforeAll(async () => {
  house = await openTestHouse()
  owner = await house.visit(await house.openWorkspace(), 'owner')
})
afterAll(() => house.close())

const HEADER = '平台,昵称,账号ID,粉丝数,微信号,备注'
const ROWS = [
  '小红书,示例·小鹿,rej_1,100,wx-secret,好',
  '小红书,,,200,wx-other,"=HYPERLINK(""x"")"',
  '小红书,@示例·阿树,rej_3,很多,wx-third,+1',
]

async function bring(text: string, fields: Record<string, string> = {}) {
  const form = new FormData()
  form.set('file', new File([text], 'list.csv'))
  for (const [key, value] of Object.entries(fields)) form.set(key, value)
  return (await owner.send('POST /api/v1/imports', form)).json()
}
async function rejectsOf(importId: string, lang = 'en', visitor = owner) {
  const answer = await visitor.send(`GET /api/v1/imports/${importId}/rejects?lang=${lang}`)
  return { status: answer.status, text: await answer.text(), type: answer.headers.get('content-type') }
}
const linesOf = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')

describe('the rejects of an import', () => {
  test('come back as the rows they were, in their columns, then why; without contact data, and nothing runs as a formula', async () => {
    const { importId, report } = await bring([HEADER, ...ROWS].join('\n'))
    expect(report).toMatchObject({ records: 3, rejected: 1 })
    const { text, type } = await rejectsOf(importId)
    expect(type).toContain('text/csv')
    const [header, ...lines] = linesOf(text)
    expect(header).toBe(`${HEADER},Kolibra: reason,Kolibra: taken,Kolibra: code,Kolibra: column,Kolibra: record`)
    expect(lines).toEqual([
      `小红书,,,200,,"'=HYPERLINK(""x"")","Nothing in the row tells whose it is; fill in the id, the handle or the name.",no,id.missing,账号ID,2`,
      `小红书,'@示例·阿树,rej_3,很多,,'+1,The cell should hold a number and cannot be read as one.,"yes, without this cell",number.unparsable,粉丝数,3`,
    ])
  })

  test('speak Chinese when asked', async () => {
    const { importId } = await bring([HEADER, ...ROWS, ''].join('\n'))
    const [header = '', line = ''] = linesOf((await rejectsOf(importId, 'zh')).text)
    expect(header).toContain('Kolibra：原因,Kolibra：是否采用')
    expect(line).toContain('此行没有可识别的账号')
    expect((await rejectsOf(importId, 'fr')).status).toBe(422)
  })

  test('repaired and imported again, are the table they were: known, and without the apostrophes', async () => {
    const { importId } = await bring([HEADER, ...ROWS, '', ''].join('\n'))
    const repaired = (await rejectsOf(importId, 'zh')).text.replace('小红书,,,200', '小红书,示例·新人,rej_2,200').replace('很多', '300')
    const again = await bring(repaired)
    expect(again.report).toMatchObject({ records: 2, rejected: 0, problems: [], accepted: { accounts: 2 } })
    expect(again.report.unmapped.filter((column: string) => column.startsWith('Kolibra'))).toEqual([])
    const { items } = await (await owner.send('GET /api/v1/creators?q=rej_3')).json()
    expect(items[0]).toMatchObject({ displayName: '@示例·阿树', followers: 300 })
  })

  test('of a workbook of two sheets still come after somebody in it was erased, and again after a second one', async () => {
    const sheet = (name: string, ids: readonly string[]) => ({
      name,
      header: ['平台', '昵称', '账号ID', '粉丝数'],
      rows: [...ids.map((id) => ['小红书', `示例·${id}`, id, 100]), ['小红书', null, null, 7]],
    })
    const file: DecodedFile = {
      name: 'book.xlsx',
      encoding: 'xlsx',
      shape: 'table',
      tables: [sheet('一', ['two_a', 'two_b']), sheet('二', ['two_c'])],
    }
    const { importId, report } = await bring([...writeDecoded(file)].join(''))
    expect(report).toMatchObject({ records: 5, rejected: 2 })
    for (const [id, left] of [
      ['two_a', 3],
      ['two_c', 2],
    ] as const) {
      const { items } = await (await owner.send(`GET /api/v1/creators?q=${id}`)).json()
      house.clock.nowMs += 1000
      const erased = await owner.send(`POST /api/v1/creators/${items[0].id}/erasures`, { personId: items[0].id })
      expect(await erased.json()).toMatchObject({ files: [{ importId, records: 1 }] })
      const { status, text } = await rejectsOf(importId)
      expect(status).toBe(200)
      expect(
        linesOf(text)
          .slice(1)
          .map((line) => line.split(',')[3]),
      ).toEqual(['7', '7'])
      expect(linesOf(text).at(-1)).toMatch(new RegExp(`,${left + 1}$`))
    }
  })

  test('of a table that a person mapped are read under that mapping', async () => {
    const mapping = {
      name: '示例拒收',
      base: null,
      holds: 'accounts',
      platform: 'douyin',
      columns: [
        { header: '谁', target: { to: 'identity', field: 'accountId' } },
        { header: '多少', target: { to: 'followers' } },
      ],
    }
    const { importId } = await bring('标题行,\n谁,多少\nmap_1,1\n,2\n', { mapping: JSON.stringify(mapping) })
    expect(linesOf((await rejectsOf(importId)).text)[1]).toMatch(/^,2,.*,no,id.missing,.*,2$/)
  })

  test('of a large csv are the same as of a small one, by their records', async () => {
    const rows = Array.from(
      { length: 70_000 },
      (_, at) => `小红书,示例·${at},big_${at},${at % 20_000 === 7 ? '很多' : at},wx-secret,${'长'.repeat(12)}`,
    )
    const { importId, report } = await bring([HEADER, ...rows].join('\n'))
    expect(report).toMatchObject({ records: 70_000, rejected: 0 })
    const [, ...lines] = linesOf((await rejectsOf(importId)).text)
    expect(lines.map((line) => line.split(',').at(-1))).toEqual(['8', '20008', '40008', '60008'])
    expect(lines[1]).toMatch(/^小红书,示例·20007,big_20007,很多,,长/)
  })

  test('of a person who was erased give nothing back', async () => {
    const text = [HEADER, '小红书,示例·将删,gone_1,很多,wx,备忘', '小红书,示例·留下,stay_1,很多,wx,备忘'].join('\n')
    const { importId } = await bring(text)
    expect((await rejectsOf(importId)).text).toContain('gone_1')
    const { items } = await (await owner.send('GET /api/v1/creators?q=gone_1')).json()
    const { person } = await (await owner.send(`GET /api/v1/creators/${items[0].id}/person`)).json()
    const erased = await owner.send(`POST /api/v1/creators/${items[0].id}/erasures`, { personId: person?.id ?? items[0].id })
    expect(erased.status).toBeLessThan(300)
    const after = (await rejectsOf(importId)).text
    expect(after).not.toContain('gone_1')
    expect(after).toContain('stay_1')
  })

  test('are a member’s to read, and nobody else’s', async () => {
    const { importId } = await bring([HEADER, ...ROWS, '', '', ''].join('\n'))
    expect((await rejectsOf(importId, 'en', await house.visit(owner.workspaceId, 'viewer'))).status).toBe(200)
    expect((await rejectsOf(importId, 'en', await house.visit(await house.openWorkspace(), 'owner'))).status).toBe(404)
  })
})
