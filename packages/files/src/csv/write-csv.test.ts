import { harmlessCell } from '@kolibra/core/shared'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { readExport } from '../read/index.ts'
import { writeCsv } from './index.ts'

test('opens in Excel as it is meant: mark, CRLF, quotes, null empty', () => {
  expect(
    writeCsv(
      ['昵称', '数'],
      [
        ['示例,"甲"', 1.5],
        [null, true],
      ],
    ),
  ).toBe('\ufeff昵称,数\r\n"示例,""甲""",1.5\r\n,true\r\n')
})

test.each(['=1+1', '=1+1\n', '+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '＝1', ' =1'])('%j cannot run as a formula', (cell) => {
  expect(writeCsv(['a'], [[cell]])).toContain(`'${cell}`)
})

test('the name of a column cannot run either', () => {
  expect(writeCsv(['=1+1', '备注'], [])).toBe("\ufeff'=1+1,备注\r\n")
})

test('a negative number is no formula, typed as a number or as text', () => {
  expect(writeCsv(['a'], [[-5], ['-5'], ['-1,234.5'], ['--']])).toBe('\ufeffa\r\n-5\r\n-5\r\n"-1,234.5"\r\n--\r\n')
})

test('what writeCsv writes, readExport reads', async () => {
  const text = fc.string({
    unit: fc.constantFrom('示', '鹿', 'a', 'Z', '7', ',', ';', '\t', '"', '\n', '=', '-', '|', ' ', '𠮷', '·'),
    maxLength: 12,
  })
  // A row that holds nothing is no record, so each row begins with a name.
  const row = fc.tuple(
    fc.constant('示例'),
    fc.option(text),
    fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 8 }), async (rows) => {
      const bytes = new TextEncoder().encode(writeCsv(['昵称', '简介', '数'], rows))
      const expected = rows.map(([name, note, count]) => [name, expectText(note), count === null ? null : String(count)])
      const table = { name: 'a.csv', header: ['昵称', '简介', '数'], rows: expected }
      expect(await readExport(bytes, { name: 'a.csv' })).toEqual({
        ok: true,
        value: { name: 'a.csv', encoding: 'utf-8-sig', shape: 'table', tables: [table] },
      })
    }),
    { numRuns: 300 },
  )
})

function expectText(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : harmlessCell(text)
}
