import { describe, expect, test } from 'vitest'

import { packOle2Stream, writeXlsStream } from '../../test/pack-xls.ts'
import { READ_LIMITS } from '../read/limits.ts'
import { readExport } from '../read/index.ts'
import { readXls } from './index.ts'

const HEADER = ['昵称', '粉丝数', '日期']
const pack = (...more: Parameters<typeof writeXlsStream>) => packOle2Stream('Workbook', writeXlsStream(...more))

async function read(bytes: Uint8Array, limits = READ_LIMITS) {
  const outcome = await readXls(bytes, { name: 'a.xls', limits })
  return outcome.ok ? outcome.value : outcome.refusals[0]
}

describe('an Excel 97–2003 workbook', () => {
  test('texts, numbers, dates, errors and gaps', async () => {
    const bytes = pack([
      HEADER,
      ['示例·小鹿😀', { number: 12_500 }, { number: 46_085.604166666664, style: 1 }],
      [null, { rk: -12.34 }, { error: 42 }],
      [],
      [true, null, '7012345678901234567'],
    ])
    expect(await read(bytes)).toEqual([
      {
        name: '达人',
        header: HEADER,
        rows: [
          ['示例·小鹿😀', 12_500, '2026-03-04 14:30:00'],
          [null, -12.34, '#N/A'],
          [true, null, '7012345678901234567'],
        ],
      },
    ])
  })

  test('days counted from 1904', async () => {
    expect(await read(pack([HEADER, ['a', { number: 44_623, style: 1 }]], { is1904: true }))).toMatchObject([
      { rows: [['a', '2026-03-04 00:00:00', null]] },
    ])
  })

  test('is an export like any other', async () => {
    const exported = await readExport(pack([HEADER, ['示例·阿白', { number: 1 }]]), { name: 'a.xls' })
    expect(exported).toMatchObject({ ok: true, value: { encoding: 'xls', shape: 'table', tables: [{ header: HEADER }] } })
  })

  const refused: [what: string, bytes: Uint8Array, refusal: object][] = [
    ['a password', pack([HEADER], { more: Buffer.from([0x2f, 0, 2, 0, 1, 0]) }), { code: 'file.encrypted' }],
    ['Excel 95', pack([HEADER], { version: 0x500 }), { code: 'file.old_xls' }],
    ['a Word document', packOle2Stream('WordDocument', Buffer.alloc(5000)), { code: 'file.old_xls' }],
    ['only its first kilobyte', pack([HEADER]).subarray(0, 1024), { code: 'file.old_xls' }],
    ['nothing in it', pack([]), { code: 'file.empty' }],
    ['numbers without names', pack([[{ number: 1 }, { number: 2 }]]), { code: 'file.no_header', sheet: '达人' }],
  ]
  test.each(refused)('with %s is refused', async (_, bytes, refusal) => {
    expect(await read(bytes)).toMatchObject({ ...refusal, file: 'a.xls' })
  })

  test('with more cells than the limit is refused', async () => {
    expect(await read(pack([HEADER, HEADER, HEADER]), { ...READ_LIMITS, cells: 8 })).toMatchObject({ code: 'file.too_complex' })
  })

  test('cut anywhere ends in a refusal or in rows, never in a crash', async () => {
    const whole = pack([HEADER, ['示例·阿白', { number: 1 }, { rk: 2 }]])
    for (let length = 8; length < whole.length; length += 97) expect(await read(whole.subarray(0, length))).toBeDefined()
    for (let at = 512; at < 2600; at += 7) {
      const flipped = Uint8Array.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ 0xff
      expect(await read(flipped)).toBeDefined()
    }
  })
})
