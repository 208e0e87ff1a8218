import { describe, expect, test } from 'vitest'
import { importRecords, type Cell } from './index.ts'

/** Every trap of imports.md §3.0.8 as a small file that goes the whole way. */
function read(header: readonly string[], ...rows: (readonly Cell[])[]) {
  const file = { name: 'trap.csv', encoding: 'utf-8', shape: 'table' as const, tables: [{ name: 'trap', header: [...header], rows }] }
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}

const LIST = ['平台', '昵称', '达人ID', '粉丝数', '图文报价', '返点', '均赞'] as const
const cellsOf = (followers: Cell, { price = '500', likes = '1' }: { price?: Cell; likes?: Cell } = {}) => [
  '抖音',
  '示例',
  'a1',
  followers,
  price,
  '20%',
  likes,
]

describe('numbers as they are printed', () => {
  test.each([
    ['1.2万', 12_000],
    ['3w', 30_000],
    ['1,234,567', 1_234_567],
    ['１２３４', 1234],
    ['１．２万', 12_000],
    [' 5 000 ', 5000],
    [120_000, 120_000],
  ] as const)('%s followers are %s', (cell, count) => expect(read(LIST, cellsOf(cell)).accounts[0]?.followers).toBe(count))

  test.each(['', '-', '--', '—', '空', '暂无', '未收录', '-1', -1, '无', null])('%j is not known, and no problem', (cell) => {
    const { accounts, report } = read(LIST, cellsOf(cell, { likes: cell }))
    expect(accounts[0]?.followers).toBeNull()
    expect(accounts[0]?.metrics).toEqual([])
    expect(report.problems).toEqual([])
  })

  test.each([
    ['50万-100万', 500_000, 1_000_000],
    ['1k-3w', 1000, 30_000],
    ['>100w', 1_000_000, null],
    ['<=1k', 0, 1000],
    ['150以上', 150, null],
    ['5以下', 0, 5],
    ['10万+', 100_000, null],
    ['<3', 0, 3],
  ] as const)('%s is [%s, %s) and has no mid-point', (cell, low, high) => {
    const { accounts } = read(LIST, cellsOf('9', { likes: cell }))
    expect(accounts[0]?.metrics.find(({ name }) => name === 'likesMean')).toMatchObject({ value: null, low, high })
  })

  test.each([
    ['图文报价(分)', '50000', 50_000],
    ['图文报价(分)', '1.2万', 12_000],
    ['图文报价(万)', '0.05', 50_000],
    ['图文报价(万)', '0.05万', 50_000],
    ['图文报价(元)', '500元', 50_000],
  ])('under %s the cell %s is %i fen', (header, price, fen) => {
    const columns = LIST.map((name) => (name === '图文报价' ? header : name))
    expect(read(columns, cellsOf('1万', { price })).accounts[0]?.quotes[0]?.listFen).toBe(fen)
  })

  test('a price of 0 is not offered, a price that is a range is reported', () => {
    expect(read(LIST, cellsOf('9', { price: '0' })).accounts[0]?.quotes).toEqual([])
    const { accounts, report } = read(LIST, cellsOf('9', { price: '500-800' }))
    expect(accounts[0]?.quotes).toEqual([])
    expect(report.problems).toMatchObject([{ code: 'price.is_a_range', value: '500-800' }])
  })

  test('a share with its count, a list of shares', () => {
    const header = ['达人名称', '小红书号', '粉丝数', '灰豚指数', '活跃粉丝占比', '水粉占比', '粉丝地域', '粉丝男/女']
    const { accounts } = read(header, ['示例', 'r1', '1', '2', '42.64% | 192745', '--', '上海|17.4% 北京|15.2%', '17.9%/82.1%'])
    const at = (name: string) => accounts[0]?.metrics.find((metric) => metric.name === name)?.value
    expect([at('activeFollowersShare'), at('activeFollowersCount'), at('fakeFollowersShare')]).toEqual([0.4264, 192_745, undefined])
    expect(accounts[0]?.audience).toMatchObject({ province: { 上海: 0.174, 北京: 0.152 }, gender: { male: 0.179, female: 0.821 } })
  })
})

describe('ids that a spreadsheet ate', () => {
  const withId = (id: Cell) => read(LIST, ['抖音', '示例', id, '1', '500', '20%', '1'])

  test.each([
    ['7.02312345678901E+18', '19 digits as a float'],
    [7.023123456789012e18, '19 digits as a number'],
    ['5.12E+23', '24 hex digits that looked like a float'],
    [5e23, '24 hex digits as a number'],
    ['5e+23', 'without a point'],
    ['1.23456789012345E22', 'without a plus'],
  ])('%s (%s) is rejected with its reason', (id, _why) => {
    const { accounts, rejects } = withId(id)
    expect(accounts).toEqual([])
    expect(rejects).toMatchObject([{ code: 'id.rounded_by_excel', column: '达人ID' }])
  })

  test.each(['5e1200000000000000000000', '611e76000000000021037600', '5E12ABCDEF00000000008400'])('%s is a whole hexadecimal id', (id) =>
    expect(withId(id).accounts[0]?.accountId).toBe(id),
  )
})

describe('both times of Weibo', () => {
  const HEADER = ['note_id', 'content', 'create_time', 'create_date_time', 'liked_count', 'comments_count', 'shared_count', 'user_id']
  test.each([
    ['1773833477', '', 'seconds'],
    ['', '2026-03-18 19:31:17', 'a stamp, Shanghai time'],
    ['', '2026-03-18 19:31:17+08:00', 'a stamp with its zone'],
    ['', 'Wed Mar 18 19:31:17 +0800 2026', 'Weibo’s own'],
  ])('%j %j: %s', (seconds, stamp) =>
    expect(read(HEADER, ['5', '示例', seconds, stamp, '1', '2', '3', '77']).posts[0]?.publishedAt).toBe('2026-03-18T11:31:17.000Z'),
  )
})

describe('lists inside cells', () => {
  test.each([
    ["['美妆', '护肤']", ['美妆', '护肤']],
    ['["美妆","护肤"]', ['美妆', '护肤']],
    ['美妆、护肤', ['美妆', '护肤']],
    ['[]', []],
  ] as const)('%s', (cell, tags) => {
    const { accounts } = read([...LIST, '达人类型'], [...cellsOf('1'), cell])
    expect(accounts[0]?.categories).toEqual(tags)
  })
})
