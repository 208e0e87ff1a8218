import { describe, expect, test } from 'vitest'
import type { DecodedFile } from './index.ts'
import { readChecked, table } from './test/read-checked.ts'

describe('agency lists', () => {
  test('filed and unfiled prices, rebate, units in headers, title lines above the header', () => {
    const { report, accounts } = readChecked(
      table(
        ['阿尔本湖 提报', '', '', '', '', '', ''],
        ['昵称', '小红书号', '粉丝数（万）', '报备图文价格', '水下图文', '返点', '备注'],
        ['示例·丁', '900004', 5.2, 3000, '2,500', '25%', '可谈'],
        ['示例·戊', '900005', '1.2万', '/', 1000, 30, ''],
      ),
    )
    expect(report).toMatchObject({ source: { id: 'agency.list' }, records: 2, unmapped: [] })
    expect(accounts.map(({ followers, platform }) => [followers, platform])).toEqual([
      [52_000, 'xiaohongshu'],
      [12_000, 'xiaohongshu'],
    ])
    expect(accounts[0]?.quotes.map(({ filed, listFen, rebate }) => [filed, listFen, rebate])).toEqual([
      [true, 300_000, 0.25],
      [false, 250_000, 0.25],
    ])
    expect(accounts[1]?.quotes.map(({ filed, rebate }) => [filed, rebate])).toEqual([[false, 0.3]])
  })

  test('filed prices and categories under shorter names', () => {
    const { report, accounts } = readChecked(
      table(
        ['昵称', '小红书号', '类目', '报备图文价', '报备视频价', '非报备图文价'],
        ['示例·丁', '900004', '美妆、护肤', 3000, 5000, 2000],
      ),
    )
    expect(report.unmapped).toEqual([])
    expect(accounts[0]?.categories).toEqual(['美妆', '护肤'])
    expect(accounts[0]?.quotes.map(({ format, filed, listFen }) => [format, filed, listFen])).toEqual([
      ['image_note', true, 300_000],
      ['video_note', true, 500_000],
      ['image_note', false, 200_000],
    ])
  })

  test.each(['面议', '价格面议', '私聊', 'on request'])('a price that reads %s is on request: unknown, and no problem', (word) => {
    const { report, accounts } = readChecked(table(['平台', '昵称', '报价'], ['抖音', '示例·己', word], ['抖音', '示例·庚', 2000]))
    expect(report.problems).toEqual([])
    expect(report.notes.join()).toContain('on request')
    expect(accounts.map(({ quotes }) => quotes.length)).toEqual([0, 1])
  })

  test('a short link names an account only where nothing else does', () => {
    const { report, accounts } = readChecked(
      table(
        ['平台', '昵称', '主页链接', '报价'],
        ['抖音', '示例·己', 'https://v.douyin.com/iDemo1/', 1000],
        ['抖音', '', 'https://v.douyin.com/iDemo2/', 1000],
        ['', '', 'https://v.douyin.com/iDemo3/', 1000],
        ['抖音', '', 'https://www.douyin.com/video/7000000000000000000', 1000],
      ),
    )
    expect(accounts.map(({ platform, accountId }) => `${platform} ${accountId}`)).toEqual([
      'douyin name:示例·己',
      'douyin link:v.douyin.com/iDemo2',
      'douyin link:v.douyin.com/iDemo3',
    ])
    expect(report.problems).toMatchObject([{ record: 4, code: 'id.missing' }])
  })

  const ORDER = ['平台', '昵称', '刊例价', '净价', '返点']
  test('the rebate proves itself where list and net price stand beside it; that says nothing about the unit of the prices', () => {
    const { report, accounts } = readChecked(table(ORDER, ['抖音', '示例·己', 1000, 750, '25%'], ['B站', '示例·庚', 2000, 1400, '30%']))
    expect(report.units.map(({ column, state }) => [column, state])).toEqual([
      ['返点', 'proved'],
      ['刊例价', 'unproved'],
      ['净价', 'unproved'],
    ])
    expect(accounts.map(({ platform, accountId, quotes }) => [platform, accountId, quotes[0]?.netFen])).toEqual([
      ['douyin', 'name:示例·己', 75_000],
      ['bilibili', 'name:示例·庚', 140_000],
    ])
    expect(report.notes.join()).toContain('name only')
  })

  test('a rebate in percent without a sign, under prices in fen and yuan that say so, proves too', () => {
    const { report, accounts } = readChecked(
      table(
        ['平台', '昵称', '刊例价(分)', '净价(元)', '返点'],
        ['抖音', '示例·己', 100_000, 750, 25],
        ['抖音', '示例·庚', 200_000, 1400, 30],
      ),
    )
    expect(report.units[0]).toMatchObject({ column: '返点', state: 'proved', checked: 2, agreed: 2 })
    expect(accounts[0]?.quotes).toMatchObject([{ listFen: 100_000, netFen: 75_000, rebate: 0.25 }])
  })

  test('a rebate that contradicts is not used, nor the net price', () => {
    const { report, accounts } = readChecked(table(ORDER, ['抖音', '示例·己', 1000, 900, '25%'], ['抖音', '示例·庚', 2000, 1900, '30%']))
    expect(report.units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)).toEqual(['返点', '净价'])
    expect(accounts[0]?.quotes).toMatchObject([{ listFen: 100_000, netFen: null, rebate: null }])
  })

  test('a platform that is none, and ids that Excel rounded, are rejected with the reason', () => {
    const { report, rejects } = readChecked(
      table(
        ['平台', '达人ID', '昵称', '报价'],
        ['某某', '1', '示例·辛', 100],
        ['抖音', 7.02e18, '示例·壬', 100],
        ['抖音', '7.02E+18', '示例·癸', 100],
        ['抖音', '7020000000000001234', '示例·子', 100],
      ),
    )
    expect(rejects.map(({ record, code }) => [record, code])).toEqual([
      [1, 'platform.unknown'],
      [2, 'id.rounded_by_excel'],
      [3, 'id.rounded_by_excel'],
    ])
    expect(report).toMatchObject({ records: 4, rejected: 3, accepted: { accounts: 1 } })
  })

  test.each([
    { why: '抖音号 is no 小红书号', header: ['昵称', '抖音号', '报价'], platform: 'douyin' },
    { why: '红书号', header: ['昵称', '红书号', '报价'], platform: 'xiaohongshu' },
    { why: '报备图文 exists on one platform', header: ['昵称', '达人ID', '报备图文'], platform: 'xiaohongshu' },
    { why: '星图ID', header: ['昵称', '星图ID', '报价'], platform: 'douyin' },
  ])('the platform by its headers: $why', ({ header, platform }) => {
    expect(readChecked(table(header, ['示例·未', '900010', 100])).accounts[0]?.platform).toBe(platform)
  })

  test.each([
    { why: 'no header says it', header: ['昵称', '达人ID', '报价'] },
    { why: 'headers of two platforms', header: ['昵称', '抖音UID', '报备图文'] },
  ])('an unknown platform is never guessed: $why', ({ header }) => {
    expect(readChecked(table(header, ['示例·申', '900011', 100])).rejects).toMatchObject([{ record: 1, code: 'platform.unknown' }])
  })

  const SEVERAL = ['达人昵称', '平台', '小红书号', '主页链接', '报备图文']
  test.each([
    { why: 'nothing else tells it', header: SEVERAL, row: ['无名氏', '', '', '', 100], platform: null },
    { why: 'a dash is empty', header: SEVERAL, row: ['无名氏', '--', '-', '', 100], platform: null },
    { why: 'its own 小红书号', header: SEVERAL, row: ['示例·未', '', 'red_9', '', 100], platform: 'xiaohongshu' },
    { why: 'its link', header: SEVERAL, row: ['示例·未', '', '', 'https://space.bilibili.com/42', 100], platform: 'bilibili' },
    { why: 'an id of no named platform', header: SEVERAL.with(2, '达人ID'), row: ['示例·未', '', '900010', '', 100], platform: null },
  ])('a row that leaves the platform column empty: $why', ({ header, row, platform }) => {
    const { accounts, rejects, report } = readChecked(table(header, ['示例·申', '抖音', '900011', '', 100], row))
    expect(accounts.map((account) => account.platform)).toEqual(platform === null ? ['douyin'] : ['douyin', platform])
    expect(rejects.map(({ record, code, column }) => [record, code, column])).toEqual(
      platform === null ? [[2, 'platform.unknown', '平台']] : [],
    )
    expect(report.problems).toHaveLength(rejects.length)
  })

  test('one row of an unknown platform is one problem, with what stands in its cell', () => {
    const { report } = readChecked(table(['平台', '达人ID', '昵称', '报价'], ['某某', '1', '示例·辛', 100], ['抖音', '2', '示例·壬', 100]))
    expect(report.problems).toEqual([{ record: 1, column: '平台', code: 'platform.unknown', value: '某某' }])
  })

  test('Xingtu ids stay apart: the UID identifies, the Xingtu id is the handle', () => {
    const { accounts } = readChecked(
      table(['星图ID', '达人昵称', '达人UID', '21-60s报价'], ['7020000000000000123', '示例·酉', '3700000000000001', 200]),
    )
    expect(accounts[0]).toMatchObject({
      platform: 'douyin',
      accountId: '3700000000000001',
      handle: '7020000000000000123',
      quotes: [{ format: 'video_21_60s', listFen: 20_000 }],
    })
  })

  test('two sheets: the one that fits is read, the other is named', () => {
    const file: DecodedFile = {
      name: '提报.xlsx',
      encoding: 'xlsx',
      shape: 'table',
      tables: [
        { name: '说明', header: ['请填写'], rows: [['谢谢']] },
        {
          name: '名单',
          header: ['昵称', '小红书号', '报备图文'],
          rows: [
            ['示例·戌', '900012', 100],
            [null, '', null],
          ],
        },
      ],
    }
    const { report } = readChecked(file)
    expect(report).toMatchObject({ records: 1, accepted: { accounts: 1 } })
    expect(report.notes.join()).toContain('说明')
  })

  test('a column met twice keeps the first and reports the second', () => {
    const { report, accounts } = readChecked(table(['昵称', '小红书号', '报备图文', '报备图文'], ['示例·亥', '900013', 100, 200]))
    expect(report.unmapped).toEqual(['报备图文 (column 4)'])
    expect(accounts[0]?.quotes.map(({ listFen }) => listFen)).toEqual([10_000])
  })

  test('a name of a whole page stands for nobody', () => {
    const [long, short] = ['长'.repeat(501), '长'.repeat(500)]
    const { rejects, accounts } = readChecked(table(['平台', '昵称', '报备图文'], ['抖音', long, 100], ['抖音', short, 100]))
    expect(rejects).toMatchObject([{ record: 1, code: 'id.too_long', column: '昵称' }])
    expect(accounts.map(({ accountId }) => accountId)).toEqual([`name:${short}`])
  })

  test('cells beyond the header reject the row, not the file', () => {
    const { report } = readChecked(
      table(['昵称', '小红书号', '报备图文'], ['示例·甲', '900014', 100, 'extra'], ['示例·乙', '900015', 100, null]),
    )
    expect(report).toMatchObject({ records: 2, rejected: 1, problems: [{ record: 1, code: 'record.too_many_cells' }] })
  })

  test.each([
    { header: '报备图文(元)', cell: 300, listFen: 30_000 },
    { header: '报备图文（万元）', cell: 0.3, listFen: 300_000 },
    { header: '报备图文(分)', cell: 30_000, listFen: 30_000 },
  ])('$header states its unit', ({ header, cell, listFen }) => {
    expect(readChecked(table(['昵称', '小红书号', header], ['示例·甲', '900016', cell])).accounts[0]?.quotes[0]?.listFen).toBe(listFen)
  })

  test('a price that is a range is a problem, never a mid-point', () => {
    const { report, accounts } = readChecked(table(['小红书号', '昵称', '报备图文'], ['900006', '示例·丑', '3000-5000']))
    expect(report.problems).toMatchObject([{ record: 1, column: '报备图文', code: 'price.is_a_range' }])
    expect(accounts[0]?.quotes).toEqual([])
  })
})
