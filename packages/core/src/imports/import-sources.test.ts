import { describe, expect, test } from 'vitest'
import { accountSchema, importRecords, importReportSchema, postSchema, recogniseSource, type Cell, type DecodedFile } from './index.ts'

const table = (header: string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header, rows }],
})

function read(file: DecodedFile, more: { source?: string; saidObservedOn?: string } = {}) {
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00', ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  const { report, accounts, posts } = outcome.value
  importReportSchema.parse(report)
  accounts.forEach((account) => accountSchema.strict().parse(account))
  posts.forEach((post) => postSchema.strict().parse(post))
  return outcome.value
}

const OLD = ['note_id', 'type', 'title', 'desc', 'video_url', 'time', 'last_update_time', 'user_id', 'nickname', 'avatar']
const OLD_REST = [
  'liked_count',
  'collected_count',
  'comment_count',
  'share_count',
  'ip_location',
  'image_list',
  'tag_list',
  'last_modify_ts',
  'note_url',
  'source_keyword',
  'xsec_token',
]
const OLD_HEADER = [...OLD, ...OLD_REST]
const NEW_HEADER = OLD_HEADER.filter((name) => !['user_id', 'avatar', 'ip_location'].includes(name)).toSpliced(7, 0, 'creator_hash')

const note = (fields: Record<string, Cell>, header = OLD_HEADER): Cell[] => {
  const base: Record<string, Cell> = {
    note_id: '611e76000000000021037600',
    type: 'normal',
    title: '示例标题',
    time: '1773833477000',
    user_id: '8b221fe7338aa5524d7aa74f',
    creator_hash: 'a1b2c3d4e5f60718',
    liked_count: '2.2万',
    collected_count: '310',
    comment_count: '',
    share_count: '0',
    last_modify_ts: '1773920000000',
    note_url: 'https://www.xiaohongshu.com/explore/611e76000000000021037600',
  }
  return header.map((name) => fields[name] ?? base[name] ?? '')
}

describe('MediaCrawler Xiaohongshu posts', () => {
  test('old header: counts, times and author; unknown is not zero', () => {
    const { report, posts } = read(table(OLD_HEADER, note({})))
    expect(report).toMatchObject({
      source: { id: 'mediacrawler.xhs.contents', confidence: 1 },
      records: 1,
      accepted: { accounts: 0, posts: 1 },
      unmapped: [],
    })
    expect(posts[0]).toMatchObject({ accountId: '8b221fe7338aa5524d7aa74f', format: 'image_note', publishedAt: '2026-03-18T11:31:17.000Z' })
    expect(posts[0]?.observations[0]).toMatchObject({
      observedAt: '2026-03-19T11:33:20.000Z',
      likes: 22_000,
      saves: 310,
      comments: null,
      shares: 0,
      views: null,
    })
  })

  test('new header: the pseudonym identifies nobody', () => {
    const { report, posts } = read(table(NEW_HEADER, note({}, NEW_HEADER)))
    expect(posts[0]?.accountId).toBeNull()
    expect(report.notes.join()).toContain('pseudonym')
    expect(JSON.stringify(posts)).not.toContain('a1b2c3d4e5f60718')
  })

  test('new header: the pseudonym stays with the post where ids are held to compare it with', () => {
    const held = { source: 'auto', importId: 'sha256:00', keepsAuthorHash: true }
    const understood = importRecords(table(NEW_HEADER, note({}, NEW_HEADER)), held)
    if (!understood.ok) throw new Error('refused')
    expect(understood.value.posts[0]).toMatchObject({ accountId: null, authorHash: 'a1b2c3d4e5f60718' })
    const erased = importRecords(table(NEW_HEADER, note({}, NEW_HEADER)), {
      ...held,
      isErased: (_platform, id) => id === 'creator_hash:a1b2c3d4e5f60718',
    })
    if (!erased.ok) throw new Error('refused')
    expect(erased.value).toMatchObject({ posts: [], rejects: [{ code: 'id.erased', original: {} }] })
  })

  test('a repeated note is a duplicate; one seen later is a further observation, one alike is not', () => {
    const { report, posts } = read(table(OLD_HEADER, note({}), note({}), note({ liked_count: '23000', last_modify_ts: '1773930000000' })))
    expect(report).toMatchObject({ records: 3, duplicates: 2, rejected: 0, observations: 2 })
    expect(report.records).toBe(report.accepted.posts + report.duplicates + report.rejected)
    expect(posts[0]?.observations.map(({ likes }) => likes)).toEqual([22_000, 23_000])
  })

  test('a header appended inside the file is no record, and what follows is read under it', () => {
    const { report, posts } = read(table(OLD_HEADER, note({}), NEW_HEADER, note({ note_id: '6139c0420000000001021111' }, NEW_HEADER)))
    expect(report).toMatchObject({ records: 2, accepted: { posts: 2 } })
    expect(posts.map(({ accountId }) => accountId)).toEqual(['8b221fe7338aa5524d7aa74f', null])
  })

  test.each([
    { why: 'as they were written', pad: 0 },
    { why: 'filled up by a reader', pad: 2 },
  ])('rows of the new version under the old header fall into place, $why', ({ pad }) => {
    const row = [...note({ note_id: '6139c0420000000001021111' }, NEW_HEADER), ...Array.from({ length: pad }, () => null)]
    const { posts } = read(table(OLD_HEADER, note({}), row))
    expect(posts[1]).toMatchObject({ accountId: null, observations: [{ likes: 22_000, saves: 310 }] })
  })

  test('a row that falls into place under no header is rejected, the others stay', () => {
    const { report, rejects } = read(table(OLD_HEADER, note({ note_url: '310' }), note({})))
    expect(report).toMatchObject({ records: 2, rejected: 1, accepted: { posts: 1 }, problems: [{ record: 1, code: 'record.shifted' }] })
    expect(rejects[0]?.original['note_id']).toBe('611e76000000000021037600')
  })

  test('lines of JSON read alike', () => {
    const document = Object.fromEntries(NEW_HEADER.map((name, at) => [name, note({}, NEW_HEADER)[at]]))
    const { report } = read({
      name: 'x_2026-03-20.jsonl',
      encoding: 'utf-8',
      shape: 'jsonl',
      documents: [document, { ...document, note_id: 7.1e18 }],
    })
    expect(report).toMatchObject({ records: 2, accepted: { posts: 1 }, rejected: 1, problems: [{ record: 2, code: 'id.lost_digits' }] })
  })

  test('a count that is a word is a problem of the cell, not of the record', () => {
    const { report, posts } = read(table(OLD_HEADER, note({ liked_count: '很多' })))
    expect(report.problems).toEqual([{ record: 1, column: 'liked_count', code: 'number.unparsable', value: '很多' }])
    expect(posts[0]?.observations[0]?.likes).toBeNull()
  })
})

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
    const { report, accounts } = read(table(HEADER, row(1, 1000, 2), row(2, 2000, 4), row(3, 500, '--')))
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
    const { report, accounts } = read(table(HEADER, row(1, 100_000, 2), row(2, 200_000, 4)))
    expect(report.units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)).toEqual(['图文CPE', '图文笔记报价'])
    expect(accounts.flatMap(({ quotes }) => quotes)).toEqual([])
    expect(accounts.flatMap(({ metrics }) => metrics).some(({ name }) => name === 'expectedCpe')).toBe(false)
    expect(report.accepted.accounts).toBe(2)
  })

  test('a definition nobody printed that fits no candidate is unproved, not contradicted', () => {
    const { report } = read(table(HEADER, row(1, 1000, 3.1), row(2, 2000, 2.2)))
    expect(report.units.find(({ column }) => column === '图文CPE')).toMatchObject({ state: 'unproved', checked: 2, agreed: 0 })
  })

  test('a count and a price are unproved when no formula tests them', () => {
    const { report, accounts } = read(table(HEADER, row(1, 1000, '--')))
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
    const { report, accounts } = read(
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
    const { report, accounts } = read(
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

describe('agency lists', () => {
  test('filed and unfiled prices, rebate, units in headers, title lines above the header', () => {
    const { report, accounts } = read(
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

  const ORDER = ['平台', '昵称', '刊例价', '净价', '返点']
  test('the rebate proves itself where list and net price stand beside it; that says nothing about the unit of the prices', () => {
    const { report, accounts } = read(table(ORDER, ['抖音', '示例·己', 1000, 750, '25%'], ['B站', '示例·庚', 2000, 1400, '30%']))
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
    const { report, accounts } = read(
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
    const { report, accounts } = read(table(ORDER, ['抖音', '示例·己', 1000, 900, '25%'], ['抖音', '示例·庚', 2000, 1900, '30%']))
    expect(report.units.filter(({ state }) => state === 'contradicted').map(({ column }) => column)).toEqual(['返点', '净价'])
    expect(accounts[0]?.quotes).toMatchObject([{ listFen: 100_000, netFen: null, rebate: null }])
  })

  test('a platform that is none, and ids that Excel rounded, are rejected with the reason', () => {
    const { report, rejects } = read(
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
    expect(read(table(header, ['示例·未', '900010', 100])).accounts[0]?.platform).toBe(platform)
  })

  test.each([
    { why: 'no header says it', header: ['昵称', '达人ID', '报价'] },
    { why: 'headers of two platforms', header: ['昵称', '抖音UID', '报备图文'] },
  ])('an unknown platform is never guessed: $why', ({ header }) => {
    expect(read(table(header, ['示例·申', '900011', 100])).rejects).toMatchObject([{ record: 1, code: 'platform.unknown' }])
  })

  test('Xingtu ids stay apart: the UID identifies, the Xingtu id is the handle', () => {
    const { accounts } = read(
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
    const { report } = read(file)
    expect(report).toMatchObject({ records: 1, accepted: { accounts: 1 } })
    expect(report.notes.join()).toContain('说明')
  })

  test('a column met twice keeps the first and reports the second', () => {
    const { report, accounts } = read(table(['昵称', '小红书号', '报备图文', '报备图文'], ['示例·亥', '900013', 100, 200]))
    expect(report.unmapped).toEqual(['报备图文 (column 4)'])
    expect(accounts[0]?.quotes.map(({ listFen }) => listFen)).toEqual([10_000])
  })

  test('cells beyond the header reject the row, not the file', () => {
    const { report } = read(table(['昵称', '小红书号', '报备图文'], ['示例·甲', '900014', 100, 'extra'], ['示例·乙', '900015', 100, null]))
    expect(report).toMatchObject({ records: 2, rejected: 1, problems: [{ record: 1, code: 'record.too_many_cells' }] })
  })

  test.each([
    { header: '报备图文(元)', cell: 300, listFen: 30_000 },
    { header: '报备图文（万元）', cell: 0.3, listFen: 300_000 },
    { header: '报备图文(分)', cell: 30_000, listFen: 30_000 },
  ])('$header states its unit', ({ header, cell, listFen }) => {
    expect(read(table(['昵称', '小红书号', header], ['示例·甲', '900016', cell])).accounts[0]?.quotes[0]?.listFen).toBe(listFen)
  })

  test('a price that is a range is a problem, never a mid-point', () => {
    const { report, accounts } = read(table(['小红书号', '昵称', '报备图文'], ['900006', '示例·丑', '3000-5000']))
    expect(report.problems).toMatchObject([{ record: 1, column: '报备图文', code: 'price.is_a_range' }])
    expect(accounts[0]?.quotes).toEqual([])
  })
})

describe('observed at', () => {
  const file = (name: string): DecodedFile => ({ ...table(['昵称', '小红书号', '报备图文'], ['示例·寅', '900007', 100]), name })
  test.each([
    { name: 'list_2026-03-18.csv', said: '2026-01-01', observedAt: '2026-03-17T16:00:00.000Z', why: 'the file name before what is said' },
    { name: 'list.csv', said: '2026-01-01', observedAt: '2025-12-31T16:00:00.000Z', why: 'what is said' },
    { name: 'list.csv', said: undefined, observedAt: null, why: 'nobody says' },
  ])('$why', ({ name, said, observedAt }) => {
    const { accounts } = read(file(name), said === undefined ? {} : { saidObservedOn: said })
    expect(accounts[0]?.quotes[0]?.observedAt).toBe(observedAt)
  })
})

describe('a repeated creator', () => {
  const HEADER = ['小红书昵称', '小红书号', '数据更新至', '粉丝数', '图文报价', '视频报价']
  test('alike: counted once; later: kept as a further observation, and the later followers stand', () => {
    const first: Cell[] = ['示例·卯', '900008', '2026-03-18', 5000, 300, 500]
    const { report, accounts } = read(table(HEADER, first, first, ['示例·卯', '900008', '2026-03-20', 5200, 350, 500]))
    expect(report).toMatchObject({ records: 3, accepted: { accounts: 1 }, duplicates: 2, observations: 2 })
    expect(accounts[0]?.followers).toBe(5200)
    expect(accounts[0]?.quotes.map(({ listFen }) => listFen)).toEqual([30_000, 50_000, 35_000, 50_000])
  })
})

describe('recognising', () => {
  test('a pasted list without prices is a typed table; confidence is a share', () => {
    const [best] = recogniseSource(table(['昵称', '平台', 'id', '粉丝数'], ['示例·辰', '小红书', '900009', 100]))
    expect(best?.source.id).toBe('typed.table')
    expect(best?.confidence).toBeLessThanOrEqual(1)
  })
})
