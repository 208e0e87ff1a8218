import { assert, array, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRecords, removePerson, type DecodedFile } from './index.ts'

const table = (rows: (string | number | null)[][]): DecodedFile => ({
  name: 'a.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'a', header: ['平台', '昵称', '账号ID', '链接'], rows }],
})
const json = (documents: unknown[]): DecodedFile => ({ name: 'a.json', encoding: 'utf-8', shape: 'json', documents })

describe('the records of a person are taken out', () => {
  test('of a table, by id as text or number and by a link to it', () => {
    const rows = [
      ['小红书', '示例·甲', 'id-of-a', null],
      ['小红书', '示例·乙', 'id-of-b', null],
      ['小红书', '示例·丙', null, 'https://example.com/user/id-of-a?x=1'],
      ['抖音', '示例·丁', 5550001, null],
      ['抖音', '示例·戊', '55500012', null],
    ]
    const { file, removed } = removePerson(table(rows), ['id-of-a', '5550001'])
    expect(removed).toBe(3)
    expect(file).toEqual(table([rows[1] ?? [], rows[4] ?? []]))
  })

  test.each([
    ['with the tail of a float', '5550001.0'],
    ['in full-width digits', '５５５０００１'],
    ['behind the sign of a text', "'5550001"],
    ['in a link without scheme', 'www.example.com/user/5550001'],
    ['in a link with words around it', '看 https://example.com/user/5550001 快来'],
  ])('of a table, by an id %s as the import reads it', (_, cell) => {
    expect(removePerson(table([['抖音', '示例·丁', cell, null]]), ['5550001']).removed).toBe(1)
  })

  test('of a table, by a profile link in capitals', () => {
    const link = 'https://www.xiaohongshu.com/user/profile/5F3A5F3A5F3A5F3A5F3A5F3A'
    expect(removePerson(table([['小红书', '示例', null, link]]), ['5f3a5f3a5f3a5f3a5f3a5f3a']).removed).toBe(1)
  })

  test('of JSON, as the smallest item of a list around the id', () => {
    const document = { authors: [{ id: 'aaa111', posts: [{ n: 1 }] }, { id: 'bbb222', tags: ['aaa111'] }, { id: 'ccc333' }], page: 1 }
    const { file, removed } = removePerson(json([document]), ['aaa111'])
    expect(file).toEqual(json([{ authors: [{ id: 'ccc333' }], page: 1 }]))
    expect(removed).toBe(2)
  })

  test('of a document about one person, whole', () => {
    expect(removePerson(json([{ data: { userId: 'aaa111', name: '示例' } }]), ['aaa111'])).toMatchObject({
      file: { documents: [] },
      removed: 1,
    })
  })
})

test('whatever the rows: nobody else goes, and nothing of the person stays', () => {
  const cell = constantFrom('id-of-a', 'id-of-b', 'x', 'https://example.com/id-of-a')
  assert(
    property(array(tuple(cell, cell, cell, cell)), (rows) => {
      const { file, removed } = removePerson(table(rows), ['id-of-a'])
      const left = file.shape === 'table' ? (file.tables[0]?.rows ?? []) : []
      expect(JSON.stringify(left)).not.toContain('id-of-a')
      expect(left.length + removed).toBe(rows.length)
      expect(left).toEqual(rows.filter((row) => !row.join(' ').includes('id-of-a')))
    }),
  )
})

test('an import rejects the record of an erased person with that reason and nothing of it', () => {
  const rows = ['a', 'b'].map((name) => ['小红书', `示例·${name}`, `id-of-${name}`, 1000])
  const file: DecodedFile = {
    name: 'a.csv',
    encoding: 'utf-8',
    shape: 'table',
    tables: [{ name: 'a', header: ['平台', '昵称', '账号ID', '粉丝数'], rows }],
  }
  const read = importRecords(file, {
    source: 'auto',
    importId: 'sha256:x',
    isErased: (platform, id) => platform === 'xiaohongshu' && id === 'id-of-a',
  })
  if (!read.ok) throw new Error('refused')
  expect(read.value.accounts.map(({ accountId }) => accountId)).toEqual(['id-of-b'])
  expect(read.value.report).toMatchObject({
    records: 2,
    rejected: 1,
    problems: [{ record: 1, column: null, code: 'id.erased', value: null }],
  })
  expect(read.value.rejects).toEqual([{ record: 1, code: 'id.erased', column: null, original: {} }])
})
