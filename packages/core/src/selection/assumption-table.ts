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
  /** Draws behind every KPI range. */
  draws: 2000,
  /** Variance common to all creators of a campaign. */
  rho: 0.15,
  /** Invitations that the table of acceptance weighs against a creator's own answers. */
  acceptancePrior: 4,
  /** Overlap of two audiences inside a segment over what chance gives: creators of one field share their readers (science.md §3, D ≥ 1). */
  duplication: 1.3,
  /** Part of each segment that is at home in the field and holds that extra overlap. */
  nicheShare: 0.3,
} as const

/** Chance of a yes by type when nothing else is known, and when an invitation is answered at all. All [A]; a campaign may set its own. */
export const ACCEPTANCE: Readonly<Record<CreatorType | 'unset', { readonly invited: number; readonly answered: number }>> = {
  celebrity: { invited: 0.3, answered: 0.4 },
  kol: { invited: 0.5, answered: 0.65 },
  micro: { invited: 0.7, answered: 0.8 },
  koc: { invited: 0.85, answered: 0.9 },
  unset: { invited: 0.5, answered: 0.65 },
}

/** How much of what a creator of a type says is its own: a KOC is never scripted, an ambassador nearly always. [A] */
export const OWN_VOICE: Readonly<Record<CreatorType | 'unset', number>> = { celebrity: 0.3, kol: 0.6, micro: 0.85, koc: 1, unset: 0.6 }

/**
 * Part of the views of a usual post that a format brings; formats that are not here bring all of them: Xingtu states one number of
 * expected plays for every length of video. All [A].
 */
export const FORMAT_VIEWS: Readonly<Record<string, number | undefined>> = {
  post_repost: 0.5,
  dynamic_direct: 0.5,
  dynamic_repost: 0.3,
  comment: 0.1,
}

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

/** The entry of the rulebook that says so, by platform; of the others none is held. */
export const UNFILED_RULES: Readonly<Record<string, string | undefined>> = {
  xiaohongshu: 'xhs.pgy.filing',
  douyin: 'dy.xingtu',
  kuaishou: 'ks.juxing',
  bilibili: 'bili.hh.2023',
  weibo: 'weibo.gy.40',
}
