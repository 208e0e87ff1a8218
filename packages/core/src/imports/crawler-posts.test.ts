import { describe, expect, test } from 'vitest'
import { HEADERS, readRows } from './test/export-headers.ts'

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
    const { report, posts } = readRows(HEADERS[id], cells)
    expect(report).toMatchObject({ source: { id }, records: 1, accepted: { posts: 1, accounts: 0 } })
    expect(posts[0]).toMatchObject(post)
    expect(posts[0]?.observations[0]).toMatchObject(seen)
  })

  test('a bio stands with the account, brands with their source; a count of brands names none', () => {
    const qiangua = HEADERS['qiangua.creators']
    const known = { 博主昵称: '示例·小鹿', 小红书号: 'deer1', 粉丝数: '1000', 简介: '爱喝普洱茶', 合作品牌: '示例雪岭，示例山茶' }
    const { accounts } = readRows([...qiangua, '合作品牌'], known, { ...known, 小红书号: 'deer2', 简介: '', 合作品牌: '12' })
    expect(accounts[0]).toMatchObject({
      bio: '爱喝普洱茶',
      brands: [{ brand: '示例雪岭', source: 'qiangua.creators' }, { brand: '示例山茶' }],
    })
    expect(accounts[1]).toMatchObject({ bio: null, brands: [] })
  })

  test.each([
    ['mediacrawler.bilibili.contents', { video_id: '113', user_id: '42', video_type: 'video', video_play_count: '3' }, 'video'],
    ['mediacrawler.kuaishou.contents', { video_id: '3xabc', user_id: 'k1', video_type: 'normal', viewd_count: '1' }, 'normal'],
    ['spider_xhs.notes', { 笔记id: '611e76000000000021037600', 笔记类型: 'video', 点赞数量: '1' }, 'video_note'],
    ['spider_xhs.notes', { 笔记id: '611e76000000000021037600', 笔记类型: 'constructor', 点赞数量: '1' }, 'constructor'],
  ] as const)('%s: %j is of format %s, in its platform’s own words', (id, cells, format) => {
    expect(readRows(HEADERS[id], cells).posts).toMatchObject([{ format }])
  })

  test('new keys carry no author: the pseudonym is left out', () => {
    const header = HEADERS['mediacrawler.douyin.contents'].map((name) => (name === 'user_id' ? 'creator_hash' : name))
    const { report, posts } = readRows(header, { aweme_id: '7', creator_hash: 'a1b2c3d4e5f60718', create_time: '1773833477' })
    expect(report.source.id).toBe('mediacrawler.douyin.contents')
    expect(posts[0]?.accountId).toBeNull()
    expect(JSON.stringify(posts)).not.toContain('a1b2c3d4e5f60718')
  })

  test('a video id that a spreadsheet has rounded is refused, its neighbour kept', () => {
    const { report, posts } = readRows(
      HEADERS['mediacrawler.douyin.contents'],
      { aweme_id: '7.30123E+18' },
      { aweme_id: '7301234567890123456' },
    )
    expect(report).toMatchObject({ rejected: 1, accepted: { posts: 1 } })
    expect(posts.map(({ postId }) => postId)).toEqual(['7301234567890123456'])
  })
})
