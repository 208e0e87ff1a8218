import type { Account } from '../creators/index.ts'
import { priorOf, type QuantityCohorts } from './fit-quantity.ts'
import { matchedSd, updateNig, type Predictive } from './nig-model.ts'
import { readSample, type AccountSample } from './read-sample.ts'

/** Interactions of the next post on the log scale, as views times interactions per view. */
export interface ProductPrediction extends Predictive {
  readonly rates: AccountSample
}

/** Null when the account has no posts that tell both its views and how many of the viewers do something. */
export function predictProduct(
  account: Account,
  { views, engagement, asOf }: { views: QuantityCohorts; engagement: QuantityCohorts; asOf: string | null },
): ProductPrediction | null {
  const [seen, rates] = [readSample(account, 'views', asOf), readSample(account, 'engagement', asOf)]
  if (rates.from !== 'posts' || seen.from !== 'posts' || seen.plusOne) return null
  const v = updateNig(priorOf(views, account), seen.log)
  const e = updateNig(priorOf(engagement, account), rates.log)
  const nu = Math.min(v.nu, e.nu)
  const sd = Math.hypot(matchedSd(v), matchedSd(e))
  return { m: v.m + e.m, nu, scale: sd * Math.sqrt(Math.max(nu - 2, 0.5) / nu), rates }
}
