import type { Cell } from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { packArchive, packWorkbook, listWorkbookParts, writeRow, type PackedWorkbook } from '../../test/pack-archive.ts'
import { listEntries } from '../unzip/index.ts'
import { OddWorkbook } from './odd-workbook.ts'
import { openFast } from './open-fast.ts'
import { openWithLibrary } from './open-with-library.ts'
import { scanSheet } from './scan-sheet.ts'
import type { SheetRows } from './sheet-rows.ts'

const STYLES = `<numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="0.0&quot;万&quot;"/><numFmt numFmtId="166" formatCode="[h]:mm"/></numFmts>
<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 14, 22, 164, 165, 166, 45, 2].map((id) => `<xf numFmtId="${id}" fontId="0" applyNumberFormat="1"/>`).join('')}</cellXfs>
<dxfs><dxf><numFmt numFmtId="2" formatCode="yyyy"/></dxf></dxfs>`
const wrap = (name: string, xml: string) => `<${name} xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${xml}</${name}>`

async function collect(sheets: readonly SheetRows[]): Promise<Record<string, Cell[][]>> {
  const all: Record<string, Cell[][]> = {}
  for (const { name, rows } of sheets) {
    all[name] = []
    for await (const piece of rows) all[name].push(...piece)
  }
  return all
}

const readFast = async (bytes: Uint8Array) => collect(openFast(bytes, listEntries(bytes, 99) ?? []))
const readSlow = async (bytes: Uint8Array) => collect(await openWithLibrary(bytes))
const pack = (sheet: string, more: Partial<PackedWorkbook> = {}) =>
  packWorkbook({ sheets: { 达人: sheet }, styles: wrap('styleSheet', STYLES), ...more })

describe('what Excel, WPS and the exporting platforms write goes the fast way, and reads as the library reads it', () => {
  const cases: [what: string, sheet: string, more?: Partial<PackedWorkbook>][] = [
    ['references and spans', '<row r="1" spans="1:3" ht="15"><c r="A1" s="0"><v>1</v></c><c r="C1" t="n"><v>-2.50</v></c></row>'],
    [
      'rows and cells that hold nothing',
      '<row r="1"/><row r="2"><c r="A2" s="1"/><c r="B2"></c></row><row r="3"><c r="A3"><v>7</v></c><c r="B3"><v/></c></row>',
    ],
    ['far columns', '<row><c r="Z1"><v>1</v></c><c r="AA1"><v>2</v></c><c r="XFD1"><v>3</v></c></row>'],
    [
      'shared strings, joined runs, no phonetic guide',
      '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>',
      {
        sharedStrings:
          '<si><t xml:space="preserve"> 示例·小鹿 &amp; 护肤 </t></si><si><r><rPr><b/><sz val="11"/></rPr><t>小鹿</t></r><r><t>护肤</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh><phoneticPr fontId="1"/></si><si/>',
      },
    ],
    [
      'inline and formula texts',
      '<row><c t="inlineStr"><is><t>一_x000D_\n二</t></is></c><c t="str"><f>A1&amp;"级"</f><v>L6&lt;级</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c></row>',
    ],
    [
      'formulas',
      '<row><c r="A1"><f t="shared" ref="A1:A2" si="0">B1*2</f><v>4</v></c><c r="B1"><f t="shared" si="0"/><v>5</v></c><c r="C1"><f>TODAY()</f></c></row>',
    ],
    [
      'dates by every kind of format',
      `<row>${[0, 1, 2, 3, 4, 5, 6, 7].map((style) => `<c s="${style}"><v>46085.604166666664</v></c>`).join('')}</row>`,
    ],
    [
      'dates counting from 1904',
      '<row><c s="1"><v>44623</v></c></row>',
      { workbookProperties: '<workbookPr date1904="1" defaultThemeVersion="124226"/>' },
    ],
    [
      'numbers of every length',
      `<row>${['0', '-0', '1e5', '1.5E-2', '123456789012345', '1234567890123456789', '0.1', '0.30000000000000004', '99999.99999', '.5', '5.', ' 7 ', '1,234'].map((v) => `<c><v>${v}</v></c>`).join('')}</row>`,
    ],
    ['an ISO date in a cell of type d', '<row><c t="d"><v>2026-03-04T14:30:00</v></c></row>'],
    [
      'what stands around the rows',
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr/><dimension ref="A1:B1"/><cols><col min="1" max="1" width="9"/></cols>\n<sheetData>\n <row r="1">\n  <c r="A1"><v>1</v></c>\n </row>\n</sheetData><mergeCells count="1"><mergeCell ref="A1:B1"/></mergeCells></worksheet>`,
    ],
    ['a sheet without rows', '<worksheet xmlns="x"><sheetData/></worksheet>'],
    [
      'a cell that is written twice',
      '<row><c r="B1"><v>1</v></c><c r="B1"/></row><row><c r="B2"/><c r="B2"><v>2</v></c><c r="A2"><v>3</v></c></row>',
    ],
  ]
  test.each(cases)('%s', async (_, sheet, more) => {
    const bytes = pack(sheet, more)
    expect(await readFast(bytes)).toEqual(await readSlow(bytes))
  })

  test('a workbook with markup of newer versions, several and hidden sheets', async () => {
    const bytes = packWorkbook({
      sheets: { 一: writeRow('a', 1), 二: writeRow('b'), 'A&amp;B': writeRow('c') },
      hidden: ['二'],
      workbookProperties:
        '<mc:AlternateContent xmlns:mc="x"><mc:Choice Requires="x15"><x15ac:absPath url="D:\\"/></mc:Choice></mc:AlternateContent>',
    })
    expect(await readFast(bytes)).toEqual({ 一: [['a', 1]], 'A&B': [['c']] })
    expect(await readSlow(bytes)).toEqual({ 一: [['a', 1]], 'A&B': [['c']] })
  })

  const text = fc.string({
    unit: fc.constantFrom('a', ' ', '小', '鹿', '1', '.', '-', '_x0041_', '_', '&amp;', '&#40575;', '\n', '😀', "'", '"', '=', '>'),
  })
  const cell = fc.oneof(
    text.map((value) => `<c t="inlineStr"><is><t xml:space="preserve">${value}</t></is></c>`),
    text.map((value) => `<c t="str"><v>${value}</v></c>`),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => `<c><v>${value}</v></c>`),
    fc.integer().map((value) => `<c s="7"><v>${value / 100}</v></c>`),
    fc.nat({ max: 2_958_465 }).map((value) => `<c s="2"><v>${value + 0.25}</v></c>`),
    fc.nat({ max: 3 }).map((at) => `<c t="s"><v>${at}</v></c>`),
    fc.constantFrom('<c/>', '<c s="1"/>', '<c><f>1+1</f></c>', '<c t="b"><v>1</v></c>', '<c t="e"><v>#DIV/0!</v></c>'),
  )
  const placed = fc
    .tuple(cell, fc.option(fc.constantFrom('A', 'B', 'D', 'Z', 'AB')))
    .map(([xml, at]) => (at === null ? xml : xml.replace('<c', `<c r="${at}9"`)))
  const row = fc.array(placed, { maxLength: 6 }).map((cells) => (cells.length === 0 ? '<row/>' : `<row>${cells.join('')}</row>`))

  test('property: whatever the cells hold, both ways read the same', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 5 }), fc.array(text, { minLength: 1, maxLength: 3 }), async (rows, strings) => {
        const bytes = pack(rows.join(''), { sharedStrings: strings.map((each) => `<si><t>${each}</t></si>`).join('') })
        expect(await readFast(bytes)).toEqual(await readSlow(bytes))
      }),
      { numRuns: 200 },
    )
  })

  test('property: the pieces a part arrives in make no difference', async () => {
    const part = Buffer.from(
      `<?xml version="1.0"?>${wrap('worksheet', `<sheetData>${writeRow('示例·阿白', 5, '杭州').repeat(3)}<row/>${writeRow('示例·阿青', 6)}</sheetData>`)}`,
    )
    const scan = async (size: number) => {
      async function* pieces() {
        for (let at = 0; at < part.length; at += size) yield part.subarray(at, at + size)
      }
      const rows: Cell[][] = []
      for await (const piece of scanSheet(pieces(), { sharedStrings: [], isDate: [], is1904: false })) rows.push(...piece)
      return rows
    }
    const whole = await scan(part.length)
    expect(whole).toHaveLength(4)
    for (let size = 1; size < 40; size += 1) expect(await scan(size)).toEqual(whole)
  })
})

describe('what is legal and rare is left to the library', () => {
  const cell = '<row><c t="inlineStr"><is><t>昵称</t></is></c></row>'
  const parts = listWorkbookParts({ sheets: { Sheet1: cell } })
  const change = (name: string, from: string, to: string) =>
    packArchive(parts.map((part) => (part.name === name ? { ...part, content: String(part.content).replaceAll(from, to) } : part)))
  const sheet = 'xl/worksheets/sheet1.xml'
  const cases: [what: string, bytes: Uint8Array][] = [
    [
      'a prefix on every element',
      pack(
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      ),
    ],
    [
      'a prefix in the workbook',
      change('xl/workbook.xml', '<sheet ', '<x:sheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '),
    ],
    ['single quotes', pack("<row><c t='inlineStr'><is><t>上海</t></is></c></row>")],
    ['CDATA', pack('<row><c t="inlineStr"><is><t><![CDATA[A&B<C]]></t></is></c></row>')],
    ['a comment between rows', pack(`${cell}<!-- </row> -->${cell}`)],
    ['a comment before the rows', change(sheet, '<sheetData>', '<!-- <sheetData> --><sheetData>')],
    ['runs of inline text', pack('<row><c t="inlineStr"><is><r><t>小</t></r><r><t>鹿</t></r></is></c></row>')],
    ['a type that no standard names', pack('<row><c t="z"><v>1</v></c></row>')],
    ['a shared string that is none', pack('<row><c t="s"><v>x</v></c></row>')],
    ['small letters in a reference', pack('<row><c r="b1"><v>1</v></c></row>')],
  ]
  test.each(cases)('%s', async (_, bytes) => {
    await expect(readFast(bytes)).rejects.toThrow(OddWorkbook)
    await expect(readSlow(bytes)).resolves.toBeDefined()
  })

  test('an entry that unpacks to more than it declares, before the rest of it is unpacked', async () => {
    const lie = packArchive(parts.map((part) => (part.name === sheet ? { ...part, declaredBytes: 40 } : part)))
    await expect(readFast(lie)).rejects.toThrow(OddWorkbook)
    const shared = packArchive(parts.map((part) => (part.name === 'xl/sharedStrings.xml' ? { ...part, declaredBytes: 40 } : part)))
    await expect(readFast(shared)).rejects.toThrow(OddWorkbook)
  })

  test('a row that does not end', async () => {
    const bytes = pack(`<row><c t="inlineStr"><is><t>${'长'.repeat(6_000_000)}</t></is></c></row>`)
    await expect(readFast(bytes)).rejects.toThrow(OddWorkbook)
  })
})
