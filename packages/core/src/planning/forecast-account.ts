import type { Account } from '../creators/index.ts'
import { nameZh, PLATFORM_NAMES_ZH, splitReasons, type Localized } from '../shared/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { countScores, findCell, stretchOf, type CalibrationCell } from './calibration.ts'
import { FEW_POSTS } from './calibration-table.ts'
import { explainForecast, explainSponsored, ONLY_SPONSORED, PRODUCT } from './explain-forecast.ts'
import type { Cohorts } from './fit-cohorts.ts'
import { priorOf, tellFollowers, type QuantityCohorts } from './fit-quantity.ts'
import { matchedSd, updateNig, type Predictive } from './nig-model.ts'
import { predictProduct } from './predict-product.ts'
import { readSample, type AccountSample } from './read-sample.ts'
import type { Forecast } from './schema.ts'
import { conformalQuantileOfSorted } from './score-forecasts.ts'
import { studentQuantile } from './special-functions.ts'
import { baseOfSponsored, shiftSponsored, type SponsoredShift } from './sponsored-shift.ts'

/** Quantiles of a forecast by name. */
export const LEVELS = { p025: 0.025, p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p975: 0.975 } as const
type Level = keyof typeof LEVELS
type Quantiles = Record<Level, number> & { mean: number }

interface Draft {
  readonly quantiles: Quantiles
  readonly sample: AccountSample
  readonly cell: CalibrationCell | null
}

/** What is asked: the metric, the Shanghai day of the forecast, and whether the next post is a sponsored one (left out: a post like those before). */
export interface ForecastQuestion {
  readonly metric: ForecastMetric
  readonly asOf: string | null
  readonly sponsored?: boolean | undefined
}

/**
 * Forecast of an account's next post (interfaces §1.4), in counts. Null when nothing is known of it: no followers, no posts, no medians.
 * A sponsored post is forecast from the everyday ones and what sponsoring changes.
 */
export function forecastAccount(account: Account, cohorts: Cohorts, { metric, asOf, sponsored }: ForecastQuestion): Forecast | null {
  const { base, needsShift } = sponsored === true ? baseOfSponsored(account, metric, asOf) : { base: account, needsShift: false }
  const shift = needsShift ? shiftSponsored(account, cohorts.sponsored, { metric, asOf }) : null
  const views = draft(base, { cohorts: cohorts.views, asOf, shift: metric === 'views' ? shift : null })
  const chosen = metric === 'views' ? views : draftInteractions(base, { cohorts, views, asOf, shift })
  if (chosen === null || (chosen.sample.from === 'nothing' && views.sample.from === 'nothing' && tellFollowers(account) === null))
    return null
  const accounts = cohorts[metric]?.lines.get(account.platform)?.accounts ?? 0
  const scores = countScores(cohorts[metric]?.calibration ?? new Map())
  return {
    id: account.accountId,
    metric,
    posts: chosen.sample.posts,
    unit: metric,
    asOf,
    horizon: sponsored === true ? 'next sponsored post, final count' : 'next post, final count',
    ...chosen.quantiles,
    ...describeCohort(account),
    calibrated: chosen.cell !== null,
    ...splitReasons([
      ...chosen.sample.because,
      ...explainPaid({ isPaid: sponsored === true, shift }),
      ...explainForecast(account, { accounts, scores, cell: chosen.cell }),
    ]),
  }
}

function explainPaid({ isPaid, shift }: { isPaid: boolean; shift: SponsoredShift | null }): Localized[] {
  if (shift !== null) return [explainSponsored(shift)]
  return isPaid ? [ONLY_SPONSORED] : []
}

/**
 * Forecast of a post that a campaign pays for: from the everyday posts, and what sponsoring changes for the account and on its platform.
 * Plans, lists, prices and gates forecast by this one; what an account's posts did so far is shown as it was.
 */
export function forecastPaidPost(
  account: Account,
  cohorts: Cohorts,
  { metric, asOf }: Omit<ForecastQuestion, 'sponsored'>,
): Forecast | null {
  return forecastAccount(account, cohorts, { metric, asOf, sponsored: true })
}

interface DraftQuestion {
  readonly cohorts: QuantityCohorts
  readonly asOf: string | null
  readonly shift: SponsoredShift | null
}

function draft(account: Account, { cohorts, asOf, shift }: DraftQuestion): Draft {
  const sample = readSample(account, cohorts.quantity, asOf)
  const predictive = shiftBy(updateNig(priorOf(cohorts, account), sample.log), shift)
  const posts = sample.values.length
  const cell = posts > 0 ? findCell(cohorts.calibration, account, posts) : null
  return { quantiles: spreadOut(predictive, { plusOne: sample.plusOne, cell, posts }), sample, cell }
}

function shiftBy({ m, scale, nu }: Predictive, shift: SponsoredShift | null): Predictive {
  return shift === null ? { m, scale, nu } : { m: m + shift.shift, scale: Math.sqrt(scale ** 2 + shift.variance), nu }
}

/** Views times interactions per view where both are known, else interactions by themselves; never more than the views. */
function draftInteractions(
  account: Account,
  { cohorts, views, asOf, shift }: { cohorts: Cohorts; views: Draft; asOf: string | null; shift: SponsoredShift | null },
): Draft | null {
  if (cohorts.interactions === null || cohorts.engagement === null) return null
  const own = draft(account, { cohorts: cohorts.interactions, asOf, shift })
  const product =
    own.sample.from === 'posts' ? predictProduct(account, { views: cohorts.views, engagement: cohorts.engagement, asOf }) : null
  if (product === null) return capByViews(own, views)
  const { posts } = product.rates
  const cell = findCell(cohorts.product, account, posts)
  const because = [...own.sample.because, PRODUCT]
  const quantiles = spreadOut(shiftBy(product, shift), { plusOne: false, cell, posts })
  return capByViews({ quantiles, sample: { ...own.sample, because }, cell }, views)
}

function capByViews(own: Draft, views: Draft): Draft {
  // Views unknown: their cohort's guess must not cut what was counted.
  if (views.sample.from === 'nothing') return own
  const cap = (level: keyof Quantiles) => Math.min(own.quantiles[level], views.quantiles[level])
  return { ...own, quantiles: mapLevels(cap, cap('mean')) }
}

function mapLevels(at: (level: Level) => number, mean: number): Quantiles {
  return {
    p025: at('p025'),
    p05: at('p05'),
    p10: at('p10'),
    p25: at('p25'),
    p50: at('p50'),
    p75: at('p75'),
    p90: at('p90'),
    p95: at('p95'),
    p975: at('p975'),
    mean,
  }
}

function spreadOut(
  predictive: Predictive,
  { plusOne, cell, posts }: { plusOne: boolean; cell: CalibrationCell | null; posts: number },
): Quantiles {
  const { scale, nu } = predictive
  const m = predictive.m + (cell?.shift ?? 0) * scale
  const back = (log: number) => Math.max(0, Math.exp(log) - Number(plusOne))
  const widthAt = (p: number) => {
    const upper = Math.max(p, 1 - p)
    // α of the central interval that ends at this quantile.
    const quantile = cell === null ? null : conformalQuantileOfSorted(cell.scores, 2 * (1 - upper))
    const calibrated = quantile === null ? null : quantile * stretchOf(posts)
    if (calibrated !== null && posts >= FEW_POSTS) return Math.sign(p - 0.5) * calibrated
    return Math.sign(p - 0.5) * Math.max(calibrated ?? 0, studentQuantile(upper, nu))
  }
  const sd = matchedSd(predictive)
  return mapLevels((level) => back(LEVELS[level] === 0.5 ? m : m + widthAt(LEVELS[level]) * scale), back(m + (sd * sd) / 2))
}

function describeCohort(account: Account): { cohort: string; cohortZh: string } {
  const category = account.categories[0]
  const within = category === undefined ? '' : ` · ${category}`
  return {
    cohort: `${account.platform}${within}`,
    cohortZh: `${nameZh(PLATFORM_NAMES_ZH, account.platform)}${within}`,
  }
}
