import { describe, expect, test } from 'vitest'

import { readCsv } from './index.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'

function read(text: string) {
  const table = readCsv(text, 'a.csv')
  return table.ok ? { header: table.value.header, rows: table.value.rows } : table.refusals[0]
}

describe('readCsv', () => {
  const cases: [what: string, text: string, header: string[], rows: (string | null)[][]][] = [
    ['commas', 'a,b\n1,2\n', ['a', 'b'], [['1', '2']]],
    ['tabs', 'a\tb\n1,5\t2\n', ['a', 'b'], [['1,5', '2']]],
    ['semicolons', 'a;b\n1,5;2\n', ['a', 'b'], [['1,5', '2']]],
    ['the line sep= of Excel', 'sep=;\na;b\n1;2', ['a', 'b'], [['1', '2']]],
    ['Windows line ends', 'a,b\r\n1,2\r\n', ['a', 'b'], [['1', '2']]],
    ['old Mac line ends', 'a,b\r1,2\r', ['a', 'b'], [['1', '2']]],
    [
      'mixed line ends',
      'a,b\r\n1,2\n3,4\r\n',
      ['a', 'b'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['a quoted line break', 'a,b\n"x\ny",2\n', ['a', 'b'], [['x\ny', '2']]],
    ['doubled quotes', 'a,b\n"5"" 屏",2\n', ['a', 'b'], [['5" 屏', '2']]],
    [
      'a quote inside a bare cell',
      'a,b\n5" 屏,2\n3,4\n',
      ['a', 'b'],
      [
        ['5" 屏', '2'],
        ['3', '4'],
      ],
    ],
    ['short rows are filled', 'a,b,c\n1\n', ['a', 'b', 'c'], [['1', null, null]]],
    ['long rows are kept', 'a,b\n1,2,3,4,,\n', ['a', 'b'], [['1', '2', '3', '4']]],
    ['empty cells are unknown', 'a,b\n,2\n', ['a', 'b'], [[null, '2']]],
    ['blank rows are no records', '\n\na,b\n\n,\n1,2\n \n', ['a', 'b'], [['1', '2']]],
    ['duplicate headers', 'CPM,CPM\n1,2\n', ['CPM', 'CPM'], [['1', '2']]],
    ['header alone', 'a,b\n', ['a', 'b'], []],
    ['spaces around a header', ' a , b\n', ['a', 'b'], []],
    ['a title above', '达人导出\n昵称,粉丝数,地区\n示例,1,沪\n', ['昵称', '粉丝数', '地区'], [['示例', '1', '沪']]],
    ['a wide first row is no reason to drop a narrow header', 'name,note\nx,a,b\n', ['name', 'note'], [['x', 'a', 'b']]],
    ['long numbers stay text', 'id,n\n9007199254740993,1\n', ['id', 'n'], [['9007199254740993', '1']]],
    ['one column', '昵称\n示例·阿白\n', ['昵称'], [['示例·阿白']]],
  ]
  test.each(cases)('%s', (_, text, header, rows) => {
    expect(read(text)).toEqual({ header, rows })
  })

  test('numbers only have no header', () => {
    expect(read('1,2\n3,4\n')).toEqual({ code: 'file.no_header', file: 'a.csv' })
  })

  test('separators only are empty', () => {
    expect(read(',,\n,,\n')).toEqual({ code: 'file.empty', file: 'a.csv' })
  })

  test('a quote that never closes is named by its record, the header being none', () => {
    expect(read('a,b\n1,2\n3,"x\n5,6\n7,8\n')).toEqual({ code: 'file.bad_line', file: 'a.csv', record: 2, problem: 'open_quote' })
  })

  test('a cell that swallowed the rest of the file is named by its record', () => {
    expect(read(`a,b,c\n1,2,3\n${'x'.repeat(1_000_001)},2,3\n`)).toMatchObject({ code: 'file.bad_line', record: 2, problem: 'long_cell' })
  })

  test('more columns than a sheet can have are refused, not compared one by one', () => {
    expect(read(`${'c,'.repeat(16_385)}d\n1,2\n`)).toMatchObject({ code: 'file.too_complex', problem: 'columns' })
  })
})

test.each<[text: string, delimiter: string]>([
  ['a,b;c,d\n', ','],
  ['"a,b,c";d\n"e,f,g";h\n', ';'],
  ['标题\t正文\n一\t好看,好用,好闻\n二\t很好,\n', '\t'],
  ['a|b\n1|2\n', '|'],
  ['昵称\n', ','],
  ['', ','],
])('sniffDelimiter %j', (text, delimiter) => {
  expect(sniffDelimiter(text)).toBe(delimiter)
})
