import type { ColumnMap } from '../source.ts'
import { cpmFormula, dropped, identity, listPrice, metric } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'
import { UNSTATED } from './interaction-definitions.ts'

const SHARE = { unit: 'share', reads: 'percentText' } as const
const PER_THOUSAND = 'CNY per 1000 plays'

const WINDOWS = [7, 15, 30] as const
const FLOWS = [
  { zh: '全部流量', flow: 'all' },
  { zh: '自然流量', flow: 'natural' },
] as const

// {全部流量|自然流量}_{播放中位数|CPM|CPC|CPE}_{7|15|30天}: flow and period are the number's passport.
const FLOW_COLUMNS: readonly ColumnMap[] = FLOWS.flatMap(({ zh, flow }) =>
  WINDOWS.flatMap((days) => {
    const passport = { flow, period: `${days}d`, noteType: 'sponsored' } as const
    return [
      metric(`${zh}_播放中位数_${days}天`, { name: 'viewsMedian', unit: 'plays', ...passport, definition: 'commercial videos' }),
      metric(`${zh}_CPM_${days}天`, { name: 'cpm', unit: PER_THOUSAND, ...passport, definition: 'price ÷ plays × 1000' }),
      metric(`${zh}_CPC_${days}天`, { name: 'cpc', unit: 'CNY per click', ...passport, definition: UNSTATED }),
      metric(`${zh}_CPE_${days}天`, { name: 'cpe', unit: 'CNY per interaction', ...passport, definition: UNSTATED }),
    ]
  }),
)

const AGES = ['0-17', '18-24', '25-30', '30+'] as const

const AUDIENCE: readonly ColumnMap[] = [
  { headers: ['关注用户_男占比', '关注用户_男'], target: { to: 'audienceShare', axis: 'gender', key: 'male' } },
  { headers: ['关注用户_女占比', '关注用户_女'], target: { to: 'audienceShare', axis: 'gender', key: 'female' } },
  ...AGES.map((age): ColumnMap => ({
    headers: [`关注用户_${age}占比`, `关注用户_年龄占比_${age}`, `关注用户_${age}岁占比`],
    target: { to: 'audienceShare', axis: 'age', key: age },
  })),
]

const COLUMNS: readonly ColumnMap[] = [
  identity('displayName', 'UP主昵称'),
  identity('accountId', 'UP主MID'),
  identity('gender', '性别'),
  identity('region', '地区'),
  identity('region', '城市'),
  identity('mcn', 'MCN公司'),
  { headers: ['一级分区'], target: { to: 'categories' } },
  { headers: ['二级分区'], target: { to: 'categories' } },
  { headers: ['粉丝量'], target: { to: 'followers' } },
  { headers: ['带货等级'], target: { to: 'ecomLevel' } },
  metric('涨粉量', { name: 'followersGained', unit: 'followers', signed: true }),
  metric('涨粉率', { name: 'followersGainedRate', ...SHARE, signed: true, definition: `new followers ÷ followers; ${UNSTATED}` }),
  metric('播放量中位数', { name: 'viewsMedian', unit: 'plays' }),
  metric('30天播放量中位数', { name: 'viewsMedian', unit: 'plays', period: '30d' }),
  metric('互动率', { name: 'interactionRate', ...SHARE, definition: UNSTATED }),
  metric('热门稿件率', { name: 'viralShare', ...SHARE, definition: 'share of videos that came on the popular page' }),
  ...[30, 90, 180].map((days) => metric(`近${days}天投稿数`, { name: 'posts', unit: 'posts', period: `${days}d` })),
  metric('商业视频数', { name: 'sponsoredPosts', unit: 'posts' }),
  metric('移动端播放占比', { name: 'mobilePlaysShare', ...SHARE, definition: 'plays on phones ÷ plays' }),
  metric('PC端播放占比', { name: 'desktopPlaysShare', ...SHARE, definition: 'plays on computers ÷ plays' }),
  metric('综合评分', { name: 'huahuoScore', unit: 'index' }),
  metric('预估播放量', { name: 'expectedPlays', unit: 'plays' }),
  metric('品牌植入CPM', { name: 'expectedCpm', unit: PER_THOUSAND, definition: 'placement in a video: price ÷ expected plays × 1000' }),
  metric('内容定制CPM', { name: 'expectedCpm', unit: PER_THOUSAND, definition: 'a video of its own: price ÷ expected plays × 1000' }),
  metric('CPM', { name: 'cpm', unit: PER_THOUSAND, definition: UNSTATED }),
  metric('CPC', { name: 'cpc', unit: 'CNY per click', definition: UNSTATED }),
  metric('CPE', { name: 'cpe', unit: 'CNY per interaction', definition: UNSTATED }),
  metric('蓝链点击率', { name: 'linkClickRate', ...SHARE, definition: 'clicks on the blue link; what they are divided by is not printed' }),
  metric('蓝链点击成本', { name: 'costPerLinkClick', unit: 'CNY per click', definition: 'cost of one click on the blue link' }),
  metric('评论区点击率', { name: 'commentClickRate', ...SHARE, definition: UNSTATED }),
  ...FLOW_COLUMNS,
  ...AUDIENCE,
  metric('观看用户_粉丝观看占比', { name: 'followerPlaysShare', ...SHARE, definition: 'plays by followers ÷ plays' }),
  metric('DMP粉丝匹配率', { name: 'dmpMatchShare', ...SHARE, definition: 'followers found in the advertiser’s own audience' }),
  metric('直播_场均观看人数_30天', { name: 'liveViewersMean', unit: 'people', period: '30d' }),
  metric('直播_90天带货金额', { name: 'liveGmv', unit: 'CNY', period: '90d' }),
  metric('带货GPM', { name: 'gmvPerThousandPlays', unit: PER_THOUSAND, definition: 'sales ÷ plays × 1000' }),
  // Booking through Huahuo is the filed way on Bilibili.
  listPrice('video_placement', true, '植入视频报价'),
  listPrice('video_custom', true, '定制视频报价'),
  listPrice('dynamic_direct', true, '直发动态报价'),
  listPrice('dynamic_repost', true, '转发动态报价'),
  // An estimate for one order's settings, not a price of this creator.
  ...dropped('not used', '是否高潜UP主', '预估花费'),
]

/** Huahuo (花火) Bilibili creators, the columns its list prints. */
export const huahuoCreators = makeFlatSource({
  id: 'huahuo.creators',
  title: { en: 'Huahuo Bilibili creators', zh: '花火 UP 主表' },
  holds: 'accounts',
  platform: 'bilibili',
  audienceBasis: 'followers',
  namesIdentify: false,
  formulas: [
    { ...cpmFormula('品牌植入CPM', '植入视频报价', '预估播放量'), isCandidate: true },
    { ...cpmFormula('内容定制CPM', '定制视频报价', '预估播放量'), isCandidate: true },
  ],
  reading: { columns: COLUMNS, required: [['UP主MID'], ['UP主昵称'], ['粉丝量']] },
})
