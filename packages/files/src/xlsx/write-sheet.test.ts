import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { writeSheet, type SheetPlan } from './index.ts'

const PLAN: SheetPlan = {
  name: '示例',
  columns: [
    { header: '达人', format: 'text' },
    { header: '报价', format: 'money' },
    { header: '互动率', format: 'share' },
    { header: '粉丝数', format: 'whole' },
    { header: '数据时间', format: 'moment' },
  ],
}
type Row = readonly (string | number | null)[]

async function writeAndRead(rows: readonly Row[], plan: SheetPlan = PLAN) {
  async function* give(): AsyncGenerator<Row> {
    for (const row of rows) yield row
  }
  const pieces: Uint8Array[] = []
  for await (const piece of writeSheet(plan, give())) pieces.push(piece)
  return (await readXlsx(Buffer.concat(pieces))).sheets[0]
}

test('numbers, shares and moments are cells of their kind, unknown is empty', async () => {
  const sheet = await writeAndRead([
    ['示例·甲', '12.50', 0.042, 1200, '2026-11-20T04:00:00.000Z'],
    ['示例·乙', null, null, null, '2026-11-18'],
  ])
  expect(sheet?.rows[0]).toEqual(['达人', '报价', '互动率', '粉丝数', '数据时间'])
  expect(sheet?.rows[1]).toEqual(['示例·甲', 12.5, 0.042, 1200, new Date('2026-11-20T12:00:00Z')])
  expect(sheet?.rows[2]?.slice(1, 4).map((cell) => cell ?? null)).toEqual([null, null, null])
  expect(sheet?.rows[2]?.[4]).toEqual(new Date('2026-11-18T00:00:00Z'))
})

test('nothing that could run as a formula is written, in whatever column or header', async () => {
  const header = { header: '=1+1', format: 'text' } as const
  const sheet = await writeAndRead(
    [
      ['=HYPERLINK("http://example.com")', '＝1'],
      ['@SUM(A1)', '+1'],
      ['-5', '--'],
    ],
    { name: 'x', columns: [header, { header: '数据时间', format: 'moment' }] },
  )
  expect(sheet?.rows).toEqual([
    ["'=1+1", '数据时间'],
    ['\'=HYPERLINK("http://example.com")', "'＝1"],
    ["'@SUM(A1)", expect.anything()],
    ['-5', '--'],
  ])
})

test('ten thousand rows come piece by piece', async () => {
  const sheet = await writeAndRead(Array.from({ length: 10_000 }, (_, row) => [`示例 ${row}`, String(row), 0.5, row, null]))
  expect(sheet?.rows.length).toBe(10_001)
  expect(sheet?.rows[10_000]?.slice(0, 4)).toEqual(['示例 9999', 9999, 0.5, 9999])
})
