import { describe, expect, test } from 'vitest'
import { blankContacts } from './blank-contacts.ts'
import { importRecords, SOURCES } from './index.ts'

const columnsOf = (id: string) => SOURCES.find((source) => source.id === id)?.columns ?? []

describe('a rejected row comes back without contact data', () => {
  test.each([
    { header: '微信号', why: 'a column the mapping drops' },
    { header: '联系邮箱', why: 'another one' },
    { header: '手 机', why: 'spaces in the header' },
    { header: '商务联系微信', why: 'a header no table lists' },
    { header: 'E-mail', why: 'in English' },
    { header: '收货地址', why: 'an address' },
  ])('$header: $why', ({ header }) => {
    expect(blankContacts({ 昵称: '示例', [header]: 'x' }, columnsOf('agency.list'))).toEqual({ 昵称: '示例', [header]: null })
  })

  test.each(['昵称', '主页链接', '地区', '地址', '备注', '粉丝数'])('%s stays', (header) => {
    expect(blankContacts({ [header]: 'x' }, columnsOf('pugongying.creators'))).toEqual({ [header]: 'x' })
  })

  test('through the import: the reason and the rest of the row stay', () => {
    const table = {
      name: 'list.csv',
      header: ['平台', '昵称', '达人ID', '粉丝数', '报价', '返点', '微信号', '手机号'],
      rows: [['抖音', '示例', '9.98E+18', '1万', '500', '20%', 'wx-demo', '1-demo']],
    }
    const outcome = importRecords(
      { name: 'list.csv', encoding: 'utf-8', shape: 'table', tables: [table] },
      { source: 'auto', importId: 'sha256:00' },
    )
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    expect(outcome.value.rejects).toMatchObject([{ code: 'id.rounded_by_excel' }])
    expect(JSON.stringify(outcome.value)).not.toMatch(/wx-demo|1-demo/)
    expect(JSON.stringify(outcome.value.rejects)).toContain('9.98E+18')
  })
})
