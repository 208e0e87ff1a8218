import type { Localized, Platform } from '../shared/index.ts'
import { INTERACTION_PARTS, PART_NAMES_ZH } from './goal-table.ts'
import type { Kpi } from './schema.ts'

/** One KPI as the goal form offers it; the formula is said per platform because the platforms count differently. */
export interface KpiTemplate {
  readonly name: Kpi['name']
  readonly unit: string
  readonly definition: Localized
  readonly formula: Readonly<Record<Platform, string>>
  readonly formulaZh: Readonly<Record<Platform, string>>
  readonly deliveredBy: Localized
  readonly deliveredWhen: Kpi['deliveredWhen']
}

const onEveryPlatform = (tell: (platform: Platform) => string): Record<Platform, string> => ({
  weibo: tell('weibo'),
  wechat_oa: tell('wechat_oa'),
  wechat_channels: tell('wechat_channels'),
  xiaohongshu: tell('xiaohongshu'),
  douyin: tell('douyin'),
  kuaishou: tell('kuaishou'),
  bilibili: tell('bilibili'),
  zhihu: tell('zhihu'),
  taobao_live: tell('taobao_live'),
  tmall: tell('tmall'),
})

const CREATOR = { en: 'creator, from the platform’s back end', zh: '达人，平台后台数据' }
const BRAND = { en: 'brand, from its own account or shop', zh: '品牌方，自有账号或店铺数据' }

/** The template sets per goal; a person may edit every field afterwards. */
export const KPI_TEMPLATES: readonly KpiTemplate[] = [
  {
    name: 'views',
    unit: 'views',
    definition: {
      en: 'Views of the posts of this campaign, as each platform counts them.',
      zh: '本项目内容的播放或阅读量，以各平台口径为准。',
    },
    formula: onEveryPlatform((platform) => (platform === 'xiaohongshu' ? 'sum of reads (阅读)' : 'sum of plays or reads')),
    formulaZh: onEveryPlatform((platform) => (platform === 'xiaohongshu' ? '各篇阅读数之和' : '各篇播放或阅读数之和')),
    deliveredBy: CREATOR,
    deliveredWhen: 'T+7',
  },
  {
    name: 'reach',
    unit: 'people',
    definition: { en: 'Different people of the audience who saw at least one post.', zh: '目标人群中至少看到一条内容的人数（去重）。' },
    formula: onEveryPlatform(() => 'sum over segments of size × (1 − product of (1 − reach per creator))'),
    formulaZh: onEveryPlatform(() => '各人群规模 × (1 − 各达人未触达率之积)，再求和'),
    deliveredBy: CREATOR,
    deliveredWhen: 'T+7',
  },
  {
    name: 'interactions',
    unit: 'interactions',
    definition: {
      en: 'Interactions with the posts; what counts differs by platform and is written beside it.',
      zh: '内容互动量；各平台口径不同，随数附注。',
    },
    formula: onEveryPlatform((platform) => INTERACTION_PARTS[platform].join(' + ')),
    formulaZh: onEveryPlatform((platform) => INTERACTION_PARTS[platform].map((part) => PART_NAMES_ZH[part]).join(' + ')),
    deliveredBy: CREATOR,
    deliveredWhen: 'T+7',
  },
  {
    name: 'newFollowers',
    unit: 'followers',
    definition: { en: 'Followers of the brand’s account at the end less those at the start.', zh: '品牌账号期末粉丝数减期初粉丝数。' },
    formula: onEveryPlatform(() => 'followers on the deadline − followers on the start day'),
    formulaZh: onEveryPlatform(() => '截止日粉丝数 − 开始日粉丝数'),
    deliveredBy: BRAND,
    deliveredWhen: 'T+21',
  },
  {
    name: 'mentions',
    unit: 'posts',
    definition: {
      en: 'Public posts that name the brand or the product, the campaign’s own left out.',
      zh: '提及品牌或产品的公开内容条数，不含本次合作内容。',
    },
    formula: onEveryPlatform(() => 'posts that name brand or product − posts of the campaign'),
    formulaZh: onEveryPlatform(() => '提及品牌或产品的内容数 − 本次合作内容数'),
    deliveredBy: BRAND,
    deliveredWhen: 'T+21',
  },
  {
    name: 'searchIndex',
    unit: 'index points',
    definition: {
      en: 'Mean daily search index of the brand’s name from the start to the deadline.',
      zh: '品牌词每日搜索指数，自开始日至截止日的平均值。',
    },
    formula: onEveryPlatform(() => 'mean of the daily index, start to deadline'),
    formulaZh: onEveryPlatform(() => '开始日至截止日每日指数的平均值'),
    deliveredBy: BRAND,
    deliveredWhen: 'T+1',
  },
  {
    name: 'sales',
    unit: 'CNY',
    definition: {
      en: 'Confirmed sales of one product net of refunds, by order date.',
      zh: '单一产品的确认收货销售额，按下单日计，扣除退款。',
    },
    formula: onEveryPlatform(() => 'sum of confirmed amounts − sum of refunds, by order date'),
    formulaZh: onEveryPlatform(() => '按下单日：确认收货金额之和 − 退款之和'),
    deliveredBy: BRAND,
    deliveredWhen: 'day 45',
  },
]

/** The formula of a KPI on a platform: as the campaign wrote it, else that of its template. */
export function formulaOf({ name, formulas }: Pick<Kpi, 'name' | 'formulas'>, platform: Platform): Localized {
  const own = formulas?.[platform]
  if (own !== undefined) return { en: own, zh: own }
  const template = KPI_TEMPLATES.find((entry) => entry.name === name)
  return { en: template?.formula[platform] ?? '', zh: template?.formulaZh[platform] ?? '' }
}
