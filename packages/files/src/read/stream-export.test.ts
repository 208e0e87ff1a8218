import type { Cell } from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decodeExport } from './decode-export.ts'
import { READ_LIMITS } from './limits.ts'
import { isOddOnTheWay, streamExport } from './stream-export.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** What the stream makes of bytes; null when it leaves them to the reader that holds the file. */
function readStream(bytes: Uint8Array) {
  try {
    const stream = streamExport(bytes, 'a.csv')
    const [table] = stream?.head.shape === 'table' ? stream.head.tables : []
    if (stream === null || table === undefined) return null
    const rows: (readonly Cell[])[] = [...stream.pieces()].flatMap((piece) => piece.rows)
    return { encoding: stream.head.encoding, header: table.header, rows, head: table.rows }
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

async function expectSame(bytes: Uint8Array): Promise<void> {
  const read = readStream(bytes)
  if (read === null) return
  const held = await decodeExport(bytes, { name: 'a.csv', limits: READ_LIMITS })
  const file = held.ok && held.value.shape === 'table' ? held.value : null
  expect({ encoding: read.encoding, header: read.header, rows: read.rows }).toEqual({
    encoding: file?.encoding,
    header: file?.tables[0]?.header,
    rows: file?.tables[0]?.rows,
  })
  expect(read.head).toEqual(read.rows.slice(0, read.head.length))
}

const cell = fc.oneof(
  fc.constantFrom('', ' ', '昵称', '粉丝数', '1.2万', 'a', '"a"', '"a,b"', '"a\nb"', '"a""b"', '""', 'x"y', '"a" ', '"open', '\t', '12'),
  fc.string({ maxLength: 4 }),
)
const text = fc
  .tuple(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 }), fc.constantFrom(',', ';', '\t', '|'))
  .chain(([rows, delimiter]) =>
    fc.constantFrom('\n', '\r\n', '\r').map((lineBreak) => rows.map((row) => row.join(delimiter)).join(lineBreak)),
  )

describe('a csv in pieces', () => {
  test('property: is the csv held whole, or is left to the reader that holds it', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('', '\uFEFF', '昵称,粉丝数,地区\n'), async (body, start) => {
        await expectSame(encode(start + body))
      }),
      { numRuns: 1500 },
    )
  })

  test('property: any bytes', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 60 }), expectSame), { numRuns: 1000 })
  })

  test.each<[what: string, bytes: Uint8Array, encoding: string]>([
    ['utf-8', encode('昵称,粉丝数,地区\n小鹿,1,上海\n'), 'utf-8'],
    ['a byte order mark', encode('\uFEFF昵称,粉丝数,地区\n小鹿,1,上海\n'), 'utf-8-sig'],
    [
      'GB18030',
      new Uint8Array([
        0xea, 0xc7, 0xb3, 0xc6, 0x2c, 0xb7, 0xdb, 0xcb, 0xbf, 0xca, 0xfd, 0x2c, 0xb5, 0xd8, 0x0a, 0xc2, 0xb9, 0x2c, 0x31, 0x2c, 0x31,
      ]),
      'gb18030',
    ],
  ])('reads %s', async (_what, bytes, encoding) => {
    expect(readStream(bytes)?.encoding).toBe(encoding)
    await expectSame(bytes)
  })

  // 昵称,粉丝数,地 and 粉,1,1 in GB18030.
  const GB_HEADER = [0xea, 0xc7, 0xb3, 0xc6, 0x2c, 0xb7, 0xdb, 0xcb, 0xbf, 0xca, 0xfd, 0x2c, 0xb5, 0xd8, 0x0a]
  const GB_ROW = Buffer.from([0xb7, 0xdb, 0x2c, 0x31, 0x2c, 0x31, 0x0a])
  const gbRows = (count: number) => Buffer.alloc(GB_ROW.length * count, GB_ROW)

  test('GB18030 is known by where it begins to differ from ASCII', async () => {
    const bytes = Buffer.concat([encode(`id,likes,views\n${'a,1,2\n'.repeat(40_000)}`), gbRows(40)])
    expect(readStream(bytes)).toMatchObject({ encoding: 'gb18030' })
    await expectSame(bytes)
  })

  test('GB18030 that breaks after a long good start is opened, and then left to the reader that holds the file', () => {
    const good = Buffer.concat([Buffer.from(GB_HEADER), gbRows(100_000)])
    expect(readStream(good)?.rows).toHaveLength(100_000)
    const broken = Buffer.concat([good, Buffer.from([0xff, 0x2c, 0x31, 0x0a]), gbRows(100_000)])
    expect(streamExport(broken, 'a.csv')?.head.encoding).toBe('gb18030')
    expect(readStream(broken)).toBeNull()
  })

  test('several pieces are one table, also where a quoted line break stands at the seam', async () => {
    const long = Array.from({ length: 60_000 }, (_, at) => `小鹿${at},${at},"第一行\n第二行 ""${at}"""`)
    const bytes = encode(`昵称,粉丝数,简介\n${long.join('\n')}\n`)
    expect(readStream(bytes)?.rows).toHaveLength(60_000)
    await expectSame(bytes)
  })

  test.each<[what: string, text: string]>([
    ['a quote that never closes', '昵称,粉丝数,地区\n"a,1,2\n'],
    ['text after a closing quote', '昵称,粉丝数,地区\n"a"b,1,2\n'],
    ['a quote inside a bare cell', '昵称,粉丝数,地区\n5" 屏,1,2\n'],
    ['a line that names the delimiter', 'sep=;\n昵称;粉丝数;地区\na;1;2\n'],
    ['JSON', '{"a":1}'],
    ['a web page', '<html><table></table></html>'],
    ['nothing', ''],
    ['numbers only', '1,2,3\n4,5,6\n'],
  ])('leaves %s to the reader that holds the file', (_what, body) => {
    expect(readStream(encode(body))).toBeNull()
  })
})
