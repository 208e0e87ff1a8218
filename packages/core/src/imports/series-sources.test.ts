import { describe, expect, test } from 'vitest'
import { importRecords, previewRecords, runSteps, type Cell, type DecodedFile } from './index.ts'

const OPTIONS = { source: 'auto', importId: 'sha256:00' } as const
const tableOf = (header: readonly string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header: [...header], rows }],
})
const linesOf = (...documents: unknown[]): DecodedFile => ({ name: 'series.jsonl', encoding: 'utf-8', shape: 'json', documents })
function read(file: DecodedFile, options: Partial<Parameters<typeof importRecords>[1]> = {}) {
  const outcome = importRecords(file, { ...OPTIONS, ...options })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const DAYS = ['平台', '账号ID', '昵称', '日期', '粉丝数']
const day = (date: string, followers: Cell, id = 'daily-1'): Cell[] => ['小红书', id, '示例·阿禾', date, followers]
const LINE = { subject: 'xiaohongshu:daily-1', metric: 'followers', unit: 'followers', day: '2026-11-01', value: 1200, source: 'own list' }

describe('followers of an account by day, in a table', () => {
  test('become a series of that account, one number a Shanghai day, with its source', () => {
    const { report, series, accounts } = read(tableOf(DAYS, day('2026-11-01', '1,200'), day('2026-11-02', 1230), day('2026/11/3', '1260')))
    expect(report).toMatchObject({ source: { id: 'followers.daily' }, accepted: { accounts: 0, series: 3 }, rejected: 0, unmapped: [] })
    expect(accounts).toEqual([])
    expect(report.notes.join(' ')).not.toContain('not known')
    expect(series.map((point) => [point.day, point.value])).toEqual([
      ['2026-11-01', 1200],
      ['2026-11-02', 1230],
      ['2026-11-03', 1260],
    ])
    expect(series[0]).toMatchObject({
      subject: 'xiaohongshu:daily-1',
      metric: 'followers',
      unit: 'followers',
      source: 'followers.daily',
      observedAt: null,
    })
  })

  test('a handle and a link name the account as they do in a list', () => {
    const byHandle = read(tableOf(['小红书号', '日期', '粉丝总数'], ['red-1', '2026-11-01', 10], ['red-1', '2026-11-02', 11]))
    expect(byHandle.series.map(({ subject }) => subject)).toEqual(['xiaohongshu:red-1', 'xiaohongshu:red-1'])
    const link = 'https://www.xiaohongshu.com/user/profile/5f0000000000000000000abc'
    const byLink = read(tableOf(['主页链接', '时间', '粉丝量'], [link, '2026-11-01', 10], [link, '2026-11-02', 11]))
    expect(byLink.series[0]?.subject).toBe('xiaohongshu:5f0000000000000000000abc')
  })

  test('a list with one day per account stays a list of accounts', () => {
    const { report } = read(tableOf(DAYS, day('2026-11-01', 1200), day('2026-11-01', 900, 'daily-2')))
    expect(report).toMatchObject({ source: { id: 'typed.table' }, accepted: { accounts: 2 } })
    const prices = read(tableOf([...DAYS, '图文报价'], [...day('2026-11-01', 1), 500], [...day('2026-11-02', 2), 600]))
    expect(prices.report).toMatchObject({ source: { id: 'agency.list' }, accepted: { accounts: 1 } })
  })

  test('days that name no account, an id Excel broke and a rounded count are rejected with the reason', () => {
    const days = tableOf(['日期', '粉丝数'], ['2026-11-01', 10], ['2026-11-02', 11])
    expect(importRecords(days, OPTIONS)).toMatchObject({ ok: false, refusals: [{ code: 'import.unknown_table' }] })
    const nameless = read(days, { source: 'followers.daily' })
    expect(nameless.report).toMatchObject({ source: { id: 'followers.daily' }, rejected: 2 })
    expect(nameless.rejects[0]).toMatchObject({ code: 'id.missing', column: '达人ID' })
    const { rejects, series, report } = read(
      tableOf(
        DAYS,
        day('2026-11-01', 12345),
        day('2026-11-02', '1.2万'),
        day('2026-11-03', 12390, '7.02E+18'),
        day('', 12400),
        day('2026-11-05', '--'),
        day('2026-11-06', '10万+'),
        day('2026-11-07', '未知数'),
        day('2026-11-08', 12.5),
      ),
    )
    expect(series.map((point) => point.day)).toEqual(['2026-11-01'])
    expect(rejects.map(({ record, code }) => [record, code])).toEqual([
      [2, 'number.rounded'],
      [3, 'id.rounded_by_excel'],
      [4, 'day.missing'],
      [5, 'value.missing'],
      [6, 'number.rounded'],
      [7, 'number.unparsable'],
      [8, 'number.not_a_count'],
    ])
    expect(report.rejected).toBe(7)
  })

  test('a count in 万 by its header is rounded as well', () => {
    const header = ['小红书号', '日期', '粉丝数(万)']
    const { rejects } = read(tableOf(header, ['red-1', '2026-11-01', 1.2], ['red-1', '2026-11-02', 1.3]))
    expect(rejects.map(({ code }) => code)).toEqual(['number.rounded', 'number.rounded'])
  })

  test('a day met twice counts once, and the later row stands', () => {
    const { report, series } = read(tableOf(DAYS, day('2026-11-01', 1200), day('2026-11-01', 1210), day('2026-11-02', 1220)))
    expect(report).toMatchObject({ records: 3, accepted: { series: 2 }, duplicates: 1, observations: 3 })
    expect(series.map(({ value }) => value)).toEqual([1210, 1220])
  })

  test('the preview shows what is understood of a row, or why nothing is', () => {
    const file = tableOf(DAYS, day('2026-11-01', 1200), day('2026-11-02', '1.2万'))
    const rows = runSteps(previewRecords(file, OPTIONS, { count: 5, units: [] }))
    expect(rows.map(({ series, fault }) => [series?.map(({ value }) => value) ?? null, fault?.code ?? null])).toEqual([
      [[1200], null],
      [null, 'number.rounded'],
    ])
  })
})

describe('series.jsonl', () => {
  test('is read back as it was written, each line with its own source', () => {
    const lines = [
      { ...LINE, observedAt: '2026-11-02T00:00:00Z' },
      { ...LINE, metric: 'mentions', unit: 'posts', value: 3 },
      { subject: 'shop', metric: 'paidAmount', unit: 'CNY', day: '2026-11-01', value: 12.5, source: 'relang.overview', observedAt: null },
    ]
    const { report, series } = read(linesOf(...lines))
    expect(report).toMatchObject({ source: { id: 'kolibra.series' }, accepted: { series: 3 }, rejected: 0, unmapped: [] })
    expect(series).toEqual([{ ...lines[0], observedAt: '2026-11-02T00:00:00.000Z' }, { ...lines[1], observedAt: null }, lines[2]])
  })

  test('lacking a source or a unit of followers, a line says what it is of', () => {
    const { unit: _unit, source: _source, ...bare } = LINE
    expect(read(linesOf(bare)).series[0]).toMatchObject({ source: 'kolibra.series', unit: 'followers' })
  })

  test('a line without subject, metric, unit, day or number is rejected alone', () => {
    const { rejects, series } = read(
      linesOf(
        LINE,
        { ...LINE, subject: '' },
        { ...LINE, metric: null },
        { ...LINE, metric: 'sales', unit: null },
        { ...LINE, day: 'yesterday' },
        { ...LINE, value: null },
        { ...LINE, value: -5 },
      ),
    )
    expect(series).toHaveLength(1)
    expect(rejects.map(({ record, code, column }) => [record, code, column])).toEqual([
      [2, 'id.missing', 'subject'],
      [3, 'value.missing', 'metric'],
      [4, 'value.missing', 'unit'],
      [5, 'time.unparsable', 'day'],
      [6, 'value.missing', 'value'],
      [7, 'number.not_a_count', 'value'],
    ])
  })
})

describe('days of a person who was erased', () => {
  const isErased = (platform: string | null, id: string) => (platform ?? 'xiaohongshu') === 'xiaohongshu' && id === 'daily-1'

  test('are not taken, whatever form the subject has; nothing of the row is kept', () => {
    for (const subject of ['daily-1', 'xiaohongshu:daily-1', 'account:daily-1', 'host:daily-1 item:9']) {
      const { series, rejects } = read(linesOf({ ...LINE, subject }), { isErased })
      expect([subject, series, rejects]).toEqual([subject, [], [{ record: 1, code: 'id.erased', column: null, original: {} }]])
    }
    expect(read(tableOf(DAYS, day('2026-11-01', 1), day('2026-11-02', 2)), { isErased }).report.rejected).toBe(2)
  })

  test('say nothing of who bears the same id elsewhere', () => {
    expect(read(linesOf({ ...LINE, subject: 'weibo:daily-1' }, { ...LINE, subject: 'item:daily-1' }), { isErased }).series).toHaveLength(2)
  })
})
