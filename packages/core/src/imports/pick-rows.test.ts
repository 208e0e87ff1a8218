import { describe, expect, test } from 'vitest'
import { describeProblem, importRecords, pickRows, PROBLEM_SENTENCES, REJECT_HEADERS, isRejectHeader, type DecodedFile } from './index.ts'

const sheet = (header: string[], ...rows: (string | number | null)[][]): DecodedFile => ({
  name: 'list.xlsx',
  encoding: 'xlsx',
  shape: 'table',
  tables: [{ name: '名单', header, rows }],
})
const OPTIONS = { source: 'auto', importId: 'sha256:x' }
const HEADER = ['平台', '昵称', '账号ID', '粉丝数', '昵称', '手机号']
const picked = (file: DecodedFile, ...records: number[]) => pickRows(file, OPTIONS, new Set(records))

describe('a record is picked as it stands in the file', () => {
  test('in the file’s order, a header met twice too, contact data blank', () => {
    const file = sheet(HEADER, ['小红书', '示例·鹿', 'a', 1, '二', '100'], ['小红书', null, null, 2, '三', '200'])
    expect(picked(file, 2)).toMatchObject([
      {
        record: 2,
        cells: [
          ['平台', '小红书'],
          ['昵称', null],
          ['账号ID', null],
          ['粉丝数', 2],
          ['昵称', '三'],
          ['手机号', null],
        ],
      },
    ])
    expect(picked(file, 2)[0]?.headerOf('达人ID')).toBe('账号ID')
    expect(picked(file)).toEqual([])
  })

  test('counts records as the report does: title lines, blank rows and headers inside are none', () => {
    const file = sheet(['2026年11月名单', '', '', '', '', ''], HEADER, [null, null, null, null, null, null], HEADER, [
      '小红书',
      '',
      '',
      9,
      '',
      '',
    ])
    const imported = importRecords(file, OPTIONS)
    expect(imported).toMatchObject({ ok: true, value: { rejects: [{ record: 1 }] } })
    expect(picked(file, 1)[0]?.cells[3]).toEqual(['粉丝数', 9])
  })

  test('with cells beyond the header under no name', () => {
    expect(picked(sheet(HEADER, ['小红书', 'n', 'a', 1, '', '', 'extra']), 1)[0]?.cells.at(-1)).toEqual(['', 'extra'])
  })

  test('of a file of no source there is none', () => {
    expect(picked(sheet(['a', 'b'], ['1', '2']), 1)).toEqual([])
  })
})

test('columns of our own are told from anybody else’s', () => {
  for (const { en, zh } of REJECT_HEADERS) expect([en, zh].every(isRejectHeader)).toBe(true)
  for (const header of ['原因', 'reason', 'Kolibra', '列', '']) expect(isRejectHeader(header)).toBe(false)
})

test('every problem has a sentence in both languages; a strange code reads as itself', () => {
  for (const { en, zh } of Object.values(PROBLEM_SENTENCES)) expect([en.endsWith('.'), zh.endsWith('。')]).toEqual([true, true])
  expect(describeProblem('x.y')).toEqual({ en: 'x.y', zh: 'x.y' })
})
