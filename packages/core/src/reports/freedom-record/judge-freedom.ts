import { bootstrap } from '../../planning/index.ts'
import { formatShare, groupBy, say, type Localized } from '../../shared/index.ts'
import { correlateRanks, slopeOf } from './rank-correlation.ts'
import { FREEDOM_MEASURES, type FreedomPoint, type FreedomRecord, type FreedomRelation } from './schema.ts'

/** Fewer posts or campaigns cannot tell [A]: posts of one campaign share its brief, so campaigns are what is drawn again. */
export const LEAST_TO_TELL = { posts: 20, campaigns: 8 } as const
const SEED = 20261127

/** How the views of a post met the median of its forecast; a post that nobody saw counts as one view. 0: as forecast. */
export function logRatioOf(views: number, forecastP50: number): number {
  return Math.log(Math.max(1, views) / Math.max(1, forecastP50))
}

interface Pair {
  readonly campaignId: string
  /** Of 100, so that both figures have one scale. */
  readonly x: number
  readonly y: number
}

const NAMES = { freedom: say('freedom index', '创作自由度'), kept: say('kept of the first draft', '初稿保留率') } as const

function listPairs(points: readonly FreedomPoint[], measure: FreedomRelation['measure']): Pair[] {
  return points.flatMap(({ campaignId, logRatio, ...point }) => {
    const value = point[measure]
    return value === null ? [] : [{ campaignId, x: measure === 'kept' ? value * 100 : value, y: logRatio }]
  })
}

const correlate = (pairs: readonly Pair[]) =>
  correlateRanks(
    pairs.map(({ x }) => x),
    pairs.map(({ y }) => y),
  )

function judgeMeasure(points: readonly FreedomPoint[], measure: FreedomRelation['measure']): FreedomRelation {
  const pairs = listPairs(points, measure)
  const clusters = [...groupBy(pairs, ({ campaignId }) => campaignId).values()]
  const counts = { measure, n: pairs.length, campaigns: clusters.length }
  const name = NAMES[measure]
  const unknown = (because: Localized, rho: number | null = null): FreedomRelation => {
    return { ...counts, rho, low: null, high: null, perTenPoints: null, verdict: 'cannot_tell', because }
  }
  const rho = correlate(pairs)
  const { posts, campaigns } = LEAST_TO_TELL
  if (pairs.length < posts || clusters.length < campaigns)
    return unknown(
      say(
        `Cannot tell yet: it takes at least ${posts} posts from ${campaigns} campaigns, and so far there are ${pairs.length} from ${clusters.length}.`,
        `无法判断：目前 ${clusters.length} 个项目、${pairs.length} 条内容，至少需要 ${campaigns} 个项目、${posts} 条内容。`,
      ),
      rho,
    )
  if (rho === null) return unknown(say(`Cannot tell: the ${name.en} is the same everywhere.`, `无法判断：各条内容的${name.zh}相同。`))
  // A draw in which nothing varies says nothing either way.
  const again = (rows: Int32Array) => correlate([...rows].flatMap((row) => clusters[row] ?? [])) ?? 0
  const { low, high } = bootstrap(clusters.length, again, SEED)
  const slope = slopeOf(
    pairs.map(({ x }) => x),
    pairs.map(({ y }) => y),
  )
  const perTenPoints = slope === null ? null : Math.exp(slope * 10) - 1
  const verdict = low > 0 ? 'pays' : high < 0 ? 'costs' : 'cannot_tell'
  return { ...counts, rho, low, high, perTenPoints, verdict, because: tellVerdict({ verdict, name, perTenPoints }) }
}

interface Told extends Pick<FreedomRelation, 'verdict' | 'perTenPoints'> {
  readonly name: Localized
}

function tellVerdict({ verdict, name, perTenPoints }: Told): Localized {
  if (verdict === 'cannot_tell')
    return say(`Cannot tell: the interval of the ${name.en} holds “no relation”.`, `无法判断：${name.zh}与结果的相关区间包含「无关」。`)
  const share = Math.abs(perTenPoints ?? 0)
  const more = (perTenPoints ?? 0) >= 0
  return say(
    `Ten points more of the ${name.en} go with ${formatShare(share, 'en')} ${more ? 'more' : 'fewer'} views than forecast.`,
    `${name.zh}每高 10 分，播放/阅读相对预估${more ? '高' : '低'} ${formatShare(share, 'zh')}。`,
  )
}

const METHOD = say(
  'Spearman’s rank correlation of each figure with ln(views ÷ forecast median), over published posts; 95 % interval by drawing campaigns again (500 draws, fixed seed); slope by Theil–Sen. An association, not a cause: free briefs may go to better creators.',
  '对已发布内容，计算各指标与 ln(实际播放/阅读 ÷ 预估中位数) 的 Spearman 秩相关；按项目重抽样 500 次得 95% 区间（固定种子）；斜率用 Theil–Sen。相关不等于因果：约束少的 brief 也可能恰好给了更强的达人。',
)

/** Holds both figures against results. `leftOut`: published posts that lack a count, a forecast or both figures. */
export function judgeFreedom(points: readonly FreedomPoint[], leftOut: number): FreedomRecord {
  return { points: [...points], leftOut, relations: FREEDOM_MEASURES.map((measure) => judgeMeasure(points, measure)), method: METHOD }
}
