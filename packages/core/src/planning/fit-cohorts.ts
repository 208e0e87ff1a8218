import type { Account } from '../creators/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { learnCalibration, type Calibration } from './calibration.ts'
import { fitQuantity, type QuantityCohorts } from './fit-quantity.ts'
import { predictProduct } from './predict-product.ts'
import { splitNewest } from './split-newest.ts'
import { fitSponsored, type SponsoredCohort } from './sponsored-shift.ts'

/** Fitted by `fitCohorts`, asked by `forecastAccount`. */
export interface Cohorts {
  readonly metric: ForecastMetric
  readonly views: QuantityCohorts
  readonly interactions: QuantityCohorts | null
  readonly engagement: QuantityCohorts | null
  /** How views × interactions per view held for the newest posts; nobody when the metric is views. */
  readonly product: Calibration
  readonly sponsored: SponsoredCohort
}

/**
 * Learns platform lines, category shifts, spreads, how ranges hold and what sponsoring changes, from accounts
 * (empirical Bayes, closed form, science.md §2.2); what has fewer than 8 accounts keeps the cold start. Deterministic.
 * @param asOf Shanghai day; later posts are not read. null: everything is read
 */
export function fitCohorts(accounts: readonly Account[], { metric, asOf }: { metric: ForecastMetric; asOf: string | null }): Cohorts {
  const fit = (quantity: 'views' | 'interactions' | 'engagement') => fitQuantity(accounts, quantity, asOf)
  const sponsored = fitSponsored(accounts, metric, asOf)
  const views = fit('views')
  if (metric === 'views') return { metric, views, interactions: null, engagement: null, product: new Map(), sponsored }
  const engagement = fit('engagement')
  return {
    metric,
    views,
    interactions: fit('interactions'),
    engagement,
    product: tryProduct(accounts, { views, engagement, asOf }),
    sponsored,
  }
}

/** Forecasts the newest post of every account from the earlier ones as views × interactions per view. */
function tryProduct(
  accounts: readonly Account[],
  { views, engagement, asOf }: { views: QuantityCohorts; engagement: QuantityCohorts; asOf: string | null },
): Calibration {
  return learnCalibration(
    accounts.flatMap((account) => {
      const split = splitNewest(account, 'interactions', asOf)
      const predicted = split === null ? null : predictProduct(split.past, { views, engagement, asOf })
      if (split === null || predicted === null || split.newest <= 0) return []
      return [{ account, posts: predicted.rates.posts, z: (Math.log(split.newest) - predicted.m) / predicted.scale }]
    }),
  )
}
