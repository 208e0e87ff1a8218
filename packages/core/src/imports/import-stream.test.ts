import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { completeAccount, importRecords, importStream, type Cell, type DecodedFile, type ImportedFile, type TableStream } from './index.ts'

const HEADER = [
  '小红书昵称',
  '小红书号',
  '粉丝数',
  '图文报价',
  '合作_阅读中位数',
  '预估阅读单价_图文',
  '女性粉丝占比',
  '数据更新至',
  '地址',
  '手机',
]

const cell = fc.oneof(
  fc.integer({ min: -1, max: 5000 }).map(String),
  fc.constantFrom(null, '--', '1.2万', '10万+', '50-100', '64.6%', '0.4', '2026-11-18', '上海', 'x', 'Kol123', '7.02E+18'),
)
const row = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.tuple(
      fc.constantFrom('甲', '乙', null),
      fc.constantFrom('a1', 'a2', 'a3', null, '7.02E+18'),
      ...HEADER.slice(2).map(() => cell),
    ),
  },
  { weight: 1, arbitrary: fc.constant([...HEADER]) },
  { weight: 1, arbitrary: fc.constant(HEADER.map(() => null)) },
  { weight: 1, arbitrary: fc.constant(['甲', 'a9', '12', '3', '4', '5', '6', null, null, null, '多']) },
)
const proving = fc
  .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 9999 }))
  .map(([id, price, reads]): (string | null)[] => [
    '丙',
    `b${id}`,
    '900',
    String(price),
    String(reads),
    String(price / reads),
    '0.5',
    null,
    null,
    null,
  ])
const rows = fc.array(fc.oneof({ weight: 3, arbitrary: row }, { weight: 2, arbitrary: proving }), { minLength: 1, maxLength: 40 })

function streamOf(table: readonly (readonly Cell[])[], size: number): TableStream {
  return {
    head: fileOf(table.slice(0, 16)),
    pieces: function* pieces() {
      for (let from = 0; from < table.length; from += size)
        yield { rows: table.slice(from, from + size), share: Math.min(1, (from + size) / table.length) }
    },
  }
}

const fileOf = (table: readonly (readonly Cell[])[]): DecodedFile => ({
  name: 'pgy_2026-11-20.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'pgy', header: HEADER, rows: table }],
})

const byId = (a: { accountId: string | null }, b: { accountId: string | null }) => String(a.accountId).localeCompare(String(b.accountId))

function run<T>(passes: Generator<number, T>, onShare: (share: number) => void = () => undefined): T {
  for (;;) {
    const step = passes.next()
    if (step.done === true) return step.value
    onShare(step.value)
  }
}

function drain(stream: TableStream, source: string): Omit<ImportedFile, 'comments' | 'orders' | 'series'> | null {
  const opened = run(importStream(stream, { source, importId: 'sha256:00' }))
  if (opened === null || !opened.ok) return null
  const pieces = [...opened.value.pieces()]
  return {
    report: opened.value.report(),
    accounts: pieces.flatMap(({ drafts, merged }) => [...drafts.map(completeAccount), ...merged]).sort(byId),
    posts: pieces.flatMap(({ posts }) => posts),
    rejects: pieces.flatMap(({ rejects }) => rejects),
  }
}

describe('a table in pieces', () => {
  test('property: is understood as the same table held whole, whatever the pieces', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 7 }), fc.constantFrom('auto', 'agency.list'), (table, size, source) => {
        const whole = importRecords(fileOf(table), { source, importId: 'sha256:00' })
        const pieces = drain(streamOf(table, size), source)
        const held = whole.ok ? whole.value : null
        expect(pieces?.report).toEqual(held?.report)
        expect(pieces?.accounts).toEqual(held?.accounts.toSorted(byId))
        expect(pieces?.rejects).toEqual(held?.rejects)
      }),
      { numRuns: 300 },
    )
  })

  test('property: posts too, with repeated and appended rows', () => {
    const header =
      'note_id,type,title,desc,video_url,time,last_update_time,user_id,nickname,avatar,liked_count,collected_count,comment_count,share_count,ip_location,image_list,tag_list,last_modify_ts,note_url,source_keyword,xsec_token'.split(
        ',',
      )
    const post = fc
      .tuple(fc.constantFrom('n1', 'n2', 'n3', 'n4'), fc.integer({ min: 0, max: 3 }))
      .map(([id, likes]): Cell[] =>
        header.map((name) => (name === 'note_id' ? id : name === 'liked_count' ? String(likes) : name === 'time' ? '1700000000' : null)),
      )
    fc.assert(
      fc.property(fc.array(post, { minLength: 1, maxLength: 20 }), (table) => {
        const file = (held: readonly Cell[][]): DecodedFile => ({
          name: 'posts.csv',
          encoding: 'utf-8',
          shape: 'table',
          tables: [{ name: 'posts', header, rows: held }],
        })
        const whole = importRecords(file(table), { source: 'auto', importId: 'sha256:00' })
        const stream = { head: file(table.slice(0, 16)), pieces: () => [{ rows: table, share: 1 }] }
        const pieces = drain(stream, 'auto')
        expect(whole.ok && whole.value.report).toEqual(pieces?.report)
        expect(whole.ok && whole.value.posts.toSorted((a, b) => a.postId.localeCompare(b.postId))).toEqual(
          pieces?.posts.toSorted((a, b) => a.postId.localeCompare(b.postId)),
        )
      }),
    )
  })

  test('property: several sheets too, among them some of another kind, with title lines, and empty ones', () => {
    const line = (text: string): Cell[] => [text, ...HEADER.slice(1).map(() => null)]
    const sheet = fc.oneof(
      { weight: 4, arbitrary: rows.map((held) => ({ header: HEADER, rows: held })) },
      { weight: 1, arbitrary: rows.map((held) => ({ header: ['报价单'], rows: [line('示例'), HEADER, ...held] })) },
      { weight: 1, arbitrary: fc.constant({ header: ['说明'], rows: [['请勿外传']] }) },
      { weight: 1, arbitrary: fc.constant({ header: HEADER.map((name) => (name === '粉丝数' ? '粉丝数（万）' : name)), rows: [] }) },
    )
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 2, maxLength: 5 }), fc.integer({ min: 1, max: 7 }), (sheets, size) => {
        const tables = sheets.map((each, at) => ({ name: `s${at}`, ...each }))
        const file: DecodedFile = { name: 'pgy_2026-11-20.xlsx', encoding: 'xlsx', shape: 'table', tables }
        const whole = importRecords(file, { source: 'agency.list', importId: 'sha256:00' })
        const pieces = drain(
          {
            head: { ...file, tables: tables.map((table) => ({ ...table, rows: table.rows.slice(0, 16) })) },
            *pieces() {
              for (const [table, { rows: held }] of tables.entries())
                for (let from = 0; from < held.length; from += size) yield { table, rows: held.slice(from, from + size), share: 1 }
            },
          },
          'agency.list',
        )
        const held = whole.ok ? whole.value : null
        expect(pieces?.report).toEqual(held?.report)
        expect(pieces?.accounts).toEqual(held?.accounts.toSorted(byId))
        expect(pieces?.rejects).toEqual(held?.rejects)
      }),
      { numRuns: 200 },
    )
  })

  test('progress goes from nothing to all, over both passes', () => {
    const shares: number[] = []
    const table = Array.from({ length: 8 }, (_, at) => ['甲', `a${at}`, '1', '2', '3', '4', '0.5', null, null, null])
    const opened = run(importStream(streamOf(table, 4), { source: 'auto', importId: 'sha256:00' }), (share) => shares.push(share))
    expect(shares).toEqual([0.5, 1])
    if (opened?.ok !== true) throw new Error('refused')
    expect(() => opened.value.report()).toThrow('before all pieces')
    const pieces = [...opened.value.pieces()]
    expect(pieces.map(({ share }) => share)).toEqual([0.5, 1])
    expect(pieces.flatMap(({ drafts }) => drafts)).toHaveLength(8)
    const { report } = opened.value
    const first = report()
    expect([...opened.value.pieces()]).toEqual(pieces)
    expect(report()).toEqual(first)
  })

  test('a source that is no table is left to the way that holds the file', () => {
    const head: DecodedFile = {
      name: 'a.json',
      encoding: 'utf-8',
      shape: 'json',
      documents: [{ authors: [{ attribute_datas: { id: '1', nick_name: '甲' } }] }],
    }
    expect(run(importStream({ head, pieces: () => [] }, { source: 'auto', importId: 'sha256:00' }))).toBeNull()
  })
})
