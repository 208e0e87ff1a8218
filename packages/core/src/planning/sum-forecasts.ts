import type { Forecast } from './schema.ts'
import { drawNormals, seedFrom } from './seeded-draws.ts'
import { normalCdf, normalQuantile } from './special-functions.ts'

/** The distribution of a total. `pAtLeast` and `quantile` read the same draws as p10, p50 and p90. */
export interface ForecastSum {
  readonly p10: number
  readonly p50: number
  readonly p90: number
  readonly mean: number
  readonly pAtLeast: (target: number) => number
  readonly quantile: (p: number) => number
}

/** The part of a forecast that is needed to draw from it. */
export type Quantiles = Pick<Forecast, 'id' | 'p025' | 'p05' | 'p10' | 'p25' | 'p50' | 'p75' | 'p90' | 'p95' | 'p975'>

const NODES = [0.025, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.975].map(normalQuantile)
/** Draws end at the 0.1 % and 99.9 % quantiles: beyond, a heavy tail has no mean (science.md §2.2). */
const LAST = normalQuantile(0.999)

/** Draws behind a printed range: its P10, P50 and P90 then wobble by about one percent (science.md §2.2). */
const DRAWS = 4000
/** Share of the variance that all accounts of a total have in common [A]. */
const RHO = 0.15

interface SumOptions {
  readonly seed: number
  readonly draws?: number
  readonly rho?: number
}

/**
 * Sums next-post forecasts by simulation with a shock common to the campaign. Quantiles of single creators are never added.
 * @param rho share of the variance that is common
 */
export const sumForecasts = (forecasts: readonly Quantiles[], options: SumOptions): ForecastSum =>
  describeDraws(drawSum(forecasts, options).sort())

/** Draws of the total of several forecasts, in the order of each one's own. */
export function drawSum(forecasts: readonly Quantiles[], { seed, draws = DRAWS, rho = RHO }: SumOptions): Float64Array {
  const totals = new Float64Array(draws)
  for (const forecast of forecasts)
    drawForecast(forecast, { seed, draws, rho }).forEach((value, draw) => (totals[draw] = (totals[draw] ?? 0) + value))
  return totals
}

/** Draws of one creator's next post. The same seed, id and shock give the same draws, whoever else is in the plan. */
export function drawForecast(forecast: Quantiles, { seed, draws, rho }: { seed: number; draws: number; rho: number }): Float64Array {
  const common = drawNormals(seedFrom(seed, 'campaign'), draws)
  const own = drawNormals(seedFrom(seed, forecast.id), draws)
  const { p025, p05, p10, p25, p50, p75, p90, p95, p975 } = forecast
  const logs = [p025, p05, p10, p25, p50, p75, p90, p95, p975].map((value) => Math.log1p(value))
  return common.map((shock, draw) => {
    const z = Math.sqrt(rho) * shock + Math.sqrt(1 - rho) * (own[draw] ?? 0)
    return Math.max(0, Math.expm1(interpolate(logs, Math.max(-LAST, Math.min(LAST, z)))))
  })
}

/** Straight lines between the known quantiles on the log scale; the outermost lines go on into the tails. */
function interpolate(logs: readonly number[], z: number): number {
  let right = 1
  while (right < NODES.length - 1 && z > (NODES[right] ?? 0)) right += 1
  const [x0, x1] = [NODES[right - 1] ?? 0, NODES[right] ?? 0]
  const [y0, y1] = [logs[right - 1] ?? 0, logs[right] ?? 0]
  return y0 + ((y1 - y0) * (z - x0)) / (x1 - x0)
}

/** Quantiles and tail shares of sorted draws. */
export function describeDraws(sorted: Float64Array): ForecastSum {
  const quantile = (p: number) => sorted[Math.min(sorted.length - 1, Math.floor(p * sorted.length))] ?? 0
  const pAtLeast = (target: number) => sorted.filter((total) => total >= target).length / sorted.length
  const mean = sorted.reduce((sum, total) => sum + total, 0) / sorted.length
  return { p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), mean, pAtLeast, quantile }
}

/** Fenton–Wilkinson: the total as one log-normal. For previews only; with small rho its P10 can lie 14 % low. */
export function approximateSum(parts: readonly { median: number; sigma: number }[], rho: number) {
  const means = parts.map(({ median, sigma }) => median * Math.exp((sigma * sigma) / 2))
  const mean = means.reduce((sum, value) => sum + value, 0)
  const variance = parts.reduce((outer, a, i) => {
    const row = parts.reduce(
      (inner, b, j) => inner + (means[i] ?? 0) * (means[j] ?? 0) * Math.expm1((i === j ? 1 : rho) * a.sigma * b.sigma),
      0,
    )
    return outer + row
  }, 0)
  const sigma = Math.sqrt(Math.log1p(variance / mean ** 2))
  const mu = Math.log(mean) - (sigma * sigma) / 2
  const quantile = (p: number) => Math.exp(mu + sigma * normalQuantile(p))
  return {
    mean,
    sd: Math.sqrt(variance),
    mu,
    sigma,
    quantile,
    pAtLeast: (target: number) => 1 - normalCdf((Math.log(target) - mu) / sigma),
  }
}
