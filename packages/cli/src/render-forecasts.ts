import type { Backtest, BacktestScores, Forecast } from '@kolibra/core/planning'
import { formatCount, formatShare } from '@kolibra/core/shared'
import { renderTable } from './render-table.ts'

const right = { align: 'right' } as const
const count = (value: number) => formatCount(Math.round(value), 'en')

/** Ranges for people: one line per account, then why. */
export function renderForecasts(forecasts: readonly Forecast[]): string {
  const columns = [
    { title: 'account' },
    { title: 'posts', ...right },
    { title: 'P10', ...right },
    { title: 'P50', ...right },
    { title: 'P90', ...right },
    { title: 'unit' },
    { title: 'cohort' },
  ]
  const rows = forecasts.map(({ id, posts, p10, p50, p90, unit, cohort }) => [
    id,
    String(posts),
    count(p10),
    count(p50),
    count(p90),
    unit,
    cohort,
  ])
  const reasons = forecasts.map(({ id, because }) => `  ${id}: ${because.join(' ')}\n`).join('')
  return `Next post\n\n${renderTable(columns, rows)}\n${reasons}`
}

/** A back-test for people: did the ranges hold, and were they better than the plain median of the last ten. */
export function renderBacktest({ metric, creators, model, naive }: Backtest): string {
  const coverage = renderTable(
    [
      { title: 'range' },
      { title: 'held', ...right },
      { title: '95 % interval', ...right },
      { title: 'light' },
      { title: 'median of ten', ...right },
    ],
    model.coverage.map(({ nominal, observed, low, high, light }, at) => [
      formatShare(nominal, 'en'),
      formatShare(observed, 'en'),
      `${formatShare(low, 'en')}–${formatShare(high, 'en')}`,
      light,
      formatShare(naive.coverage[at]?.observed ?? null, 'en'),
    ]),
  )
  const line = (name: string, pick: (scores: BacktestScores) => number) => [name, pick(model).toFixed(4), pick(naive).toFixed(4)]
  const errors = renderTable(
    [{ title: 'error, log scale' }, { title: 'forecast', ...right }, { title: 'median of ten', ...right }],
    [
      line('mean absolute', ({ mae }) => mae),
      ...model.pinball.map(({ tau }, at) => line(`pinball ${tau}`, ({ pinball }) => pinball[at]?.loss ?? Number.NaN)),
      line('CRPS', ({ crps }) => crps),
    ],
  )
  return `Back-test of ${metric}: the newest post of ${creators} creators hidden and forecast\n\n${coverage}\n${errors}`
}
