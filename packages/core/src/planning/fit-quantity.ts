import type { Account } from '../creators/index.ts'
import { groupBy } from '../shared/index.ts'
import { COLD_START, LEAST_COHORT } from './aggregate-table.ts'
import { learnCalibration, type Calibration, type LastPostTrial } from './calibration.ts'
import { CALIBRATION_FOLDS } from './calibration-table.ts'
import { summarise, updateNig, type LogSample, type NigPrior } from './nig-model.ts'
import { readSample, type Quantity } from './read-sample.ts'
import { seedFrom } from './seeded-draws.ts'
import { digamma, inverseTrigamma, trigamma } from './special-functions.ts'

/** How posts scatter within accounts (nu0, sigma2), and how much accounts differ beside that (kappa0 = sigma2 / variance between them). */
export interface Spread {
  readonly nu0: number
  readonly sigma2: number
  readonly kappa0: number
  /** True when the spread comes from the team's own accounts rather than the cold start. */
  readonly isFitted: boolean
}

/** One platform's line: centre = intercept + slope·ln(followers / 100,000) + what its category adds. */
interface PlatformLine {
  readonly accounts: number
  readonly intercept: number
  readonly slope: number
  readonly categories: ReadonlyMap<string, { readonly shift: number; readonly accounts: number }>
}

/** What one quantity looks like across the accounts of a team; the spread is that of all, for platforms with too few to have their own. */
export interface QuantityCohorts extends Spread {
  readonly quantity: Quantity
  readonly lines: ReadonlyMap<string, PlatformLine>
  /** Of the platforms whose own accounts tell it: what is imported of one says nothing about another. */
  readonly spreads: ReadonlyMap<string, Spread>
  /** How the newest post of every account with at least two came out beside a forecast from the earlier ones. */
  readonly calibration: Calibration
}

type Fitted = Omit<QuantityCohorts, 'calibration'>

interface Seen {
  readonly account: Account
  readonly log: LogSample
}

/** An account with its newest post apart; `past` null: there is no other. */
interface Held extends Seen {
  readonly past: LogSample | null
  readonly last: number
  readonly posts: number
  readonly fold: number
}

export const tellFollowers = ({ followers }: Account) => (followers === null || followers <= 0 ? null : Math.log(followers / 1e5))

/** Learns platform lines, category shifts, spreads and how ranges hold, of one quantity (empirical Bayes, closed form, science.md §2.2). */
export function fitQuantity(accounts: readonly Account[], quantity: Quantity, asOf: string | null): QuantityCohorts {
  const held = accounts.flatMap((account) => hold(account, quantity, asOf))
  return { ...fitSeen(held, quantity), calibration: learnCalibration(tryAll(held, quantity)) }
}

function hold(account: Account, quantity: Quantity, asOf: string | null): Held[] {
  // Only the numbers are kept: the sentences of 100,000 samples would fill more memory than all their posts.
  const { log, values, weights } = readSample(account, quantity, asOf)
  if (log.n === 0) return []
  const past = values.length < 2 ? null : summarise(values.slice(0, -1), weights.slice(0, -1))
  const fold = seedFrom(0, account.accountId) % CALIBRATION_FOLDS
  return [{ account, log, past, last: values.at(-1) ?? 0, posts: values.length - 1, fold }]
}

/**
 * The newest posts of one fold after the other, forecast from cohorts that have not seen them: cohorts that have would make
 * ranges look better than they are, cohorts that have seen no newest post at all would make them look worse.
 */
function tryAll(held: readonly Held[], quantity: Quantity): LastPostTrial[] {
  return Array.from({ length: CALIBRATION_FOLDS }, (_, fold) => {
    const blind = fitSeen(
      held.map(({ account, log, past, fold: own }) => ({ account, log: own === fold ? (past ?? log) : log })),
      quantity,
    )
    return held.filter((each) => each.fold === fold).flatMap((each) => tryLast(blind, each))
  }).flat()
}

function fitSeen(seen: readonly Seen[], quantity: Quantity): Fitted {
  const byPlatform = groupBy(seen, ({ account }) => account.platform)
  const lines = new Map([...byPlatform].map(([platform, own]) => [platform, fitLine(own, quantity, platform)]))
  const spreadOf = (some: readonly Seen[]): Spread => {
    const spread = fitSpread(some, quantity)
    return { ...spread, kappa0: fitKappa({ seen: some, quantity, lines, ...spread }) }
  }
  const spreads = new Map(
    [...byPlatform].map(([platform, own]) => [platform, spreadOf(own)] as const).filter(([, { isFitted }]) => isFitted),
  )
  return { quantity, lines, spreads, ...spreadOf(seen) }
}

function coldIntercept(quantity: Quantity, platform: string): number {
  const { ratio, otherRatio, slope } = COLD_START[quantity]
  const found: unknown = Reflect.get(ratio, platform)
  // At 100,000 followers a count is ratio × 100,000; a rate (slope 0) is the ratio itself.
  return Math.log((typeof found === 'number' ? found : otherRatio) * (slope === 0 ? 1 : 1e5))
}

function fitLine(seen: readonly Seen[], quantity: Quantity, platform: string): PlatformLine {
  const cold = { intercept: coldIntercept(quantity, platform), slope: COLD_START[quantity].slope }
  const points = seen.flatMap(({ account, log }) => {
    const x = tellFollowers(account)
    return x === null ? [] : [{ x, y: log.mean }]
  })
  const slope = points.length < LEAST_COHORT ? cold.slope : fitSlope(points, cold.slope)
  const residuals = seen.map(({ account, log }) => log.mean - slope * (tellFollowers(account) ?? 0))
  const own = mean(residuals)
  // Few accounts pull the cold start only part of the way: n / (n + 5).
  const trust = seen.length >= LEAST_COHORT ? 1 : seen.length / (seen.length + 5)
  const intercept = cold.intercept + trust * (own - cold.intercept)
  return { accounts: seen.length, intercept, slope, categories: fitCategories(seen, residuals, intercept) }
}

/** Least squares pulled towards the cold slope with the weight of five accounts. */
function fitSlope(points: readonly { x: number; y: number }[], cold: number): number {
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))]
  const sxx = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0)
  const sxy = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0)
  return (sxy + 5 * cold) / (sxx + 5)
}

function fitCategories(seen: readonly Seen[], residuals: readonly number[], intercept: number): PlatformLine['categories'] {
  const byCategory = new Map<string, number[]>()
  seen.forEach(({ account }, index) => {
    const category = account.categories[0]
    if (category === undefined) return
    const held = byCategory.get(category)
    const rest = (residuals[index] ?? 0) - intercept
    if (held === undefined) byCategory.set(category, [rest])
    else held.push(rest)
  })
  return new Map(
    [...byCategory].map(([category, rest]) => [
      category,
      { accounts: rest.length, shift: (rest.length / (rest.length + 10)) * mean(rest) },
    ]),
  )
}

const mean = (values: readonly number[]) => (values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length)

/** ν0 and σ0² by moments of ln s² (Smyth 2004); accounts that agree completely say nothing about a spread. */
function fitSpread(seen: readonly Seen[], quantity: Quantity): Omit<Spread, 'kappa0'> {
  const cold = COLD_START[quantity]
  const spreads = seen.filter(({ log }) => log.n > 1.5 && log.variance > 1e-6).map(({ log }) => log)
  if (spreads.length < LEAST_COHORT) return { nu0: cold.nu, sigma2: cold.sigma ** 2, isFitted: false }
  const scores = spreads.map(({ n, variance }) => Math.log(variance) - digamma((n - 1) / 2) + Math.log((n - 1) / 2))
  const excess = summarise(scores).variance - mean(spreads.map(({ n }) => trigamma((n - 1) / 2)))
  // No more scatter than chance explains: all share one spread, which 60 degrees of freedom nearly say.
  const nu0 = excess > 0 ? Math.min(60, Math.max(2.5, 2 * inverseTrigamma(excess))) : 60
  return { nu0, sigma2: Math.exp(mean(scores) + digamma(nu0 / 2) - Math.log(nu0 / 2)), isFitted: true }
}

function fitKappa({
  seen,
  quantity,
  lines,
  sigma2,
}: { seen: readonly Seen[] } & Pick<QuantityCohorts, 'quantity' | 'lines' | 'sigma2'>): number {
  if (seen.length < LEAST_COHORT) return COLD_START[quantity].kappa
  const residuals = seen.map(({ account, log }) => log.mean - centreOf({ quantity, lines }, account))
  const noise = mean(seen.map(({ log }) => sigma2 / log.n))
  return sigma2 / Math.max(0.001, summarise(residuals).variance - noise)
}

/** Centre of an account before its own posts are seen. */
export function centreOf({ quantity, lines }: Pick<QuantityCohorts, 'quantity' | 'lines'>, account: Account): number {
  const line = lines.get(account.platform)
  const intercept = line?.intercept ?? coldIntercept(quantity, account.platform)
  const slope = line?.slope ?? COLD_START[quantity].slope
  const shift = line?.categories.get(account.categories[0] ?? '')?.shift ?? 0
  return intercept + slope * (tellFollowers(account) ?? 0) + shift
}

export function priorOf(cohorts: Fitted, account: Account): NigPrior {
  const { kappa0, nu0, sigma2 } = cohorts.spreads.get(account.platform) ?? cohorts
  return { mu: centreOf(cohorts, account), kappa0, nu0, sigma2 }
}

function tryLast(cohorts: Fitted, { account, past, last, posts }: Held): LastPostTrial[] {
  if (past === null) return []
  const { m, scale } = updateNig(priorOf(cohorts, account), past)
  return [{ account, posts, z: (last - m) / scale }]
}
