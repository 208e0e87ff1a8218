import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, test } from 'vitest'

import { packArchive, packOle2, packWorkbook, writeRow } from '../../test/pack-archive.ts'
import { describeReadRefusal, readExport, readExportFile } from './index.ts'

const WORKBOOK = packWorkbook({ sheets: { 达人: writeRow('昵称', '粉丝数', '地区') + writeRow('示例·阿白', 5, '沪') } })
// 昵称,粉丝 and a row, in GB18030.
const GB = Uint8Array.from([0xea, 0xc7, 0xb3, 0xc6, 0x2c, 0xb7, 0xdb, 0xcb, 0xbf, 0x0a, 0x61, 0x2c, 0x31])

describe('known by bytes, not by name', () => {
  test.each<[name: string, bytes: Uint8Array, encoding: string, shape: string]>([
    ['gbk.xlsx', GB, 'gb18030', 'table'],
    ['workbook.csv', WORKBOOK, 'xlsx', 'table'],
    ['object.txt', Buffer.from('{"a":1}'), 'utf-8', 'json'],
    ['lines.txt', Buffer.from('{"a":1}\n{"a":2}'), 'utf-8', 'jsonl'],
    ['semicolons.json', Buffer.from('\ufeffa;b\n1;2'), 'utf-8-sig', 'table'],
  ])('%s', async (name, bytes, encoding, shape) => {
    const read = await readExport(bytes, { name })
    expect(read).toMatchObject({ ok: true, value: { name, encoding, shape } })
  })
})

test('a csv of too many columns is told so, and not to be saved as a csv', async () => {
  const read = await readExport(Buffer.from('a,'.repeat(17_000)), { name: 'a.csv' })
  const told = describeReadRefusal(read.ok ? { code: 'none' } : (read.refusals[0] ?? { code: 'none' }))
  expect(told.en).toContain('more than 16,384 columns')
  expect(told.en).not.toContain('save it as CSV')
})

const HTML = '<html><body><table><tr><td>昵称</td></tr></table></body></html>'
test.each<[code: string, bytes: Uint8Array]>([
  ['file.empty', new Uint8Array()],
  ['file.empty', Buffer.from('\ufeff \n')],
  ['file.empty', Buffer.from(' [ ]\n')],
  ['file.encrypted', packOle2('EncryptedPackage')],
  ['file.old_xls', packOle2('Workbook')],
  ['file.old_xls', Buffer.from('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>')],
  ['file.truncated', WORKBOOK.subarray(0, 400)],
  ['file.truncated', Buffer.from('昵称,示例').subarray(0, -1)],
  ['file.zip_bomb', packArchive([{ name: 'a', content: Buffer.alloc(40e6) }])],
  ['file.not_workbook', packArchive([{ name: 'a.csv', content: 'a,b' }])],
  ['file.damaged_workbook', packArchive([{ name: '[Content_Types].xml', content: '' }])],
  ['file.not_recognised', Buffer.from('%PDF-1.7')],
  ['file.not_recognised', new Uint8Array(50)],
  ['file.not_recognised', Buffer.from('<?xml version="1.0"?><feed/>')],
  ['file.no_header', Buffer.from('1,2\n3,4')],
  ['file.bad_line', Buffer.from('a,b\n1,"2')],
  ['file.bad_line', Buffer.from(`a,b,c\n${'x'.repeat(1_000_001)},1,2`)],
  ['file.too_complex', Buffer.from('a,'.repeat(17_000))],
  ['file.bad_json', Buffer.from('{"a":1')],
  ['file.json_array_not_lines', Buffer.from('[{"a":1}]')],
  ['file.html', Buffer.from(HTML)],
  ['file.html', Buffer.from('MIME-Version: 1.0\nX: y')],
  ['file.too_complex', Buffer.from('['.repeat(500))],
  ['file.too_large', Buffer.alloc(1001, 'a')],
])('%s, case %#, has one sentence in two languages', async (code, bytes) => {
  const name = code === 'file.json_array_not_lines' ? 'a.jsonl' : 'a.xlsx'
  const read = await readExport(bytes, { name, ...(code === 'file.too_large' ? { limits: { fileBytes: 1000 } } : {}) })
  const refusal = read.ok ? null : read.refusals[0]
  expect(refusal).toMatchObject({ code, file: name })
  const { en, zh } = describeReadRefusal(refusal ?? { code: 'none' })
  expect(en).toMatch(new RegExp(`${name}.*[;,].*\\.$`))
  expect(zh).toMatch(new RegExp(`${name}.*；.*。$`))
  expect(en + zh).not.toMatch(/undefined|NaN/)
})

test('a foreign code is a bug', () => {
  expect(() => describeReadRefusal({ code: 'brief.own_review' })).toThrow('brief.own_review')
})

describe('readExportFile', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kolibra-read-'))
    await mkdir(join(folder, 'folder.csv'))
    await writeFile(join(folder, 'good.csv'), 'a,b\n1,2')
    await writeFile(join(folder, 'huge.csv'), '')
    await symlink('loop.csv', join(folder, 'loop.csv'))
    await truncate(join(folder, 'huge.csv'), 2 * 1024 ** 3)
  })
  afterAll(() => rm(folder, { recursive: true }))

  test('reads a file and names it without its folder', async () => {
    expect(await readExportFile(join(folder, 'good.csv'))).toMatchObject({ ok: true, value: { name: 'good.csv' } })
  })

  test.each([
    ['folder.csv', 'file.is_folder'],
    ['none.csv', 'file.missing'],
    ['good.csv/inside.csv', 'file.missing'],
    ['loop.csv', 'file.missing'],
    [`${'long'.repeat(100)}.csv`, 'file.missing'],
    ['huge.csv', 'file.too_large'],
  ])('%s is %s', async (name, code) => {
    const read = await readExportFile(join(folder, name))
    expect(read).toMatchObject({ ok: false, refusals: [{ code }] })
    if (!read.ok && read.refusals[0]) expect(describeReadRefusal(read.refusals[0]).en).toContain('.csv')
  })
})
