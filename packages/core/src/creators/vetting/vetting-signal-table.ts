import { say, type Localized } from '../../shared/index.ts'
import type { MeasureName } from './measure-account.ts'

/** Signals of one group share one cap, so that what says the same is not counted twice. */
export type SignalGroup = 'followers' | 'engagement' | 'comments' | 'timing' | 'commerce'

/** One row: what is measured, how it weighs, and how the sentence reads. All cuts and slopes are assumptions [A] (science.md §5.2). */
export interface VettingSignal {
  readonly code: string
  readonly group: SignalGroup
  readonly measure: MeasureName
  readonly name: Localized
  /** `cohort`: by distance from the cohort on the log scale; `line`: by distance from a fixed line. `among`: what the tier itself depends on cannot be judged inside the tier. */
  readonly by:
    | {
        readonly kind: 'cohort'
        readonly side: 'both' | 'low' | 'high'
        readonly fromZ: number
        readonly perZ: number
        readonly among?: 'platform'
      }
    | { readonly kind: 'line'; readonly side: 'low' | 'high'; readonly line: number; readonly perUnit: number; readonly isLog: boolean }
  readonly unit: 'share' | 'ratio'
  /** What has to be held before it can be said. */
  readonly needs: Localized
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
    needs: say(
      'views, likes, comments and shares of five posts, and eight peers',
      '至少 5 篇作品的播放、点赞、评论、分享，及 8 个同类账号',
    ),
    unit: 'share',
  },
  {
    code: 'engagement.likes_per_comment',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'cohort', side: 'both', fromZ: CUT_Z, perZ: 0.3 },
    needs: say('likes and comments of five posts, and eight peers', '至少 5 篇作品的点赞与评论，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    // Below 3 : 1 the comments, above 500 : 1 the likes look made.
    code: 'engagement.likes_without_comments',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'line', side: 'high', line: 500, perUnit: 0.8, isLog: true },
    needs: say('likes and comments of five posts', '至少 5 篇作品的点赞与评论'),
    unit: 'ratio',
  },
  {
    code: 'engagement.comments_without_likes',
    group: 'engagement',
    measure: 'likesPerComment',
    name: say('likes per comment', '赞评比'),
    by: { kind: 'line', side: 'low', line: 3, perUnit: 0.8, isLog: true },
    needs: say('likes and comments of five posts', '至少 5 篇作品的点赞与评论'),
    unit: 'ratio',
  },
  {
    code: 'engagement.likes_per_view',
    group: 'engagement',
    measure: 'likesPerView',
    name: say('likes per view', '赞播比'),
    by: { kind: 'cohort', side: 'both', fromZ: CUT_Z, perZ: 0.4 },
    needs: say('likes and views of five posts, and eight peers', '至少 5 篇作品的点赞与播放，及 8 个同类账号'),
    unit: 'share',
  },
  {
    code: 'followers.views',
    group: 'followers',
    measure: 'viewsPerFollower',
    name: say('median views per follower', '播放中位数与粉丝数之比'),
    by: { kind: 'cohort', side: 'low', fromZ: CUT_Z, perZ: 0.5 },
    needs: say('followers, views of five posts, and eight peers', '粉丝数、至少 5 篇作品的播放，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    // A dead account: 0.5 % of the followers still look (science.md §5.2 no. 3).
    code: 'followers.asleep',
    group: 'followers',
    measure: 'viewsPerFollower',
    name: say('median views per follower', '播放中位数与粉丝数之比'),
    by: { kind: 'line', side: 'low', line: 0.005, perUnit: 0.6, isLog: true },
    needs: say('more than 50,000 followers and views of five posts', '粉丝超过 5 万，及至少 5 篇作品的播放'),
    unit: 'ratio',
    aboveFollowers: 50_000,
  },
  {
    code: 'followers.active',
    group: 'followers',
    measure: 'activeFollowers',
    name: say('active followers', '活跃粉丝占比'),
    by: { kind: 'line', side: 'low', line: 0.22, perUnit: 10, isLog: false },
    needs: say('the share of active followers', '活跃粉丝占比'),
    unit: 'share',
  },
  {
    code: 'followers.suspicious',
    group: 'followers',
    measure: 'fakeFollowers',
    name: say('suspicious followers as the vendor counts them', '水粉占比（供应商口径）'),
    by: { kind: 'line', side: 'high', line: 0.2, perUnit: 6, isLog: false },
    needs: say('the share of suspicious followers', '水粉占比'),
    unit: 'share',
  },
  {
    // An eighteen-fold gap was seen on a dead account; a factor of three is everyday variation.
    code: 'engagement.median_contradiction',
    group: 'engagement',
    measure: 'medianGap',
    name: say("the platform's median of views over that of the account's own last posts", '平台播放中位数与自身最近作品中位数之比'),
    by: { kind: 'line', side: 'high', line: 3, perUnit: 0.8, isLog: true },
    needs: say("the platform's median and views of five posts", '平台播放中位数，及至少 5 篇作品的播放'),
    unit: 'ratio',
  },
  {
    code: 'commerce.sponsored_gap',
    group: 'commerce',
    measure: 'sponsoredGap',
    name: say('interaction rate of sponsored over everyday posts', '商单与日常互动率之比'),
    by: { kind: 'line', side: 'high', line: 2.5, perUnit: 0.8, isLog: true },
    needs: say('three sponsored and three everyday posts with all counts', '商单与日常作品各至少 3 篇的完整数据'),
    unit: 'ratio',
  },
  {
    code: 'comments.near_duplicates',
    group: 'comments',
    measure: 'nearDuplicateComments',
    name: say('comments that repeat each other', '高度雷同的评论占比'),
    by: { kind: 'line', side: 'high', line: 0.2, perUnit: 5, isLog: false },
    needs: say('fifty comments', '至少 50 条评论'),
    unit: 'share',
  },
  {
    code: 'comments.empty',
    group: 'comments',
    measure: 'emptyComments',
    name: say('comments that say next to nothing', '无信息量评论占比'),
    by: { kind: 'line', side: 'high', line: 0.6, perUnit: 4, isLog: false },
    needs: say('fifty comments', '至少 50 条评论'),
    unit: 'share',
  },
  {
    // science.md §5.3: 0.35 per deviation beyond 3; give-aways and news make real jumps, so a well-seen post within two days explains one.
    code: 'followers.spike',
    group: 'followers',
    measure: 'growthSpike',
    name: say('jump in daily new followers, in robust deviations', '单日涨粉跳升（稳健标准差）'),
    by: { kind: 'line', side: 'high', line: 3, perUnit: 0.35, isLog: false },
    needs: say('followers on eight days', '至少 8 天的粉丝数'),
    unit: 'ratio',
  },
  {
    // Not for the account's own habit but for the size: what comes by itself has days beside it and posts nearby.
    code: 'followers.lone_jump',
    group: 'followers',
    measure: 'loneJump',
    name: say(
      'largest gain that neither the days beside it nor the posts nearby explain, of the followers before it',
      '前后日涨粉与邻近作品均无法解释的最大涨粉占此前粉丝数的比例',
    ),
    by: { kind: 'line', side: 'high', line: 0.02, perUnit: 6, isLog: false },
    needs: say('followers on eight days', '至少 8 天的粉丝数'),
    unit: 'share',
  },
  {
    code: 'followers.lost_again',
    group: 'followers',
    measure: 'lostAfterSpike',
    name: say('share of the jump lost within 14 days', '跳升后 14 天内流失占比'),
    by: { kind: 'line', side: 'high', line: 0.3, perUnit: 1.5, isLog: false },
    needs: say('a jump, and followers on later days', '一次跳升，及其后的粉丝数'),
    unit: 'share',
  },
  {
    code: 'followers.staircase',
    group: 'followers',
    measure: 'staircase',
    name: say('share of all growth that came in two or more jumps', '多次跳升占总涨粉的比例'),
    by: { kind: 'line', side: 'high', line: 0.5, perUnit: 2, isLog: false },
    needs: say('followers on eight days', '至少 8 天的粉丝数'),
    unit: 'share',
  },
  {
    code: 'followers.level_shift',
    group: 'followers',
    measure: 'levelShift',
    name: say('probability that daily growth has just changed its level', '日涨粉水平突变的概率'),
    by: { kind: 'line', side: 'high', line: 0.9, perUnit: 8, isLog: false },
    needs: say('followers on sixty days in a row', '连续 60 天的粉丝数'),
    unit: 'share',
  },
  {
    // Vendors call more than 1,500 a mass follower (science.md §5.1).
    code: 'followers.follows_many',
    group: 'followers',
    measure: 'following',
    name: say('accounts it follows itself', '关注数'),
    by: { kind: 'line', side: 'high', line: 1500, perUnit: 0.6, isLog: true },
    needs: say('how many accounts it follows', '关注数'),
    unit: 'ratio',
  },
  {
    code: 'followers.follows_more',
    group: 'followers',
    measure: 'followingPerFollower',
    name: say('accounts it follows per follower', '关注数与粉丝数之比'),
    by: { kind: 'line', side: 'high', line: 2, perUnit: 0.4, isLog: true },
    needs: say('followers, and how many accounts it follows', '粉丝数与关注数'),
    unit: 'ratio',
  },
  {
    code: 'followers.digits',
    group: 'followers',
    measure: 'benfordStray',
    name: say("distance of the followers' own follower counts from Benford's law", '粉丝的粉丝数首位数字与本福特定律的偏离'),
    by: { kind: 'line', side: 'high', line: 0.015, perUnit: 40, isLog: false },
    needs: say('five hundred follower counts over three decades', '至少 500 个跨三个数量级的粉丝数'),
    unit: 'ratio',
  },
  {
    code: 'followers.one_place',
    group: 'followers',
    measure: 'onePlace',
    name: say('share of the audience in one province', '受众集中于单一省份的占比'),
    by: { kind: 'line', side: 'high', line: 0.6, perUnit: 2, isLog: false },
    needs: say('the provinces of the audience', '受众省份分布'),
    unit: 'share',
  },
  {
    // The best cohort of an account is the account: what its other posts do with the same views.
    code: 'engagement.own_likes',
    group: 'engagement',
    measure: 'likesSurge',
    name: say(
      "posts with more likes than the account's own other posts explain, in deviations",
      '点赞超出自身其他作品所能解释的程度（标准差）',
    ),
    by: { kind: 'line', side: 'high', line: 3.8, perUnit: 0.8, isLog: false },
    needs: say('likes and other counts of five posts, of eight other accounts too', '至少 5 篇作品的点赞等数据，另有 8 个账号同样具备'),
    unit: 'ratio',
  },
  {
    code: 'engagement.likes_level',
    group: 'engagement',
    measure: 'likesLevel',
    name: say('likes over what accounts with the same other counts get', '点赞与其他数据相同的账号之比'),
    by: { kind: 'cohort', side: 'high', fromZ: 1.6, perZ: 0.8 },
    needs: say('likes and views of five posts, of eight peers too', '至少 5 篇作品的点赞与播放，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    code: 'engagement.comments_level',
    group: 'engagement',
    measure: 'commentsLevel',
    name: say('comments over what accounts with the same other counts get', '评论与其他数据相同的账号之比'),
    by: { kind: 'cohort', side: 'high', fromZ: 1.6, perZ: 0.8 },
    needs: say('comments and likes of five posts, of eight peers too', '至少 5 篇作品的评论与点赞，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    code: 'engagement.views_level',
    group: 'engagement',
    measure: 'viewsLevel',
    name: say('views over what accounts with the same other counts get', '播放与其他数据相同的账号之比'),
    by: { kind: 'cohort', side: 'high', fromZ: 1.6, perZ: 0.8 },
    needs: say('views and likes of five posts, of eight peers too', '至少 5 篇作品的播放与点赞，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    code: 'followers.level',
    group: 'followers',
    measure: 'followersLevel',
    name: say('followers over what accounts with the same counts have', '粉丝数与作品数据相同的账号之比'),
    by: { kind: 'cohort', side: 'high', fromZ: 1.6, perZ: 0.8, among: 'platform' },
    needs: say('followers, and views of five posts, of eight peers too', '粉丝数与至少 5 篇作品的播放，及 8 个同类账号'),
    unit: 'ratio',
  },
  {
    code: 'followers.few_posts',
    group: 'followers',
    measure: 'postsEver',
    name: say('posts ever made', '发布作品总数'),
    by: { kind: 'line', side: 'low', line: 10, perUnit: 0.06, isLog: false },
    needs: say('how many posts it ever made', '发布作品总数'),
    unit: 'ratio',
  },
  {
    code: 'comments.places',
    group: 'comments',
    measure: 'regionDivergence',
    name: say('bits between the provinces of audience and commenters', '受众与评论者省份分布的差异（比特）'),
    by: { kind: 'line', side: 'high', line: 0.25, perUnit: 4, isLog: false },
    needs: say('provinces of the audience and of fifty comments', '受众省份分布，及至少 50 条带属地的评论'),
    unit: 'ratio',
  },
  {
    code: 'timing.night',
    group: 'timing',
    measure: 'nightComments',
    name: say('comments between 02:00 and 05:00', '凌晨 2 至 5 点的评论占比'),
    by: { kind: 'line', side: 'high', line: 0.25, perUnit: 5, isLog: false },
    needs: say('fifty comments with their times', '至少 50 条带时间的评论'),
    unit: 'share',
  },
  {
    code: 'timing.in_step',
    group: 'timing',
    measure: 'gapVariation',
    name: say('variation of the gaps between comments', '评论间隔的变异系数'),
    by: { kind: 'line', side: 'low', line: 0.5, perUnit: 3, isLog: false },
    needs: say('a post with twenty timed comments', '一篇至少有 20 条带时间评论的作品'),
    unit: 'ratio',
  },
  {
    code: 'timing.cliff',
    group: 'timing',
    measure: 'cliffPosts',
    name: say('posts whose comments nearly all came within one hour', '评论几乎全在一小时内出现的作品占比'),
    by: { kind: 'line', side: 'high', line: 0.3, perUnit: 2, isLog: false },
    needs: say('three posts with twenty timed comments each', '三篇各至少有 20 条带时间评论的作品'),
    unit: 'share',
  },
  {
    code: 'commerce.claims',
    group: 'commerce',
    measure: 'claimsPerOrder',
    name: say('comments that say they ordered, per order that came', '自称下单的评论与实际订单之比'),
    by: { kind: 'line', side: 'high', line: 5, perUnit: 0.6, isLog: true },
    needs: say('twenty comments that say so, and the orders', '至少 20 条自称下单的评论，及实际订单'),
    unit: 'ratio',
  },
]
