import { describe, expect, test } from 'vitest'
import {
  completeAccount,
  importRecords,
  importStream,
  newAccount,
  readSlots,
  type Account,
  type ByteRows,
  type Cell,
  type PlainLayout,
  type PlainRow,
  type TableStream,
} from './index.ts'

const HEADER = [
  '小红书昵称',
  '小红书号',
  '机构',
  '地址',
  '粉丝数',
  '账号类型',
  '图文报价',
  '视频报价',
  '合作_阅读中位数',
  '预估阅读单价_图文',
  '图文3秒阅读',
  '女性粉丝占比',
  '男性粉丝占比',
  '数据更新至',
  '合作品牌',
]

/** Rows of ASCII and Chinese, without quotes, over the code units of their text. */
function makeRows(table: readonly (readonly string[])[]): ByteRows {
  const text = table.map((row) => `${row.join(',')}\n`).join('')
  // Whatever is no ASCII stands as one sign that no number and no id has.
  const bytes = Uint8Array.from([...text].map((sign) => Math.min(sign.charCodeAt(0), 0xff)))
  const bounds = new Int32Array(HEADER.length * 2)
  const met = { count: 0 }
  const meet = (at: number) => {
    const end = text.indexOf('\n', at)
    const cells = text.slice(at, end).split(',')
    let from = at
    cells.forEach((cell, place) => {
      bounds[place * 2] = from
      bounds[place * 2 + 1] = from + cell.length
      from += cell.length + 1
    })
    met.count = cells.length
    return end + 1
  }
  const readRow = (at: number): Cell[] => {
    const end = text.indexOf('\n', at)
    return text
      .slice(at, end)
      .split(',')
      .map((cell) => (cell === '' ? null : cell))
  }
  return { bytes, start: 0, bounds, meet, count: () => met.count, readRow, textOf: (from, to) => text.slice(from, to) }
}

function understand(table: readonly (readonly string[])[]) {
  const held = table.map((row) => row.map((cell) => (cell === '' ? null : cell)))
  const head = { name: 'a.csv', encoding: 'utf-8', shape: 'table' as const, tables: [{ name: 'a', header: HEADER, rows: held }] }
  const stream: TableStream = { head, pieces: () => [{ rows: held, share: 1 }], rows: () => makeRows(table) }
  const options = { source: 'pugongying.creators', importId: 'sha256:00', today: '2026-11-28' }
  const whole = importRecords(head, options)
  for (const passes = importStream(stream, options); ;) {
    const step = passes.next()
    if (step.done !== true) continue
    if (step.value?.ok !== true || !whole.ok) throw new Error('refused')
    const pieces = [...step.value.value.pieces()]
    const drafts = pieces.flatMap((piece) => piece.drafts.map(completeAccount))
    const report = step.value.value.report()
    const taken: Account[] = []
    const left = [...step.value.value.pieces((row, layout) => taken.push(accountOf(row, layout)) > 0)]
    expect(step.value.value.report()).toEqual(report)
    return { drafts, report, whole: whole.value, taken, left: left.flatMap((piece) => piece.drafts.map(completeAccount)) }
  }
}

/** The account that a row in slots stands for. */
function accountOf({ numbers, names, platform, accountId, categories, observedAt }: PlainRow, layout: PlainLayout): Account {
  const metrics = layout.metrics.flatMap(({ passport, slot }) => {
    const value = numbers[slot] ?? Number.NaN
    return Number.isNaN(value) ? [] : [{ ...passport, value, low: null, high: null, observedAt }]
  })
  return newAccount({ platform, accountId, ...names, categories, ...readSlots(layout, numbers, observedAt), metrics })
}

const row = (id: string, cells: Readonly<Record<string, string>> = {}) =>
  HEADER.map((name) => (name === '小红书号' ? id : name === '小红书昵称' ? '示例·小鹿' : (cells[name] ?? '')))

describe('plain rows', () => {
  test.each<[what: string, cells: Record<string, string>]>([
    ['nothing but a name', {}],
    ['names', { 机构: '示例·春芽', 地址: '上海' }],
    ['counts', { 粉丝数: '1.2万', 合作_阅读中位数: '400' }],
    ['a range in place of a count', { 粉丝数: '10万+' }],
    ['tags', { 账号类型: '美妆/护肤' }],
    ['two prices', { 图文报价: '400', 视频报价: '1200.5' }],
    ['a price of nothing', { 图文报价: '0', 视频报价: '--' }],
    ['shares with signs', { 女性粉丝占比: '64.6%', 男性粉丝占比: '35.4%', 图文3秒阅读: '31%' }],
    ['shares as fractions', { 女性粉丝占比: '0.646' }],
    ['brands', { 合作品牌: '示例雪岭、示例山茶' }],
    ['a count of brands', { 合作品牌: '12' }],
    ['a day', { 数据更新至: '2026-11-18' }],
    ['a day to come', { 数据更新至: '9999-01-01' }],
  ])('%s: the account is that of the table held whole', (_, cells) => {
    const { drafts, report, whole } = understand([row('kol1', cells), row('kol2', cells), row('kol3', cells)])
    expect(drafts).toEqual(whole.accounts)
    expect(report).toEqual(whole.report)
  })

  test.each<[what: string, cells: Record<string, string>, areTaken: boolean]>([
    ['names and tags', { 机构: '示例·春芽', 地址: '上海', 账号类型: '美妆/护肤' }, true],
    ['numbers of every kind', { 粉丝数: '1.2万', 合作_阅读中位数: '400', 女性粉丝占比: '64.6%', 图文报价: '400', 视频报价: '--' }, true],
    ['a range', { 粉丝数: '10万+' }, false],
    ['brands', { 合作品牌: '示例雪岭' }, false],
  ])('in slots, with %s: the account is the same, or is left to be a draft', (_, cells, areTaken) => {
    const { taken, left, drafts } = understand([row('kol1', cells), row('kol2', cells), row('kol3', cells)])
    // The first row of a column with prices is read in full, for its note.
    expect(taken.length > 0).toBe(areTaken)
    expect([...taken, ...left].toSorted((a, b) => a.accountId.localeCompare(b.accountId))).toEqual(drafts)
  })

  test('a share without a sign is percent when its column goes beyond one', () => {
    const { drafts, whole } = understand([row('kol1', { 女性粉丝占比: '0.5' }), row('kol2', { 女性粉丝占比: '64.6' })])
    expect(drafts).toEqual(whole.accounts)
    expect(drafts.map(({ audience }) => audience?.gender['female'])).toEqual([0.005, 0.646])
  })

  test('prices of a column that arithmetic contradicts are left out', () => {
    const wrong = { 图文报价: '400', 合作_阅读中位数: '100', 预估阅读单价_图文: '0.04' }
    const { drafts, report, whole } = understand(['kol1', 'kol2', 'kol3'].map((id) => row(id, wrong)))
    expect(drafts).toEqual(whole.accounts)
    expect(report).toEqual(whole.report)
  })
})

describe('rows that are not plain', () => {
  test('a repeated creator comes once, merged, and the others as they are', () => {
    const { drafts, report, whole } = understand([
      row('kol1', { 粉丝数: '100' }),
      row('kol2', { 粉丝数: '200' }),
      row('kol1', { 粉丝数: '300' }),
    ])
    expect(drafts.map(({ handle }) => handle)).toEqual(['kol2'])
    expect(report).toEqual(whole.report)
    expect(report.duplicates).toBe(1)
  })

  test.each<[code: string, id: string, cells: Record<string, string>]>([
    ['id.missing', '', {}],
    ['id.rounded_by_excel', '7.02E+18', {}],
    ['number.unparsable', 'kol8', { 粉丝数: '很多' }],
    ['share.out_of_range', 'kol8', { 女性粉丝占比: '101%' }],
    ['price.is_a_range', 'kol8', { 图文报价: '50-100' }],
    ['time.unparsable', 'kol8', { 数据更新至: 'gestern' }],
  ])('%s is noted among plain rows with the number of its record', (code, id, cells) => {
    const { report, whole } = understand([row('kol1'), row(id, cells), row('kol3')])
    expect(report).toEqual(whole.report)
    expect(report.problems).toContainEqual(expect.objectContaining({ record: 2, code }))
  })

  test('a second header row ends the look over bytes, and the table is read row by row', () => {
    const { report, whole } = understand([row('kol1'), HEADER, row('kol3')])
    expect(report).toEqual(whole.report)
    expect(report.notes).toContain('A second header row stands inside the file; rows after it were read under it.')
  })
})
