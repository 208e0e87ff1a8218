import { nameGuard } from '../campaigns/index.ts'
import type { Deliverable } from '../content/index.ts'
import { nameSource } from '../creators/index.ts'
import { formatExact, say, type Localized } from '../shared/index.ts'
import type { FreedomFacts } from './freedom-record/post-freedom.ts'
import { METRIC_WORDS, readPost, type PostMetric, type PostObservation } from './read-observation.ts'
import { joinSources, NO_SOURCE, readSource, reported, type Reported } from './reported.ts'
import { sumReported } from './sum-reported.ts'

/** One deliverable with its agreed price (fen, null is not known), what was forecast of its post by the plan it was chosen from, and what was seen of it. */
export interface ReportedDeliverable {
  readonly deliverable: Deliverable
  readonly costFen: number | null
  readonly costSource: string
  readonly observations: readonly PostObservation[]
  /** Views; null or left out: nothing was forecast. */
  readonly forecast?: { readonly p10: number; readonly p50: number; readonly p90: number } | null
  /** Left out: nothing was read of brief and drafts. */
  readonly freedom?: FreedomFacts
}

const COST = say('Cost', '费用')

/** The agreed price of one deliverable. */
export function reportCost({ costFen, costSource }: ReportedDeliverable, now: string): Reported {
  const because = costFen === null ? say('no price is known', '价格未知') : null
  const source = costSource.trim() === '' ? NO_SOURCE : nameSource(costSource)
  return reported({ label: COST, value: costFen, unit: 'fen', source, formula: say('agreed price', '约定价格'), asOf: now, because })
}

interface Ratio {
  readonly metric: PostMetric
  readonly per: number
  readonly label: Localized
  readonly unit: string
}

const RATIOS: readonly Ratio[] = [
  { metric: 'views', per: 1000, label: nameGuard('cpm', 'agreed'), unit: 'CNY per 1000 views' },
  { metric: 'interactions', per: 1, label: nameGuard('cpe', 'agreed'), unit: 'CNY per interaction' },
]

function tellNoRatio(metric: PostMetric, known: number): Localized {
  const { zh } = METRIC_WORDS[metric]
  if (known === 0) return say(`no post with known price and ${metric}`, `没有价格与${zh}均已知的内容`)
  return say(`0 ${metric} on ${known} posts: nothing to divide by`, `${known} 条内容的${zh}为 0，无法相除`)
}

function tellRatioFormula({ metric, per }: Ratio, known: number, all: number): Localized {
  const times = per === 1 ? '' : ` × ${formatExact(per)}`
  return say(
    `cost ÷ ${metric}${times} over ${known} of ${all} posts with both known`,
    `费用 ÷ ${METRIC_WORDS[metric].zh}${times}，${all} 条内容中 ${known} 条两者均已知`,
  )
}

/** Cost over result on the same posts: a post whose price or result is unknown enters neither side. */
function divideCosts(published: readonly ReportedDeliverable[], ratio: Ratio, now: string): Reported {
  const { metric, per, label, unit } = ratio
  const pairs = published.flatMap((item) => {
    const result = readPost(metric, { platform: item.deliverable.platform, observations: item.observations }, { now, until: null })
    return item.costFen === null || result.value === null
      ? []
      : [{ costFen: item.costFen, result: result.value, source: readSource(result), asOf: result.asOf }]
  })
  const [known, all] = [pairs.length, published.length]
  const results = pairs.reduce((sum, { result }) => sum + result, 0)
  const formula = tellRatioFormula(ratio, known, all)
  if (results === 0)
    return reported({ label, unit, value: null, source: NO_SOURCE, formula, asOf: now, because: tellNoRatio(metric, known) })
  const costFen = pairs.reduce((sum, pair) => sum + pair.costFen, 0)
  return reported({
    label,
    unit,
    value: Math.round((costFen / results) * per) / 100,
    source: joinSources(pairs.map(({ source }) => source)),
    formula,
    asOf: pairs.map(({ asOf }) => asOf).toSorted()[0] ?? now,
    because: known < all ? say(`${known} of ${all} posts known`, `${all} 条内容中已知 ${known} 条`) : null,
  })
}

/** Total cost, cost per 1,000 views and cost per interaction of the published posts. */
export function measureCosts(published: readonly ReportedDeliverable[], now: string): Reported[] {
  const costs = published.map((item) => reportCost(item, now))
  return [
    sumReported(costs, { label: COST, unit: 'fen', of: say('agreed prices', '约定价格'), asOf: now }),
    ...RATIOS.map((ratio) => divideCosts(published, ratio, now)),
  ]
}
