import { joinReasons, splitReasons } from '../shared/index.ts'
import { drawEvents, type EventQuestion, type MissingRate } from './draw-events.ts'
import { LEVELS } from './forecast-account.ts'
import type { CountedEvent } from './rate-table.ts'
import type { Forecast } from './schema.ts'
import { describeDraws, drawSum, sumForecasts, type ForecastSum } from './sum-forecasts.ts'

/** Unit of each event in sentences and tables. */
const UNITS: Readonly<Record<CountedEvent, string>> = { newFollowers: 'followers', mentions: 'posts', clicks: 'clicks', orders: 'orders' }

/** Forecast of what an account's next post brings, from the forecast of its views; whole counts. */
export function forecastEvents(event: CountedEvent, views: Forecast, question: EventQuestion): Forecast | MissingRate {
  const drawn = drawEvents(event, drawSum([views], question), question)
  if ('missing' in drawn) return drawn
  const { quantile, mean } = describeDraws(drawn.draws.toSorted())
  const levels = Object.fromEntries(Object.entries(LEVELS).map(([name, p]) => [name, quantile(p)]))
  return { ...views, ...levels, mean, metric: event, unit: UNITS[event], ...splitReasons([...joinReasons(views), ...drawn.because]) }
}

/**
 * The total of next posts of several accounts, by simulation with a shock common to all; P10s are never added.
 * @param event what the views bring; null: the total of the forecasts themselves
 */
export function totalForecasts(
  forecasts: readonly Forecast[],
  { event, ...question }: EventQuestion & { readonly event: CountedEvent | null },
): ForecastSum | MissingRate {
  if (event === null) return sumForecasts(forecasts, question)
  const drawn = drawEvents(event, drawSum(forecasts, question), question)
  return 'missing' in drawn ? drawn : describeDraws(drawn.draws.toSorted())
}
