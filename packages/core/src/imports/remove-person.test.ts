import { assert, array, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { importRecords, removePerson, runSteps, seekPerson, type DecodedFile, type PersonTest } from './index.ts'

const table = (rows: (string | number | null)[][]): DecodedFile => ({
  name: 'a.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'a', header: ['平台', '昵称', '账号ID', '链接'], rows }],
})
const json = (documents: unknown[]): DecodedFile => ({ name: 'a.json', encoding: 'utf-8', shape: 'json', documents })

const remove = (file: DecodedFile, person: PersonTest) => runSteps(removePerson(file, person))

describe('the records of a person are taken out', () => {
  test('of a table, by id as text or number and by a link to it', () => {
    const rows = [
      ['小红书', '示例·甲', 'id-of-a', null],
      ['小红书', '示例·乙', 'id-of-b', null],
      ['小红书', '示例·丙', null, 'https://example.com/user/id-of-a?x=1'],
      ['抖音', '示例·丁', 5550001, null],
      ['抖音', '示例·戊', '55500012', null],
    ]
    const { file, removed } = remove(table(rows), seekPerson({ ids: ['id-of-a', '5550001'] }))
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
    expect(remove(table([['抖音', '示例·丁', cell, null]]), seekPerson({ ids: ['5550001'] })).removed).toBe(1)
  })

  test('of a table, by a profile link in capitals', () => {
    const link = 'https://www.xiaohongshu.com/user/profile/5F3A5F3A5F3A5F3A5F3A5F3A'
    expect(remove(table([['小红书', '示例', null, link]]), seekPerson({ ids: ['5f3a5f3a5f3a5f3a5f3a5f3a'] })).removed).toBe(1)
  })

  test('of JSON, as the smallest item of a list around the id', () => {
    const document = { authors: [{ id: 'aaa111', posts: [{ n: 1 }] }, { id: 'bbb222', tags: ['aaa111'] }, { id: 'ccc333' }], page: 1 }
    const { file, removed } = remove(json([document]), seekPerson({ ids: ['aaa111'] }))
    expect(file).toEqual(json([{ authors: [{ id: 'ccc333' }], page: 1 }]))
    expect(removed).toBe(2)
  })

  test('of JSON with gaps in plain lists, whole as well', () => {
    const rows = [
      ['小红书', null, 'aaa111'],
      ['小红书', null, 'bbb222'],
    ]
    expect(remove(json([{ rows }]), seekPerson({ ids: ['aaa111'] }))).toEqual({ file: json([{ rows: [rows[1]] }]), removed: 1 })
  })

  test.each([
    ['rounded', '6.11E+18'],
    ['whose last digits were lost', '611000000000000000000'],
  ])('of a table and of JSON, by the name beside an id that a spreadsheet %s; never by the name alone', (_, id) => {
    const sought = seekPerson({ ids: ['611000000000000000123'], names: ['示例·甲'] })
    const rows = [
      ['小红书', '示例·甲', id, null],
      ['小红书', '示例·甲', 'id-of-another', null],
      ['小红书', '示例·乙', id, null],
    ]
    expect(remove(table(rows), sought)).toEqual({ file: table(rows.slice(1)), removed: 1 })
    const items = rows.map(([, name, user]) => ({ name, user }))
    expect(remove(json(items), sought)).toEqual({ file: json(items.slice(1)), removed: 1 })
  })

  test('by an id that may be a count, beside the name only', () => {
    const rows = [
      ['抖音', '示例·甲', 5550001, null],
      ['抖音', '示例·乙', 5550001, null],
    ]
    const sought = seekPerson({ ids: [], doubtfulIds: ['5550001'], names: ['示例·甲'] })
    expect(remove(table(rows), sought)).toEqual({ file: table(rows.slice(1)), removed: 1 })
  })

  test('of a document about one person, whole', () => {
    expect(remove(json([{ data: { userId: 'aaa111', name: '示例' } }]), seekPerson({ ids: ['aaa111'] }))).toMatchObject({
      file: { documents: [] },
      removed: 1,
    })
  })
})

test('whatever the rows: nobody else goes, and nothing of the person stays', () => {
  const cell = constantFrom('id-of-a', 'id-of-b', 'x', 'https://example.com/id-of-a')
  assert(
    property(array(tuple(cell, cell, cell, cell)), (rows) => {
      const { file, removed } = remove(table(rows), seekPerson({ ids: ['id-of-a'] }))
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

describe('whether a text may hold a record of somebody', () => {
  const { mayStandIn } = seekPerson({ ids: ['Id-of-A', '5550001'], names: ['示例·甲'] })
  test.each(['x,Id-of-A,y', 'https://example.com/ID-OF-A', '５５５０００１', "'5550001.0", '看示例·甲的主页'])('%s may', (text) => {
    expect(mayStandIn(text)).toBe(true)
  })
  test('one without their ids and names does not', () => {
    expect(mayStandIn('抖音,示例·乙,555000')).toBe(false)
    expect(seekPerson({ ids: [''], names: [' '] }).mayStandIn('x')).toBe(false)
  })
})

test('whatever else is looked for, one id is found the same: among thousands of others as alone', () => {
  const others = Array.from({ length: 3000 }, (_, at) => `${'0123456789abcdef'.repeat(2).slice(at % 16, (at % 16) + 12)}${at}`)
  const one = seekPerson({ ids: ['64f0aa11bb22'] })
  const many = seekPerson({ ids: ['64f0aa11bb22', ...others] })
  const around = constantFrom('', ' ', "'", '/', '?x=', '.0', 'a', '-', '_', '·', '６４', '\t', ',', '"')
  const id = constantFrom('64f0aa11bb22', '64F0AA11BB22', '６４f0aa11bb22', '64f0aa11bb2')
  assert(
    property(tuple(around, id, around), around, (parts, other) => {
      const row = [other, `https://example.com/${parts.join('')}`, parts.join('')]
      expect(many.isOfRow(row)).toBe(one.isOfRow(row))
      if (one.isOfRow(row)) expect(many.mayStandIn(row.join(','))).toBe(true)
    }),
  )
})
