import { FORECAST_METRICS } from '@kolibra/core/planning'
import { summariseOutcomes, type KeptForecasts } from '@kolibra/core/reports'
import type { Context } from '../platform/context.ts'
import { listOutcomes } from './forecast-score-store.ts'

/** Forecasts of past campaigns held against what came. */
export async function readForecastRecord(ctx: Context): Promise<KeptForecasts> {
  const outcomes = await listOutcomes(ctx)
  return { outcomes, summaries: FORECAST_METRICS.flatMap((metric) => summariseOutcomes(outcomes, metric) ?? []) }
}
