import { describe, expect, test } from 'vitest'
import { importRecords } from './index.ts'

function notesOf(header: string[], row: string[]): string {
  const table = { name: 'list.csv', header, rows: [row] }
  const outcome = importRecords(
    { name: 'list.csv', encoding: 'utf-8', shape: 'table', tables: [table] },
    { source: 'auto', importId: 'sha256:00' },
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value.report.notes.join(' ')
}

describe('a list whose prices were not understood says so', () => {
  test('names the columns that may hold them', () => {
    expect(notesOf(['小红书昵称', '小红书号', '粉丝数', '返点', '裸价', '含税价'], ['示例', 'x1', '1万', '20%', '500', '530'])).toContain(
      '裸价, 含税价',
    )
  })

  test.each([
    { why: 'a price was read', header: ['昵称', '小红书号', '粉丝数', '图文报价', '裸价'], row: ['示例', 'x1', '1万', '500', '450'] },
    {
      why: 'nothing looks like a price',
      header: ['昵称', '小红书号', '粉丝数', '返点', '星座'],
      row: ['示例', 'x1', '1万', '20%', '狮子'],
    },
  ])('is silent when $why', ({ header, row }) => {
    expect(notesOf(header, row)).not.toContain('No price was read')
  })
})
