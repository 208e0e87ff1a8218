import { INTERACTION_PARTS } from '../campaigns/index.ts'
import { nameSource, newestMetric, type Account, type Metric, type RecentPost } from '../creators/index.ts'
import { formatCount, formatExact, platformSchema, say, type Localized } from '../shared/index.ts'
import { AGGREGATE_NAMES_EN, AGGREGATE_NAMES_ZH, AGGREGATES, HALF_LIFE_DAYS, type ForecastMetric } from './aggregate-table.ts'
import { listLearnable, type LearnablePosts, type TimedPost } from './learnable-posts.ts'
import { sigmaFromMeanMedian, summarise, type LogSample } from './nig-model.ts'
import { readTime } from './post-time.ts'
import { sigmaFromShare } from './sigma-from-share.ts'

/** What is known of one account for one quantity, on the log scale. `plusOne`: ln(x + 1) because some x is below 20. */
export interface AccountSample {
  readonly log: LogSample
  /** Newest last; empty when only aggregates are known. */
  readonly values: readonly number[]
  readonly weights: readonly number[]
  readonly plusOne: boolean
  readonly posts: number
  readonly from: 'posts' | 'aggregate' | 'nothing'
  readonly because: readonly Localized[]
}

export type Quantity = ForecastMetric | 'engagement'

/** Interactions as the platform counts them; null when one of its parts that we hold is unknown. */
export function countInteractions(platform: string, post: RecentPost): number | null {
  const known = platformSchema.safeParse(platform)
  const parts: readonly string[] = known.success ? INTERACTION_PARTS[known.data] : ['like', 'comment', 'share']
  const counts = [
    [['like', 'upvote'], post.likes],
    [['comment'], post.comments],
    [['share', 'repost'], post.shares],
    [['save'], post.saves],
  ] as const
  const wanted = counts.filter(([names]) => names.some((name) => parts.includes(name))).map(([, count]) => count)
  return wanted.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0)
}

function readCount(account: Account, post: RecentPost, quantity: Quantity): number | null {
  if (quantity === 'views') return post.views
  const interactions = countInteractions(account.platform, post)
  if (quantity === 'interactions') return interactions
  return interactions === null || post.views === null || post.views <= 0 ? null : Math.max(interactions, 0.5) / post.views
}

/** Posts with the count of a quantity, oldest first, beside all that can be learned from. */
export interface CountedPosts extends LearnablePosts {
  readonly counted: readonly (TimedPost & { readonly count: number })[]
}

/** The posts a forecast of that day may learn from. */
export function listCounted(account: Account, quantity: Quantity, asOf: string | null): CountedPosts {
  const learnable = listLearnable(account, readTime(asOf)?.day ?? null)
  const counted: (TimedPost & { count: number })[] = []
  for (const { post, time } of learnable.posts) {
    const count = readCount(account, post, quantity)
    // Below nil or no number is no count: `checkForecastAccounts` names it.
    if (count !== null && count >= 0 && count < Infinity) counted.push({ post, time, count })
  }
  return { ...learnable, counted }
}

/** Reads the posts of an account, or its medians and means when there are no posts. */
export function readSample(account: Account, quantity: Quantity, asOf: string | null): AccountSample {
  const { counted, young: dropped, early } = listCounted(account, quantity, asOf)
  const young = [...(dropped > 0 ? [explainYoung(dropped)] : []), ...(early > 0 ? [explainEarly(early)] : [])]
  if (counted.length === 0) {
    const aggregate = readAggregate(account, quantity)
    return { ...aggregate, because: [...aggregate.because, ...young] }
  }
  const plusOne = quantity !== 'engagement' && counted.some(({ count }) => count < 20)
  const values = counted.map(({ count }) => Math.log(plusOne ? count + 1 : count))
  const weights = weigh(counted, readTime(asOf)?.day ?? null)
  const because = [
    say(
      `${counted.length} post${counted.length > 1 ? 's' : ''} of the account, newer ones count more (half after ${HALF_LIFE_DAYS} days).`,
      `依据该账号 ${counted.length} 条作品，越新权重越高（${HALF_LIFE_DAYS} 天减半）。`,
    ),
    ...young,
  ]
  return { log: summarise(values, weights), values, weights, plusOne, posts: counted.length, from: 'posts', because }
}

function explainYoung(dropped: number): Localized {
  return say(
    `${dropped} post${dropped > 1 ? 's' : ''} left out: too young to have final counts.`,
    `${dropped} 条作品发布不久，数据未稳定，未计入。`,
  )
}

function explainEarly(early: number): Localized {
  return say(
    `${early} post${early > 1 ? 's were' : ' was'} counted soon after publication and never again, and few others are known: the counts stand as they are, final ones may be higher.`,
    `${early} 条作品仅在发布后不久采集过一次，其余作品不足：按采集时的数据计入，最终数据可能更高。`,
  )
}

/** 2^(−age/60). A post without a date weighs like the average of the dated ones. */
function weigh(posts: readonly TimedPost[], asOfDay: number | null): number[] {
  const newest =
    asOfDay ?? posts.reduce<number | null>((max, { time }) => (time === null ? max : Math.max(max ?? time.day, time.day)), null)
  if (newest === null) return posts.map(() => 1)
  const known = posts.map(({ time }) => (time === null ? null : 2 ** ((time.day - newest) / HALF_LIFE_DAYS)))
  const dated = known.filter((weight) => weight !== null)
  const average = dated.length === 0 ? 1 : dated.reduce((sum, weight) => sum + weight, 0) / dated.length
  return known.map((weight) => weight ?? average)
}

const NOTHING: AccountSample = {
  log: { n: 0, mean: 0, variance: 0 },
  values: [],
  weights: [],
  plusOne: false,
  posts: 0,
  from: 'nothing',
  because: [
    say(
      'No post and no median of this account is known: the forecast is that of its cohort.',
      '该账号没有已知作品，也没有中位数：预估取自同类账号。',
    ),
  ],
}

/** An aggregate stands for this many posts when the export does not say: the ten of a Xingtu page [A]. */
const POSTS_BEHIND_MEDIAN = 10

function readAggregate(account: Account, quantity: Quantity): AccountSample {
  if (quantity === 'engagement') return NOTHING
  const median = pickMetric(account.metrics, AGGREGATES[quantity].medians)
  if (median?.value == null || median.value <= 0)
    return { ...NOTHING, because: [...NOTHING.because, ...(quantity === 'interactions' ? explainCpe(account.metrics) : [])] }
  const mean = pickMetric(account.metrics, AGGREGATES[quantity].means, median)
  const fromMean = mean?.value == null ? null : sigmaFromMeanMedian(mean.value, median.value)
  const fromViral = quantity === 'interactions' ? readViralSigma(account.metrics) : null
  const sigma = fromMean ?? fromViral
  return {
    ...NOTHING,
    // Without a spread of its own one post's worth of weight: the cohort's spread then stands.
    log: { n: sigma === null ? 1 : POSTS_BEHIND_MEDIAN, mean: Math.log(median.value), variance: (sigma ?? 0) ** 2 },
    from: 'aggregate',
    because: [explainAggregate({ ...median, value: median.value }, { sigma, isFromMean: fromMean !== null })],
  }
}

// A CPE is proved by the count it was divided by, and where that is printed the count itself is used.
function explainCpe(metrics: readonly Metric[]): Localized[] {
  const printed = pickMetric(metrics, ['expectedCpe'])
  if (printed?.value == null) return []
  const from = nameSource(printed.source)
  const value = printed.value.toFixed(2)
  return [
    say(
      `The CPE that ${from.en} prints (${value}) is not used: the interactions it was divided by are not printed.`,
      `${from.zh}给出的 CPE（${value}）未采用：未给出计算所用的互动量。`,
    ),
  ]
}

function explainAggregate(
  { name, value, source, period, proof }: Metric & { readonly value: number },
  { sigma, isFromMean }: { sigma: number | null; isFromMean: boolean },
): Localized {
  const isProved = proof === 'proved'
  const from = nameSource(source)
  const passport = say(
    `${AGGREGATE_NAMES_EN[name] ?? name} ${formatExact(value)} (${from.en}, ${period ?? 'period not said'}${isProved ? '' : ', unit unproved'})`,
    `${AGGREGATE_NAMES_ZH[name] ?? name} ${formatCount(value, 'zh')}（${from.zh}，${tellPeriodZh(period)}${isProved ? '' : '，单位未核实'}）`,
  )
  if (sigma === null)
    return say(
      `No single posts known; from ${passport.en}, spread taken from the cohort.`,
      `没有单条作品数据；依据${passport.zh}，波动幅度取自同类账号。`,
    )
  const spread = isFromMean ? say('mean and median', '均值与中位数') : say('the share of posts with 1,000 likes', '千赞率')
  return say(
    `No single posts known; from ${passport.en}, spread ${sigma.toFixed(2)} from ${spread.en}.`,
    `没有单条作品数据；依据${passport.zh}，波动幅度 ${sigma.toFixed(2)} 由${spread.zh}推得。`,
  )
}

/** `30d` reads 近 30 天; what is no count of days stays as it is. */
function tellPeriodZh(period: string | null): string {
  return period === null ? '周期未注明' : period.replace(/^(\d+)d$/, '近 $1 天')
}

function readViralSigma(metrics: readonly Metric[]): number | null {
  const likes = pickMetric(metrics, ['likesMedian', 'likeMedian'])
  const share = pickMetric(metrics, ['thousandLikePercent', 'thousandLikeShare'], likes)
  if (likes?.value == null || share?.value == null) return null
  return sigmaFromShare(likes.value, 1000, share.value > 1 || share.unit.includes('%') ? share.value / 100 : share.value)
}

/** Of each kind of notes and flow the newest; of those proved before unproved, all notes before everyday before sponsored, natural flow never mixed with paid. */
function pickMetric(metrics: readonly Metric[], names: readonly string[], like?: Metric): Metric | undefined {
  const rank = ({ proof, noteType, flow }: Metric) =>
    Number(proof !== 'proved') * 4 + (noteType === 'sponsored' ? 2 : Number(noteType === 'everyday')) + Number(flow === 'paid') * 8
  const isAlike = (metric: Metric) =>
    like === undefined || (metric.period === like.period && metric.noteType === like.noteType && metric.flow === like.flow)
  const fitting = metrics.filter((metric) => names.includes(metric.name) && isAlike(metric))
  const kinds = [...new Map(fitting.map(({ noteType, flow }) => [`${noteType} ${flow}`, { noteType, flow }])).values()]
  return kinds
    .flatMap((kind) => newestMetric(fitting, ({ noteType, flow }) => noteType === kind.noteType && flow === kind.flow) ?? [])
    .sort((a, b) => rank(a) - rank(b))[0]
}
