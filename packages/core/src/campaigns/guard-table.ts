import type { Localized, Platform } from '../shared/index.ts'
import type { GuardRail } from './schema.ts'

/** What a guard-rail watches: which way it is bad, its unit, its formula and who can say it. */
export const GUARDS = {
  cpm: {
    isCost: true,
    bound: 'atMost',
    unit: 'CNY per 1000 views',
    name: { en: 'Cost per 1,000 views (CPM)', zh: '千次播放/阅读成本（CPM）' },
    formula: { en: 'what was agreed ÷ views × 1,000', zh: '合同金额 ÷ 播放/阅读 × 1,000' },
    from: 'posts',
  },
  cpe: {
    isCost: true,
    bound: 'atMost',
    unit: 'CNY per interaction',
    name: { en: 'Cost per interaction (CPE)', zh: '单次互动成本（CPE）' },
    formula: { en: 'what was agreed ÷ interactions', zh: '合同金额 ÷ 互动量' },
    from: 'posts',
  },
  cpv: {
    isCost: true,
    bound: 'atMost',
    unit: 'CNY per view',
    name: { en: 'Cost per view or read', zh: '单次播放/阅读成本' },
    formula: { en: 'what was agreed ÷ views', zh: '合同金额 ÷ 播放/阅读' },
    from: 'posts',
  },
  refundShare: {
    isCost: false,
    bound: 'atMost',
    unit: 'share',
    name: { en: 'Refund share', zh: '退款率' },
    formula: { en: 'refunds ÷ paid amounts, by order date', zh: '按下单日：退款额 ÷ 支付额' },
    from: 'shop',
  },
  positiveShare: {
    isCost: false,
    bound: 'atLeast',
    unit: 'share',
    name: { en: 'Share of positive comments', zh: '正面评论占比' },
    formula: { en: 'positive comments ÷ comments with an opinion', zh: '正面评论数 ÷ 有倾向的评论数' },
    from: 'comments',
  },
  roi: {
    isCost: false,
    bound: 'atLeast',
    unit: 'times',
    name: { en: 'ROI', zh: '投入产出比（ROI）' },
    formula: {
      en: 'net GMV ÷ (fee + commission + product + slot fee + platform fee)',
      zh: '净 GMV ÷（稿费 + 佣金 + 货品 + 坑位费 + 平台服务费）',
    },
    from: 'shop',
  },
  views: {
    isCost: false,
    bound: 'atLeast',
    unit: 'views',
    name: { en: 'Views', zh: '播放/阅读' },
    formula: { en: 'sum of plays or reads', zh: '播放或阅读之和' },
    from: 'posts',
  },
  reach: {
    isCost: false,
    bound: 'atLeast',
    unit: 'people',
    name: { en: 'Different people reached', zh: '触达人数（去重）' },
    formula: { en: 'see the KPI of that name', zh: '同名 KPI 口径' },
    from: 'posts',
  },
} as const satisfies Record<
  GuardRail['metric'],
  {
    /** A cost per result: which one depends on what it is worked out from, see COST_BASES. */
    readonly isCost: boolean
    readonly bound: GuardRail['bound']
    readonly unit: string
    readonly name: Localized
    readonly formula: Localized
    readonly from: 'posts' | 'shop' | 'comments'
  }
>

/** What a cost per result was worked out from: two of one plan differ by it, so each figure says which it is, in these words. */
export const COST_BASES = {
  agreed: { en: 'at agreed prices', zh: '按约定价格' },
  asked: { en: 'at the price asked, if they say yes', zh: '按报价，假定接受邀约' },
  forecast: { en: 'forecast, by those who say yes', zh: '预估，按接受邀约者计' },
} as const satisfies Record<string, Localized>

/** A limit as it is known in the field. `platform` null: where the platform has no row of its own. [A] marks our own assumption. */
export interface GuardLimit {
  readonly metric: GuardRail['metric']
  readonly platform: Platform | null
  readonly value: number
  readonly source: Localized
}

/** The limits that templates start from; every one may be changed, and carries its source with it (science.md §1.3). */
export const GUARD_LIMITS: readonly GuardLimit[] = [
  {
    metric: 'cpe',
    platform: 'xiaohongshu',
    value: 10,
    source: {
      en: 'tocanan.ai: under 10 good, under 5 excellent; one vendor, n not given',
      zh: 'tocanan.ai：低于 10 为良好，低于 5 为优秀；单一服务商，未注明样本量',
    },
  },
  {
    metric: 'cpv',
    platform: 'xiaohongshu',
    value: 1,
    source: {
      en: 'tocanan.ai: under 1 per read good, under 0.5 excellent; one vendor, n not given',
      zh: 'tocanan.ai：单次阅读低于 1 为良好，低于 0.5 为优秀；单一服务商，未注明样本量',
    },
  },
  {
    metric: 'cpm',
    platform: 'xiaohongshu',
    value: 1000,
    source: { en: '[A] 1,000 reads at the 1 per read above', zh: '[A] 按上述单次阅读 1 元 × 1,000 次阅读' },
  },
  {
    metric: 'cpe',
    platform: 'douyin',
    value: 4,
    source: {
      en: '[A] 3.85 on one head record of Xingtu at 1.3 % interactions per play, rounded up',
      zh: '[A] 星图一位头部达人记录：单次播放互动率 1.3% 时为 3.85，取整',
    },
  },
  {
    metric: 'cpm',
    platform: 'wechat_oa',
    value: 1500,
    source: { en: '[A] 1,000 reads at the 1.5 per read below', zh: '[A] 按下述单次阅读 1.5 元 × 1,000 次阅读' },
  },
  {
    metric: 'cpm',
    platform: 'douyin',
    value: 49,
    source: {
      en: 'P75 of 18 head creators, listed price ÷ expected plays, Xingtu 2025-09',
      zh: '星图 2025-09：18 位头部达人刊例价 ÷ 预期播放的 P75',
    },
  },
  {
    metric: 'cpv',
    platform: 'wechat_oa',
    value: 1.5,
    source: { en: 'uschinahpa 2019: 0.5–1.5 per read', zh: 'uschinahpa 2019：单次阅读 0.5–1.5 元' },
  },
  {
    metric: 'cpe',
    platform: null,
    value: 15,
    source: { en: '[A] a working agency scores 10–15 as fair, above 15 as dear', zh: '[A] 某代理评分：10–15 为一般，15 以上偏贵' },
  },
  {
    metric: 'cpm',
    platform: null,
    value: 62,
    source: { en: '[A] P90 of 18 Douyin head creators, taken over', zh: '[A] 沿用抖音 18 位头部达人的 P90' },
  },
  {
    metric: 'refundShare',
    platform: null,
    value: 0.3,
    source: { en: '[A] our assumption: set your category’s own', zh: '[A] 经验假设：请改为所在类目的水平' },
  },
  { metric: 'positiveShare', platform: null, value: 0.8, source: { en: '[A] our assumption', zh: '[A] 经验假设' } },
  { metric: 'roi', platform: null, value: 1, source: { en: '[A] what was spent comes back', zh: '[A] 至少收回投入' } },
]

/** The limit of a metric on a platform: its own row, else the general one; null where the field has none. */
export function findLimit(metric: GuardRail['metric'], platform: Platform | null): GuardLimit | null {
  const rows = GUARD_LIMITS.filter((row) => row.metric === metric)
  return rows.find((row) => row.platform === platform) ?? rows.find((row) => row.platform === null) ?? null
}

/** What a guard-rail watches, and of a cost which one: plan and report tell two of the same name. */
export function nameGuard(metric: GuardRail['metric'], basis: keyof typeof COST_BASES): Localized {
  const { name, isCost } = GUARDS[metric]
  if (!isCost) return name
  return { en: `${name.en}, ${COST_BASES[basis].en}`, zh: `${name.zh}，${COST_BASES[basis].zh}` }
}
