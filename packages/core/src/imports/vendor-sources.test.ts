import { describe, expect, test } from 'vitest'
import { HEADERS, readRows, XINGTU_OTHER } from './test/export-headers.ts'

describe('creators of vendors and order platforms', () => {
  const metricsOf = (value: ReturnType<typeof readRows>) =>
    Object.fromEntries(value.accounts[0]?.metrics.map(({ name, value: number }) => [name, number]) ?? [])
  const pricesOf = (value: ReturnType<typeof readRows>) =>
    Object.fromEntries(value.accounts[0]?.quotes.map(({ format, listFen }) => [format, listFen]) ?? [])

  test('Qiangua: the definition of CPE that fits proves the price', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      博主昵称: `示例${n}`,
      小红书号: `r${n}`,
      粉丝数: '1.2万',
      '实时报价-图文': String(600 + n * 30),
      平均互动: String(100 + n),
      平均点赞: '60',
      平均收藏: '30',
      平均评论: '7',
      '实时报价-图文CPE': ((600 + n * 30) / (100 + n)).toFixed(4),
    }))
    const value = readRows(HEADERS['qiangua.creators'], ...rows)
    expect(value.report.units.find(({ column }) => column === '实时报价-图文CPE')).toMatchObject({
      state: 'proved',
      formula: '实时报价-图文 / (平均互动)',
      checked: 20,
      agreed: 20,
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'xiaohongshu', handle: 'r0', followers: 12_000 })
    expect(pricesOf(value)['image_note']).toBe(60_000)
  })

  test('Qiangua: a price in fen contradicts and is never used', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      博主昵称: `示例${n}`,
      小红书号: `r${n}`,
      粉丝数: '1',
      '实时报价-图文': String(60_000 + n * 3000),
      平均互动: String(100 + n),
      '实时报价-图文CPE': ((600 + n * 30) / (100 + n)).toFixed(4),
    }))
    const value = readRows(HEADERS['qiangua.creators'], ...rows)
    expect(value.report.units.find(({ column }) => column === '实时报价-图文CPE')?.state).toBe('contradicted')
    expect(pricesOf(value)['image_note'] ?? null).toBeNull()
  })

  test('Huitun Douyin', () => {
    const value = readRows(HEADERS['huitun.douyin'], {
      播主昵称: '示例',
      抖音号: 'dy1',
      粉丝数: '35.6w',
      平均点赞: '--',
      所属MCN: '示例机构',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'douyin', handle: 'dy1', followers: 356_000, mcn: '示例机构' })
    expect(metricsOf(value)['likesMean'] ?? null).toBeNull()
  })

  test('Feigua: a loss of followers keeps its sign', () => {
    const value = readRows(HEADERS['feigua.creators'], { 姓名: '示例', 抖音ID: 'dy1', 总粉丝量: '12000', '30天粉丝增量': '-340' })
    expect(value.accounts[0]?.followers).toBe(12_000)
    expect(metricsOf(value)['followersGained']).toBe(-340)
  })

  test('Xingtu market: ids, rates and indices', () => {
    const value = readRows(HEADERS['xingtu.market'], {
      达人信息: '示例',
      抖音UID: '100',
      星图ID: '7000000000000000123',
      粉丝数: '5万',
      预期播放量: '30000',
      互动率: '4.5%',
      传播指数: '88.1',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'douyin', accountId: '100', followers: 50_000 })
    expect(metricsOf(value)).toMatchObject({ expectedPlays: 30_000, interactionRate: 0.045, spreadIndex: 88.1 })
  })

  test('Xingtu market, the other sheet: prices and audience', () => {
    const value = readRows(XINGTU_OTHER, {
      达人昵称: '示例',
      达人UID: '100',
      '21-60s报价': '12000',
      女性粉丝占比: '80%',
      男性粉丝占比: '20%',
      '18-23岁粉丝比例': '31%',
      精致妈妈粉丝比例: '12%',
    })
    expect(pricesOf(value)['video_21_60s']).toBe(1_200_000)
    expect(value.accounts[0]?.audience).toMatchObject({ gender: { female: 0.8, male: 0.2 }, age: { '18-23': 0.31 } })
    expect(value.accounts[0]?.metrics.find(({ name }) => name === 'audienceGroup')).toMatchObject({ value: 0.12, definition: '精致妈妈' })
  })

  test('WEIQ: CPM by the reads it was made of, empties unknown', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      昵称: `示例${n}`,
      粉丝数: '未收录',
      供稿直发: String(900 + n * 10),
      直发阅读中位数: String(20_000 + n * 100),
      阅读中位数: '5000',
      直发CPM: (((900 + n * 10) / (20_000 + n * 100)) * 1000).toFixed(3),
      点评: '暂无',
    }))
    const value = readRows(HEADERS['weiq.accounts'], ...rows)
    expect(value.report.units.find(({ column }) => column === '直发CPM')).toMatchObject({
      state: 'proved',
      formula: '供稿直发 / 直发阅读中位数 * 1000',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'weibo', followers: null })
    expect(pricesOf(value)).toMatchObject({ post_direct: 90_000 })
    expect(pricesOf(value)['review'] ?? null).toBeNull()
  })

  test('Huahuo: CPM proves the price it is made of', () => {
    const rows = Array.from({ length: 20 }, (_, n) => ({
      UP主昵称: `示例${n}`,
      UP主MID: String(1000 + n),
      粉丝量: '20万',
      预估播放量: String(50_000 + n),
      植入视频报价: String(8000 + n),
      品牌植入CPM: (((8000 + n) / (50_000 + n)) * 1000).toFixed(2),
    }))
    const value = readRows(HEADERS['huahuo.creators'], ...rows)
    expect(value.report.units.find(({ column }) => column === '植入视频报价')?.state).toBe('proved')
    expect(value.accounts[0]).toMatchObject({ platform: 'bilibili', accountId: '1000', followers: 200_000 })
  })

  test('Huahuo: flow and days of a number are its passport, the audience is that of the followers', () => {
    const value = readRows(HEADERS['huahuo.creators'], {
      UP主昵称: '示例',
      UP主MID: '1000',
      粉丝量: '20万',
      '涨粉率(%)': '-0.5',
      自然流量_播放中位数_15天: '3.2万',
      全部流量_CPE_30天: '0.8',
      关注用户_女占比: '61.5%',
      '关注用户_18-24占比': '44%',
      直发动态报价: '--',
      转发动态报价: '800',
    })
    const metricAt = (column: string) => value.accounts[0]?.metrics.find((metric) => metric.column === column)
    expect(metricAt('自然流量_播放中位数_15天')).toMatchObject({ name: 'viewsMedian', value: 32_000, flow: 'natural', period: '15d' })
    expect(metricAt('全部流量_CPE_30天')).toMatchObject({ name: 'cpe', value: 0.8, flow: 'all', unit: 'CNY per interaction' })
    expect(metricAt('涨粉率')).toMatchObject({ value: -0.005 })
    expect(value.report.problems).toEqual([])
    expect(value.accounts[0]?.audience).toMatchObject({ gender: { female: 0.615 }, age: { '18-24': 0.44 }, basis: 'followers' })
    expect(pricesOf(value)).toEqual({ dynamic_repost: 80_000 })
  })

  test('Huxuan: a level of followers is a range, not a number', () => {
    const value = readRows(HEADERS['huxuan.channels'], {
      nickname: '示例',
      fans_num_level: '10万+',
      short_video_price: '5000',
      avg_read_count: '8000',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'wechat_channels', followers: null })
    expect(pricesOf(value)['video_60s']).toBe(500_000)
  })

  test('Newrank official accounts', () => {
    const value = readRows(HEADERS['newrank.official_accounts'], {
      账号名称: '示例',
      账号ID: 'gh_demo',
      平均阅读数: '1.5万',
      头条阅读数: '10万+',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'wechat_oa', accountId: 'gh_demo' })
    expect(metricsOf(value)['readsMean']).toBe(15_000)
    expect(value.accounts[0]?.metrics.find(({ name }) => name === 'headlineReads')).toMatchObject({ value: null, low: 100_000 })
  })
})
