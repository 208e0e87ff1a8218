import { readTables, recogniseTable } from '../read-table.ts'
import type { ColumnMap, Source, UnitFormula } from '../source.ts'
import { dropped, identity, listPrice, metric, netPrice } from './column-shapes.ts'

/** Header synonyms of hand-made lists (imports.md §3.5); shared with creators typed or pasted. */
export const LIST_IDENTITY: readonly ColumnMap[] = [
  { headers: ['平台', '发布平台', '投放平台', 'platform'], target: { to: 'platform' } },
  identity(
    'displayName',
    '昵称',
    '账号昵称',
    '达人名称',
    '博主名称',
    '达人昵称',
    '博主昵称',
    '账号名称',
    '账号',
    '达人',
    '博主',
    'KOL',
    'kol名称',
    'name',
    'displayName',
    'nickname',
    'creator',
    'creator name',
    'influencer',
    'blogger',
  ),
  identity('accountId', '达人ID', '账号ID', '用户ID', '抖音UID', '达人UID', 'UID', 'MID', 'accountId', 'id', 'user_id'),
  identity('handle', '小红书号', '红书号', '主页id', '小红书ID', '抖音号', '星图ID', '平台号', 'handle'),
  {
    headers: [
      '主页链接',
      '个人主页链接',
      '链接',
      '达人链接',
      '账号链接',
      '小红书链接',
      '主页',
      'link',
      'url',
      'profile',
      'profile link',
      'profile url',
    ],
    target: { to: 'profileUrl' },
  },
  { headers: ['粉丝数', '粉丝量', '粉丝总数', '粉丝', 'followers', 'fans'], target: { to: 'followers' } },
  {
    headers: ['账号类型', '达人类型', '领域', '类型', '标签', '内容标签', '类别', '类目', '达人类目', '内容类目', 'categories', 'category'],
    target: { to: 'categories' },
  },
  identity('region', '地区', '地域', '城市', '所在地', 'region'),
  identity('mcn', 'MCN', '机构', '所属机构', '签约MCN', '所属MCN'),
  identity('gender', '性别', 'gender'),
  { headers: ['更新时间', '数据更新至', '数据时间', '日期'], target: { to: 'observedAt' } },
  { headers: ['返点', '返点比例', '返点率', '返利', '返佣', '提成', 'rebate'], target: { to: 'rebate' } },
]

const COLUMNS: readonly ColumnMap[] = [
  ...LIST_IDENTITY,
  // 刊例 without 报备 or 非报备 in its header does not say whether it is filed.
  listPrice('post', null, '刊例价', '刊例', 'KOL刊例单价', 'Kol刊例单价(元)', '刊例单价', '报价', '达人报价', '合作报价', '价格', 'price'),
  netPrice('post', null, '净价', 'kol净价', 'kol净价(元)', '返后价', '成本价', '折后价', 'net'),
  listPrice('image_note', null, '图文报价', '图文价格', '图文刊例', '图文刊例价', '图文'),
  netPrice('image_note', null, '图文净价', '图文返后价'),
  listPrice('video_note', null, '视频报价', '视频价格', '视频刊例', '视频刊例价', '视频'),
  netPrice('video_note', null, '视频净价', '视频返后价'),
  listPrice(
    'image_note',
    true,
    '报备图文',
    '报备原创图文价格',
    '图文报备报价',
    '报备图文报价',
    '报备图文价格',
    '报备图文价',
    '报备图文刊例价',
    '图文报备',
    '图文报备价',
  ),
  netPrice('image_note', true, '报备图文净价', '报备图文返后价'),
  listPrice(
    'video_note',
    true,
    '报备视频',
    '报备原创视频价格',
    '视频报备报价',
    '报备视频报价',
    '报备视频价格',
    '报备视频价',
    '报备视频刊例价',
    '视频报备',
    '视频报备价',
  ),
  netPrice('video_note', true, '报备视频净价', '报备视频返后价'),
  listPrice(
    'image_note',
    false,
    '非报备图文',
    '水下图文',
    '未报备图文',
    '无报备图文',
    '非报备图文报价',
    '非报备图文价格',
    '非报备图文价',
    '图文非报备报价',
    '图文非报备',
  ),
  listPrice(
    'video_note',
    false,
    '非报备视频',
    '水下视频',
    '未报备视频',
    '无报备视频',
    '非报备视频报价',
    '非报备视频价格',
    '非报备视频价',
    '视频非报备报价',
    '视频非报备',
  ),
  listPrice('video_1_20s', null, '1-20s报价', '1-20s', '20s报价'),
  listPrice('video_21_60s', null, '21-60s报价', '21-60s', '20-60s报价'),
  listPrice('video_60s_plus', null, '60s+报价', '60s+', '60s以上报价'),
  metric(['赞藏量', '获赞', '赞藏总数', '赞藏', '赞藏数', '获赞与收藏'], { name: 'likesAndSaves', unit: 'likes and saves' }),
  metric(['均赞', '平均点赞', '平均点赞数'], { name: 'likesMean', unit: 'likes' }),
  metric(['阅读中位数', '曝光阅读中位数'], { name: 'readsMedian', unit: 'reads' }),
  metric(['播放中位数', '播放量中位数'], { name: 'viewsMedian', unit: 'plays' }),
  metric(['互动中位数', '互动量中位数'], { name: 'interactionsMedian', unit: 'interactions', definition: 'as the list states it' }),
  metric(['预期播放量', '预估播放量'], { name: 'expectedPlays', unit: 'plays' }),
  metric(['CPM', '预期CPM', '预估CPM'], { name: 'expectedCpm', unit: 'CNY per 1000', definition: 'as the list states it' }),
  metric(['CPE', '预估CPE'], { name: 'expectedCpe', unit: 'CNY per interaction', definition: 'as the list states it' }),
  identity('bio', '简介'),
  ...dropped('not used', '序号', 'NO', '编号', '备注', '档期', '推荐理由', '配合度', '级别'),
  ...dropped('contact data', '微信', '微信号', '手机', '手机号', '电话', '联系方式', '邮箱', '联系邮箱', '收货地址'),
]

const PAIRS = [
  ['刊例价', '净价'],
  ['图文报价', '图文净价'],
  ['视频报价', '视频净价'],
  ['报备图文', '报备图文净价'],
  ['报备视频', '报备视频净价'],
] as const

// 返点率 = (刊例 − 净价) / 刊例. A ratio: agreement says nothing about the unit of the prices, disagreement makes the net price unusable.
const FORMULAS: readonly UnitFormula[] = PAIRS.map(([list, net]) => ({
  column: '返点',
  unit: 'share',
  formula: `(${list} - ${net}) / ${list}`,
  inputs: [list, net],
  compute: ([listed = 0, netted = 0]) => (listed - netted) / listed,
  money: [net],
  provesMoney: false,
}))

const PRICES = COLUMNS.flatMap(({ headers, target }) => (target.to === 'quote' ? [headers[0] ?? ''] : []))
const READING = {
  columns: COLUMNS,
  required: [
    ['昵称', 'accountId', '达人ID', '小红书号', '主页链接'],
    [...PRICES, '返点', '粉丝数'],
  ],
}
const AGENCY = { ...READING, required: [...READING.required, ['返点', ...PRICES]] }

/** An agency's or MCN's list (提报表) with filed and unfiled prices and rebate; ids may be missing. */
export const agencyList: Source = {
  id: 'agency.list',
  title: { en: 'Agency list (提报表)', zh: '机构提报表' },
  holds: 'accounts',
  platform: null,
  audienceBasis: 'followers',
  columns: COLUMNS,
  formulas: FORMULAS,
  namesIdentify: true,
  // Its words are everybody's words: a named export that fits as well is meant.
  recognise: (file) => Math.min(0.95, recogniseTable(file, AGENCY)),
  read: (file) => readTables(file, AGENCY),
  table: AGENCY,
}

/** Cells pasted from a sheet, or fields typed by a person: the same words, prices not required. */
export const typedTable: Source = {
  ...agencyList,
  id: 'typed.table',
  title: { en: 'Pasted or typed table', zh: '粘贴或录入的表格' },
  recognise: (file) => Math.min(0.9, recogniseTable(file, READING)),
  read: (file) => readTables(file, READING),
  table: READING,
}
