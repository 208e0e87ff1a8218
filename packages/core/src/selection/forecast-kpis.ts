import type { Campaign } from '../campaigns/index.ts'
import { describeDraws, drawForecast, sumForecasts, type Forecast, type ForecastSum } from '../planning/index.ts'
import { ASSUMPTIONS } from './assumption-table.ts'
import { reachOf, type AudienceSegment } from './audience-segments.ts'
import type { PlanCandidate, Pool } from './list-candidates.ts'
import type { PlanResult } from './schema.ts'

const FORECASTABLE = ['views', 'interactions', 'reach'] as const
type Forecastable = (typeof FORECASTABLE)[number]

export interface KpiInputs {
  readonly campaign: Campaign
  readonly pool: Pool
  readonly segments: readonly AudienceSegment[]
}

const UNITS: Readonly<Record<Forecastable, string>> = { views: 'views', interactions: 'interactions', reach: 'people' }

/** P10, P50, P90 of each KPI of the chosen mix, and the chance of its target. KPIs nobody can forecast from account data are not listed. */
export function forecastKpis(chosen: readonly PlanCandidate[], { campaign, pool, segments }: KpiInputs): PlanResult['kpis'] {
  const settings = { seed: campaign.seed, draws: ASSUMPTIONS.draws, rho: ASSUMPTIONS.rho }
  const sums: Record<Forecastable, ForecastSum> = {
    views: sumForecasts(
      chosen.map(({ views }) => views),
      settings,
    ),
    interactions: sumForecasts(
      chosen.flatMap(({ interactions }): Forecast[] => (interactions === null ? [] : [interactions])),
      settings,
    ),
    reach: sumReach(chosen, { pool, segments }, settings),
  }
  return FORECASTABLE.map((name) => {
    const { p10, p50, p90, pAtLeast } = sums[name]
    const target = campaign.goal?.kpis.find((kpi) => kpi.name === name)?.target ?? null
    return {
      name,
      unit: UNITS[name],
      p10: Math.round(p10),
      p50: Math.round(p50),
      p90: Math.round(p90),
      target,
      pTarget: target === null ? null : pAtLeast(target),
    }
  })
}

/** KPIs of the goal that account data cannot forecast. */
export function listUnforecast({ goal }: Pick<Campaign, 'goal'>): string[] {
  const known: readonly string[] = FORECASTABLE
  return (goal?.kpis ?? []).map(({ name }) => name).filter((name) => !known.includes(name))
}

function sumReach(
  chosen: readonly PlanCandidate[],
  { pool, segments }: Pick<KpiInputs, 'pool' | 'segments'>,
  settings: { seed: number; draws: number; rho: number },
): ForecastSum {
  const missed = segments.map(() => new Float64Array(settings.draws).fill(1))
  for (const { account, views } of chosen) {
    // Reach grows in proportion to views up to its cap, so one unit of views is enough to know it all.
    const perView = reachOf(account, 1, { segments, pool: pool.audiences })
    const drawn = drawForecast(views, settings)
    segments.forEach(({ id }, at) => {
      const row = missed[at] ?? new Float64Array()
      drawn.forEach((count, draw) => (row[draw] = (row[draw] ?? 1) * (1 - Math.min(ASSUMPTIONS.mostReach, count * (perView[id] ?? 0)))))
    })
  }
  const totals = Float64Array.from({ length: settings.draws }, (_, draw) =>
    segments.reduce((sum, { size }, at) => sum + size * (1 - (missed[at]?.[draw] ?? 1)), 0),
  )
  return describeDraws(totals.sort())
}
