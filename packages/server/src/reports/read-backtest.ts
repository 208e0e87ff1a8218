import { backtestForecasts, type ForecastMetric } from '@kolibra/core/planning'
import type { BacktestAnswer } from '@kolibra/core/reports'
import type { Context } from '../platform/context.ts'
import { loadPeers } from '../selection/index.ts'

/** The bootstrap draws the same creators each time: a page that is read again shows the same interval. */
const SEED = 1

/** How forecasts would have done on the newest posts of the creators that forecasts are made among. */
export async function readBacktest(ctx: Context, metric: ForecastMetric): Promise<BacktestAnswer> {
  const accounts = await loadPeers(ctx)
  return {
    metric,
    asOf: ctx.today,
    loaded: accounts.length,
    backtest: backtestForecasts(accounts, { metric, asOf: ctx.today, seed: SEED }),
  }
}
