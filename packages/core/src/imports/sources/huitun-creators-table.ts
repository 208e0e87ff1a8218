import type { ColumnMap, UnitFormula } from '../source.ts'
import { dropped, identity, listPrice, metric } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'

const SIXTY = { period: '60d', noteType: 'all' } as const

const COLUMNS: readonly ColumnMap[] = [
  identity('displayName', '达人名称'),
  { headers: ['达人官方地址'], target: { to: 'profileUrl' } },
  identity('handle', '小红书号'),
  metric('灰豚指数', { name: 'huitunIndex', unit: 'index' }),
  identity('gender', '性别'),
  identity('region', '地域'),
  ...dropped('not used', '粉丝活跃时间', '粉丝关注焦点', '品牌合作人', '认证类型'),
  // A contact address is personal data nobody needs for choosing; it is not taken over.
  ...dropped('contact data', '联系邮箱'),
  { headers: ['更新时间'], target: { to: 'observedAt' } },
  identity('verification', '认证信息'),
  { headers: ['粉丝数'], target: { to: 'followers' } },
  identity('bio', '简介'),
  identity('mcn', '签约MCN'),
  { headers: ['达人标签'], target: { to: 'categories' } },
  metric('笔记总数', { name: 'posts', unit: 'posts' }),
  metric('赞藏总数', { name: 'likesAndSaves', unit: 'likes and saves' }),
  metric('商业笔记总数', { name: 'sponsoredPosts', unit: 'posts' }),
  metric('近7天笔记数', { name: 'posts', unit: 'posts', period: '7d' }),
  metric('近60天笔记数', { name: 'posts', unit: 'posts', period: '60d' }),
  metric('近60天爆文率', {
    name: 'viralShare',
    unit: 'share',
    reads: 'percentText',
    ...SIXTY,
    definition: 'threshold as the vendor sets it',
  }),
  metric('近60天平均点赞', { name: 'likesMean', unit: 'likes', ...SIXTY }),
  metric('近60天平均收藏', { name: 'savesMean', unit: 'saves', ...SIXTY }),
  metric('近60天平均评论', { name: 'commentsMean', unit: 'comments', ...SIXTY }),
  metric('近60天平均分享', { name: 'sharesMean', unit: 'shares', ...SIXTY }),
  metric('活跃粉丝占比', {
    name: 'activeFollowersShare',
    unit: 'share',
    reads: 'shareAndCount',
    definition: 'followers the vendor finds active ÷ followers',
  }),
  metric('水粉占比', {
    name: 'fakeFollowersShare',
    unit: 'share',
    reads: 'shareAndCount',
    definition: 'followers the vendor suspects to be fake ÷ followers',
  }),
  { headers: ['粉丝男/女'], target: { to: 'audienceText', axis: 'gender' } },
  { headers: ['粉丝地域'], target: { to: 'audienceText', axis: 'province' } },
  { headers: ['粉丝年龄'], target: { to: 'audienceText', axis: 'age' } },
  listPrice('image_note', null, '图文笔记报价'),
  metric('图文CPE', {
    name: 'expectedCpe',
    unit: 'CNY per interaction',
    definition: 'image_note; the vendor does not say which interactions',
  }),
  metric('图文CPM', {
    name: 'expectedCpm',
    unit: 'CNY per 1000',
    definition: 'image_note; the vendor does not say whether reads or impressions',
  }),
  listPrice('video_note', null, '视频笔记报价'),
  metric('视频CPE', {
    name: 'expectedCpe',
    unit: 'CNY per interaction',
    definition: 'video_note; the vendor does not say which interactions',
  }),
  metric('视频CPM', {
    name: 'expectedCpm',
    unit: 'CNY per 1000',
    definition: 'video_note; the vendor does not say whether reads or impressions',
  }),
]

const LIKES = '近60天平均点赞'
const SAVES = '近60天平均收藏'
const COMMENTS = '近60天平均评论'
const SHARES = '近60天平均分享'

// The vendor prints no definition: these are the ones in use (imports.md §3.0 no. 3), each tested on its own.
const FORMULAS: readonly UnitFormula[] = [
  { column: '图文CPE', price: '图文笔记报价' },
  { column: '视频CPE', price: '视频笔记报价' },
].flatMap(({ column, price }) =>
  [
    [LIKES, SAVES, COMMENTS],
    [LIKES, SAVES, COMMENTS, SHARES],
    [LIKES, COMMENTS, SHARES],
  ].map((interactions) => ({
    column,
    unit: 'CNY per interaction',
    formula: `${price} / (${interactions.join(' + ')})`,
    inputs: [price, ...interactions],
    compute: ([amount = 0, ...counts]: readonly number[]) => amount / counts.reduce((total, count) => total + count, 0),
    money: [price],
    isCandidate: true,
  })),
)

const READING = {
  columns: COLUMNS,
  required: [['达人名称'], ['小红书号', '达人官方地址'], ['粉丝数'], ['灰豚指数', '图文笔记报价', '水粉占比']],
}

/** Huitun (灰豚) Xiaohongshu creators, 38 columns, xlsx or csv. */
export const huitunCreators = makeFlatSource({
  id: 'huitun.creators',
  title: { en: 'Huitun Xiaohongshu creators', zh: '灰豚小红书达人表' },
  holds: 'accounts',
  platform: 'xiaohongshu',
  audienceBasis: 'followers',
  formulas: FORMULAS,
  namesIdentify: false,
  reading: READING,
})
