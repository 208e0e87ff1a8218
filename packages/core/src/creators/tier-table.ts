import type { CreatorType, Platform } from '../shared/index.ts'

/** One row of the tier table: the type from this many followers on, and where the threshold comes from. */
export interface TierRow {
  readonly platforms: readonly Platform[]
  readonly type: CreatorType
  readonly tier: 'head' | 'mid' | 'junior' | 'koc'
  readonly fromFollowers: number
  readonly source: string
  /** [A]: no citable threshold; assumed and editable here. */
  readonly isAssumed: boolean
}

const rows = (
  platforms: readonly Platform[],
  [head, mid, junior]: readonly [number, number, number],
  { source, isAssumed }: { source: string; isAssumed: boolean },
): TierRow[] => [
  { platforms, type: 'kol', tier: 'head', fromFollowers: head, source, isAssumed },
  { platforms, type: 'micro', tier: 'mid', fromFollowers: mid, source, isAssumed },
  { platforms, type: 'micro', tier: 'junior', fromFollowers: junior, source, isAssumed },
  { platforms, type: 'koc', tier: 'koc', fromFollowers: 0, source, isAssumed },
]

/** Follower thresholds as data. Platforms that are not in it have no citable threshold: their type stays unknown. */
export const TIERS: { readonly version: string; readonly rows: readonly TierRow[] } = {
  version: '2026-11-22',
  rows: [
    ...rows(['xiaohongshu'], [500_000, 50_000, 5_000], { source: 'Newrank 新红, 2021-H1 report', isAssumed: false }),
    ...rows(['douyin'], [1_000_000, 100_000, 10_000], { source: 'between 卡思数据 and tool practice', isAssumed: true }),
    ...rows(['kuaishou'], [1_000_000, 100_000, 10_000], { source: 'as Douyin', isAssumed: true }),
    ...rows(['weibo'], [5_000_000, 500_000, 50_000], { source: 'none citable', isAssumed: true }),
    ...rows(['bilibili'], [1_000_000, 100_000, 10_000], { source: 'none citable', isAssumed: true }),
  ],
}
