import { say, type Localized } from '../shared/index.ts'
import type { DayValue } from './measure-baseline.ts'
import type { Campaign, Kpi } from './schema.ts'
import type { SeriesMetricName, SeriesValue } from './series-schema.ts'
import { SERIES_METRICS, seriesOfKpi, subjectsOfKpi } from './series-table.ts'

/** One day of one series: the number that stands, and what it replaced or what else is said, newest first. */
export interface SettledDay {
  readonly day: string
  readonly stands: SeriesValue
  readonly others: readonly SeriesValue[]
}

// Ids are minted in order, so they tell two entries of one moment apart.
const entryOf = ({ enteredAt, id, importId }: SeriesValue) => `${enteredAt} ${id ?? importId ?? ''}`

/** The numbers of one subject and metric by day, oldest first. The newest entry stands; a withdrawn one never does, but is kept beside it. */
export function settleDays(values: readonly SeriesValue[]): SettledDay[] {
  const byDay = new Map<string, SeriesValue[]>()
  for (const value of values) byDay.set(value.day, [...(byDay.get(value.day) ?? []), value])
  return [...byDay.entries()]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([day, said]) => {
      const newest = said.toSorted((a, b) => (entryOf(a) < entryOf(b) ? 1 : entryOf(a) > entryOf(b) ? -1 : 0))
      const stands = newest.find(({ withdrawnAt }) => withdrawnAt === null)
      return stands === undefined ? [] : [{ day, stands, others: newest.filter((value) => value !== stands) }]
    })
}

/** The series that measure one KPI, added up by day, and where they come from. */
export interface KpiSeries {
  readonly metric: SeriesMetricName
  /** Those of the wanted subjects of which anything is known. */
  readonly subjects: readonly string[]
  readonly days: readonly DayValue[]
  readonly sources: readonly string[]
  readonly because: readonly Localized[]
}

/** A value in the unit of its metric; null for a unit that is none of it, which is never guessed. */
function convert({ value, unit }: SeriesValue, wanted: string): number | null {
  if (unit === wanted) return value
  return unit === 'fen' && wanted === 'CNY' ? value / 100 : null
}

/**
 * The series of a KPI. Named subjects are added up, a day on which one of them says nothing is unknown, so with a silent one all are;
 * without names the first of the usual subjects that has numbers counts alone, so that nothing is counted twice. Null for a KPI that posts measure.
 */
export function seriesOf(
  kpi: Pick<Kpi, 'name' | 'subjects'>,
  campaign: Pick<Campaign, 'brand' | 'product'>,
  values: readonly SeriesValue[],
): KpiSeries | null {
  const metric = seriesOfKpi(kpi.name)
  if (metric === null) return null
  const { unit } = SERIES_METRICS[metric]
  const wanted = subjectsOfKpi(kpi, campaign)
  const known = wanted.filter((subject) => values.some((value) => value.subject === subject && value.metric === metric))
  const isNamed = (kpi.subjects ?? []).length > 0
  const subjects = isNamed ? known : known.slice(0, 1)
  const settled = subjects.map((subject) => settleDays(values.filter((value) => value.subject === subject && value.metric === metric)))
  const used = settled.map((days) => days.flatMap(({ day, stands }) => ({ day, stands, value: convert(stands, unit) })))
  const sums = new Map<string, number[]>()
  for (const { day, value } of used.flat()) if (value !== null) sums.set(day, [...(sums.get(day) ?? []), value])
  const days = [...sums.entries()].flatMap(([day, parts]) =>
    parts.length < (isNamed ? wanted.length : 1) ? [] : [{ day, value: parts.reduce((sum, part) => sum + part, 0) }],
  )
  const strange = [...new Set(used.flat().flatMap(({ stands, value }) => (value === null ? [stands.unit] : [])))]
  const silent = isNamed ? wanted.filter((subject) => !known.includes(subject)) : []
  // Without one of them every day lacks it: that is said once.
  const lonely = silent.length > 0 ? 0 : sums.size - days.length
  return {
    metric,
    subjects,
    days: days.toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    sources: [...new Set(used.flat().map(({ stands }) => stands.source))].toSorted(),
    because: [
      ...(silent.length > 0 ? [say(`nothing is known of ${silent.join(', ')}`, `没有「${silent.join('、')}」的数据`)] : []),
      ...(strange.length > 0
        ? [
            say(
              `values in ${strange.join(', ')} are not ${unit} and were left out`,
              `单位为 ${strange.join('、')} 的值不是 ${unit}，已剔除`,
            ),
          ]
        : []),
      ...(lonely > 0
        ? [say(`${lonely} days are known of some subjects only and were left out`, `${lonely} 天只有部分对象的数据，已剔除`)]
        : []),
    ],
  }
}
