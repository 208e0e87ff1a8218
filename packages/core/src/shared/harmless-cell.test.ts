import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmlessCell, readHarmlessCell } from './index.ts'

const RUNS = [
  '=1+1',
  '=cmd|"/c calc"!A1',
  '=HYPERLINK("https://example.com","看")',
  '+1+1',
  '+861380000',
  '-1+1',
  '-A1',
  '-2+3+cmd|"/c calc"!A1',
  '@SUM(A1)',
  '@示例·阿白',
  '＝1+1',
  '＋1',
  '－1+1',
  '＠SUM(A1)',
  '\t=1',
  '\tname',
  '\r=1',
  '\n=1',
  ' =1',
  '\u00a0=1',
  '\u3000＝1',
  '\ufeff=1',
  '\u200b@a',
  '\u0000=1',
  '=',
  "'=1+1",
  "''@a",
]
test.each(RUNS)('%j is made text', (text) => {
  expect(harmlessCell(text)).toBe(`'${text}`)
})

const STAYS = [
  '',
  ' \t\n',
  '示例·小鹿护肤',
  'a=b',
  '1+1',
  '12%',
  '-1',
  '-12.5',
  '-1,234.50',
  '-3%',
  '-',
  '--',
  '——',
  '－',
  "'",
  "'a",
  "'-1",
  '#N/A',
  ' a',
]
test.each(STAYS)('%j stays as it is', (text) => {
  expect(harmlessCell(text)).toBe(text)
})

test('property: nothing that comes out begins a formula, and nothing is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', '－', '\t', '\r', ' ', "'", '1', ',', '.', '%', 'A', '示') })
  fc.assert(
    fc.property(text, (cell) => {
      const written = harmlessCell(cell)
      expect(written.endsWith(cell)).toBe(true)
      expect(readHarmlessCell(written)).toBe(cell)
      const first = written.trimStart().charAt(0)
      if (!'=+-@＝＋－＠'.includes(first) || first === '') return
      // Left as it was: then it is a number or dashes, and nothing else.
      expect(/^[-－]+$/.test(written) || Number.isFinite(Number(written.replaceAll(/[,%]/g, '')))).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test.each(["'a", "'-1", "'", '=1', "a'=1", ''])('%j was made by nobody here and is read as it stands', (text) => {
  expect(readHarmlessCell(text)).toBe(text)
})

test('property: reading back what was written is exact, whatever the text', () => {
  const begins = fc.string({ unit: fc.constantFrom("'", '=', '-', '@', ' ', '1', '示') })
  fc.assert(
    fc.property(begins, fc.string({ unit: 'binary' }), (start, rest) => {
      expect(readHarmlessCell(harmlessCell(start + rest))).toBe(start + rest)
    }),
    { numRuns: 2000 },
  )
})
