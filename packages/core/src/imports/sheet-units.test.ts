import { describe, expect, test } from 'vitest'
import { importRecords, type Cell, type DecodedFile } from './index.ts'

const sheet = (name: string, followers: string, rows: readonly (readonly Cell[])[]) => ({
  name,
  header: ['小红书昵称', '小红书号', followers, '图文报价', '合作_阅读中位数', '地址'],
  rows,
})

function read(...tables: ReturnType<typeof sheet>[]) {
  const file: DecodedFile = { name: 'list.xlsx', encoding: 'xlsx', shape: 'table', tables }
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

describe('units that headers state', () => {
  const inWan = sheet('头部', '粉丝数（万）', [['示例甲', 'a1', '56.2', '20000']])
  const inOnes = sheet('素人', '粉丝数', [['示例乙', 'b1', '3200', '300']])

  test('are those of their own sheet, whichever stands first', () => {
    for (const tables of [
      [inWan, inOnes],
      [inOnes, inWan],
    ]) {
      const { accounts, report } = read(...tables)
      expect(Object.fromEntries(accounts.map(({ accountId, followers }) => [accountId, followers]))).toEqual({ a1: 562_000, b1: 3200 })
      expect(report.notes.filter((note) => note.includes('粉丝数（万）'))).toHaveLength(1)
    }
  })

  test('are those of the header above, where one comes again with another unit', () => {
    const again = sheet('合并', '粉丝数（万）', [
      ['示例甲', 'a1', '56.2', '20000'],
      ['小红书昵称', '小红书号', '粉丝数', '图文报价', '合作_阅读中位数', '地址'],
      ['示例乙', 'b1', '3200', '300'],
    ])
    const { accounts, report } = read(again)
    expect(accounts.map(({ followers }) => followers)).toEqual([562_000, 3200])
    expect(report.rejected).toBe(0)
  })
})
