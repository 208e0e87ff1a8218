import type { Source, UnitFormula } from '../source.ts'
import { LIST_IDENTITY } from './agency-list.ts'
import { dropped, identity, listPrice, netPrice, postField } from './column-shapes.ts'
import { makeFlatSource } from './flat-source.ts'

const SHEET = { holds: 'accounts', audienceBasis: 'followers', namesIdentify: true } as const

const rebateFormula: UnitFormula = {
  column: '返点',
  unit: 'share',
  formula: '(Kol刊例单价 - kol净价) / Kol刊例单价',
  inputs: ['Kol刊例单价', 'kol净价'],
  compute: ([listed = 0, netted = 0]) => (listed - netted) / listed,
  money: ['kol净价'],
  provesMoney: false,
}

/** An agency's order sheet (执行单): what was agreed for one creator. Without a column that names the creator it is not recognised. */
const orders = makeFlatSource({
  ...SHEET,
  id: 'agency.orders',
  title: { en: 'Agency order sheet (执行单)', zh: '机构执行单' },
  platform: null,
  formulas: [rebateFormula],
  reading: {
    required: [['执行单编号'], ['kol净价', 'Kol刊例单价'], ['昵称', 'accountId', '达人ID', '小红书号', '主页链接']],
    columns: [
      ...LIST_IDENTITY,
      { headers: ['下单日期'], target: { to: 'observedAt' } },
      { headers: ['合作方式'], target: { to: 'cooperation' } },
      listPrice('post', null, 'Kol刊例单价'),
      netPrice('post', null, 'kol净价'),
      ...dropped('not used', '对客项目客户名称', '投放品牌', '排期申请人', '排期申请人所属组别', '行业', '是否客户指定走单', '执行单编号'),
    ],
  },
})

/** An agency's tracker: price and results of each note of a campaign. Its CPM is per single impression. */
const tracker = makeFlatSource({
  ...SHEET,
  id: 'agency.tracker',
  title: { en: 'Agency campaign tracker', zh: '机构投放跟踪表' },
  // 报备图文 and 软植图文 exist on Xiaohongshu alone.
  platform: 'xiaohongshu',
  formulas: [
    {
      column: 'CPM',
      unit: 'CNY per impression',
      formula: '价格 / 曝光量',
      inputs: ['价格', '曝光量'],
      compute: ([amount = 0, impressions = 0]) => amount / impressions,
      money: ['价格'],
    },
  ],
  reading: {
    required: [['博主昵称'], ['笔记链接'], ['价格'], ['曝光量', '互动总量']],
    columns: [
      identity('displayName', '博主昵称'),
      identity('mcn', 'MCN'),
      { headers: ['粉丝', '粉丝数'], target: { to: 'followers' } },
      { headers: ['TYPE'], target: { to: 'cooperation' } },
      listPrice('post', null, '价格'),
      postField('url', '笔记链接'),
      postField('publishedAt', '发布日期'),
      postField('likes', '点赞'),
      postField('saves', '收藏'),
      postField('comments', '评论'),
      // NO begins anew in each campaign: it names nobody. A post has no room for impressions; they test the CPM.
      ...dropped('not used', 'NO', 'CAMPAIGN/WAVE', 'CAMPAIGN', 'WAVE', '级别', '曝光量', '互动总量', 'CPM'),
    ],
  },
})

/** Sheets agencies keep of work that was booked. */
export const AGENCY_SHEETS: readonly Source[] = [orders, tracker]
