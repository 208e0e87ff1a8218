import { describe, expect, test } from 'vitest'
import { importRecords, recogniseSource, type Cell, type DecodedFile } from './index.ts'
import { listHeaderLines, rateHeaderLine } from './header-lines.ts'
import { table } from './test/read-checked.ts'
import type { TableReading } from './source.ts'

const READING: TableReading = {
  columns: [
    { headers: ['昵称', '达人名称'], target: { to: 'identity', field: 'displayName' } },
    { headers: ['粉丝数'], target: { to: 'followers' } },
    { headers: ['粉丝数(万)'], target: { to: 'dropped', why: 'not used' } },
  ],
  required: [['昵称'], ['粉丝数', '粉丝数(万)']],
}
const rate = (...header: Cell[]) =>
  listHeaderLines({ name: '', header: header.map(String), rows: [] }).map((line) => rateHeaderLine(line, READING))

describe('how surely a row is a header', () => {
  test.each([
    { header: ['昵称', '粉丝数'], rates: 1, why: 'all names are known' },
    { header: ['达人名称 ', ' 粉 丝 数', '备注', '链接'], rates: 0.75, why: 'half are, by another word and with spaces' },
    { header: ['昵称', '粉丝数（万）'], rates: 1, why: 'a name with its bracket is its own column' },
    { header: ['昵称', '粉丝数（千）'], rates: 1, why: 'a bracket that no column has is a unit' },
    { header: ['昵称', '昵称', '粉丝数', ''], rates: 0.83, why: 'a name met twice is known once, an empty one is none' },
    { header: ['昵称', '备注'], rates: 0, why: 'a required one is missing' },
    { header: [], rates: 0, why: 'nothing is no header' },
  ])('$why', ({ header, rates }) => expect(rate(...header)).toEqual([rates]))
})

// Each took a minute or more before a row was folded once for all sources; the runner allows five seconds.
describe('is found quickly', () => {
  const columns = Array.from({ length: 16_384 }, (_, at) => `列${at}`)

  test('among 16,384 columns', () => {
    const wide = table(columns, ...Array.from({ length: 15 }, () => columns.map((_, at) => `值${at}`)))
    expect(recogniseSource(wide)).toEqual([])
    expect(importRecords(wide, { source: 'auto', importId: 'sha256:00' }).ok).toBe(false)
  })

  test('beside a cell of 20 million signs', () => {
    const file: DecodedFile = table(
      ['昵称', '小红书号', '粉丝数', '报备图文', '备注'],
      ['示例·子', '900001', 100, 300, '长'.repeat(20_000_000)],
    )
    expect(recogniseSource(file)[0]?.source.id).toBe('agency.list')
  })
})
