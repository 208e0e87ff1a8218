import { baselineOfKpi, seriesMetricSchema, type Campaign, type Kpi, type SeriesValue } from '@kolibra/core/campaigns'
import { seriesPointSchema } from '@kolibra/core/imports'
import type { Localized } from '@kolibra/core/shared'
import type { Io } from './command.ts'
import { readSeries } from './read-series.ts'

/** A baseline that a series gave a KPI. `value` null: too little is known, and `because` says what lacks. */
export interface ToldBaseline {
  readonly name: Kpi['name']
  readonly unit: string
  readonly value: number | null
  readonly n: number
  readonly because: readonly Localized[]
}

/** A campaign whose KPIs without a baseline have the one of their series, and what was found; as it was when no series is named. */
export async function withBaselines(
  campaign: Campaign,
  { series, asOf }: { readonly series: string | undefined; readonly asOf: string },
  io: Pick<Io, 'cwd' | 'readStdin' | 'now'>,
): Promise<{ readonly campaign: Campaign; readonly baselines: readonly ToldBaseline[] }> {
  const { goal } = campaign
  if (series === undefined || goal === null) return { campaign, baselines: [] }
  const values = (await readSeries(series, seriesPointSchema, io)).flatMap(toValue)
  const found = goal.kpis.map((kpi) => {
    const { baseline, series: used } = baselineOfKpi(kpi, { campaign, values, today: asOf })
    if (kpi.baseline !== null || baseline === null) return { kpi, told: [] }
    const { value, n, because } = baseline
    const source = used?.sources.join(', ') ?? ''
    const measured = value === null ? kpi : { ...kpi, baseline: value, baselineBasis: { source: source === '' ? series : source, n } }
    return { kpi: measured, told: [{ name: kpi.name, unit: kpi.unit, value, n, because }] }
  })
  return { campaign: { ...campaign, goal: { ...goal, kpis: found.map(({ kpi }) => kpi) } }, baselines: found.flatMap(({ told }) => told) }
}

// Lines of creators' accounts and of metrics that no KPI knows are none of the brand's.
function toValue({ subject, metric, unit, day, value, source, observedAt }: ReturnType<typeof seriesPointSchema.parse>): SeriesValue[] {
  const known = seriesMetricSchema.safeParse(metric)
  if (!known.success) return []
  const entered = { id: null, enteredAt: observedAt ?? `${day}T00:00:00Z`, enteredBy: null, importId: null, withdrawnAt: null }
  return [{ subject, metric: known.data, unit, day, value, source, ...entered }]
}
