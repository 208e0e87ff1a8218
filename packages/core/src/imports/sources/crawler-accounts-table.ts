import type { ColumnMap, Source } from '../source.ts'
import { dropped, identity, metric } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'

/** A crawler's file of creators by its exact keys (reference/columns.json). */
interface AccountTable {
  readonly id: string
  readonly platform: string
  readonly title: Source['title']
  readonly required: readonly (readonly string[])[]
  readonly fields: readonly ColumnMap[]
  readonly unused: readonly string[]
}

const followers = (header: string): ColumnMap => ({ headers: [header], target: { to: 'followers' } })
const observedAt = (header: string): ColumnMap => ({ headers: [header], target: { to: 'observedAt' } })
const following = (header: string) => metric(header, { name: 'following', unit: 'accounts' })
const posts = (header: string) => metric(header, { name: 'posts', unit: 'posts' })

// What MediaCrawler wrote of creators before July 2026; since then it writes none.
const SHARED: readonly ColumnMap[] = [
  identity('accountId', 'user_id'),
  identity('region', 'ip_location'),
  identity('gender', 'gender'),
  followers('fans'),
  following('follows'),
]
const BIO = identity('bio', 'desc')
const NAMED = [identity('displayName', 'nickname'), observedAt('last_modify_ts')]

const TABLES: readonly AccountTable[] = [
  {
    id: 'mediacrawler.xhs.creators',
    platform: 'xiaohongshu',
    title: { en: 'MediaCrawler Xiaohongshu creators', zh: 'MediaCrawler 小红书创作者' },
    required: [['user_id'], ['fans'], ['interaction'], ['tag_list']],
    fields: [...SHARED, BIO, ...NAMED, metric('interaction', { name: 'likesAndSaves', unit: 'likes and saves' })],
    // Tags are a Python list as text; which of them are subjects it does not say.
    unused: ['avatar', 'tag_list'],
  },
  {
    id: 'mediacrawler.douyin.creators',
    platform: 'douyin',
    title: { en: 'MediaCrawler Douyin creators', zh: 'MediaCrawler 抖音创作者' },
    required: [['user_id'], ['fans'], ['interaction'], ['videos_count']],
    fields: [...SHARED, BIO, ...NAMED, metric('interaction', { name: 'likesTotal', unit: 'likes' }), posts('videos_count')],
    unused: ['avatar'],
  },
  {
    id: 'mediacrawler.kuaishou.creators',
    platform: 'kuaishou',
    title: { en: 'MediaCrawler Kuaishou creators', zh: 'MediaCrawler 快手创作者' },
    required: [['user_id'], ['fans'], ['interaction'], ['nickname']],
    fields: [...SHARED, BIO, ...NAMED],
    unused: ['avatar', 'interaction'],
  },
  {
    id: 'mediacrawler.bilibili.creators',
    platform: 'bilibili',
    title: { en: 'MediaCrawler Bilibili creators', zh: 'MediaCrawler B站 UP 主' },
    required: [['user_id'], ['total_fans'], ['total_liked'], ['is_official']],
    fields: [
      identity('accountId', 'user_id'),
      ...NAMED,
      identity('gender', 'sex'),
      identity('bio', 'sign'),
      followers('total_fans'),
      metric('total_liked', { name: 'likesTotal', unit: 'likes' }),
    ],
    unused: ['avatar', 'user_rank', 'is_official'],
  },
  {
    id: 'mediacrawler.weibo.creators',
    platform: 'weibo',
    title: { en: 'MediaCrawler Weibo creators', zh: 'MediaCrawler 微博博主' },
    required: [['user_id'], ['fans'], ['follows'], ['tag_list']],
    fields: [...SHARED, BIO, ...NAMED],
    unused: ['avatar', 'tag_list'],
  },
  {
    id: 'mediacrawler.tieba.creators',
    platform: 'tieba',
    title: { en: 'MediaCrawler Tieba users', zh: 'MediaCrawler 贴吧用户' },
    required: [['user_id'], ['fans'], ['registration_duration']],
    fields: [...SHARED, identity('displayName', 'nickname'), identity('handle', 'user_name'), observedAt('last_modify_ts')],
    unused: ['avatar', 'registration_duration'],
  },
  {
    id: 'mediacrawler.zhihu.creators',
    platform: 'zhihu',
    title: { en: 'MediaCrawler Zhihu creators', zh: 'MediaCrawler 知乎答主' },
    required: [['user_id'], ['fans'], ['anwser_count', 'get_voteup_count']],
    fields: [
      ...SHARED,
      identity('displayName', 'user_nickname'),
      identity('handle', 'url_token'),
      { headers: ['user_link'], target: { to: 'profileUrl' } },
      observedAt('last_modify_ts'),
      // The crawler's own spelling.
      metric('anwser_count', { name: 'answers', unit: 'answers' }),
      metric('video_count', { name: 'videoPosts', unit: 'posts' }),
      metric('question_count', { name: 'questions', unit: 'questions' }),
      metric('article_count', { name: 'articles', unit: 'articles' }),
      metric('column_count', { name: 'columnsWritten', unit: 'columns' }),
      metric('get_voteup_count', { name: 'upvotesTotal', unit: 'upvotes' }),
    ],
    unused: ['user_avatar'],
  },
  {
    id: 'spider_xhs.users',
    platform: 'xiaohongshu',
    title: { en: 'Spider_XHS users', zh: 'Spider_XHS 用户' },
    required: [['用户id'], ['用户名'], ['粉丝数量']],
    fields: [
      identity('accountId', '用户id'),
      { headers: ['用户主页url'], target: { to: 'profileUrl' } },
      identity('displayName', '用户名'),
      identity('handle', '小红书号'),
      identity('gender', '性别'),
      identity('region', 'ip地址'),
      following('关注数量'),
      followers('粉丝数量'),
      metric('作品被赞和收藏数量', { name: 'likesAndSaves', unit: 'likes and saves' }),
    ],
    unused: ['头像url', '介绍', '标签'],
  },
  {
    id: 'tiktok_downloader.users',
    platform: 'douyin',
    title: { en: 'TikTokDownloader users', zh: 'TikTokDownloader 账号' },
    required: [['UID'], ['粉丝数量'], ['作品数量']],
    fields: [
      observedAt('采集时间'),
      // The tool's own spelling.
      identity('displayName', '昵称昵称'),
      { headers: ['账号链接'], target: { to: 'profileUrl' } },
      identity('handle', '抖音号'),
      identity('gender', '性别'),
      identity('region', '省份'),
      identity('region', '城市'),
      identity('accountId', 'UID'),
      posts('作品数量'),
      metric('获赞数量', { name: 'likesTotal', unit: 'likes' }),
      metric('喜欢数量', { name: 'likesGiven', unit: 'likes' }),
      followers('粉丝数量'),
      following('关注数量'),
      metric('粉丝最大值', { name: 'followersHighest', unit: 'followers' }),
    ],
    unused: ['账号签名', '年龄', '国家', '地区', 'IP归属地', '标签', '企业', 'SEC_UID', 'SHORT_ID', '头像链接', '背景图链接'],
  },
  {
    id: 'tiktok_downloader.search_users',
    platform: 'douyin',
    title: { en: 'TikTokDownloader users found by search', zh: 'TikTokDownloader 搜索账号' },
    required: [['UID'], ['账号昵称'], ['抖音号'], ['粉丝数量']],
    fields: [
      observedAt('采集时间'),
      identity('accountId', 'UID'),
      identity('displayName', '账号昵称'),
      identity('handle', '抖音号'),
      followers('粉丝数量'),
      metric('获赞数量', { name: 'likesTotal', unit: 'likes' }),
    ],
    unused: ['SEC_UID', 'SHORT_ID', '头像链接', '账号签名', '标签', '企业'],
  },
]

/** Creators as crawlers write them: MediaCrawler's of all seven platforms (old keys only), Spider_XHS, TikTokDownloader. */
export const CRAWLER_ACCOUNTS: readonly Source[] = TABLES.map(({ id, platform, title, required, fields, unused }) =>
  makeFlatSource({
    id,
    title,
    holds: 'accounts',
    platform,
    audienceBasis: 'followers',
    formulas: [],
    namesIdentify: false,
    reading: { required, columns: [...fields, ...dropped('not used', ...unused)] },
  }),
)
