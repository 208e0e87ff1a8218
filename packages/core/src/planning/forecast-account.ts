import type { Account } from '../creators/index.ts'
import { formatExact, nameZh, PLATFORM_NAMES_ZH, say, splitReasons, type Localized } from '../shared/index.ts'
import { LEAST_COHORT, type ForecastMetric } from './aggregate-table.ts'
import { priorOf, tellFollowers, type Cohorts, type QuantityCohorts } from './fit-cohorts.ts'
import { matchedSd, updateNig, type Predictive } from './nig-model.ts'
import { readSample, type AccountSample } from './read-sample.ts'
import type { Forecast } from './schema.ts'
import { conformalQuantileOfSorted } from './score-forecasts.ts'
import { studentQuantile } from './special-functions.ts'

const LEVELS = { p025: 0.025, p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95, p975: 0.975 } as const
type Level = keyof typeof LEVELS
type Quantiles = Record<Level, number> & { mean: number }

/** Scores of fewer creators than this wobble more than they correct [A]. */
const LEAST_SCORES = 40

interface Draft {
  readonly quantiles: Quantiles
  readonly sample: AccountSample
  readonly calibrated: boolean
}

/**
 * Forecast of an account's next post (interfaces §1.4), in counts. Null when nothing is known of it: no followers, no posts, no medians.
 * @param asOf Shanghai day of the forecast, or null
 */
export function forecastAccount(
  account: Account,
  cohorts: Cohorts,
  { metric, asOf }: { metric: ForecastMetric; asOf: string | null },
): Forecast | null {
  const views = draft(account, cohorts.views, asOf)
  const chosen = metric === 'views' ? views : draftInteractions(account, { cohorts, views, asOf })
  if (chosen === null || (chosen.sample.from === 'nothing' && views.sample.from === 'nothing' && tellFollowers(account) === null))
    return null
  const accounts = cohorts[metric]?.lines.get(account.platform)?.accounts ?? 0
  const scores = cohorts[metric]?.scores.length ?? 0
  return {
    id: account.accountId,
    metric,
    posts: chosen.sample.posts,
    unit: metric,
    asOf,
    horizon: 'next post, final count',
    ...chosen.quantiles,
    ...describeCohort(account),
    calibrated: chosen.calibrated,
    ...splitReasons([...chosen.sample.because, ...explain(account, { accounts, scores }, chosen)]),
  }
}

function draft(account: Account, cohorts: QuantityCohorts, asOf: string | null): Draft {
  const sample = readSample(account, cohorts.quantity, asOf)
  const predictive = updateNig(priorOf(cohorts, account), sample.log)
  const calibrated = sample.values.length > 0 && cohorts.scores.length >= LEAST_SCORES
  return { quantiles: spreadOut(predictive, sample.plusOne, calibrated ? cohorts.scores : []), sample, calibrated }
}

/** Views times interactions per view where both are known, else interactions by themselves; never more than the views. */
function draftInteractions(
  account: Account,
  { cohorts, views, asOf }: { cohorts: Cohorts; views: Draft; asOf: string | null },
): Draft | null {
  if (cohorts.interactions === null || cohorts.engagement === null) return null
  const own = draft(account, cohorts.interactions, asOf)
  const rates = readSample(account, 'engagement', asOf)
  if (own.sample.from !== 'posts' || rates.from !== 'posts' || views.sample.plusOne) return capByViews(own, views)
  const v = updateNig(priorOf(cohorts.views, account), views.sample.log)
  const e = updateNig(priorOf(cohorts.engagement, account), rates.log)
  const nu = Math.min(v.nu, e.nu)
  const sd = Math.hypot(matchedSd(v), matchedSd(e))
  const predictive = { m: v.m + e.m, nu, scale: sd * Math.sqrt(Math.max(nu - 2, 0.5) / nu) }
  const product = say(
    'Interactions = views × interactions per view, each with its own spread.',
    '互动量 = 播放/阅读 × 单次播放/阅读互动，两者各有波动幅度。',
  )
  const because = [...own.sample.because, product]
  return capByViews({ quantiles: spreadOut(predictive, false, []), sample: { ...own.sample, because }, calibrated: false }, views)
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

function spreadOut(predictive: Predictive, plusOne: boolean, scores: readonly number[]): Quantiles {
  const { m, scale, nu } = predictive
  const back = (log: number) => Math.max(0, Math.exp(log) - Number(plusOne))
  const widthAt = (p: number) => {
    const upper = Math.max(p, 1 - p)
    // α of the central interval that ends at this quantile.
    const calibrated = scores.length > 0 ? conformalQuantileOfSorted(scores, 2 * (1 - upper)) : null
    return Math.sign(p - 0.5) * (calibrated ?? studentQuantile(upper, nu))
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

function explainCalibration(isCalibrated: boolean, scores: number): Localized {
  if (isCalibrated)
    return say(
      'Ranges widened or narrowed until they held for the last posts of other creators.',
      '区间已按其他达人最近作品的实际表现校准。',
    )
  if (scores < LEAST_SCORES)
    return say('Ranges not calibrated yet: too few creators with several posts.', '区间尚未校准：有多条作品的达人太少。')
  return say(
    'Ranges not calibrated: the last posts of other creators test another kind of forecast.',
    '区间未校准：其他达人的最近作品检验的是另一种预测。',
  )
}

function explain(account: Account, { accounts, scores }: { accounts: number; scores: number }, { calibrated }: Draft): Localized[] {
  const platformZh = nameZh(PLATFORM_NAMES_ZH, account.platform)
  return [
    accounts >= LEAST_COHORT
      ? say(
          `Shrunk towards ${formatExact(accounts)} accounts on ${account.platform}.`,
          `已向${platformZh}上 ${formatExact(accounts)} 个账号的水平收缩。`,
        )
      : say(
          `Only ${accounts} account${accounts === 1 ? '' : 's'} on ${account.platform} to compare with: the starting values are assumptions [A].`,
          `${platformZh}上可比账号仅 ${accounts} 个：起始值为假设 [A]。`,
        ),
    ...(tellFollowers(account) === null
      ? [say('Followers unknown: the middle of the cohort stands in for them.', '粉丝数未知：以同类账号的中间水平代替。')]
      : []),
    explainCalibration(calibrated, scores),
  ]
}
