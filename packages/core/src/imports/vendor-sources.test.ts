import { describe, expect, test } from 'vitest'
import { importRecords, recogniseSource, type Cell, type DecodedFile } from './index.ts'
import { SOURCES } from './source-table.ts'

const fileOf = (header: readonly string[], ...rows: Cell[][]): DecodedFile => ({
  name: 'invented.csv',
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name: 'invented.csv', header: [...header], rows }],
})
/** A row under a header; what is not given is empty. */
const rowOf = (header: readonly string[], cells: Readonly<Record<string, Cell>>) => header.map((name) => cells[name] ?? '')
function read(header: readonly string[], ...rows: Readonly<Record<string, Cell>>[]) {
  const outcome = importRecords(fileOf(header, ...rows.map((cells) => rowOf(header, cells))), { source: 'auto', importId: 'sha256:00' })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  return outcome.value
}
const keys = (text: string) => text.split(' ')

/** Header rows as the named sources print them (reference/columns.json). */
const HEADERS = {
  'mediacrawler.douyin.contents': keys(
    'aweme_id aweme_type title desc create_time user_id sec_uid short_user_id user_unique_id user_signature nickname avatar liked_count collected_count comment_count share_count ip_location last_modify_ts aweme_url cover_url video_download_url music_download_url note_download_url source_keyword',
  ),
  'mediacrawler.kuaishou.contents': keys(
    'video_id video_type title desc create_time user_id nickname avatar liked_count viewd_count last_modify_ts video_url video_cover_url video_play_url source_keyword',
  ),
  'mediacrawler.bilibili.contents': keys(
    'video_id video_type title desc create_time user_id nickname avatar liked_count disliked_count video_play_count video_favorite_count video_share_count video_coin_count video_danmaku video_comment last_modify_ts video_url video_cover_url source_keyword',
  ),
  'mediacrawler.weibo.contents': keys(
    'note_id content create_time create_date_time liked_count comments_count shared_count last_modify_ts note_url ip_location user_id nickname gender profile_url avatar source_keyword',
  ),
  'mediacrawler.zhihu.contents': keys(
    'content_id content_type content_text content_url question_id title desc created_time updated_time voteup_count comment_count source_keyword user_id user_link user_nickname user_avatar user_url_token last_modify_ts',
  ),
  'mediacrawler.tieba.contents': keys(
    'note_id title desc note_url publish_time user_link user_nickname user_avatar tieba_name tieba_link total_replay_num total_replay_page ip_location source_keyword last_modify_ts',
  ),
  'spider_xhs.notes': keys(
    '笔记id 笔记url 笔记类型 用户id 用户主页url 昵称 头像url 标题 描述 点赞数量 收藏数量 评论数量 分享数量 视频封面url 视频地址url 图片地址url列表 标签 上传时间 ip归属地',
  ),
  'xhs_downloader.works': keys(
    '采集时间 作品ID 作品类型 作品标题 作品描述 作品标签 发布时间 最后更新时间 收藏数量 评论数量 分享数量 点赞数量 作者昵称 作者ID 作者链接 作品链接 下载地址 动图地址',
  ),
  'tiktok_downloader.works': keys(
    '作品类型 采集时间 UID SEC_UID ID 作品ID 作品描述 作品话题 视频时长 视频高度 视频宽度 作品链接 发布时间 视频URI 账号昵称 年龄 账号签名 下载地址 音乐作者 音乐标题 音乐链接 静态封面 动态封面 隐藏标签 点赞数量 评论数量 收藏数量 分享数量 播放数量 额外信息',
  ),
  'qiangua.creators': keys(
    '博主昵称 千瓜指数 达人类型 粉丝数 赞藏总数 笔记数 平均互动 平均点赞 平均收藏 平均评论 小红书主页 蒲公英主页 小红书号 实时报价-图文 实时报价-图文CPE 实时报价-视频 实时报价-视频CPE 关注数 冠薯 达人等级 标签占比 标签指数 简介',
  ),
  'huitun.douyin': keys('播主昵称 抖音号 所属MCN 简介 内容标签 分类 粉丝数 作品数 点赞数 平均点赞 达人主页链接'),
  'feigua.creators': keys(
    '姓名 抖音ID 认证标识 飞瓜指数 总粉丝量 30天粉丝增量 总作品数 30天作品数 总点赞量 30天点赞增量 人均客单价 人均UV值',
  ),
  'xingtu.market': keys(
    '达人信息 连接用户数 粉丝数 预期CPM 预期播放量 互动率 完播率 30天涨粉 传播指数 种草指数 转化指数 地区 星图ID 抖音UID',
  ),
  'weiq.accounts': keys(
    '昵称 粉丝数 直发CPM 阅读中位数 直发阅读中位数 转发阅读中位数 互动中位数 直发互动中位数 转发互动中位数 发布博文数 转发中位数 评论中位数 点赞中位数 最低阅读量 最高阅读量 阅读量均值 供稿直发 供稿转发 头条文章 点评 原创图文 原创视频 认证等级',
  ),
  'huahuo.creators': [
    ...keys(
      'UP主昵称 UP主MID 性别 地区 城市 一级分区 二级分区 MCN公司 是否高潜UP主 粉丝量 涨粉量 涨粉率(%) 播放量中位数 30天播放量中位数 互动率 热门稿件率 近30天投稿数 近90天投稿数 近180天投稿数 商业视频数 移动端播放占比 PC端播放占比 综合评分 预估播放量 预估花费 植入视频报价 定制视频报价 直发动态报价 转发动态报价 品牌植入CPM 内容定制CPM CPM CPC CPE 蓝链点击率 蓝链点击成本 关注用户_男占比 关注用户_女占比 关注用户_0-17占比 关注用户_18-24占比 关注用户_25-30占比 关注用户_30+占比 观看用户_粉丝观看占比 DMP粉丝匹配率 直播_场均观看人数_30天 直播_90天带货金额 带货等级 带货GPM 评论区点击率',
    ),
    ...['全部流量', '自然流量'].flatMap((flow) =>
      ['播放中位数', 'CPM', 'CPC', 'CPE'].flatMap((name) => [7, 15, 30].map((days) => `${flow}_${name}_${days}天`)),
    ),
  ],
  'huxuan.channels': keys(
    'nickname fans_num_level short_video_price long_video_price avg_read_count avg_like_count median_read_count play_finish_rate interaction_rate fans_num_growth_rate fans_num_increment expected_cpm avg_interaction_count mcn_name city_label auth_profession category_level1 category_level2 identity_level1 identity_level2 tags synopsis',
  ),
  'newrank.official_accounts': keys('账号名称 账号ID 类别 发布次数 文章数 阅读数 平均阅读数 在看数 头条阅读数 最高阅读数 新榜指数 uid'),
} as const
const XINGTU_OTHER = keys(
  '星图ID 达人昵称 达人UID 60s+报价 21-60s报价 1-20s报价 预期cpm 男性粉丝占比 女性粉丝占比 18-23岁粉丝比例 24-30岁粉丝比例 31-40岁粉丝比例 41-50岁粉丝比例 50岁以上粉丝比例 小镇中老年粉丝比例 资深中产粉丝比例 Z时代粉丝比例 都市银发粉丝比例 小镇青年粉丝比例 精致妈妈粉丝比例 新锐白领粉丝比例 都市蓝领粉丝比例',
)

describe('an export is recognised by its own header', () => {
  test.each([...Object.entries(HEADERS), ['xingtu.market', XINGTU_OTHER] as const])('%s', (id, header) => {
    const [best, second] = recogniseSource(fileOf(header))
    expect(best?.source.id).toBe(id)
    expect(best?.confidence).toBeGreaterThanOrEqual(0.9)
    expect(second?.confidence ?? 0).toBeLessThan(best?.confidence ?? 0)
  })

  test.each(Object.entries(HEADERS))('%s: whatever the order of its columns', (id, header) => {
    expect(recogniseSource(fileOf(header.toReversed()))[0]?.source.id).toBe(id)
  })

  test.each(Object.entries(HEADERS))('%s: with a column nobody knows, which is reported', (id, header) => {
    const { report } = read([...header, '神秘列'], { 神秘列: '?' })
    expect(report.source.id).toBe(id)
    expect(report.unmapped).toContain('神秘列')
  })

  test.each(Object.entries(HEADERS))('%s: every column of the named source is mapped or left out on purpose', (_, header) => {
    expect(read(header, { [header[0] ?? '']: '示例' }).report.unmapped).toEqual([])
  })

  test('ids are given once', () => {
    const ids = SOURCES.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
  })

  test('no header means two things in one source', () => {
    for (const { id, columns } of SOURCES) {
      const headers = columns.flatMap((column) => column.headers)
      expect(
        headers.filter((header, at) => headers.indexOf(header) !== at),
        id,
      ).toEqual([])
    }
  })
})

describe('posts of crawlers', () => {
  test.each([
    {
      id: 'mediacrawler.douyin.contents',
      cells: {
        aweme_id: '7301234567890123456',
        user_id: '99',
        create_time: '1773833477',
        desc: '早八护肤',
        liked_count: '1.2万',
        collected_count: '',
        comment_count: '7',
        share_count: '0',
        aweme_url: 'https://www.douyin.com/video/7301234567890123456',
      },
      post: {
        platform: 'douyin',
        postId: '7301234567890123456',
        accountId: '99',
        publishedAt: '2026-03-18T11:31:17.000Z',
        text: '早八护肤',
      },
      seen: { likes: 12_000, saves: null, comments: 7, shares: 0, views: null },
    },
    {
      id: 'mediacrawler.kuaishou.contents',
      cells: { video_id: '3xabc', user_id: 'k1', create_time: '1773833477000', liked_count: '5', viewd_count: '1,234' },
      post: { platform: 'kuaishou', postId: '3xabc', publishedAt: '2026-03-18T11:31:17.000Z' },
      seen: { views: 1234, likes: 5, comments: null },
    },
    {
      id: 'mediacrawler.bilibili.contents',
      cells: {
        video_id: '113',
        user_id: '42',
        create_time: '1773833477',
        liked_count: '8',
        video_play_count: '3.4万',
        video_favorite_count: '2',
        video_share_count: '1',
        video_coin_count: '6',
        video_danmaku: '9',
        video_comment: '4',
      },
      post: { platform: 'bilibili', postId: '113', accountId: '42' },
      seen: { views: 34_000, likes: 8, saves: 2, shares: 1, coins: 6, danmaku: 9, comments: 4 },
    },
    {
      id: 'mediacrawler.weibo.contents',
      cells: {
        note_id: '5000000000000001',
        user_id: '77',
        content: '今天下雪',
        create_time: '1773833477',
        liked_count: '3',
        comments_count: '2',
        shared_count: '1',
      },
      post: { platform: 'weibo', postId: '5000000000000001', text: '今天下雪' },
      seen: { likes: 3, comments: 2, shares: 1, views: null },
    },
    {
      id: 'mediacrawler.zhihu.contents',
      cells: {
        content_id: '88',
        user_id: 'z',
        content_text: '如何选面霜',
        created_time: '1773833477',
        voteup_count: '120',
        comment_count: '9',
      },
      post: { platform: 'zhihu', postId: '88', text: '如何选面霜' },
      seen: { likes: 120, comments: 9 },
    },
    {
      id: 'mediacrawler.tieba.contents',
      cells: { note_id: '66', title: '面霜', desc: '求推荐', tieba_name: '护肤', total_replay_num: '31' },
      post: { platform: 'tieba', postId: '66', accountId: null },
      seen: { comments: 31, likes: null },
    },
    {
      id: 'spider_xhs.notes',
      cells: {
        笔记id: '611e76000000000021037600',
        用户id: '8b221fe7338aa5524d7aa74f',
        标题: '秋冬',
        上传时间: '2026-03-18 19:31:17',
        点赞数量: '10+',
        收藏数量: '3',
        评论数量: '0',
        分享数量: '',
      },
      post: { platform: 'xiaohongshu', postId: '611e76000000000021037600', title: '秋冬', publishedAt: '2026-03-18T11:31:17.000Z' },
      seen: { saves: 3, comments: 0, shares: null },
    },
    {
      id: 'xhs_downloader.works',
      cells: {
        作品ID: '611e76000000000021037600',
        作者ID: '8b221fe7338aa5524d7aa74f',
        作品标题: '秋冬',
        采集时间: '2026-03-20 08:00:00',
        点赞数量: '15',
      },
      post: { platform: 'xiaohongshu', accountId: '8b221fe7338aa5524d7aa74f' },
      seen: { likes: 15, observedAt: '2026-03-20T00:00:00.000Z' },
    },
    {
      id: 'tiktok_downloader.works',
      cells: { 作品ID: '7301234567890123456', UID: '99', 作品描述: '早八', 播放数量: '56000', 点赞数量: '400', 收藏数量: '5' },
      post: { platform: 'douyin', postId: '7301234567890123456', accountId: '99' },
      seen: { views: 56_000, likes: 400, saves: 5, shares: null },
    },
  ] as const)('$id', ({ id, cells, post, seen }) => {
    const { report, posts } = read(HEADERS[id], cells)
    expect(report).toMatchObject({ source: { id }, records: 1, accepted: { posts: 1, accounts: 0 } })
    expect(posts[0]).toMatchObject(post)
    expect(posts[0]?.observations[0]).toMatchObject(seen)
  })

  test('a bio stands with the account, brands with their source; a count of brands names none', () => {
    const qiangua = HEADERS['qiangua.creators']
    const known = { 博主昵称: '示例·小鹿', 小红书号: 'deer1', 粉丝数: '1000', 简介: '爱喝普洱茶', 合作品牌: '示例雪岭，示例山茶' }
    const { accounts } = read([...qiangua, '合作品牌'], known, { ...known, 小红书号: 'deer2', 简介: '', 合作品牌: '12' })
    expect(accounts[0]).toMatchObject({
      bio: '爱喝普洱茶',
      brands: [{ brand: '示例雪岭', source: 'qiangua.creators' }, { brand: '示例山茶' }],
    })
    expect(accounts[1]).toMatchObject({ bio: null, brands: [] })
  })

  test('new keys carry no author: the pseudonym is left out', () => {
    const header = HEADERS['mediacrawler.douyin.contents'].map((name) => (name === 'user_id' ? 'creator_hash' : name))
    const { report, posts } = read(header, { aweme_id: '7', creator_hash: 'a1b2c3d4e5f60718', create_time: '1773833477' })
    expect(report.source.id).toBe('mediacrawler.douyin.contents')
    expect(posts[0]?.accountId).toBeNull()
    expect(JSON.stringify(posts)).not.toContain('a1b2c3d4e5f60718')
  })

  test('a video id that a spreadsheet has rounded is refused, its neighbour kept', () => {
    const { report, posts } = read(
      HEADERS['mediacrawler.douyin.contents'],
      { aweme_id: '7.30123E+18' },
      { aweme_id: '7301234567890123456' },
    )
    expect(report).toMatchObject({ rejected: 1, accepted: { posts: 1 } })
    expect(posts.map(({ postId }) => postId)).toEqual(['7301234567890123456'])
  })
})

describe('creators of vendors and order platforms', () => {
  const metricsOf = (value: ReturnType<typeof read>) =>
    Object.fromEntries(value.accounts[0]?.metrics.map(({ name, value: number }) => [name, number]) ?? [])
  const pricesOf = (value: ReturnType<typeof read>) =>
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
    const value = read(HEADERS['qiangua.creators'], ...rows)
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
    const value = read(HEADERS['qiangua.creators'], ...rows)
    expect(value.report.units.find(({ column }) => column === '实时报价-图文CPE')?.state).toBe('contradicted')
    expect(pricesOf(value)['image_note'] ?? null).toBeNull()
  })

  test('Huitun Douyin', () => {
    const value = read(HEADERS['huitun.douyin'], { 播主昵称: '示例', 抖音号: 'dy1', 粉丝数: '35.6w', 平均点赞: '--', 所属MCN: '示例机构' })
    expect(value.accounts[0]).toMatchObject({ platform: 'douyin', handle: 'dy1', followers: 356_000, mcn: '示例机构' })
    expect(metricsOf(value)['likesMean'] ?? null).toBeNull()
  })

  test('Feigua: a loss of followers keeps its sign', () => {
    const value = read(HEADERS['feigua.creators'], { 姓名: '示例', 抖音ID: 'dy1', 总粉丝量: '12000', '30天粉丝增量': '-340' })
    expect(value.accounts[0]?.followers).toBe(12_000)
    expect(metricsOf(value)['followersGained']).toBe(-340)
  })

  test('Xingtu market: ids, rates and indices', () => {
    const value = read(HEADERS['xingtu.market'], {
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
    const value = read(XINGTU_OTHER, {
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
    const value = read(HEADERS['weiq.accounts'], ...rows)
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
    const value = read(HEADERS['huahuo.creators'], ...rows)
    expect(value.report.units.find(({ column }) => column === '植入视频报价')?.state).toBe('proved')
    expect(value.accounts[0]).toMatchObject({ platform: 'bilibili', accountId: '1000', followers: 200_000 })
  })

  test('Huahuo: flow and days of a number are its passport, the audience is that of the followers', () => {
    const value = read(HEADERS['huahuo.creators'], {
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
    const value = read(HEADERS['huxuan.channels'], {
      nickname: '示例',
      fans_num_level: '10万+',
      short_video_price: '5000',
      avg_read_count: '8000',
    })
    expect(value.accounts[0]).toMatchObject({ platform: 'wechat_channels', followers: null })
    expect(pricesOf(value)['video_60s']).toBe(500_000)
  })

  test('Newrank official accounts', () => {
    const value = read(HEADERS['newrank.official_accounts'], {
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
