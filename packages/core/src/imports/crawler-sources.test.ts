import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { accountSchema, commentSchema, importRecords, recogniseSource, type Cell, type DecodedFile } from './index.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const fileOf = (header: readonly string[], rows: Cell[][], name = 'invented.csv'): DecodedFile => ({
  name,
  encoding: 'utf-8',
  shape: 'table',
  tables: [{ name, header: [...header], rows }],
})
const rowOf = (header: readonly string[], cells: Readonly<Record<string, Cell>>) => header.map((name) => cells[name] ?? '')
function read(header: readonly string[], rows: readonly Readonly<Record<string, Cell>>[], name?: string) {
  const file = fileOf(
    header,
    rows.map((cells) => rowOf(header, cells)),
    name,
  )
  const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00', sha256 })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals))
  outcome.value.comments.forEach((comment) => commentSchema.strict().parse(comment))
  outcome.value.accounts.forEach((account) => accountSchema.strict().parse(account))
  return outcome.value
}
const keys = (text: string) => text.split(' ')

/** Keys as the crawlers' source code writes them (reference/columns.json), old and new. */
const COMMENTS = {
  'mediacrawler.xhs.comments': [
    'comment_id create_time ip_location note_id content user_id nickname avatar sub_comment_count pictures parent_comment_id last_modify_ts like_count',
    'comment_id create_time note_id content creator_hash nickname sub_comment_count pictures parent_comment_id last_modify_ts like_count',
  ],
  'mediacrawler.douyin.comments': [
    'comment_id create_time ip_location aweme_id content user_id sec_uid short_user_id user_unique_id user_signature nickname avatar sub_comment_count like_count last_modify_ts parent_comment_id pictures',
    'comment_id create_time aweme_id content creator_hash nickname sub_comment_count like_count last_modify_ts parent_comment_id pictures',
  ],
  'mediacrawler.kuaishou.comments': [
    'comment_id create_time video_id content user_id nickname avatar sub_comment_count last_modify_ts',
    'comment_id create_time video_id content creator_hash nickname sub_comment_count last_modify_ts',
  ],
  'mediacrawler.bilibili.comments': [
    'comment_id parent_comment_id create_time video_id content user_id nickname sex sign avatar sub_comment_count like_count last_modify_ts',
    'comment_id parent_comment_id create_time video_id content creator_hash nickname sub_comment_count like_count last_modify_ts',
  ],
  'mediacrawler.weibo.comments': [
    'comment_id create_time create_date_time note_id content sub_comment_count comment_like_count last_modify_ts ip_location parent_comment_id user_id nickname gender profile_url avatar',
    'comment_id create_time create_date_time note_id content sub_comment_count comment_like_count last_modify_ts parent_comment_id creator_hash nickname',
  ],
  'mediacrawler.tieba.comments': [
    'comment_id parent_comment_id content user_link user_nickname user_avatar publish_time ip_location sub_comment_count note_id note_url tieba_id tieba_name tieba_link last_modify_ts',
    'comment_id parent_comment_id content creator_hash user_nickname publish_time sub_comment_count note_id note_url tieba_id tieba_name tieba_link last_modify_ts',
  ],
  'mediacrawler.zhihu.comments': [
    'comment_id parent_comment_id content publish_time ip_location sub_comment_count like_count dislike_count content_id content_type user_id user_link user_nickname user_avatar last_modify_ts',
    'comment_id parent_comment_id content publish_time sub_comment_count like_count dislike_count content_id content_type creator_hash user_nickname last_modify_ts',
  ],
  'spider_xhs.comments': [
    '笔记id 笔记url 评论id 用户id 用户主页url 昵称 头像url 评论内容 评论标签 点赞数量 上传时间 ip归属地 图片地址url列表',
  ],
  'tiktok_downloader.comments': [
    '采集时间 评论ID 评论时间 UID SEC_UID 账号昵称 账号签名 年龄 IP归属地 评论内容 评论表情 评论图片 点赞数量 回复数量 回复ID 回复对象',
  ],
} as const
const ACCOUNTS = {
  'mediacrawler.xhs.creators': 'user_id nickname gender avatar desc ip_location follows fans interaction tag_list last_modify_ts',
  'mediacrawler.douyin.creators': 'user_id nickname gender avatar desc ip_location follows fans interaction videos_count last_modify_ts',
  'mediacrawler.kuaishou.creators': 'user_id nickname gender avatar desc ip_location follows fans interaction last_modify_ts',
  'mediacrawler.bilibili.creators': 'user_id nickname sex sign avatar last_modify_ts total_fans total_liked user_rank is_official',
  'mediacrawler.weibo.creators': 'user_id nickname gender avatar desc ip_location follows fans tag_list last_modify_ts',
  'mediacrawler.tieba.creators': 'user_id user_name nickname gender avatar ip_location follows fans registration_duration last_modify_ts',
  'mediacrawler.zhihu.creators':
    'user_id user_link user_nickname user_avatar url_token gender ip_location follows fans anwser_count video_count question_count article_count column_count get_voteup_count last_modify_ts',
  'spider_xhs.users': '用户id 用户主页url 用户名 头像url 小红书号 性别 ip地址 介绍 关注数量 粉丝数量 作品被赞和收藏数量 标签',
  'tiktok_downloader.users':
    '采集时间 昵称昵称 账号链接 账号签名 抖音号 年龄 性别 国家 省份 城市 地区 IP归属地 标签 企业 SEC_UID UID SHORT_ID 头像链接 背景图链接 作品数量 获赞数量 喜欢数量 粉丝数量 关注数量 粉丝最大值',
  'tiktok_downloader.search_users': '采集时间 UID SEC_UID 账号昵称 抖音号 SHORT_ID 头像链接 账号签名 标签 企业 粉丝数量 获赞数量',
} as const
const DYNAMICS = 'dynamic_id user_id user_name text type pub_ts total_comments total_forwards total_liked last_modify_ts'

const ALL: [string, string][] = [
  ...Object.entries(COMMENTS).flatMap(([id, versions]) => versions.map((header): [string, string] => [id, header])),
  ...Object.entries(ACCOUNTS),
  ['mediacrawler.bilibili.dynamics', DYNAMICS],
]

describe('a crawler’s file is recognised by its own keys', () => {
  test.each(ALL)('%s: %s', (id, header) => {
    const [best, second] = recogniseSource(fileOf(keys(header), []))
    expect(best?.source.id).toBe(id)
    expect(second?.confidence ?? 0).toBeLessThan(best?.confidence ?? 0)
  })

  test.each(ALL)('%s: every key is mapped or left out on purpose: %s', (_, header) => {
    expect(read(keys(header), [{ [keys(header)[0] ?? '']: '1' }]).report.unmapped).toEqual([])
  })
})

describe('comments', () => {
  const POST_KEYS = ['note_id', 'aweme_id', 'video_id', 'content_id', '笔记id']
  const TIME_KEYS = ['create_time', 'publish_time', '上传时间', '评论时间']
  const written = (header: readonly string[]): Record<string, Cell> =>
    Object.fromEntries(
      header.map((key): [string, Cell] => {
        if (['comment_id', '评论id', '评论ID'].includes(key)) return [key, '7301234567890123456']
        if (POST_KEYS.includes(key)) return [key, '611e76000000000021037600']
        if (TIME_KEYS.includes(key)) return [key, '1773833477']
        if (['content', '评论内容'].includes(key)) return [key, '  想知道 链接🔗 ']
        if (/like_count$|点赞数量/.test(key)) return [key, '1.2万']
        if (key === 'creator_hash') return [key, 'a1b2c3d4e5f60718']
        return [key, `秘密-${key}`]
      }),
    )

  test.each(ALL.filter(([id]) => id.endsWith('.comments')))('%s: text, time, likes, and nothing that names a person: %s', (id, line) => {
    const header = keys(line)
    const { report, comments } = read(header, [written(header)], '作品7301234567890123000_评论.csv')
    expect(report).toMatchObject({ records: 1, rejected: 0, accepted: { comments: 1, accounts: 0, posts: 0 } })
    expect(comments[0]).toMatchObject({
      commentId: '7301234567890123456',
      postId: id === 'tiktok_downloader.comments' ? '7301234567890123000' : '611e76000000000021037600',
      at: '2026-03-18T11:31:17.000Z',
      text: '想知道 链接🔗',
    })
    expect(comments[0]?.likes).toBe(header.some((key) => /like_count$|点赞数量/.test(key)) ? 12_000 : null)
    expect(comments[0]?.authorKey).toMatch(/^[0-9a-f]{16}$/)
    const { parentId: _, ...rest } = comments[0] ?? { parentId: null }
    expect(JSON.stringify(rest)).not.toContain('秘密')
  })

  test('the key of an old file is the hash a new file writes of the same person', () => {
    const [old, current] = COMMENTS['mediacrawler.xhs.comments'].map(keys)
    const hash = sha256('8b221fe7338aa5524d7aa74f').slice(0, 16)
    const base = { comment_id: 'c1', note_id: 'n1', content: '示例', create_time: '1773833477000' }
    const one = read(old ?? [], [{ ...base, user_id: '8b221fe7338aa5524d7aa74f' }])
    const two = read(current ?? [], [{ ...base, creator_hash: hash }])
    expect(one.comments[0]?.authorKey).toBe(hash)
    expect(two.comments).toEqual(one.comments)
  })

  test('appended runs: one comment, its last state; an answer knows what it answers', () => {
    const header = keys(COMMENTS['mediacrawler.weibo.comments'][0])
    const base = { comment_id: 'c1', note_id: 'n1', content: '示例', create_date_time: '2026-03-18 19:31:17' }
    const { report, comments } = read(header, [
      { ...base, comment_like_count: '3' },
      { ...base, comment_like_count: '3' },
      { ...base, comment_like_count: '8', parent_comment_id: '0' },
      { ...base, comment_id: 'c2', parent_comment_id: 'c1' },
    ])
    expect(report).toMatchObject({ records: 4, duplicates: 2, observations: 3, accepted: { comments: 2 } })
    expect(comments).toMatchObject([
      { commentId: 'c1', likes: 8, parentId: null, at: '2026-03-18T11:31:17.000Z' },
      { commentId: 'c2', parentId: 'c1' },
    ])
  })

  test('a comment of no known work is rejected, and the row that comes back says nothing of its author', () => {
    const header = keys(COMMENTS['tiktok_downloader.comments'][0])
    const { report, rejects } = read(header, [{ 评论ID: '1', UID: '秘密99', 账号昵称: '秘密名', 评论内容: '示例' }])
    expect(report).toMatchObject({ rejected: 1, accepted: { comments: 0 } })
    expect(rejects[0]).toMatchObject({ code: 'id.missing', original: { 评论内容: '示例', UID: null, 账号昵称: null } })
    expect(JSON.stringify(rejects)).not.toContain('秘密')
  })

  test('without a hash function the author is not known, and no id is kept instead', () => {
    const header = keys(COMMENTS['mediacrawler.xhs.comments'][0])
    const file = fileOf(header, [rowOf(header, { comment_id: 'c1', note_id: 'n1', content: '示例', user_id: 'u-secret' })])
    const outcome = importRecords(file, { source: 'auto', importId: 'sha256:00' })
    expect(outcome.ok && outcome.value.comments[0]?.authorKey).toBeNull()
    expect(JSON.stringify(outcome)).not.toContain('u-secret')
  })
})

describe('creators of crawlers', () => {
  test.each([
    {
      id: 'mediacrawler.xhs.creators',
      cells: { user_id: '8b22', nickname: '示例', fans: '1.2万', follows: '88', interaction: '3w' },
      metrics: { likesAndSaves: 30_000, following: 88 },
    },
    {
      id: 'mediacrawler.douyin.creators',
      cells: { user_id: '99', nickname: '示例', fans: '12000', interaction: '5', videos_count: '7' },
      metrics: { likesTotal: 5, posts: 7 },
    },
    { id: 'mediacrawler.kuaishou.creators', cells: { user_id: '3x', nickname: '示例', fans: '12000' }, metrics: {} },
    {
      id: 'mediacrawler.bilibili.creators',
      cells: { user_id: '42', nickname: '示例', total_fans: '12000', total_liked: '90' },
      metrics: { likesTotal: 90 },
    },
    {
      id: 'mediacrawler.weibo.creators',
      cells: { user_id: '77', nickname: '示例', fans: '1.2万', follows: '3' },
      metrics: { following: 3 },
    },
    { id: 'mediacrawler.tieba.creators', cells: { user_id: '5', user_name: 'demo', nickname: '示例', fans: '12000' }, metrics: {} },
    {
      id: 'mediacrawler.zhihu.creators',
      cells: { user_id: 'z', user_nickname: '示例', fans: '12000', anwser_count: '31', get_voteup_count: '400' },
      metrics: { answers: 31, upvotesTotal: 400 },
    },
    {
      id: 'spider_xhs.users',
      cells: { 用户id: '8b22', 用户名: '示例', 小红书号: 'r1', 粉丝数量: '1.2万', 作品被赞和收藏数量: '5' },
      metrics: { likesAndSaves: 5 },
    },
    {
      id: 'tiktok_downloader.users',
      cells: { UID: '99', 昵称昵称: '示例', 抖音号: 'd1', 粉丝数量: '12000', 获赞数量: '6', 粉丝最大值: '-1' },
      metrics: { likesTotal: 6 },
    },
    { id: 'tiktok_downloader.search_users', cells: { UID: '99', 账号昵称: '示例', 抖音号: 'd1', 粉丝数量: '12000' }, metrics: {} },
  ] as const)('$id', ({ id, cells, metrics }) => {
    const { report, accounts } = read(keys(ACCOUNTS[id]), [cells])
    expect(report).toMatchObject({ source: { id }, accepted: { accounts: 1 }, problems: [] })
    expect(accounts[0]).toMatchObject({ displayName: '示例', followers: 12_000 })
    const found = Object.fromEntries(accounts[0]?.metrics.map(({ name, value }) => [name, value]) ?? [])
    expect(found).toEqual({ followers: 12_000, ...metrics })
  })

  test('dynamics are posts without plays', () => {
    const { posts } = read(keys(DYNAMICS), [
      { dynamic_id: '88', user_id: '42', text: '示例', pub_ts: '1773833477', total_liked: '5', total_forwards: '1' },
    ])
    expect(posts[0]).toMatchObject({
      platform: 'bilibili',
      postId: '88',
      accountId: '42',
      observations: [{ likes: 5, shares: 1, views: null }],
    })
  })

  test('who follows whom is refused', () => {
    const header = keys('up_id fan_id up_name fan_name up_sign fan_sign up_avatar fan_avatar last_modify_ts')
    expect(importRecords(fileOf(header, [rowOf(header, { up_id: '1' })]), { source: 'auto', importId: 'x' })).toMatchObject({
      ok: false,
      refusals: [{ code: 'import.contact_data' }],
    })
  })
})

describe('Relang: one row per day, item or host', () => {
  const HEADER = keys(
    '时间 商品名称 商品ID 主播名称 主播ID 付款佣金支出(元) 付款佣金率 确认收货佣金支出(元) 确认收货佣金率 商品点击次数 商品点击人数 推广主播数 推广商品数 付款人数 付款笔数 付款金额(元) 付款转化率 确认收货人数 确认收货笔数 确认收货金额(元) 预估预售整单佣金 预估预售整单佣金率 预售定金笔数 预售定金金额(元) 预估预售尾款金额(元) 预估预售整单金额(元) 付款服务费支出 确认收货服务费支出',
  )
  const DAY = {
    时间: '2026-03-18',
    '付款佣金支出(元)': '206.80',
    付款佣金率: '5.17%',
    '付款金额(元)': '4,000.00',
    '确认收货金额(元)': '1,500.00',
    '确认收货佣金支出(元)': '99.45',
    确认收货佣金率: '6.63%',
    '预售定金金额(元)': '-',
  }

  test('sums with commas, the day as a Shanghai day, rates proved by their sums', () => {
    const { report, series } = read(HEADER, [DAY])
    expect(report).toMatchObject({ source: { id: 'relang.overview' }, accepted: { accounts: 0, series: 1 }, rejected: 0, unmapped: [] })
    expect(report.units.find(({ column }) => column === '付款佣金率')).toMatchObject({
      state: 'proved',
      formula: '付款佣金支出 / 付款金额',
    })
    expect(report.units.find(({ column }) => column === '确认收货佣金率')).toMatchObject({ state: 'proved' })
    const at = (metric: string) => series.find((point) => point.metric === metric)
    expect(at('paidAmount')).toMatchObject({ subject: 'shop', day: '2026-03-18', value: 4000, unit: 'CNY', source: 'relang.overview' })
    expect(at('paidCommissionRate')).toMatchObject({ value: 0.0517, unit: 'share' })
    expect(at('presaleDepositAmount')).toBeUndefined()
  })

  test('the two cohorts of a day are never divided: no number of the file is a return rate', () => {
    const { report, series } = read(HEADER, [DAY])
    expect(series.map(({ metric }) => metric).filter((metric) => /return|refund/i.test(metric))).toEqual([])
    const mixed = report.units.filter(({ formula }) => formula !== null && /付款/.test(formula) && /确认收货/.test(formula))
    expect(mixed).toEqual([])
  })

  test('a rate that its sums contradict is never used; the sums stay', () => {
    const { report, series } = read(HEADER, [{ ...DAY, 付款佣金率: '51.7%' }])
    expect(report.units.find(({ column }) => column === '付款佣金率')?.state).toBe('contradicted')
    expect(series.some(({ metric }) => metric === 'paidCommissionRate')).toBe(false)
    expect(series.some(({ metric }) => metric === 'paidCommission')).toBe(true)
  })

  test('hosts and items are subjects; an id a spreadsheet rounded names nobody', () => {
    const { report, series } = read(HEADER, [
      { ...DAY, 主播ID: '2200000000001' },
      { ...DAY, 商品ID: '6.51E+11' },
      { ...DAY, 时间: '三月' },
    ])
    expect([...new Set(series.map(({ subject }) => subject))]).toEqual(['host:2200000000001'])
    expect(report.problems.map(({ code }) => code)).toEqual(expect.arrayContaining(['id.rounded_by_excel', 'time.unparsable']))
    expect(report).toMatchObject({ records: 3, rejected: 2 })
  })
})
