import { describe, expect, test } from 'vitest'

import { listWorkbookParts, packArchive, packWorkbook, writeRow } from '../../test/pack-archive.ts'
import { READ_LIMITS } from '../read/limits.ts'
import { readXlsx } from './index.ts'

const NAME = 'export.xlsx'
const HEADER = writeRow('昵称', '粉丝数', '地区')
const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>'

async function readRows(sheet: string, more: { styles?: string; sharedStrings?: string; workbookProperties?: string } = {}) {
  const read = await readXlsx(packWorkbook({ sheets: { Sheet1: sheet }, ...more }), { name: NAME, limits: READ_LIMITS })
  return read.ok ? read.value[0] : read.refusals
}

async function readRefusal(bytes: Uint8Array, limits = READ_LIMITS) {
  const read = await readXlsx(bytes, { name: NAME, limits })
  return read.ok ? read.value : read.refusals[0]
}

describe('odd but legal cells', () => {
  const oddities: [what: string, cell: string, expected: unknown][] = [
    ['a number', '<c><v>12500</v></c>', 12500],
    ['a decimal in scientific form', '<c><v>1.5E-2</v></c>', 0.015],
    ['an integer beyond 2^53 stays a number', '<c><v>9007199254740993</v></c>', 9007199254740992],
    ['true', '<c t="b"><v>1</v></c>', true],
    ['false', '<c t="b"><v>0</v></c>', false],
    ['a shared string', '<c t="s"><v>0</v></c>', '示例·小鹿护肤'],
    ['a shared string in runs', '<c t="s"><v>1</v></c>', '小鹿护肤'],
    ['single quotes around attributes', "<c t='inlineStr'><is><t>上海</t></is></c>", '上海'],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[A&B<C]]></t></is></c>', 'A&B<C'],
    ['entities', '<c t="inlineStr"><is><t>A&amp;B &#x5C0F;&#40575;</t></is></c>', 'A&B 小鹿'],
    ['_x000D_ is a return', '<c t="inlineStr"><is><t>一_x000D_\n二</t></is></c>', '一\r\n二'],
    ['half a pair is replaced', '<c t="inlineStr"><is><t>a&#xD800;b</t></is></c>', 'a\ufffdb'],
    ['an error keeps its text', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['a formula with a text result', '<c t="str"><f>A1&amp;"级"</f><v>L6级</v></c>', 'L6级'],
    ['a formula with a number result', '<c><f>1+1</f><v>2</v></c>', 2],
    ['a formula never calculated', '<c><f>1+1</f></c>', null],
    ['a date', '<c s="1"><v>46085</v></c>', '2026-03-04 00:00:00'],
    ['a date with time, rounded to its second', '<c s="2"><v>46085.604166666664</v></c>', '2026-03-04 14:30:00'],
    ['an ISO date', '<c t="d"><v>2026-03-04T14:30:00</v></c>', '2026-03-04 14:30:00'],
    ['an ISO date with fractions', '<c t="d"><v>2026-03-04T14:30:00.000</v></c>', '2026-03-04 14:30:00'],
    ['an empty inline string', '<c t="inlineStr"><is><t></t></is></c>', null],
  ]
  const sharedStrings = '<si><t>示例·小鹿护肤</t></si><si><r><t>小鹿</t></r><r><rPr><b/></rPr><t>护肤</t></r></si>'
  test.each(oddities)('%s', async (_, cell, expected) => {
    const sheet = `${HEADER}<row>${cell}<c t="inlineStr"><is><t>end</t></is></c></row>`
    expect(await readRows(sheet, { styles: STYLES, sharedStrings })).toEqual({
      name: 'Sheet1',
      header: ['昵称', '粉丝数', '地区'],
      rows: [[expected, 'end', null]],
    })
  })

  test('a workbook counting from 1904', async () => {
    const table = await readRows(`${HEADER}<row><c s="1"><v>44623</v></c></row>`, {
      styles: STYLES,
      workbookProperties: '<workbookPr date1904="1"/>',
    })
    expect(table).toMatchObject({ rows: [['2026-03-04 00:00:00', null, null]] })
  })

  test('a namespace prefix on every element', async () => {
    const cell = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const xml = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>${cell('昵称')}${cell('地区')}${cell('类型')}</x:row><x:row>${cell('示例·阿白')}</x:row></x:sheetData></x:worksheet>`
    expect(await readRows(xml)).toMatchObject({ header: ['昵称', '地区', '类型'], rows: [['示例·阿白', null, null]] })
  })

  test('gaps between references become null, and a merged header reads as its first cell', async () => {
    const sheet = `<row r="1"><c r="A1" t="str"><v>昵称</v></c><c r="C1" t="str"><v>粉丝数</v></c></row><row r="5"><c r="C5"><v>7</v></c></row>`
    expect(await readRows(sheet)).toMatchObject({ header: ['昵称', '', '粉丝数'], rows: [[null, null, 7]] })
  })

  test('a lone cell in the far corner costs one row, not a million', async () => {
    const table = await readRows(`${HEADER}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`)
    expect(table).toMatchObject({ header: ['昵称', '粉丝数', '地区'] })
    expect(table).toHaveProperty('rows.length', 1)
    expect(table).toHaveProperty('rows.0.length', 16384)
    expect(table).toHaveProperty('rows.0.16383', 1)
  })
})

describe('which sheets and which header', () => {
  test('title rows above the header are skipped, blank rows are no records', async () => {
    const sheet = `${writeRow('达人数据导出')}${writeRow('导出时间', '2026-03-04')}<row/>${HEADER}${writeRow('示例·阿白', 5, '杭州')}<row><c/><c/></row>${writeRow('示例·阿青', 6, '成都')}`
    expect(await readRows(sheet)).toMatchObject({
      header: ['昵称', '粉丝数', '地区'],
      rows: [
        ['示例·阿白', 5, '杭州'],
        ['示例·阿青', 6, '成都'],
      ],
    })
  })

  test('several sheets become several tables; empty and hidden ones are left out', async () => {
    const bytes = packWorkbook({ sheets: { 达人: HEADER, 空表: '', 字典: HEADER, 笔记: writeRow('标题', '点赞') }, hidden: ['字典'] })
    const read = await readXlsx(bytes, { name: NAME, limits: READ_LIMITS })
    expect(read.ok && read.value.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['达人', 0],
      ['笔记', 0],
    ])
  })

  test('a sheet that is named many times is read once', async () => {
    const parts = listWorkbookParts({ sheets: { 达人: HEADER + writeRow('示例·阿白', 5, '沪') } })
    const twice = parts.map((part) =>
      part.name === 'xl/workbook.xml'
        ? { ...part, content: String(part.content).replace(/<sheet .*?\/>/, (sheet) => sheet.repeat(50)) }
        : part,
    )
    const read = await readXlsx(packArchive(twice), { name: NAME, limits: READ_LIMITS })
    expect(read).toMatchObject({ ok: true, value: [{ name: '达人', rows: [['示例·阿白', 5, '沪']] }] })
    expect(read.ok && read.value.length).toBe(1)
  })

  test('duplicate headers are both kept', async () => {
    expect(await readRows(writeRow('CPM', 'CPM', '昵称') + writeRow(1, 2, '示例·阿白'))).toMatchObject({ header: ['CPM', 'CPM', '昵称'] })
  })
})

describe('workbooks that are refused', () => {
  const parts = listWorkbookParts({ sheets: { Sheet1: HEADER } })
  const cases: [what: string, bytes: Uint8Array, refusal: object][] = [
    ['only empty sheets', packWorkbook({ sheets: { Sheet1: '', Sheet2: '<row/>' } }), { code: 'file.empty' }],
    ['numbers without column names', packWorkbook({ sheets: { 数据: writeRow(1, 2) } }), { code: 'file.no_header', sheet: '数据' }],
    [
      'a document',
      packArchive([
        { name: '[Content_Types].xml', content: '' },
        { name: 'word/document.xml', content: '' },
      ]),
      { code: 'file.not_workbook', looksLike: 'docx' },
    ],
    ['a binary workbook', packArchive([{ name: 'xl/workbook.bin', content: '' }]), { code: 'file.not_workbook', looksLike: 'xlsb' }],
    [
      'an OpenDocument sheet',
      packArchive([
        { name: 'mimetype', content: '' },
        { name: 'content.xml', content: '' },
      ]),
      { code: 'file.not_workbook', looksLike: 'ods' },
    ],
    ['an archive of exports', packArchive([{ name: 'a.csv', content: 'a,b' }]), { code: 'file.not_workbook', looksLike: 'zip' }],
    ['a sheet that is missing', packArchive(parts.filter(({ name }) => !name.includes('sheet1'))), { code: 'file.damaged_workbook' }],
    ['no workbook part', packArchive(parts.filter(({ name }) => name !== 'xl/workbook.xml')), { code: 'file.damaged_workbook' }],
  ]
  test.each(cases)('%s', async (_, bytes, refusal) => {
    expect(await readRefusal(bytes)).toMatchObject({ ...refusal, file: NAME })
  })

  test('more cells than the limit', async () => {
    const bytes = packWorkbook({ sheets: { Sheet1: HEADER.repeat(5) } })
    expect(await readRefusal(bytes, { ...READ_LIMITS, cells: 14 })).toMatchObject({ code: 'file.too_complex', sheet: 'Sheet1' })
    expect(await readRefusal(bytes, { ...READ_LIMITS, cells: 15 })).toHaveLength(1)
  })

  test('a header in the far column is paid for by every row below it', async () => {
    const bytes = packWorkbook({
      sheets: { Sheet1: `<row>${'<c t="str"><v>列</v></c>'.repeat(3)}<c r="XFD1" t="str"><v>远</v></c></row>${writeRow('甲').repeat(50)}` },
    })
    expect(await readRefusal(bytes, { ...READ_LIMITS, cells: 100_000 })).toMatchObject({ code: 'file.too_complex' })
  })
})
