import type { ColumnMap, Source, UnitFormula } from '../source.ts'
import { LIST_IDENTITY } from './agency-list.ts'
import { cpmFormula, dropped, identity, listPrice, metric } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { huahuoCreators } from './huahuo-creators-table.ts'
import { UNSTATED, XINGTU_INTERACTIONS } from './interaction-definitions.ts'

const ACCOUNTS = { holds: 'accounts', audienceBasis: 'followers', formulas: [], namesIdentify: false } as const

const followers = (header: string): ColumnMap => ({ headers: [header], target: { to: 'followers' } })
const categories = (header: string): ColumnMap => ({ headers: [header], target: { to: 'categories' } })
const link = (header: string): ColumnMap => ({ headers: [header], target: { to: 'profileUrl' } })
const share = (axis: 'gender' | 'age', key: string, header: string): ColumnMap => ({
  headers: [header],
  target: { to: 'audienceShare', axis, key },
})

/** The vendor does not say which plays or interactions it divides by: each way is tested on its own. */
const candidate = (formula: UnitFormula): UnitFormula => ({ ...formula, isCandidate: true })
const cpe = (column: string, price: string, counts: readonly string[]): UnitFormula => ({
  column,
  unit: 'CNY per interaction',
  formula: `${price} / (${counts.join(' + ')})`,
  inputs: [price, ...counts],
  compute: ([amount = 0, ...each]) => amount / each.reduce((total, count) => total + count, 0),
  money: [price],
  isCandidate: true,
})

const qiangua = makeFlatSource({
  ...ACCOUNTS,
  id: 'qiangua.creators',
  title: { en: 'Qiangua Xiaohongshu creators', zh: '千瓜小红书达人表' },
  platform: 'xiaohongshu',
  formulas: [
    ['实时报价-图文CPE', '实时报价-图文'],
    ['实时报价-视频CPE', '实时报价-视频'],
  ].flatMap(([column = '', price = '']) => [cpe(column, price, ['平均互动']), cpe(column, price, ['平均点赞', '平均收藏', '平均评论'])]),
  reading: {
    required: [['博主昵称'], ['千瓜指数'], ['粉丝数'], ['小红书号', '小红书主页']],
    columns: [
      identity('displayName', '博主昵称'),
      identity('handle', '小红书号'),
      link('小红书主页'),
      categories('达人类型'),
      followers('粉丝数'),
      metric('千瓜指数', { name: 'qianguaIndex', unit: 'index' }),
      metric('赞藏总数', { name: 'likesAndSaves', unit: 'likes and saves' }),
      metric('笔记数', { name: 'posts', unit: 'posts' }),
      metric('平均互动', { name: 'interactionsMean', unit: 'interactions', definition: UNSTATED }),
      metric('平均点赞', { name: 'likesMean', unit: 'likes' }),
      metric('平均收藏', { name: 'savesMean', unit: 'saves' }),
      metric('平均评论', { name: 'commentsMean', unit: 'comments' }),
      metric('关注数', { name: 'following', unit: 'accounts' }),
      listPrice('image_note', null, '实时报价-图文'),
      listPrice('video_note', null, '实时报价-视频'),
      metric('实时报价-图文CPE', { name: 'expectedCpe', unit: 'CNY per interaction', definition: 'image_note; as the vendor counts' }),
      metric('实时报价-视频CPE', { name: 'expectedCpe', unit: 'CNY per interaction', definition: 'video_note; as the vendor counts' }),
      ...['阅读', '互动', '点赞', '收藏', '评论'].map((zh, at) =>
        metric(`${zh}中位数`, {
          name: ['readsMedian', 'interactionsMedian', 'likesMedian', 'savesMedian', 'commentsMedian'][at] ?? '',
          unit: ['reads', 'interactions', 'likes', 'saves', 'comments'][at] ?? '',
          ...(zh === '互动' ? { definition: UNSTATED } : {}),
        }),
      ),
      metric('粉丝真实度', { name: 'genuineFollowersShare', unit: 'share', reads: 'percentText', definition: 'as the vendor estimates' }),
      metric('爆文数', { name: 'viralPosts', unit: 'posts', definition: 'threshold as the vendor sets it' }),
      metric('爆文率', { name: 'viralShare', unit: 'share', reads: 'percentText', definition: 'threshold as the vendor sets it' }),
      ...dropped('not used', '蒲公英主页', '冠薯', '达人等级', '标签占比', '标签指数', '预估报价', '健康等级'),
      identity('bio', '简介'),
      { headers: ['合作品牌'], target: { to: 'brands' } },
    ],
  },
})

const huitunDouyin = makeFlatSource({
  ...ACCOUNTS,
  id: 'huitun.douyin',
  title: { en: 'Huitun Douyin creators', zh: '灰豚抖音播主表' },
  platform: 'douyin',
  reading: {
    required: [['播主昵称'], ['抖音号', '达人主页链接'], ['粉丝数']],
    columns: [
      identity('displayName', '播主昵称'),
      identity('handle', '抖音号'),
      link('达人主页链接'),
      identity('mcn', '所属MCN'),
      categories('内容标签'),
      categories('分类'),
      followers('粉丝数'),
      metric('作品数', { name: 'posts', unit: 'posts' }),
      metric('点赞数', { name: 'likesTotal', unit: 'likes' }),
      metric('平均点赞', { name: 'likesMean', unit: 'likes' }),
      identity('bio', '简介'),
    ],
  },
})

const feigua = makeFlatSource({
  ...ACCOUNTS,
  id: 'feigua.creators',
  title: { en: 'Feigua Douyin creators', zh: '飞瓜抖音达人表' },
  platform: 'douyin',
  reading: {
    required: [['姓名'], ['抖音ID'], ['飞瓜指数', '总粉丝量']],
    columns: [
      identity('displayName', '姓名'),
      identity('handle', '抖音ID'),
      identity('verification', '认证标识'),
      followers('总粉丝量'),
      metric('飞瓜指数', { name: 'feiguaIndex', unit: 'index' }),
      metric('30天粉丝增量', { name: 'followersGained', unit: 'followers', period: '30d', signed: true }),
      metric('总作品数', { name: 'posts', unit: 'posts' }),
      metric('30天作品数', { name: 'posts', unit: 'posts', period: '30d' }),
      metric('总点赞量', { name: 'likesTotal', unit: 'likes' }),
      metric('30天点赞增量', { name: 'likesGained', unit: 'likes', period: '30d', signed: true }),
      metric('人均客单价', { name: 'orderValue', unit: 'CNY', definition: 'per buyer; the source does not print over which days' }),
      metric('人均UV值', { name: 'salesPerViewer', unit: 'CNY per viewer', definition: UNSTATED }),
    ],
  },
})

const AGES = ['18-23', '24-30', '31-40', '41-50'] as const

const xingtuMarket = makeFlatSource({
  ...ACCOUNTS,
  id: 'xingtu.market',
  title: { en: 'Xingtu creator market (xlsx)', zh: '星图达人广场（表格）' },
  platform: 'douyin',
  reading: {
    required: [
      ['星图ID', '抖音UID'],
      ['达人昵称', '达人信息'],
      ['预期CPM', '预期播放量', '21-60s报价'],
    ],
    columns: [
      identity('displayName', '达人昵称', '达人信息'),
      identity('accountId', '抖音UID', '达人UID'),
      identity('handle', '星图ID', '达人id'),
      identity('region', '地区'),
      followers('粉丝数'),
      listPrice('video_60s_plus', true, '60s+报价'),
      listPrice('video_21_60s', true, '21-60s报价'),
      listPrice('video_1_20s', true, '1-20s报价'),
      metric('预期CPM', { name: 'expectedCpm', unit: 'CNY per 1000 plays', definition: 'the sheet does not say of which length' }),
      metric('预期播放量', { name: 'expectedPlays', unit: 'plays' }),
      metric('互动率', {
        name: 'interactionRate',
        unit: 'share',
        reads: 'percentText',
        definition: `interactions ÷ plays; ${XINGTU_INTERACTIONS}`,
      }),
      metric('完播率', { name: 'completionRate', unit: 'share', reads: 'percentText', definition: 'full plays ÷ plays' }),
      metric('30天涨粉', { name: 'followersGained', unit: 'followers', period: '30d', signed: true }),
      metric('连接用户数', { name: 'linkedUsers', unit: 'people' }),
      metric('传播指数', { name: 'spreadIndex', unit: 'index' }),
      metric('种草指数', { name: 'seedingIndex', unit: 'index' }),
      metric('转化指数', { name: 'conversionIndex', unit: 'index' }),
      share('gender', 'male', '男性粉丝占比'),
      share('gender', 'female', '女性粉丝占比'),
      ...AGES.map((age) => share('age', age, `${age}岁粉丝比例`)),
      share('age', '50+', '50岁以上粉丝比例'),
      // Xingtu's eight consumer groups overlap age and city: kept as they are, no audience share.
      ...['小镇中老年', '资深中产', 'Z时代', '都市银发', '小镇青年', '精致妈妈', '新锐白领', '都市蓝领'].map((group) =>
        metric([`${group}粉丝比例`, ...(group === 'Z时代' ? ['Z世代粉丝比例'] : [])], {
          name: 'audienceGroup',
          unit: 'share',
          reads: 'percentText',
          definition: group,
        }),
      ),
    ],
  },
})

const weiq = makeFlatSource({
  ...ACCOUNTS,
  id: 'weiq.accounts',
  title: { en: 'WEIQ Weibo accounts', zh: 'WEIQ 微博账号表' },
  platform: 'weibo',
  namesIdentify: true,
  formulas: [candidate(cpmFormula('直发CPM', '供稿直发', '直发阅读中位数')), candidate(cpmFormula('直发CPM', '供稿直发', '阅读中位数'))],
  reading: {
    required: [['昵称', 'accountId', '达人ID', '主页链接'], ['粉丝数'], ['供稿直发', '直发CPM', '直发阅读中位数']],
    columns: [
      ...LIST_IDENTITY,
      identity('verification', '认证等级'),
      metric('直发CPM', { name: 'expectedCpm', unit: 'CNY per 1000 plays', definition: 'direct post; as the vendor counts' }),
      metric('阅读中位数', { name: 'readsMedian', unit: 'reads' }),
      metric('直发阅读中位数', { name: 'readsMedian', unit: 'reads', definition: 'direct posts' }),
      metric('转发阅读中位数', { name: 'readsMedian', unit: 'reads', definition: 'reposts' }),
      metric('互动中位数', { name: 'interactionsMedian', unit: 'interactions', definition: UNSTATED }),
      metric('直发互动中位数', { name: 'interactionsMedian', unit: 'interactions', definition: `direct posts; ${UNSTATED}` }),
      metric('转发互动中位数', { name: 'interactionsMedian', unit: 'interactions', definition: `reposts; ${UNSTATED}` }),
      metric('发布博文数', { name: 'posts', unit: 'posts' }),
      metric('转发中位数', { name: 'sharesMedian', unit: 'shares' }),
      metric('评论中位数', { name: 'commentsMedian', unit: 'comments' }),
      metric('点赞中位数', { name: 'likesMedian', unit: 'likes' }),
      metric('最低阅读量', { name: 'readsLowest', unit: 'reads' }),
      metric('最高阅读量', { name: 'readsHighest', unit: 'reads' }),
      metric('阅读量均值', { name: 'readsMean', unit: 'reads' }),
      listPrice('post_direct', null, '供稿直发'),
      listPrice('post_repost', null, '供稿转发'),
      listPrice('article', null, '头条文章'),
      listPrice('review', null, '点评'),
      listPrice('post_original_image', null, '原创图文'),
      listPrice('post_original_video', null, '原创视频'),
    ],
  },
})

const huxuan = makeFlatSource({
  ...ACCOUNTS,
  id: 'huxuan.channels',
  title: { en: 'WeChat Huxuan channels', zh: '微信互选视频号' },
  platform: 'wechat_channels',
  namesIdentify: true,
  formulas: [
    candidate(cpmFormula('expected_cpm', 'short_video_price', 'avg_read_count')),
    candidate(cpmFormula('expected_cpm', 'short_video_price', 'median_read_count')),
  ],
  reading: {
    required: [['nickname'], ['short_video_price', 'long_video_price'], ['avg_read_count', 'median_read_count']],
    columns: [
      identity('displayName', 'nickname'),
      identity('mcn', 'mcn_name'),
      identity('region', 'city_label'),
      identity('verification', 'auth_profession'),
      followers('fans_num_level'),
      categories('category_level1'),
      listPrice('video_60s', true, 'short_video_price'),
      listPrice('video_60s_plus', true, 'long_video_price'),
      metric('avg_read_count', { name: 'viewsMean', unit: 'plays' }),
      metric('median_read_count', { name: 'viewsMedian', unit: 'plays' }),
      metric('avg_like_count', { name: 'likesMean', unit: 'likes' }),
      metric('avg_interaction_count', { name: 'interactionsMean', unit: 'interactions', definition: UNSTATED }),
      metric('play_finish_rate', { name: 'completionRate', unit: 'share', reads: 'percentText', definition: 'full plays ÷ plays' }),
      metric('interaction_rate', { name: 'interactionRate', unit: 'share', reads: 'percentText', definition: UNSTATED }),
      metric('fans_num_increment', { name: 'followersGained', unit: 'followers', signed: true }),
      metric('fans_num_growth_rate', {
        name: 'followersGainedRate',
        unit: 'share',
        reads: 'percentText',
        signed: true,
        definition: `new followers ÷ followers; ${UNSTATED}`,
      }),
      metric('expected_cpm', {
        name: 'expectedCpm',
        unit: 'CNY per 1000 plays',
        definition: 'video up to 60 s; which plays it divides by is not printed',
      }),
      ...['category_level2', 'identity_level1', 'identity_level2', 'tags'].map(categories),
      ...dropped('not used', 'synopsis'),
    ],
  },
})

const newrankOfficial = makeFlatSource({
  ...ACCOUNTS,
  id: 'newrank.official_accounts',
  title: { en: 'Newrank official accounts', zh: '新榜公众号表' },
  platform: 'wechat_oa',
  reading: {
    required: [['账号名称'], ['账号ID'], ['新榜指数', '头条阅读数']],
    columns: [
      identity('displayName', '账号名称'),
      identity('accountId', '账号ID'),
      categories('类别'),
      metric('发布次数', { name: 'issues', unit: 'issues' }),
      metric('文章数', { name: 'posts', unit: 'posts' }),
      metric('阅读数', { name: 'readsTotal', unit: 'reads' }),
      metric('平均阅读数', { name: 'readsMean', unit: 'reads' }),
      metric('在看数', { name: 'wowsTotal', unit: 'wows' }),
      metric('头条阅读数', { name: 'headlineReads', unit: 'reads' }),
      metric('最高阅读数', { name: 'readsHighest', unit: 'reads' }),
      metric('新榜指数', { name: 'newrankIndex', unit: 'index' }),
      ...dropped('not used', 'uid'),
    ],
  },
})

/** Creator lists of data vendors and order platforms, by the headers that named sources print. */
export const VENDOR_CREATORS: readonly Source[] = [
  qiangua,
  huitunDouyin,
  feigua,
  xingtuMarket,
  weiq,
  huahuoCreators,
  huxuan,
  newrankOfficial,
]
