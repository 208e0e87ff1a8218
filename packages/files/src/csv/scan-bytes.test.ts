import {
  completeAccount,
  importRecords,
  importStream,
  type ByteRows,
  type Cell,
  type ImportReport,
  type TableStream,
} from '@kolibra/core/imports'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { decodeExport } from '../read/decode-export.ts'
import { READ_LIMITS } from '../read/limits.ts'
import { isOddOnTheWay, streamExport } from '../read/stream-export.ts'

const encode = (text: string) => new TextEncoder().encode(text)

/** Null where the text is left to the reader that holds it. */
function attempt<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (isOddOnTheWay(error)) return null
    throw error
  }
}

function listRows(rows: ByteRows): (readonly Cell[])[] {
  const list: (readonly Cell[])[] = []
  for (let at = rows.start; at < rows.bytes.length;) {
    const next = rows.meet(at)
    const bounds = rows.bounds.slice(0, rows.count() * 2)
    const cells = rows.readRow(at)
    const plain = Array.from({ length: bounds.length / 2 }, (_, cell) => rows.textOf(bounds[cell * 2] ?? 0, bounds[cell * 2 + 1] ?? 0))
    for (const [cell, text] of plain.entries()) expect(text.trim() === '' ? null : text).toBe(cells?.[cell] ?? null)
    if (cells !== null) list.push(cells)
    at = next
  }
  return list
}

const word = fc.oneof(
  fc.constantFrom('', ' ', '　', '昵称', '1.2万', '"a,b"', '"a\nb"', '"a""b"', '""', '"open', 'x"y', '12', '64.6%'),
  fc.string({ maxLength: 4 }),
)
const grid = fc.array(fc.array(word, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 })

describe('rows over bytes', () => {
  test('property: are the rows of the table in pieces', () => {
    const read = fc.tuple(grid, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.constantFrom('', '\uFEFF'))
    fc.assert(
      fc.property(read, ([lines, delimiter, lineBreak, mark]) => {
        const text = `${mark}昵称${delimiter}粉丝数${delimiter}地区\n${lines.map((line) => line.join(delimiter)).join(lineBreak)}`
        const stream = attempt(() => streamExport(encode(text), 'a.csv'))
        const pieces = attempt(() => (stream === null ? null : [...stream.pieces()].flatMap(({ rows }) => rows)))
        const rows = attempt(() => (stream?.rows === undefined ? null : listRows(stream.rows())))
        if (rows !== null) expect(rows).toEqual(pieces)
      }),
      { numRuns: 1000 },
    )
  })

  test('a row that is wider than its header, and one without an end, are read', () => {
    const stream = streamExport(encode('昵称,粉丝数,地区\na,1\na,1,2,3,4,5\na,1,"x\ny"'), 'a.csv')
    if (stream?.rows === undefined) throw new Error('not streamed')
    expect(listRows(stream.rows())).toEqual([
      ['a', '1', null],
      ['a', '1', '2', '3', '4', '5'],
      ['a', '1', 'x\ny'],
    ])
  })
})

const HEADER =
  '小红书昵称,小红书号,小红书链接,userId,粉丝数,账号类型,图文报价,视频报价,合作_阅读中位数,预估阅读单价_图文,女性粉丝占比,粉丝增量,图文3秒阅读,省份分布,数据更新至,备注'.split(
    ',',
  )
const COUNTS = [
  '12',
  '0',
  '4001',
  '1.2万',
  '10万+',
  '-1',
  '-3',
  '--',
  '',
  ' ',
  'x',
  '64.6%',
  '12345678901234567890',
  '50-100',
  '1,234',
  '暂无',
  '3w',
]
const SHARES = ['64.6%', '0.4', '1', '45', '101%', '400', '--', '', '-1', '20%以上', 'x']
const LINK = 'https://www.xiaohongshu.com/user/profile/5e00000000000000000000'
const CELLS: Readonly<Record<string, readonly string[]>> = {
  小红书昵称: ['示例·甲', '乙', ''],
  小红书号: ['kol1', 'kol2', 'nan', '', '--', '7.02E+18', '1234500000000000000', '小鹿', '"kol9"'],
  小红书链接: ['', '', `${LINK}0a`, `${LINK}0b`, `${LINK}0A`, `${LINK}0a?x=1`, 'https://example.org/'],
  userId: ['', '', '', 'u1', '5e00'],
  账号类型: ['美妆/护肤', '', '["美妆"]'],
  女性粉丝占比: SHARES,
  图文3秒阅读: SHARES,
  粉丝增量: COUNTS,
  省份分布: ['', '', '上海|17.4% 北京|15.2%', '上海'],
  数据更新至: ['2026-11-18', '2026-11-18 10:00', '', '1763400000', '2026-11-18T10:00:00Z', 'gestern'],
  备注: ['', 'x', '0'],
}

const record = fc.tuple(...HEADER.map((name) => fc.constantFrom(...(CELLS[name] ?? COUNTS))))
/** A record of which nothing is to be said, so that some files have units that are proved. */
const plain = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }))
  .map(([id, price, reads]) =>
    HEADER.map((name) => {
      const cells: Record<string, string> = {
        小红书昵称: '丙',
        小红书号: `b${id}`,
        粉丝数: '900',
        图文报价: String(price),
        合作_阅读中位数: String(reads),
        预估阅读单价_图文: String(price / reads),
        女性粉丝占比: '0.5',
      }
      return cells[name] ?? ''
    }),
  )
const table = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: plain },
    { weight: 2, arbitrary: record },
    { weight: 1, arbitrary: fc.constantFrom([''], ['甲', ...HEADER, '多'], HEADER) },
  ),
  { minLength: 17, maxLength: 60 },
)

function report(stream: TableStream, options: Parameters<typeof importStream>[1], isSettled: boolean) {
  const passes = importStream(stream, options)
  for (;;) {
    const step = passes.next()
    if (step.done !== true) continue
    if (step.value?.ok !== true) return null
    const rejects = [...(isSettled ? step.value.value.settle() : step.value.value.pieces())].flatMap((piece) => piece.rejects)
    return { report: step.value.value.report(), rejects }
  }
}

function listAccounts(stream: TableStream, options: Parameters<typeof importStream>[1]) {
  for (const passes = importStream(stream, options); ;) {
    const step = passes.next()
    if (step.done !== true) continue
    if (step.value?.ok !== true) return null
    return [...step.value.value.pieces()].flatMap(({ drafts, merged }) => [...drafts.map(completeAccount), ...merged])
  }
}

test('a comma without quotes moves the cells behind it: its record is rejected, though each cell by itself is fine', () => {
  const rows = Array.from({ length: 17 }, (_, at) => `丙,b${at},,,900,,1,,1,1,0.5,,,,,`)
  rows[9] = '丙,kol1,,,1,234,12,,12,12,0.5,12,12,,,,2026-11-18'
  const stream = streamExport(encode([HEADER.join(','), ...rows].join('\n')), 'a_2026-11-20.csv')
  if (stream?.rows === undefined) throw new Error('not over its bytes')
  const said = report(stream, { source: 'auto', importId: 'sha256:00' }, true)
  expect(said?.report.accepted.accounts).toBe(16)
  expect(said?.rejects.map(({ code, record: at }) => [code, at])).toEqual([['record.too_many_cells', 10]])
})

test('property: what is said of a file is the same over its bytes, in pieces and held whole', async () => {
  const seen: ImportReport[] = []
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(
        HEADER,
        HEADER.filter((name) => name !== '省份分布'),
        HEADER.slice(0, 12),
      ),
      fc.constantFrom('\n', '\r\n'),
      async (rows, header, lineBreak) => {
        const cut = (row: readonly string[]) =>
          row.length === HEADER.length ? row.filter((_, at) => header.includes(HEADER[at] ?? '')) : row
        const text = [header, ...rows.map(cut)].map((row) => row.join(',')).join(lineBreak)
        const erased = (_: unknown, id: string) => id === 'b7' || id.endsWith('0b')
        const options = { source: 'auto', importId: 'sha256:00', isErased: erased }
        const stream = streamExport(encode(text), 'a_2026-11-20.csv')
        if (stream === null) return
        const overBytes = report(stream, options, true)
        const { rows: _, ...withoutBytes } = stream
        expect(overBytes).toEqual(report(withoutBytes, options, false))
        expect(overBytes).toEqual(report(stream, options, false))
        expect(listAccounts(stream, options)).toEqual(listAccounts(withoutBytes, options))
        const held = await decodeExport(encode(text), { name: 'a_2026-11-20.csv', limits: READ_LIMITS })
        const whole = held.ok ? importRecords(held.value, options) : null
        expect(overBytes?.report).toEqual(whole?.ok === true ? whole.value.report : undefined)
        if (overBytes !== null) seen.push(overBytes.report)
      },
    ),
    { numRuns: 400 },
  )
  expect(seen.some(({ units }) => units.some(({ state }) => state === 'proved'))).toBe(true)
  expect(seen.some(({ problems }) => problems.some(({ code }) => code === 'id.erased'))).toBe(true)
})
