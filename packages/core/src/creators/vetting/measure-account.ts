import { formatExact, formatShare, say, type Localized } from '../../shared/index.ts'
import type { Account, RecentPost } from '../schema.ts'
import { newestMetric } from '../standing.ts'
import { divergeBits } from './divergence.ts'
import { NO_RATIOS, type LevelFinder } from './expected-levels.ts'
import { findLikesSurge, type LikesModel, type LikesSurge } from './expected-likes.ts'
import { strayFromBenford } from './first-digits.ts'
import type { HeldComment, HeldEvidence } from './held-evidence.ts'
import { measureGrowth, type GrowthMeasures } from './measure-growth.ts'
import { measureTiming } from './measure-timing.ts'
import { shareOfNearDuplicates } from './near-duplicates.ts'
import { median } from './robust.ts'

/** What can be measured of one account; null is unknown. Shares and rates 0–1. */
export interface VettingMeasures {
  readonly interactionRate: number | null
  readonly likesPerComment: number | null
  readonly viewsPerFollower: number | null
  readonly likesPerView: number | null
  /** The platform's own median over that of the account's last ten posts; above 1 it promises more. */
  readonly medianGap: number | null
  readonly sponsoredGap: number | null
  readonly activeFollowers: number | null
  readonly fakeFollowers: number | null
  readonly nearDuplicateComments: number | null
  readonly emptyComments: number | null
  /** See `measureGrowth`. */
  readonly growthSpike: number | null
  readonly loneJump: number | null
  readonly lostAfterSpike: number | null
  readonly staircase: number | null
  readonly levelShift: number | null
  /** How far the posts with more likes than explained stand off the others. */
  readonly likesSurge: number | null
  /** The usual level of a count over what accounts with the same other counts have. */
  readonly likesLevel: number | null
  readonly commentsLevel: number | null
  readonly viewsLevel: number | null
  readonly followersLevel: number | null
  /** Posts ever made, as the platform counts them. */
  readonly postsEver: number | null
  readonly nightComments: number | null
  readonly gapVariation: number | null
  readonly cliffPosts: number | null
  /** Bits between the provinces of the audience and those of the people who comment. */
  readonly regionDivergence: number | null
  /** Share of the largest province of the audience. */
  readonly onePlace: number | null
  /** Comments that say they ordered, over the orders that came. */
  readonly claimsPerOrder: number | null
  readonly following: number | null
  readonly followingPerFollower: number | null
  readonly benfordStray: number | null
}
export type MeasureName = keyof VettingMeasures

/** The measures of an account, and what makes some of them plain. */
export interface MeasuredAccount {
  readonly measures: VettingMeasures
  readonly details: Readonly<Partial<Record<MeasureName, Localized>>>
}

/** Fewer posts than this say nothing of a habit. */
const LEAST_POSTS = 5
const LEAST_COMMENTS = 50
const LEAST_CLAIMS = 20
/** Says that it was bought; asking or wishing is no claim. */
const CLAIM = /已下单|下单了|已经下单|已拍|拍下了|买了|已买|入手了|已入手|冲了|ordered|bought/i
const NO_CLAIM = /[?？吗]|没买|还没|不敢|别买|想买/
const EMPTY = /^[\p{P}\p{S}\p{Emoji_Presentation}\s]*$|^.{0,4}$/u

/** What was learned from the accounts of one platform. */
export interface PlatformModel {
  readonly likes: LikesModel | null
  readonly ratiosOf: LevelFinder
}
const NO_MODEL: PlatformModel = { likes: null, ratiosOf: () => NO_RATIOS }

/** Measures an account from what is held of it and from how counts go together on its platform. */
export function measureAccount(account: Account, evidence: HeldEvidence, model: PlatformModel = NO_MODEL): MeasuredAccount {
  const { spikeDay, spikeGain, jumpDay, jumpGain, ...growth } = measureGrowth(evidence.growth, account.posts)
  const surge = model.likes === null ? null : findLikesSurge(account, model.likes)
  const ratios = model.ratiosOf(account)
  const measures: VettingMeasures = {
    ...measurePosts(account),
    ...growth,
    ...measureTiming(evidence.comments),
    ...measureTexts(evidence),
    ...measurePlaces(account, evidence.comments),
    ...measureFollowing(account),
    likesSurge: surge?.distance ?? null,
    likesLevel: ratios.likes,
    commentsLevel: ratios.comments,
    viewsLevel: ratios.views,
    followersLevel: ratios.followers,
    postsEver: account.metrics.find(({ name, value, period }) => name === 'posts' && value !== null && period === null)?.value ?? null,
    benfordStray: strayFromBenford(evidence.followerFollowers),
  }
  return {
    measures,
    details: {
      ...tellSpike({ spikeDay, spikeGain }),
      ...tellJump({ jumpDay, jumpGain }),
      ...tellSurge(surge),
      ...tellMedians(findMedianGap(account)),
    },
  }
}

function measurePosts(account: Account) {
  const { posts, followers } = account
  const rates = posts.flatMap((post) => rateOf(post, account.platform) ?? [])
  const views = posts.flatMap((post) => post.views ?? [])
  const typical = views.length < LEAST_POSTS ? null : median(views)
  const own = (wanted: boolean) =>
    posts.filter(({ sponsored }) => sponsored === wanted).flatMap((post) => rateOf(post, account.platform) ?? [])
  return {
    interactionRate: rates.length < LEAST_POSTS ? null : median(rates),
    likesPerComment: divideSums(posts, 'likes', 'comments'),
    viewsPerFollower: typical === null || followers === null || followers === 0 ? null : typical / followers,
    likesPerView: divideSums(posts, 'likes', 'views'),
    medianGap: findMedianGap(account)?.ratio ?? null,
    sponsoredGap: own(true).length < 3 || own(false).length < 3 ? null : divide(median(own(true)), median(own(false))),
    activeFollowers: metricOf(account, 'activeFollowersShare'),
    fakeFollowers: metricOf(account, 'fakeFollowersShare'),
  }
}

function measureTexts({ comments, orders }: HeldEvidence) {
  const texts = comments.map(({ text }) => text)
  const share = (pattern: RegExp) => texts.filter((text) => pattern.test(text.trim())).length / texts.length
  const claims = texts.filter((text) => CLAIM.test(text) && !NO_CLAIM.test(text)).length
  return {
    nearDuplicateComments: texts.length < LEAST_COMMENTS ? null : shareOfNearDuplicates(texts).share,
    emptyComments: texts.length < LEAST_COMMENTS ? null : share(EMPTY),
    claimsPerOrder: orders === null || claims < LEAST_CLAIMS ? null : claims / Math.max(1, orders),
  }
}

/** So many of the newest posts a platform's median is held against (science.md §5.2 no. 3). */
const LAST_POSTS = 10

interface MedianGap {
  readonly ratio: number
  readonly told: number
  readonly seen: number
  readonly posts: number
}

function findMedianGap(account: Account): MedianGap | null {
  const newest = account.posts.toSorted((a, b) => ((a.publishedAt ?? '') < (b.publishedAt ?? '') ? 1 : -1))
  const views = newest.flatMap((post) => post.views ?? []).slice(0, LAST_POSTS)
  const [told, seen] = [metricOf(account, 'viewsMedian'), median(views)]
  const ratio = views.length < LEAST_POSTS ? null : divide(told, seen)
  return ratio === null || told === null || seen === null ? null : { ratio, told, seen, posts: views.length }
}

function tellMedians(gap: MedianGap | null): MeasuredAccount['details'] {
  if (gap === null) return {}
  const [told, seen] = [formatExact(Math.round(gap.told)), formatExact(Math.round(gap.seen))]
  return {
    medianGap: say(
      `the platform says ${told}, the last ${gap.posts} posts held have ${seen}`,
      `平台称 ${told}，所持最近 ${gap.posts} 篇为 ${seen}`,
    ),
  }
}

function measurePlaces({ audience }: Account, comments: readonly HeldComment[]) {
  const provinces = Object.fromEntries(Object.entries(audience?.province ?? {}).map(([name, share]) => [toProvince(name), share]))
  const places: Record<string, number> = {}
  for (const { region } of comments) if (region) places[toProvince(region)] = (places[toProvince(region)] ?? 0) + 1
  const placed = Object.values(places).reduce((sum, count) => sum + count, 0)
  const shares = Object.values(provinces)
  return {
    regionDivergence: placed < LEAST_COMMENTS ? null : divergeBits(provinces, places),
    onePlace: shares.length === 0 ? null : Math.max(...shares),
  }
}

/** 广东省, IP属地：广东 and 广东 are one place. */
const toProvince = (name: string) =>
  name
    .replace(/^.*[：:]/, '')
    .trim()
    .replace(/(省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)$/, '')

function measureFollowing(account: Account) {
  const following = metricOf(account, 'following')
  return { following, followingPerFollower: following === null ? null : divide(following, account.followers) }
}

function tellSpike({ spikeDay, spikeGain }: Pick<GrowthMeasures, 'spikeDay' | 'spikeGain'>): MeasuredAccount['details'] {
  if (spikeDay === null || spikeGain === null) return {}
  const gain = formatExact(spikeGain)
  return {
    growthSpike: say(
      `${gain} new followers up to ${spikeDay}, no well-seen post within two days`,
      `截至 ${spikeDay} 新增粉丝 ${gain}，前后两天没有高播放作品`,
    ),
  }
}

function tellJump({ jumpDay, jumpGain }: Pick<GrowthMeasures, 'jumpDay' | 'jumpGain'>): MeasuredAccount['details'] {
  if (jumpDay === null || jumpGain === null) return {}
  const gain = formatExact(jumpGain)
  return {
    loneJump: say(
      `${gain} new followers up to ${jumpDay}, more than the days beside it and the views nearby explain`,
      `截至 ${jumpDay} 新增粉丝 ${gain}，超出前后日涨粉与邻近作品播放所能解释的部分`,
    ),
  }
}

function tellSurge(surge: LikesSurge | null): MeasuredAccount['details'] {
  if (surge === null) return {}
  const { posts, of, excess } = surge
  return {
    likesSurge: say(
      `on ${posts} of ${of} posts the likes lie ${formatShare(excess, 'en')} above what their own views and other counts explain`,
      `${of} 篇作品中有 ${posts} 篇的点赞比其播放等数据所能解释的高 ${formatShare(excess, 'zh')}`,
    ),
  }
}

/** Likes, comments, shares and, where the platform counts them, saves over views. Unknown parts make it unknown. */
function rateOf({ views, likes, comments, shares, saves }: RecentPost, platform: string): number | null {
  const parts = platform === 'xiaohongshu' ? [likes, comments, shares, saves] : [likes, comments, shares]
  const known = parts.flatMap((part) => part ?? [])
  if (views === null || views === 0 || known.length < parts.length) return null
  return known.reduce((sum, part) => sum + part, 0) / views
}

function divideSums(posts: readonly RecentPost[], above: 'likes', below: 'comments' | 'views'): number | null {
  const known = posts.flatMap((post) => {
    const [top, bottom] = [post[above], post[below]]
    return top === null || bottom === null ? [] : [{ top, bottom }]
  })
  if (known.length < LEAST_POSTS) return null
  return divide(
    known.reduce((sum, { top }) => sum + top, 0),
    known.reduce((sum, { bottom }) => sum + bottom, 0),
  )
}

const divide = (above: number | null, below: number | null) => (above === null || below === null || below === 0 ? null : above / below)

const metricOf = ({ metrics }: Account, wanted: string) => newestMetric(metrics, ({ name }) => name === wanted)?.value ?? null
