import { addDays, daysBetween, say, type Localized } from '../shared/index.ts'
import { measureBaseline, type Baseline } from './measure-baseline.ts'
import type { Campaign, Kpi } from './schema.ts'
import type { SeriesValue } from './series-schema.ts'
import { SERIES_METRICS } from './series-table.ts'
import { seriesOf, type KpiSeries } from './settle-series.ts'

/** A KPI's baseline as its series say it. `baseline` null: only posts measure this KPI. */
export interface KpiBaseline {
  readonly name: Kpi['name']
  readonly series: KpiSeries | null
  readonly baseline: Baseline | null
  readonly formula: Localized
}

/** A series that ended longer ago than its numbers take to be delivered is worth a word [A]. */
const STALE_DAYS = 7

const FORMULAS = {
  stock: say(
    'mean change of each weekday over the last 28 days × the weekdays from start to deadline',
    '近 28 天按星期的平均日增 × 开始日至截止日的各星期天数',
  ),
  flow: say(
    'mean of each weekday over the last 28 days × the weekdays from start to deadline',
    '近 28 天按星期的日均值 × 开始日至截止日的各星期天数',
  ),
  level: say('mean of the weekday means of the last 28 days', '近 28 天各星期均值的平均'),
} as const satisfies Record<(typeof SERIES_METRICS)[keyof typeof SERIES_METRICS]['kind'], Localized>

/**
 * What would come of a KPI without the campaign: the last 28 days of its series before the campaign starts (at the latest yesterday), carried
 * over its days. A series that ends earlier is looked at from its own end.
 */
export function baselineOfKpi(
  kpi: Pick<Kpi, 'name' | 'subjects' | 'deadline'>,
  { campaign, values, today }: { campaign: Pick<Campaign, 'brand' | 'product' | 'starts'>; values: readonly SeriesValue[]; today: string },
): KpiBaseline {
  const series = seriesOf(kpi, campaign, values)
  if (series === null) return { name: kpi.name, series, baseline: null, formula: say('', '') }
  const { kind } = SERIES_METRICS[series.metric]
  const limit = addDays(campaign.starts < today ? campaign.starts : today, -1)
  const ends = series.days.findLast(({ day }) => day <= limit)?.day ?? limit
  const baseline = measureBaseline({ kind, days: series.days, lastDay: ends, span: { from: campaign.starts, to: kpi.deadline } })
  const late = daysBetween(ends, limit)
  const stale =
    late > STALE_DAYS ? [say(`the series ends ${ends}, ${late} days before it could`, `数据止于 ${ends}，缺少最近 ${late} 天`)] : []
  return {
    name: kpi.name,
    series,
    baseline: { ...baseline, because: [...baseline.because, ...stale, ...series.because] },
    formula: FORMULAS[kind],
  }
}
