import { say, type CreatorType, type Localized, type Platform } from '../shared/index.ts'

/** One row of the tier table: the type from this many followers on, and where the threshold comes from. */
export interface TierRow {
  readonly platforms: readonly Platform[]
  readonly type: CreatorType
  readonly tier: 'head' | 'mid' | 'junior' | 'koc'
  readonly fromFollowers: number
  readonly source: Localized
  /** [A]: no citable threshold; assumed and editable here. */
  readonly isAssumed: boolean
}

const rows = (
  platforms: readonly Platform[],
  [head, mid, junior]: readonly [number, number, number],
  { source, isAssumed }: { source: Localized; isAssumed: boolean },
): TierRow[] => [
  { platforms, type: 'kol', tier: 'head', fromFollowers: head, source, isAssumed },
  { platforms, type: 'micro', tier: 'mid', fromFollowers: mid, source, isAssumed },
  { platforms, type: 'micro', tier: 'junior', fromFollowers: junior, source, isAssumed },
  { platforms, type: 'koc', tier: 'koc', fromFollowers: 0, source, isAssumed },
]

/** What the Chinese market calls the tiers. */
export const TIER_NAMES_ZH: Readonly<Record<TierRow['tier'], string>> = { head: '头部', mid: '腰部', junior: '初级', koc: '素人' }

/** Follower thresholds as data. Platforms that are not in it have no citable threshold: their type stays unknown. */
export const TIERS: { readonly version: string; readonly rows: readonly TierRow[] } = {
  version: '2026-11-22',
  rows: [
    ...rows(['xiaohongshu'], [500_000, 50_000, 5_000], {
      source: say('Newrank 新红, 2021-H1 report', '新榜新红 2021 上半年报告'),
      isAssumed: false,
    }),
    ...rows(['douyin'], [1_000_000, 100_000, 10_000], {
      source: say('between 卡思数据 and tool practice', '介于卡思数据与各工具惯例之间'),
      isAssumed: true,
    }),
    ...rows(['kuaishou'], [1_000_000, 100_000, 10_000], { source: say('as Douyin', '同抖音'), isAssumed: true }),
    ...rows(['weibo'], [5_000_000, 500_000, 50_000], { source: say('none citable', '无可引用来源'), isAssumed: true }),
    ...rows(['bilibili'], [1_000_000, 100_000, 10_000], { source: say('none citable', '无可引用来源'), isAssumed: true }),
  ],
}
