import type { ColumnMap, UnitFormula } from '../source.ts'
import { dropped, identity, listPrice, metric } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { PUGONGYING_INTERACTIONS } from './interaction-definitions.ts'

const KINDS = [
  { zh: '日常', noteType: 'everyday' },
  { zh: '合作', noteType: 'sponsored' },
] as const
const PERIODS = [
  { zh: '30天', period: '30d' },
  { zh: '90天', period: '90d' },
] as const
const MEDIANS = [
  { zh: '阅读中位数', name: 'readsMedian', unit: 'reads' },
  { zh: '点赞中位数', name: 'likesMedian', unit: 'likes' },
  { zh: '评论中位数', name: 'commentsMedian', unit: 'comments' },
  { zh: '收藏中位数', name: 'savesMedian', unit: 'saves' },
  { zh: '互动中位数', name: 'interactionsMedian', unit: 'interactions' },
  { zh: '曝光中位数', name: 'impressionsMedian', unit: 'impressions' },
] as const
const RATES = [
  { zh: '互动率', name: 'interactionRate', definition: `${PUGONGYING_INTERACTIONS}; what they are divided by is not printed` },
  { zh: '完播率', name: 'completionRate', definition: 'full plays ÷ plays of videos' },
] as const
const SHARE = { unit: 'share', reads: 'percentText' } as const

// {30天|90天}{日常|合作}笔记 × median or rate: the passport keeps period and note type apart.
const CATALOGUE = PERIODS.flatMap(({ zh: period, period: length }) =>
  KINDS.flatMap(({ zh: kind, noteType }) => [
    ...MEDIANS.map(({ zh, name, unit }) =>
      metric([`${period}${kind}笔记${zh}`, `${period}${kind}${zh}`, `${kind}笔记${period}${zh}`], {
        name,
        unit,
        period: length,
        noteType,
        ...(name === 'interactionsMedian' ? { definition: PUGONGYING_INTERACTIONS } : {}),
      }),
    ),
    ...RATES.map(({ zh, name, definition }) =>
      metric([`${period}${kind}笔记${zh}`, `${period}${kind}${zh}`], { name, ...SHARE, period: length, noteType, definition }),
    ),
  ]),
)

const AGES = [
  ['<18', '粉丝年龄<18'],
  ['18-24', '粉丝年龄18-24', '粉丝年龄18~24'],
  ['25-34', '粉丝年龄25-34', '粉丝年龄25~34'],
  ['35-44', '粉丝年龄35-44', '粉丝年龄35~44'],
  ['>44', '粉丝年龄>44'],
] as const

const COLUMNS: readonly ColumnMap[] = [
  identity('displayName', '小红书昵称', '达人昵称', '博主昵称'),
  identity('handle', '小红书号'),
  identity('accountId', 'userId', '达人ID', '博主ID'),
  { headers: ['小红书链接', '小红书主页', '主页链接'], target: { to: 'profileUrl' } },
  identity('region', '地址', '地区'),
  identity('mcn', '机构', '所属机构'),
  { headers: ['数据更新至', '更新时间'], target: { to: 'observedAt' } },
  { headers: ['粉丝数', '粉丝量'], target: { to: 'followers' } },
  { headers: ['账号类型', '内容标签'], target: { to: 'categories' } },
  identity('verification', '认证信息'),
  // Booking through Pugongying is the filed way on Xiaohongshu.
  listPrice('image_note', true, '图文报价', '图文笔记报价'),
  listPrice('video_note', true, '视频报价', '视频笔记报价'),
  metric('合作笔记数', { name: 'sponsoredPosts', unit: 'posts' }),
  metric(['赞藏总量', '赞藏总数'], { name: 'likesAndSaves', unit: 'likes and saves' }),
  metric(['粉丝增量'], { name: 'followersGained', unit: 'followers', signed: true }),
  metric(['预估阅读单价_图文', '预估阅读单价(图文)', '预估阅读单价图文'], {
    name: 'expectedCostPerRead',
    unit: 'CNY per read',
    definition: 'image_note',
  }),
  metric(['预估阅读单价_视频', '预估阅读单价(视频)', '预估阅读单价视频'], {
    name: 'expectedCostPerRead',
    unit: 'CNY per read',
    definition: 'video_note',
  }),
  metric('图文3秒阅读', { name: 'threeSecondReadShare', ...SHARE, definition: 'reads of at least 3 seconds ÷ reads of image notes' }),
  ...KINDS.flatMap(({ zh, noteType }) => [
    metric([`${zh}_阅读中位数`], { name: 'readsMedian', unit: 'reads', noteType }),
    metric([`${zh}_互动中位数`], { name: 'interactionsMedian', unit: 'interactions', noteType, definition: PUGONGYING_INTERACTIONS }),
    metric([`${zh}_阅读来源发现页占比`], {
      name: 'readsFromDiscoveryShare',
      ...SHARE,
      noteType,
      definition: 'reads from the Discovery page ÷ reads',
    }),
    metric([`${zh}_阅读来源搜索页占比`], { name: 'readsFromSearchShare', ...SHARE, noteType, definition: 'reads from search ÷ reads' }),
  ]),
  ...CATALOGUE,
  metric('活跃粉丝占比', {
    name: 'activeFollowersShare',
    ...SHARE,
    period: '28d',
    definition: 'followers active within 28 days ÷ followers',
  }),
  metric('阅读粉丝占比', {
    name: 'readingFollowersShare',
    ...SHARE,
    period: '30d',
    definition: 'followers who read within 30 days ÷ followers',
  }),
  metric('互动粉丝占比', {
    name: 'engagedFollowersShare',
    ...SHARE,
    period: '30d',
    definition: 'followers who interacted within 30 days ÷ followers',
  }),
  { headers: ['女性粉丝占比', '女性占比'], target: { to: 'audienceShare', axis: 'gender', key: 'female' } },
  { headers: ['男性粉丝占比', '男性占比'], target: { to: 'audienceShare', axis: 'gender', key: 'male' } },
  ...AGES.map(([key, ...headers]): ColumnMap => ({ headers, target: { to: 'audienceShare', axis: 'age', key } })),
  { headers: ['省份分布'], target: { to: 'audienceText', axis: 'province' } },
  ...dropped('not used', '关键词', '页码', '账号评估', '年龄占比最多的', '人设标签', '特征标签', '蒲公英等级', '城市分布'),
  { headers: ['合作品牌'], target: { to: 'brands' } },
  // Reads of single sponsored notes without id or day: no post can be made of them.
  ...dropped('not used', ...[1, 2, 3, 4, 5, 6, 7, 8].map((note) => `合作笔记${note}阅读数`)),
]

// Whose reads the platform divides by is not printed; sources contradict each other (imports.md §3.0 no. 7), so both are candidates.
const FORMULAS: readonly UnitFormula[] = KINDS.map(({ zh }) => ({
  column: '预估阅读单价_图文',
  unit: 'CNY per read',
  formula: `图文报价 / ${zh}_阅读中位数`,
  inputs: ['图文报价', `${zh}_阅读中位数`],
  compute: ([amount = 0, reads = 0]) => amount / reads,
  money: ['图文报价'],
  isCandidate: true,
}))

const READING = { columns: COLUMNS, required: [['小红书昵称'], ['小红书号', 'userId', '小红书链接'], ['粉丝数'], ['图文报价', '视频报价']] }

/** Pugongying (蒲公英) creators: the 34-column CSV and the headers of its own export. */
export const pugongyingCreators = makeFlatSource({
  id: 'pugongying.creators',
  title: { en: 'Pugongying creators', zh: '蒲公英达人表' },
  holds: 'accounts',
  platform: 'xiaohongshu',
  audienceBasis: 'followers',
  formulas: FORMULAS,
  namesIdentify: false,
  reading: READING,
})
