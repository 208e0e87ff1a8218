import { describe, expect, test } from 'vitest'
import type { DecodedFile, Table } from '@kolibra/core/imports'
import { streamTable } from './stream-table.ts'

const tableOf = (name: string, rows: number): Table => ({
  name,
  header: ['昵称', '粉丝数'],
  rows: Array.from({ length: rows }, (_, at) => [`${name}${at}`, String(at)]),
})
const workbook = (...tables: Table[]): DecodedFile => ({ name: 'a.xlsx', encoding: 'xlsx', shape: 'table', tables })

describe('tables of a file that is held', () => {
  test('come in slices, sheet by sheet, with nothing left out and nothing twice', () => {
    const file = workbook(tableOf('甲', 2500), tableOf('空', 0), tableOf('乙', 700))
    const stream = streamTable(file)
    const pieces = [...(stream?.pieces() ?? [])]
    const together = (table: number) => pieces.filter((piece) => piece.table === table).flatMap(({ rows }) => rows)
    expect([0, 1, 2].map(together)).toEqual(file.shape === 'table' ? file.tables.map(({ rows }) => rows) : [])
    expect(pieces.map(({ share }) => share)).toEqual(pieces.map(({ share }) => share).toSorted((a, b) => a - b))
    expect(pieces.at(-1)?.share).toBe(1)
    expect(stream?.head.shape === 'table' && stream.head.tables.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['甲', 500],
      ['空', 0],
      ['乙', 500],
    ])
  })

  test('a wide sheet comes in fewer rows at once: what is done between two answers is cells', () => {
    const wide = { ...tableOf('甲', 1500), header: Array.from({ length: 100 }, (_, at) => `列${at}`) }
    const sizes = [...(streamTable(workbook(wide))?.pieces() ?? [])].map(({ rows }) => rows.length)
    expect(Math.max(...sizes)).toBe(40)
  })

  test('a small file is understood at once, and JSON is no table', () => {
    expect(streamTable(workbook(tableOf('甲', 500), tableOf('乙', 500)))).toBeNull()
    expect(streamTable({ name: 'a.json', encoding: 'utf-8', shape: 'json', documents: [] })).toBeNull()
  })
})
