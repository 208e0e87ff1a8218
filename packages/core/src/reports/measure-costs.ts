import type { Deliverable } from '../content/index.ts'
import { readPost, type PostMetric, type PostObservation } from './read-observation.ts'
import { reported, type Reported } from './reported.ts'
import { sumReported } from './sum-reported.ts'

/** One deliverable with its agreed price (fen, null is not known) and what was seen of its post. */
export interface ReportedDeliverable {
  readonly deliverable: Deliverable
  readonly costFen: number | null
  readonly costSource: string
  readonly observations: readonly PostObservation[]
}

const COST = { en: 'Cost', zh: '费用' }

/** The agreed price of one deliverable. */
export function reportCost({ costFen, costSource }: ReportedDeliverable, now: string): Reported {
  const because = costFen === null ? 'no price is known' : null
  const source = costSource.trim() === '' ? 'none' : costSource
  return reported({ label: COST, value: costFen, unit: 'fen', source, formula: 'agreed price', asOf: now, because })
}

interface Ratio {
  readonly metric: PostMetric
  readonly per: number
  readonly label: { readonly en: string; readonly zh: string }
  readonly unit: string
}

const RATIOS: readonly Ratio[] = [
  { metric: 'views', per: 1000, label: { en: 'Cost per 1,000 views', zh: '千次播放/阅读成本' }, unit: 'CNY per 1000 views' },
  { metric: 'interactions', per: 1, label: { en: 'Cost per interaction', zh: '单次互动成本' }, unit: 'CNY per interaction' },
]

const tellNoRatio = (metric: PostMetric, known: number) =>
  known === 0 ? `no post with known price and ${metric}` : `0 ${metric} on ${known} posts: nothing to divide by`

/** Cost over result on the same posts: a post whose price or result is unknown enters neither side. */
function divideCosts(published: readonly ReportedDeliverable[], { metric, per, label, unit }: Ratio, now: string): Reported {
  const pairs = published.flatMap((item) => {
    const result = readPost(metric, { platform: item.deliverable.platform, observations: item.observations }, { now, until: null })
    return item.costFen === null || result.value === null
      ? []
      : [{ costFen: item.costFen, result: result.value, source: result.source, asOf: result.asOf }]
  })
  const results = pairs.reduce((sum, { result }) => sum + result, 0)
  const formula = `cost ÷ ${metric}${per === 1 ? '' : ` × ${per}`} over ${pairs.length} of ${published.length} posts with both known`
  if (results === 0)
    return reported({ label, unit, value: null, source: 'none', formula, asOf: now, because: tellNoRatio(metric, pairs.length) })
  const costFen = pairs.reduce((sum, pair) => sum + pair.costFen, 0)
  return reported({
    label,
    unit,
    value: Math.round((costFen / results) * per) / 100,
    source: [...new Set(pairs.map(({ source }) => source))].toSorted().join('; '),
    formula,
    asOf: pairs.map(({ asOf }) => asOf).toSorted()[0] ?? now,
    because: pairs.length < published.length ? `${pairs.length} of ${published.length} posts known` : null,
  })
}

/** Total cost, cost per 1,000 views and cost per interaction of the published posts. */
export function measureCosts(published: readonly ReportedDeliverable[], now: string): Reported[] {
  const costs = published.map((item) => reportCost(item, now))
  return [
    sumReported(costs, { label: COST, unit: 'fen', of: 'agreed prices', asOf: now }),
    ...RATIOS.map((ratio) => divideCosts(published, ratio, now)),
  ]
}
