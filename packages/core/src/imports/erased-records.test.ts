import { describe, expect, test } from 'vitest'
import { importRecords, type DecodedFile, type ErasedTest } from './index.ts'

const table = (header: string[], ...rows: (string | number | null)[][]): DecodedFile => ({
  name: 'a.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'a', header, rows }],
})
const erased =
  (...ids: string[]): ErasedTest =>
  (platform, id) =>
    (platform === null || platform === 'xiaohongshu') && ids.includes(id)
function read(file: DecodedFile, isErased: ErasedTest) {
  const imported = importRecords(file, { source: 'auto', importId: 'sha256:x', isErased })
  if (!imported.ok) throw new Error(JSON.stringify(imported.refusals))
  return imported.value
}
const LIST = ['平台', '昵称', '账号ID', '粉丝数']
const GOOD = ['小红书', '示例·乙', 'id-of-b', 1000]

describe('a record that cannot be taken anyway', () => {
  test.each([
    ['by its id', ['某站', '示例·甲', 'id-of-a', 1000], erased('id-of-a')],
    ['by the name that served as its id', ['某站', '示例·甲', null, 1000], erased('name:示例·甲')],
  ])('is rejected as that of an erased person, %s, whatever its platform', (_, row, isErased) => {
    const { report, rejects } = read(table(LIST, GOOD, row), isErased)
    expect(report.problems.filter(({ record }) => record === 2).at(-1)).toEqual({ record: 2, column: null, code: 'id.erased', value: null })
    expect(rejects).toEqual([{ record: 2, code: 'id.erased', column: null, original: {} }])
  })

  test('keeps its own reason when it names nobody who was erased', () => {
    const { rejects } = read(table(LIST, GOOD, ['某站', '示例·甲', 'id-of-a', 1000]), erased('id-of-c'))
    expect(rejects).toMatchObject([{ record: 2, code: 'platform.unknown' }])
  })
})

test('a comment without an id is rejected as that of its erased author', () => {
  const comment = {
    comment_id: 'c1',
    create_time: 1_763_600_100_000,
    note_id: 'n1',
    content: '示例评论',
    user_id: 'id-of-a',
    pictures: '',
    sub_comment_count: '0',
    parent_comment_id: '0',
    like_count: '2',
  }
  const documents = [comment, { ...comment, comment_id: '' }, { ...comment, comment_id: '', user_id: 'id-of-b' }]
  const file: DecodedFile = { name: 'c.json', encoding: 'utf-8', shape: 'json', documents }
  expect(read(file, erased('id-of-a')).rejects.map(({ code }) => code)).toEqual(['id.erased', 'id.erased', 'id.missing'])
})

test('numbers by day about an erased host are rejected, those of others and of the shop are not', () => {
  const header = [
    '时间',
    '主播ID',
    '付款佣金支出(元)',
    '付款佣金率',
    '付款金额(元)',
    '确认收货金额(元)',
    '确认收货佣金支出(元)',
    '确认收货佣金率',
  ]
  const numbers = ['206.80', '5.17%', '4,000.00', '1,500.00', '99.45', '6.63%']
  const rows = ['2200000000001', '2200000000002', null].map((host) => ['2026-03-18', host, ...numbers])
  const file = table(header, ...rows)
  const imported = importRecords(file, { source: 'relang.overview', importId: 'sha256:x', isErased: erased('2200000000001') })
  if (!imported.ok) throw new Error('refused')
  expect([...new Set(imported.value.series.map(({ subject }) => subject))]).toEqual(['host:2200000000002', 'shop'])
  expect(imported.value.rejects.map(({ record, code }) => [record, code])).toEqual([[1, 'id.erased']])
})
