import { describe, expect, test } from 'vitest'
import { describeImportRefusal, importRecords, parsePastedBlock, type Cell, type DecodedFile } from './index.ts'
import { listTables } from './read-table.ts'

const table = (header: string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'a.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'a', header, rows }],
})
const json = (value: unknown): DecodedFile => ({ name: 'a.json', encoding: 'utf-8', shape: 'json', documents: [value] })

describe('files that are refused as a whole', () => {
  test.each([
    { why: 'a table of something else', file: table(['日期', '气温'], ['周一', '很热']), source: 'auto', code: 'import.unknown_table' },
    {
      why: 'no header',
      file: table(['示例', '900001', '5.2万', 'https://x.cn', '300'], ['示例', '900002', '1万', 'https://x.cn', '200']),
      source: 'auto',
      code: 'import.no_header',
    },
    { why: 'a header alone', file: table(['小红书昵称', '小红书号', '粉丝数', '图文报价']), source: 'auto', code: 'import.no_records' },
    { why: 'a source nobody knows', file: table(['昵称'], ['示例']), source: 'nobody', code: 'import.unknown_source' },
    { why: 'the wrong source', file: table(['昵称'], ['示例']), source: 'xingtu.search', code: 'import.wrong_source' },
    {
      why: 'who follows whom',
      file: table(['up_id', 'fan_id', 'fan_name'], ['1', '2', '示例']),
      source: 'auto',
      code: 'import.contact_data',
    },
    { why: 'JSON of something else', file: json({ weather: [1, 2] }), source: 'auto', code: 'import.unknown_table' },
    { why: 'JSON that is a number', file: json(7), source: 'auto', code: 'import.unknown_table' },
    { why: 'an empty search response', file: json({ authors: [] }), source: 'auto', code: 'import.unknown_table' },
  ])('$why', ({ file, source, code }) => {
    const outcome = importRecords(file, { source, importId: 'sha256:00' })
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code }] })
    const told = outcome.ok ? null : describeImportRefusal(outcome.refusals[0] ?? { code: '' })
    expect(told?.en).toMatch(/\.$/)
    expect(told?.zh).toMatch(/[一-龥].*。$/)
  })

  test('an unknown table names its headers and the closest sources', () => {
    const outcome = importRecords(table(['昵称', '身高', '体重'], ['示例', 'x', 'y']), { source: 'auto', importId: 'sha256:00' })
    expect(outcome).toMatchObject({ refusals: [{ headers: ['昵称', '身高', '体重'], closest: expect.arrayContaining(['agency.list']) }] })
    expect(outcome.ok ? '' : describeImportRefusal(outcome.refusals[0] ?? { code: '' }).en).toContain('昵称, 身高, 体重')
  })

  test('a table with one everyday word among many is close to nothing', () => {
    const closestOf = (...headers: string[]) => {
      const outcome = importRecords(
        table(
          headers,
          headers.map(() => 'x'),
        ),
        { source: 'auto', importId: 'sha256:00' },
      )
      return outcome.ok ? null : outcome.refusals[0]?.['closest']
    }
    expect(closestOf('昵称', '身高', '体重', '鞋码', '星座')).toEqual([])
    expect(closestOf('昵称', 'MCN', '简介', '身高', '体重', '鞋码')).toContain('agency.list')
  })

  test('an unknown table is told without words of a command line: people read it on a page', () => {
    const told = describeImportRefusal({ code: 'import.unknown_table' })
    expect(`${told.en}${told.zh}`).not.toMatch(/--|docs\//)
    expect(told.en).toContain('Say what each of its columns holds')
  })

  test('a column name as long as a page does not make the sentence one', () => {
    const outcome = importRecords(table(['昵'.repeat(9000), '身高', '体重'], ['示例', 'x', 'y']), { source: 'auto', importId: 'sha256:00' })
    const told = describeImportRefusal(outcome.ok ? { code: '' } : (outcome.refusals[0] ?? { code: '' }))
    expect(told.en).toContain(`${'昵'.repeat(40)}…, 身高`)
  })

  test('a code outside the catalogue reads as itself', () => {
    expect(describeImportRefusal({ code: 'x.y' })).toEqual({ en: 'x.y.', zh: 'x.y。' })
  })
})

describe('values no table of a database holds', () => {
  test('a price and a count beyond 2^53 are problems of their cells, not numbers', () => {
    const row = ['示例·阿白', '9900001', '99999999999999999999万', '99999999999999999999万']
    const outcome = importRecords(table(['小红书昵称', '小红书号', '粉丝数', '图文报价'], row), { source: 'auto', importId: 'sha256:00' })
    expect(outcome).toMatchObject({
      value: {
        accounts: [{ followers: null, quotes: [] }],
        report: { rejected: 0, problems: [{ code: 'number.not_a_count' }, { code: 'number.not_a_price' }] },
      },
    })
  })

  test('a key that every object of JavaScript has is no value of a row that lacks it', () => {
    expect(listTables(json([{ 昵称: '示例', toString: '一', constructor: '二' }, { 昵称: '示例二' }]))).toEqual([
      {
        name: 'a.json',
        header: ['昵称', 'toString', 'constructor'],
        rows: [
          ['示例', '一', '二'],
          ['示例二', null, null],
        ],
      },
    ])
  })
})

describe('pasted cells', () => {
  test('tabs, quoted line breaks and doubled quotes, Windows line ends', () => {
    const file = parsePastedBlock('平台\t昵称\t备注\r\n小红书\t"示例·""甲"""\t"两\r\n行"\r\n\r\n抖音\t示例·乙\t\r\n')
    expect(file).toMatchObject({
      tables: [
        {
          header: ['平台', '昵称', '备注'],
          rows: [
            ['小红书', '示例·"甲"', '两\n行'],
            ['抖音', '示例·乙', ''],
          ],
        },
      ],
    })
  })

  test('a quote inside a cell is only a character', () => {
    expect(parsePastedBlock('a\tb\n"x" y\t2')).toMatchObject({ tables: [{ rows: [['"x" y', '2']] }] })
  })

  test('goes through the same import', () => {
    const outcome = importRecords(parsePastedBlock('平台\t昵称\tid\t粉丝数\t报价\n小红书\t示例·甲\t900001\t1.2万\t800'), {
      source: 'auto',
      importId: 'sha256:00',
    })
    expect(outcome).toMatchObject({
      value: {
        accounts: [
          { platform: 'xiaohongshu', accountId: '900001', followers: 12_000, quotes: [{ format: 'post', listFen: 80_000, filed: null }] },
        ],
      },
    })
  })

  test('nothing pasted is refused', () => {
    expect(importRecords(parsePastedBlock(''), { source: 'auto', importId: 'sha256:00' })).toMatchObject({ ok: false })
  })
})
