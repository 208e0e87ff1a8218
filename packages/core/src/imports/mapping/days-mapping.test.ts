import { describe, expect, test } from 'vitest'
import { importRecords, listMissing, mappingSchema, type Cell, type DecodedFile } from '../index.ts'

const tableOf = (header: readonly string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header: [...header], rows }],
})
const mapping = (change: object = {}) =>
  mappingSchema.parse({
    name: '品牌日报',
    holds: 'series',
    subject: 'brand:示例',
    columns: [
      { header: '统计日', target: { to: 'seriesDay' } },
      { header: '声量', target: { to: 'series', metric: 'mentions', unit: 'posts' } },
      { header: '百度指数', target: { to: 'series', metric: 'searchIndex', unit: 'index points' } },
    ],
    ...change,
  })
const read = (file: DecodedFile, change: object = {}) => {
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00', mapping: mapping(change) })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const DAYS = tableOf(['统计日', '声量', '百度指数', '备注'], ['2026-11-01', 12, '1,300', 'x'], ['2026/11/2', '14', 1310, ''])

describe('a table of days that a person mapped', () => {
  test('becomes a series of the subject that was named, a number for each column and day', () => {
    const { report, series } = read(DAYS)
    expect(report).toMatchObject({ accepted: { accounts: 0, series: 2 }, rejected: 0 })
    expect(series.map(({ subject, metric, unit, day, value, source }) => [subject, metric, unit, day, value, source])).toEqual([
      ['brand:示例', 'mentions', 'posts', '2026-11-01', 12, 'mapped.品牌日报'],
      ['brand:示例', 'searchIndex', 'index points', '2026-11-01', 1300, 'mapped.品牌日报'],
      ['brand:示例', 'mentions', 'posts', '2026-11-02', 14, 'mapped.品牌日报'],
      ['brand:示例', 'searchIndex', 'index points', '2026-11-02', 1310, 'mapped.品牌日报'],
    ])
  })

  test('a day that is none is rejected with its reason; an empty cell is no number and no zero', () => {
    const { report, series, rejects } = read(tableOf(['统计日', '声量', '百度指数'], ['昨天', 1, 2], ['2026-11-03', '', 5]))
    expect(rejects).toEqual([expect.objectContaining({ record: 1, code: 'time.unparsable', column: '统计日' })])
    expect(report.rejected).toBe(1)
    expect(series.map(({ metric, value }) => [metric, value])).toEqual([['searchIndex', 5]])
  })

  test('followers are read to the last digit or not at all', () => {
    const columns = [
      { header: '统计日', target: { to: 'seriesDay' } },
      { header: '粉丝', target: { to: 'series', metric: 'followers', unit: 'followers', reads: 'exactCount' } },
    ]
    const { series, rejects } = read(tableOf(['统计日', '粉丝'], ['2026-11-01', 12_345], ['2026-11-02', '1.2万']), { columns })
    expect(series.map(({ value }) => value)).toEqual([12_345])
    expect(rejects.map(({ code }) => code)).toEqual(['number.rounded'])
  })

  test.each([
    { why: 'nothing', change: {}, lacks: [] },
    { why: 'a subject', change: { subject: undefined }, lacks: ['subject'] },
    { why: 'a day', change: { columns: mapping().columns.slice(1) }, lacks: ['day'] },
    { why: 'a number', change: { columns: mapping().columns.slice(0, 1) }, lacks: ['value'] },
    {
      why: 'the platform of its accounts',
      change: { subject: undefined, columns: [...mapping().columns, { header: '账号', target: { to: 'identity', field: 'accountId' } }] },
      lacks: ['platform'],
    },
  ])('lacks $why: $lacks', ({ change, lacks }) => {
    expect(listMissing(mapping(change))).toEqual(lacks)
    const outcome = importRecords(DAYS, { source: 'auto', importId: 'sha256:00', mapping: mapping(change) })
    if (lacks.length > 0) expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'import.mapping_misfit', missing: lacks }] })
    else expect(outcome.ok).toBe(true)
  })

  const byLink = {
    subject: undefined,
    columns: [
      { header: '日期', target: { to: 'seriesDay' } },
      { header: '主页', target: { to: 'profileUrl' } },
      { header: '粉丝', target: { to: 'series', metric: 'followers', unit: 'followers' } },
    ],
  }
  const linkOf = (id: string) => `https://www.xiaohongshu.com/user/profile/${id}`
  const [FIRST, SECOND] = ['5f0000000000000000000001', '5f0000000000000000000002']

  test('two accounts of one day, named by their links alone, stay two', () => {
    const file = tableOf(['日期', '主页', '粉丝'], ['2026-11-01', linkOf(FIRST), 100], ['2026-11-01', linkOf(SECOND), 999])
    for (const change of [byLink, { ...byLink, subject: 'brand:示例' }]) {
      const { report, series } = read(file, change)
      expect(report).toMatchObject({ accepted: { series: 2 }, rejected: 0 })
      expect(series.map(({ subject, value }) => [subject, value])).toEqual([
        [`xiaohongshu:${FIRST}`, 100],
        [`xiaohongshu:${SECOND}`, 999],
      ])
    }
  })

  test.each([
    { why: 'no link', link: '', code: 'id.missing' },
    { why: 'a link of nowhere', link: 'https://example.com/u/1', code: 'platform.unknown' },
    { why: 'a link without an id', link: 'https://www.xiaohongshu.com/explore', code: 'id.missing' },
  ])('$why: the row is rejected and is never of the shop', ({ link, code }) => {
    const { series, rejects } = read(tableOf(['日期', '主页', '粉丝'], ['2026-11-01', link, 100]), byLink)
    expect(series).toEqual([])
    expect(rejects).toEqual([expect.objectContaining({ record: 1, code })])
  })

  test('an account named by a column wins over the subject of the table', () => {
    const columns = [...mapping().columns, { header: '账号', target: { to: 'identity', field: 'accountId' } }]
    const { series } = read(tableOf(['统计日', '声量', '百度指数', '账号'], ['2026-11-01', 12, 13, 'own-1']), {
      columns,
      platform: 'weibo',
    })
    expect(new Set(series.map(({ subject }) => subject))).toEqual(new Set(['weibo:own-1']))
  })
})
