import { describe, expect, test } from 'vitest'
import { importRecords, type Cell, type DecodedFile } from './index.ts'
import { nameCooperation } from './name-cooperation.ts'

function read(header: readonly string[], ...rows: Readonly<Record<string, Cell>>[]) {
  const file: DecodedFile = {
    name: 'sheet.csv',
    encoding: 'utf-8',
    shape: 'table',
    tables: [{ name: 'sheet', header: [...header], rows: rows.map((cells) => header.map((name) => cells[name] ?? '')) }],
  }
  return importRecords(file, { source: 'auto', importId: 'sha256:00' })
}
const keys = (text: string) => text.split(' ')

describe('order sheet (执行单)', () => {
  const LISTED = keys(
    '发布平台 对客项目客户名称 投放品牌 排期申请人 排期申请人所属组别 下单日期 行业 合作方式 是否客户指定走单 kol净价(元) Kol刊例单价(元) 执行单编号',
  )
  const HEADER = ['账号昵称', ...LISTED]
  const ORDER = {
    账号昵称: '示例·小鹿',
    发布平台: '小红书',
    下单日期: '2026-03-18',
    合作方式: '报备图文',
    'kol净价(元)': '8,000',
    'Kol刊例单价(元)': '10,000',
  }

  test('list and net price of the format that was ordered, as of the day of the order', () => {
    const outcome = read(HEADER, ORDER)
    expect(outcome.ok && outcome.value.report).toMatchObject({ source: { id: 'agency.orders' }, unmapped: [], rejected: 0 })
    expect(outcome.ok && outcome.value.accounts[0]).toMatchObject({
      platform: 'xiaohongshu',
      accountId: 'name:示例·小鹿',
      quotes: [{ format: 'image_note', filed: true, listFen: 1_000_000, netFen: 800_000, observedAt: '2026-03-17T16:00:00.000Z' }],
    })
  })

  test('a rebate beside the prices is proved by them: (list − net) ÷ list', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({ ...ORDER, 账号昵称: `示例${n}`, 返点: '20%' }))
    const good = read([...HEADER, '返点'], ...rows)
    expect(good.ok && good.value.report.units.find(({ column }) => column === '返点')).toMatchObject({ state: 'proved', checked: 20 })
    const bad = read([...HEADER, '返点'], ...rows.map((row) => ({ ...row, 返点: '30%' })))
    expect(bad.ok && bad.value.report.units.find(({ column }) => column === '返点')).toMatchObject({ state: 'contradicted' })
    expect(bad.ok && bad.value.accounts[0]?.quotes[0]).toMatchObject({ listFen: 1_000_000, netFen: null, rebate: null })
  })

  test('with the listed columns alone nobody is named: refused, not guessed', () =>
    expect(read(LISTED, ORDER)).toMatchObject({ ok: false, refusals: [{ code: 'import.unknown_table' }] }))
})

describe('campaign tracker', () => {
  const HEADER = keys('NO MCN CAMPAIGN/WAVE TYPE 级别 博主昵称 粉丝(千) 发布日期 笔记链接 曝光量 点赞 收藏 评论 互动总量 价格 CPM')
  const row = (n: number, cpm: (price: number, impressions: number) => number) => ({
    NO: String(n),
    MCN: '示例机构',
    TYPE: n % 2 === 0 ? '报备图文' : '软植图文',
    博主昵称: `示例${n}`,
    '粉丝(千)': '12.5',
    发布日期: '2026/3/18',
    笔记链接: `https://www.xiaohongshu.com/explore/611e7600000000002103${String(7600 + n)}`,
    曝光量: String(20_000 + n),
    点赞: '300',
    收藏: '',
    评论: '12',
    价格: String(1000 + n),
    CPM: cpm(1000 + n, 20_000 + n).toFixed(6),
  })

  test('thousands of followers, CPM of one impression, the note as a sponsored post', () => {
    const outcome = read(HEADER, ...Array.from({ length: 20 }, (_, n) => row(n, (price, seen) => price / seen)))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
    const { report, accounts, posts } = outcome.value
    expect(report).toMatchObject({ source: { id: 'agency.tracker' }, unmapped: [], accepted: { accounts: 20, posts: 20 } })
    expect(report.units.find(({ column }) => column === 'CPM')).toMatchObject({ state: 'proved', unit: 'CNY per impression' })
    expect(accounts[0]).toMatchObject({ accountId: 'name:示例0', followers: 12_500, mcn: '示例机构' })
    expect(accounts[0]?.quotes).toMatchObject([{ format: 'image_note', filed: true, listFen: 100_000 }])
    expect(accounts[1]?.quotes).toMatchObject([{ format: 'image_note', filed: null }])
    expect(posts[0]).toMatchObject({ postId: '611e76000000000021037600', sponsored: true, accountId: 'name:示例0' })
    expect(posts[0]?.observations).toMatchObject([{ likes: 300, saves: null, comments: 12, views: null }])
  })

  test('a CPM per thousand under the same word contradicts: its price is not used', () => {
    const outcome = read(HEADER, ...Array.from({ length: 20 }, (_, n) => row(n, (price, seen) => (price / seen) * 1000)))
    expect(outcome.ok && outcome.value.report.units.find(({ column }) => column === 'CPM')?.state).toBe('contradicted')
    expect(outcome.ok && outcome.value.accounts[0]?.quotes).toEqual([])
  })
})

describe('nameCooperation', () => {
  test.each([
    ['报备图文', 'xiaohongshu', 'image_note', true],
    ['非报备视频', 'xiaohongshu', 'video_note', false],
    ['水下图文', 'xiaohongshu', 'image_note', false],
    ['软植图文', 'xiaohongshu', 'image_note', null],
    ['直播专场', 'douyin', 'live', null],
    ['报备视频', 'douyin', 'post', true],
    ['原创', 'weibo', 'post', null],
  ] as const)('%s on %s', (text, platform, format, filed) => expect(nameCooperation(text, platform)).toEqual({ format, filed }))
})
