import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  describeProblem,
  importRecords,
  isRejectHeader,
  pickRows,
  pickStreamedRows,
  PROBLEM_SENTENCES,
  REJECT_HEADERS,
  runSteps,
  type DecodedFile,
  type PickedRow,
  type TableStream,
} from './index.ts'

const sheet = (header: string[], ...rows: (string | number | null)[][]): DecodedFile => ({
  name: 'list.xlsx',
  encoding: 'xlsx',
  shape: 'table',
  tables: [{ name: '名单', header, rows }],
})
const OPTIONS = { source: 'auto', importId: 'sha256:x' }
const HEADER = ['平台', '昵称', '账号ID', '粉丝数', '昵称', '手机号']
const picked = (file: DecodedFile, ...records: number[]) => runSteps(pickRows(file, OPTIONS, new Set(records)))

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

describe('a table in pieces gives the same rows', () => {
  const rows = Array.from({ length: 90 }, (_, at): (string | number | null)[] => [
    '小红书',
    `示例·${at}`,
    at % 7 === 0 ? null : `a${at}`,
    at,
    null,
    null,
  ])
  const file = sheet(HEADER, ...rows)
  const stream: TableStream = {
    head: sheet(HEADER, ...rows.slice(0, 40)),
    *pieces() {
      for (let from = 0; from < rows.length; from += 25)
        yield { rows: rows.slice(from, from + 25), share: Math.min(1, (from + 25) / rows.length) }
    },
  }
  const plain = (picks: readonly PickedRow[]) => picks.map(({ record, cells }) => ({ record, cells }))
  const fromStream = (wanted: Set<number>) => plain([...pickStreamedRows(stream, OPTIONS, wanted)].flat())

  test('by their records, whatever piece they stand in', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 95 })), (records) => {
        const wanted = new Set(records)
        expect(fromStream(wanted)).toEqual(plain(runSteps(pickRows(file, OPTIONS, wanted))))
      }),
      { numRuns: 40 },
    )
  })

  test('one yield per piece, so that other work comes between', () => {
    expect([...pickStreamedRows(stream, OPTIONS, new Set())]).toEqual([[], [], [], []])
  })

  test('none of a table of no source', () => {
    const strange = { ...stream, head: sheet(['a', 'b'], ['1', '2']) }
    expect([...pickStreamedRows(strange, OPTIONS, new Set([1]))]).toEqual([])
  })
})

test('an object of JSON is picked under its keys, lists and objects as JSON', () => {
  const file: DecodedFile = {
    name: 'page.json',
    encoding: 'utf-8',
    shape: 'json',
    documents: [{ authors: [{ attribute_datas: { id: '', nick_name: '示例·甲', follower: '1' } }] }],
  }
  const imported = importRecords(file, OPTIONS)
  if (!imported.ok) throw new Error('the example is no Xingtu search')
  const cells = picked(file, 1)[0]?.cells ?? []
  expect(cells).toContainEqual(['nick_name', '示例·甲'])
  for (const [, cell] of cells) expect(cell === null || ['string', 'number', 'boolean'].includes(typeof cell)).toBe(true)
})

describe('a cell that a file of ours made harmless is read as it was', () => {
  test.each([
    ["'@示例", '@示例'],
    ["'=1+1", '=1+1'],
    ["''=1+1", "'=1+1"],
    ["'好", "'好"],
  ])('%s', (written, text) => {
    const file = sheet(['平台', '昵称', '账号ID', '粉丝数'], ['小红书', written, 'a', 1])
    expect(importRecords(file, OPTIONS)).toMatchObject({ ok: true, value: { accounts: [{ accountId: 'a', displayName: text }] } })
    expect(picked(file, 1)[0]?.cells[1]).toEqual(['昵称', text])
  })
})
