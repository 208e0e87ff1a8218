import type { Localized, Platform } from '../shared/index.ts'
import type { Campaign, Goal, Kpi } from './schema.ts'

/** A brand new to China buys awareness, an established one a product's mentions and sales (product.md, gate 1). */
export const GOAL_BY_STAGE = {
  new: {
    primary: 'awareness',
    kpis: ['interactions', 'newFollowers'],
    because: {
      en: 'The brand is new to China: people must hear of it before they can buy. Interactions and new followers show that they did.',
      zh: '品牌初入中国：先要被知道，才会被购买。互动与新增粉丝能说明大家是否知道了它。',
    },
  },
  established: {
    primary: 'product',
    kpis: ['mentions', 'sales'],
    because: {
      en: 'The brand is known in China: a campaign can now carry one product, from mentions up to its total sales.',
      zh: '品牌在中国已有认知：可以围绕一个产品做推广，从提及量一直到该产品的总销售。',
    },
  },
} as const satisfies Record<
  Campaign['stage'],
  { readonly primary: Goal['primary']; readonly kpis: readonly Kpi['name'][]; readonly because: Localized }
>

/**
 * What one interaction is on each platform; an engagement rate is never compared across platforms raw (science.md §0).
 * Of wechat_oa, taobao_live and tmall it is our assumption [A]: the source (克劳锐 2023) does not list them.
 */
export const INTERACTION_PARTS = {
  weibo: ['repost', 'comment', 'like'],
  wechat_oa: ['like', 'comment', 'share'],
  wechat_channels: ['like', 'comment', 'share'],
  xiaohongshu: ['like', 'comment', 'share', 'save'],
  douyin: ['like', 'comment', 'share'],
  kuaishou: ['like', 'comment', 'share'],
  bilibili: ['like', 'comment', 'share', 'danmaku', 'coin'],
  zhihu: ['upvote', 'comment', 'save', 'share'],
  taobao_live: ['like', 'comment', 'share'],
  tmall: ['like', 'comment', 'share'],
} as const satisfies Record<Platform, readonly string[]>

/** One KPI as the goal form offers it; the formula is said per platform because the platforms count differently. */
export interface KpiTemplate {
  readonly name: Kpi['name']
  readonly unit: string
  readonly definition: Localized
  readonly formula: Readonly<Record<Platform, string>>
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
      zh: '本次推广内容的播放或阅读量，以各平台口径为准。',
    },
    formula: onEveryPlatform((platform) => (platform === 'xiaohongshu' ? 'sum of reads (阅读)' : 'sum of plays or reads')),
    deliveredBy: CREATOR,
    deliveredWhen: 'T+7',
  },
  {
    name: 'reach',
    unit: 'people',
    definition: { en: 'Different people of the audience who saw at least one post.', zh: '目标人群中至少看到一条内容的人数（去重）。' },
    formula: onEveryPlatform(() => 'sum over segments of size × (1 − product of (1 − reach per creator))'),
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
    deliveredBy: CREATOR,
    deliveredWhen: 'T+7',
  },
  {
    name: 'newFollowers',
    unit: 'followers',
    definition: { en: 'Followers of the brand’s account at the end less those at the start.', zh: '品牌账号期末粉丝数减期初粉丝数。' },
    formula: onEveryPlatform(() => 'followers on the deadline − followers on the start day'),
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
    deliveredBy: BRAND,
    deliveredWhen: 'T+21',
  },
  {
    name: 'sales',
    unit: 'CNY',
    definition: {
      en: 'Confirmed sales of one product net of refunds, by order date.',
      zh: '单一产品的确认收货销售额，按下单日计，扣除退款。',
    },
    formula: onEveryPlatform(() => 'sum of confirmed amounts − sum of refunds, by order date'),
    deliveredBy: BRAND,
    deliveredWhen: 'day 45',
  },
]
