import { say, type Localized } from '../../shared/index.ts'
import type { MeasureName } from './measure-account.ts'

/** Signals of one group share one cap, so that what says the same is not counted twice. */
export type SignalGroup = 'followers' | 'engagement' | 'comments' | 'commerce'

/** One row: what is measured, how it weighs, and how the sentence reads. All cuts and slopes are assumptions [A] (science.md §5.2). */
export interface VettingSignal {
  readonly code: string
  readonly group: SignalGroup
  readonly measure: MeasureName
  readonly name: Localized
  /** `cohort`: by distance from the cohort on the log scale; `line`: by distance from a fixed line. */
  readonly by:
    | { readonly kind: 'cohort'; readonly side: 'both' | 'low' | 'high'; readonly fromZ: number; readonly perZ: number }
    | { readonly kind: 'line'; readonly side: 'low' | 'high'; readonly line: number; readonly perUnit: number; readonly isLog: boolean }
  readonly unit: 'share' | 'ratio'
  /** Said only of accounts with more followers than this. */
  readonly aboveFollowers?: number
}

const CUT_Z = 2.5

/** Every signal; the report lists those that could be computed and names the others as missing. */
export const VETTING_SIGNALS: readonly VettingSignal[] = [
  {
    code: 'engagement.rate',
    group: 'engagement',
    measure: 'interactionRate',
    name: say('interaction rate', '互动率'),
    by: { kind: 'cohort', side: 'both', fromZ: CUT_Z, perZ: 0.4 },
    unit: 'share',
  },
  {
    code: 'engagement.likes_per_comment',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'cohort', side: 'both', fromZ: CUT_Z, perZ: 0.3 },
    unit: 'ratio',
  },
  {
    // Below 3 : 1 the comments, above 500 : 1 the likes look made.
    code: 'engagement.likes_without_comments',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'line', side: 'high', line: 500, perUnit: 0.8, isLog: true },
    unit: 'ratio',
  },
  {
    code: 'engagement.comments_without_likes',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'line', side: 'low', line: 3, perUnit: 0.8, isLog: true },
    unit: 'ratio',
  },
  {
    code: 'engagement.likes_per_view',
    group: 'engagement',
    measure: 'likesPerView',
    name: say('likes per view', '赞播比'),
    by: { kind: 'cohort', side: 'both', fromZ: CUT_Z, perZ: 0.4 },
    unit: 'share',
  },
  {
    code: 'followers.views',
    group: 'followers',
    measure: 'viewsPerFollower',
    name: say('median views per follower', '播放中位数与粉丝数之比'),
    by: { kind: 'cohort', side: 'low', fromZ: CUT_Z, perZ: 0.5 },
    unit: 'ratio',
  },
  {
    // A dead account: 0.5 % of the followers still look (science.md §5.2 no. 3).
    code: 'followers.asleep',
    group: 'followers',
    measure: 'viewsPerFollower',
    name: say('median views per follower', '播放中位数与粉丝数之比'),
    by: { kind: 'line', side: 'low', line: 0.005, perUnit: 0.6, isLog: true },
    unit: 'ratio',
    aboveFollowers: 50_000,
  },
  {
    code: 'followers.active',
    group: 'followers',
    measure: 'activeFollowers',
    name: say('active followers', '活跃粉丝占比'),
    by: { kind: 'line', side: 'low', line: 0.22, perUnit: 10, isLog: false },
    unit: 'share',
  },
  {
    code: 'followers.suspicious',
    group: 'followers',
    measure: 'fakeFollowers',
    name: say('suspicious followers as the vendor counts them', '水粉占比（供应商口径）'),
    by: { kind: 'line', side: 'high', line: 0.2, perUnit: 6, isLog: false },
    unit: 'share',
  },
  {
    // An eighteen-fold gap was seen on a dead account; a factor of three is everyday variation.
    code: 'engagement.median_contradiction',
    group: 'engagement',
    measure: 'medianGap',
    name: say("the platform's median over that of the posts held", '平台中位数与所持作品中位数之比'),
    by: { kind: 'line', side: 'high', line: 3, perUnit: 0.8, isLog: true },
    unit: 'ratio',
  },
  {
    code: 'commerce.sponsored_gap',
    group: 'commerce',
    measure: 'sponsoredGap',
    name: say('interaction rate of sponsored over everyday posts', '商单与日常互动率之比'),
    by: { kind: 'line', side: 'high', line: 2.5, perUnit: 0.8, isLog: true },
    unit: 'ratio',
  },
  {
    code: 'comments.near_duplicates',
    group: 'comments',
    measure: 'nearDuplicateComments',
    name: say('comments that repeat each other', '高度雷同的评论占比'),
    by: { kind: 'line', side: 'high', line: 0.2, perUnit: 5, isLog: false },
    unit: 'share',
  },
  {
    code: 'comments.empty',
    group: 'comments',
    measure: 'emptyComments',
    name: say('comments that say next to nothing', '无信息量评论占比'),
    by: { kind: 'line', side: 'high', line: 0.6, perUnit: 4, isLog: false },
    unit: 'share',
  },
]
