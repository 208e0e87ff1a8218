import { say, type CreatorType, type Localized, type Platform } from '../shared/index.ts'

/** Everything the planner assumes. All [A]: no source, editable here, named in the plan wherever it is used. */
export const ASSUMPTIONS = {
  /** Different people per view: one person may watch twice (science.md §3). */
  uniquePerView: 0.7,
  /** No creator reaches more of a segment than this. */
  mostReach: 0.95,
  /** People in the target audience when the campaign does not say. */
  audienceSize: 20_000_000,
  /** Up to this budget micro KOLs are the default. */
  smallBudgetFen: 50_000_000,
  /** Share of a small budget that celebrities and KOLs may take when the campaign states no mix. */
  largestShareForBig: 0.5,
  /** Platform fee that is kept room for where a quote does not state one, as a share of the price: it comes on top whoever forgot it. */
  unstatedFeeShare: 0.1,
  /** Draws behind every KPI range. */
  draws: 2000,
  /** Variance common to all creators of a campaign. */
  rho: 0.15,
} as const

/** What each type is for (product.md, the four types). */
export const ROLES: Readonly<Record<CreatorType, Localized>> = {
  celebrity: say('ambassador', '品牌代言'),
  kol: say('wide reach and selling', '广泛触达与带货'),
  micro: say('direct interaction at low cost', '低成本直接互动'),
  koc: say('sincere reviews, never scripted', '真实体验分享，不照稿'),
}

/** Platforms on which cooperation that is not filed breaks the platform's rules, with the place to file. */
export const FILING_PLACES: Partial<Record<Platform, string>> = {
  xiaohongshu: '蒲公英',
  douyin: '星图',
  kuaishou: '磁力聚星',
  bilibili: '花火',
  weibo: '微任务',
  wechat_oa: '互选',
  wechat_channels: '互选',
}
