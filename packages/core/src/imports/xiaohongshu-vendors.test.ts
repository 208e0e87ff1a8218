import { describe, expect, test } from 'vitest'
import type { Cell } from './index.ts'
import { readChecked, table } from './test/read-checked.ts'

describe('Huitun creators', () => {
  const HEADER = [
    '达人名称',
    '达人官方地址',
    '小红书号',
    '性别',
    '更新时间',
    '粉丝数',
    '近60天平均点赞',
    '近60天平均收藏',
    '近60天平均评论',
    '活跃粉丝占比',
    '水粉占比',
    '粉丝男/女',
    '粉丝地域',
    '图文笔记报价',
    '图文CPE',
    '联系邮箱',
  ]
  const row = (at: number, price: number, cpe: Cell): Cell[] => [
    `示例·${at}号`,
    `https://www.xiaohongshu.com/user/profile/5e97d914d41cec2d8baeaa0${at}`,
    `90000000${at}`,
    '女',
    '2026-03-18 12:00:00',
    '1.2万',
    300,
    150,
    50,
    '42.64% | 5116',
    '--',
    '男 17.9% 女 82.1%',
    '上海|17.4% 北京|15.2%',
    price,
    cpe,
    'a@example.com',
  ]

  test('proves CPE by the definition that fits, keeps shares, drops contact data', () => {
    const { report, accounts } = readChecked(table(HEADER, row(1, 1000, 2), row(2, 2000, 4), row(3, 500, '--')))
    expect(report.source.id).toBe('huitun.creators')
    expect(report.units.find(({ column }) => column === '图文CPE')).toMatchObject({ state: 'proved', checked: 2, agreed: 2 })
    expect(accounts[0]).toMatchObject({
      accountId: '5e97d914d41cec2d8baeaa01',
      handle: '900000001',
      followers: 12_000,
      person: { gender: 'female' },
      audience: { gender: { female: 0.821, male: 0.179 }, province: { 上海: 0.174 } },
      quotes: [{ listFen: 100_000, filed: null, observedAt: '2026-03-18T04:00:00.000Z' }],
    })
    expect(accounts[0]?.metrics.filter(({ name }) => name.startsWith('activeFollowers')).map(({ value }) => value)).toEqual([0.4264, 5116])
    expect(accounts[0]?.metrics.some(({ name }) => name.startsWith('fakeFollowers'))).toBe(false)
    expect(JSON.stringify(accounts)).not.toContain('example.com')
    expect(report.notes).toContain('Stamps without zone were read as Shanghai time.')
  })

  test('prices in fen contradict: never used in quotes or metrics, and the file still stands', () => {
    const { report, accounts } = readChecked(table(HEADER, row(1, 100_000, 2), row(2, 200_000, 4)))
    expect(report.units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)).toEqual(['图文CPE', '图文笔记报价'])
    expect(accounts.flatMap(({ quotes }) => quotes)).toEqual([])
    expect(accounts.flatMap(({ metrics }) => metrics).some(({ name }) => name === 'expectedCpe')).toBe(false)
    expect(report.accepted.accounts).toBe(2)
  })

  test('a definition nobody printed that fits no candidate is unproved, not contradicted', () => {
    const { report } = readChecked(table(HEADER, row(1, 1000, 3.1), row(2, 2000, 2.2)))
    expect(report.units.find(({ column }) => column === '图文CPE')).toMatchObject({ state: 'unproved', checked: 2, agreed: 0 })
  })

  test('a count and a price are unproved when no formula tests them', () => {
    const { report, accounts } = readChecked(table(HEADER, row(1, 1000, '--')))
    expect(report.units.find(({ column }) => column === '图文笔记报价')).toMatchObject({ state: 'unproved', checked: 0 })
    expect(accounts[0]?.quotes[0]?.source).toContain('unproved')
  })
})

describe('Pugongying creators', () => {
  const HEADER = [
    '小红书昵称',
    '小红书号',
    '地址',
    '数据更新至',
    '粉丝数',
    '图文报价',
    '视频报价',
    '预估阅读单价_图文',
    '图文3秒阅读',
    '日常_阅读中位数',
    '合作_阅读中位数',
    '女性粉丝占比',
    '合作笔记1阅读数',
  ]

  test('everyday and sponsored medians stay apart; percent with and without sign', () => {
    const { report, accounts } = readChecked(
      table(
        HEADER,
        ['示例·甲', '900001', '上海', '2026-03-18', '5.2万', '800', '-', '0.8', '64.6%', '1000', '1250', '87.6', '300'],
        ['示例·乙', '900002', '', '2026-03-18', '3000', '0', '', '', '', '', '', '55', ''],
      ),
    )
    expect(report).toMatchObject({ source: { id: 'pugongying.creators', confidence: 1 }, records: 2, unmapped: [] })
    expect(accounts[0]).toMatchObject({
      accountId: '900001',
      followers: 52_000,
      audience: { gender: { female: 0.876 } },
      quotes: [{ format: 'image_note', listFen: 80_000, filed: true }],
    })
    expect(accounts[0]?.metrics.filter(({ name }) => name === 'readsMedian').map(({ noteType, value }) => [noteType, value])).toEqual([
      ['everyday', 1000],
      ['sponsored', 1250],
    ])
    expect(accounts[1]?.quotes).toEqual([])
    expect(report.units.find(({ column }) => column === '预估阅读单价_图文')).toMatchObject({
      state: 'proved',
      formula: '图文报价 / 日常_阅读中位数',
    })
  })

  test('the headers of its own export', () => {
    const { report, accounts } = readChecked(
      table(
        [
          '达人昵称',
          '小红书号',
          '地区',
          '粉丝量',
          '图文报价',
          '视频报价',
          '30天日常笔记阅读中位数',
          '90天合作笔记互动率',
          '活跃粉丝占比',
          '粉丝年龄18-24',
        ],
        ['示例·丙', '900003', '杭州', '8,800', 300, 500, 920, '6.1%', '41%', '33%'],
      ),
    )
    expect(report.source.id).toBe('pugongying.creators')
    expect(accounts[0]?.metrics.map(({ name, period, noteType }) => [name, period, noteType])).toEqual([
      ['followers', null, null],
      ['readsMedian', '30d', 'everyday'],
      ['interactionRate', '90d', 'sponsored'],
      ['activeFollowersShare', '28d', null],
    ])
    expect(accounts[0]?.audience?.age).toEqual({ '18-24': 0.33 })
  })
})
