import { addDays, daysBetween, say, type Localized } from '../shared/index.ts'
import type { Campaign, Kpi } from './schema.ts'
import type { SeriesValue } from './series-schema.ts'
import { SERIES_METRICS } from './series-table.ts'
import { seriesOf } from './settle-series.ts'

/** What a series says a KPI came to. `isWhole` false: days lack, so it is at least this much (a flow) or not yet the end (a stock). */
export interface MeasuredKpi {
  readonly value: number | null
  readonly isWhole: boolean
  readonly sources: readonly string[]
  readonly lastDay: string | null
  readonly because: Localized | null
}

const join = (told: readonly Localized[]) => say(told.map(({ en }) => en).join('; '), told.map(({ zh }) => zh).join('；'))
const unknown = (because: Localized): MeasuredKpi => ({ value: null, isWhole: false, sources: [], lastDay: null, because })

/**
 * A KPI from its series: a flow is added up from start to deadline, a stock is its height at the deadline less that of the start, a level is
 * averaged. Days after the deadline never count. Null: no series measures this KPI.
 */
export function measureKpiBySeries(
  kpi: Pick<Kpi, 'name' | 'subjects' | 'deadline'>,
  campaign: Pick<Campaign, 'brand' | 'product' | 'starts'>,
  values: readonly SeriesValue[],
): MeasuredKpi | null {
  const series = seriesOf(kpi, campaign, values)
  if (series === null || series.subjects.length === 0) return null
  const { because } = series
  const { starts } = campaign
  const within = series.days.filter(({ day }) => day >= starts && day <= kpi.deadline)
  const last = within.at(-1)
  if (last === undefined)
    return unknown(
      join([say(`the series has no day from ${starts} to ${kpi.deadline}`, `数据中没有 ${starts} 至 ${kpi.deadline} 的日期`), ...because]),
    )
  const lacking = daysBetween(starts, kpi.deadline) + 1 - within.length
  const known = { sources: series.sources, lastDay: last.day }
  if (SERIES_METRICS[series.metric].kind === 'stock') {
    const first = series.days.findLast(({ day }) => day <= starts && day >= addDays(starts, -1)) ?? within[0]
    if (first === undefined || first === last)
      return unknown(join([say('one day alone shows no change', '仅有一天数据，看不出变化'), ...because]))
    const isWhole = last.day === kpi.deadline && first.day <= starts
    return {
      ...known,
      value: last.value - first.value,
      isWhole,
      because: isWhole ? null : join([say(`known from ${first.day} to ${last.day}`, `已知 ${first.day} 至 ${last.day}`), ...because]),
    }
  }
  const sum = within.reduce((total, { value }) => total + value, 0)
  const value = SERIES_METRICS[series.metric].kind === 'level' ? sum / within.length : sum
  return {
    ...known,
    value,
    isWhole: lacking === 0,
    because:
      lacking === 0
        ? null
        : join([say(`${lacking} days from start to deadline carry no number`, `开始日至截止日有 ${lacking} 天没有数据`), ...because]),
  }
}
