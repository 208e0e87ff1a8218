import type { PlanResult } from '../../selection/index.ts'
import type { Reported } from '../reported.ts'
import { isWholeSum } from '../sum-reported.ts'
import type { CampaignOutcome } from './schema.ts'

const SCORED = ['views', 'interactions'] as const

/** A plan's forecast of one metric beside what came. */
export type ScoredMetric = Pick<CampaignOutcome, 'metric' | 'p10' | 'p50' | 'p90' | 'actual' | 'countedAt'>

/**
 * Holds what stood when the goal was frozen, of the posts that were published (`forecastPublished`), against the numbers of a report of the
 * same posts. Only whole sums count: what is known of some posts only is no outcome, and an unknown is not nil.
 */
export function scoreCampaign(frozenKpis: PlanResult['kpis'], numbers: readonly Reported[]): ScoredMetric[] {
  return SCORED.flatMap((metric): ScoredMetric[] => {
    const forecast = frozenKpis.find(({ name }) => name === metric)
    const total = numbers.find(({ unit }) => unit === metric)
    if (forecast === undefined || total === undefined || total.value === null || !isWholeSum(total)) return []
    const { p10, p50, p90 } = forecast
    return [{ metric, p10, p50, p90, actual: total.value, countedAt: total.asOf }]
  })
}
