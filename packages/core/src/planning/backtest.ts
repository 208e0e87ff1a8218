import type { Account } from '../creators/index.ts'
import { say, type Localized } from '../shared/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { tierOf } from './calibration.ts'
import { bootstrap, explainLight, measureCoverage, worstLight, type Coverage, type Light } from './coverage-light.ts'
import { fitCohorts } from './fit-cohorts.ts'
import { forecastAccount, LEVELS } from './forecast-account.ts'
import { listCounted } from './read-sample.ts'
import { crpsFromQuantiles, intervalScore, medianOf, pickWithout, pinball } from './score-forecasts.ts'
import { splitNewest } from './split-newest.ts'

const NOMINALS = [0.5, 0.8, 0.9, 0.95] as const
/** The range from P10 to P90, which pages draw and plans commit to. */
const SHOWN = 0.8
const TAUS = [0.1, 0.5, 0.9] as const
const NODES = Object.values(LEVELS)
/** Fewer posts before the hidden one are no history to forecast from. */
const LEAST_POSTS = 2
const LEAST_CREATORS = 2

/** Scores on the log scale: mean absolute error, pinball at 0.1/0.5/0.9, CRPS from nine quantiles, 80 % interval score. */
export interface BacktestScores {
  readonly coverage: readonly Coverage[]
  readonly mae: number
  readonly pinball: readonly { readonly tau: number; readonly loss: number }[]
  readonly crps: number
  readonly interval80: number
}

/** A score of the forecast over that of the naive guess on the same posts; below 1 is better. Interval and error by cluster bootstrap. */
export interface Ratio {
  readonly value: number
  readonly low: number
  readonly high: number
  readonly error: number
}

/** The creators of one platform and tier: whether the 80 % range held, and the error beside the naive one. */
export interface BacktestGroup {
  readonly platform: string
  readonly tier: string
  readonly creators: number
  readonly coverage80: Coverage
  readonly maeRatio: number
}

/** How well the forecast did on posts it had not seen, beside the naive guess; scores on the log scale. */
export interface Backtest {
  readonly metric: ForecastMetric
  readonly creators: number
  /** The worst of its ranges; with a group that is red never green, since whoever plans with that group relies on it. */
  readonly light: Light
  /** Why the light is not green: each range, and the groups, that keep it from it; nothing of a green one. */
  readonly because: readonly Localized[]
  readonly model: BacktestScores
  /** Median of the last ten with the pooled quantiles of its own leave-last-out log errors. */
  readonly naive: BacktestScores
  readonly ratios: { readonly mae: Ratio; readonly interval80: Ratio }
  /** Platform × tier, the largest group first. */
  readonly groups: readonly BacktestGroup[]
}

interface Trial {
  readonly y: number
  /** Quantile of the forecast at p, log scale. */
  readonly at: (p: number) => number
}

interface Hidden {
  readonly account: Account
  readonly past: Account
  readonly counts: readonly number[]
}

/** What a back-test asks: `least` posts before the hidden one (two by default). The seed draws the creators of the bootstrap. */
export interface BacktestQuestion {
  readonly metric: ForecastMetric
  readonly asOf: string | null
  readonly seed: number
  readonly least?: number
}

/**
 * Hides the newest post of every account with at least `least` earlier ones, learns from the rest as a real forecast
 * would, and forecasts it. Null when fewer than two accounts can be tested.
 */
export function backtestForecasts(
  accounts: readonly Account[],
  { metric, asOf, seed, least = LEAST_POSTS }: BacktestQuestion,
): Backtest | null {
  const hidden = accounts.flatMap((account) => hide(account, metric, asOf))
  const isHidden = new Set(hidden.map(({ account }) => account))
  // Learned without the hidden posts, or the test would know its answers; of too short a history nothing is hidden.
  const cohorts = fitCohorts([...accounts.filter((account) => !isHidden.has(account)), ...hidden.map(({ past }) => past)], { metric, asOf })
  const tested = hidden.filter(({ counts }) => counts.length > least)
  if (tested.length < LEAST_CREATORS) return null
  const model = tested.map(({ past, counts }): Trial => {
    const forecast = forecastAccount(past, cohorts, { metric, asOf })
    const plusOne = counts.some((count) => count < SMALL)
    const log = (count: number) => Math.log(Math.max(count, Number.MIN_VALUE) + Number(plusOne))
    const quantiles = new Map<number, number>(Object.entries(LEVELS).map(([name, p]) => [p, log(Reflect.get(forecast ?? {}, name) ?? 0)]))
    return { y: log(counts.at(-1) ?? 0), at: (p) => quantiles.get(p) ?? Number.NaN }
  })
  const naive = listNaive(tested)
  const groups = listGroups(tested, { model, naive, seed })
  const whole = summarise({ model, naive, seed })
  const { coverage } = whole.model
  const red = groups.filter(({ coverage80 }) => coverage80.light === 'red').length
  // One red group of several may be chance: it takes the green away and no more.
  const light = worstLight([...coverage, ...(red > 0 ? [{ light: 'amber' as const }] : [])])
  const because = [...explainLight(coverage, tested.length), ...(red > 0 ? [tellRed(red, groups.length)] : [])]
  return { metric, creators: tested.length, ...whole, light, because, groups }
}

const tellRed = (red: number, all: number) =>
  say(
    `In ${red} of ${all} groups of platform and tier the 80 % range is red: whoever plans with them relies on it.`,
    `按平台与层级划分的 ${all} 组中，有 ${red} 组的 80% 区间亮红灯：用这些达人排期时须留意。`,
  )

// The same line as `readSample`: with counts below 20, ln(x + 1).
const SMALL = 20

function hide(account: Account, metric: ForecastMetric, asOf: string | null): Hidden[] {
  const split = splitNewest(account, metric, asOf)
  return split === null ? [] : [{ account, past: split.past, counts: listCounted(account, metric, asOf).counted.map(({ count }) => count) }]
}

function listNaive(tested: readonly Hidden[]): Trial[] {
  const rows = tested.map(({ counts }) => {
    const plusOne = Number(counts.some((count) => count < SMALL))
    const logs = counts.map((count) => Math.log(count + plusOne))
    const [y, centre] = [logs.at(-1) ?? 0, medianOf(logs.slice(-11, -1))]
    return { y, centre, error: y - centre }
  })
  const sorted = rows.map(({ error }) => error).sort((a, b) => a - b)
  const last = sorted.length - 2
  return rows.map(({ y, centre, error }) => {
    const at = (p: number) => centre + (pickWithout(sorted, error, Math.min(last, Math.floor(p * (last + 1)))) ?? 0)
    return { y, at: (p) => (p === 0.5 ? centre : at(p)) }
  })
}

interface Rivals {
  readonly model: readonly Trial[]
  readonly naive: readonly Trial[]
  readonly seed: number
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const errorOf = ({ y, at }: Trial) => Math.abs(y - at(0.5))
const interval80Of = ({ y, at }: Trial) => intervalScore(y, { low: at(0.1), high: at(0.9), alpha: 0.2 })
const holds = ({ y, at }: Trial, nominal: number) => y >= at(halve(1 - nominal)) && y <= at(1 - halve(1 - nominal))
// 1 − 0.95 is 0.05000000000000004: the quantile of that name is that at 0.025.
const halve = (alpha: number) => Math.round(alpha * 500) / 1000

function score(trials: readonly Trial[], seed: number): BacktestScores {
  const coverOf = (nominal: number) =>
    measureCoverage(
      trials.map((trial) => holds(trial, nominal)),
      nominal,
      seed,
    )
  return {
    coverage: NOMINALS.map(coverOf),
    mae: mean(trials.map(errorOf)),
    pinball: TAUS.map((tau) => ({ tau, loss: mean(trials.map(({ y, at }) => pinball(y, at(tau), tau))) })),
    crps: mean(
      trials.map(({ y, at }) =>
        crpsFromQuantiles(
          y,
          NODES.map((p) => ({ p, value: at(p) })),
        ),
      ),
    ),
    interval80: mean(trials.map(interval80Of)),
  }
}

function summarise({ model, naive, seed }: Rivals): Pick<Backtest, 'model' | 'naive' | 'ratios'> {
  const ratioOf = (lossOf: (trial: Trial) => number) => compare(model.map(lossOf), naive.map(lossOf), seed)
  return {
    model: score(model, seed),
    naive: score(naive, seed),
    ratios: { mae: ratioOf(errorOf), interval80: ratioOf(interval80Of) },
  }
}

/** Sum of losses over sum of losses; a naive guess without any error cannot be beaten, only met. */
function compare(ours: readonly number[], theirs: readonly number[], seed: number): Ratio {
  const ratioOf = (rows: Iterable<number>) => {
    let [a, b] = [0, 0]
    for (const row of rows) [a, b] = [a + (ours[row] ?? 0), b + (theirs[row] ?? 0)]
    return b > 0 ? a / b : 1
  }
  return { value: ratioOf(ours.keys()), ...bootstrap(ours.length, ratioOf, seed) }
}

function listGroups(tested: readonly Hidden[], { model, naive, seed }: Rivals): BacktestGroup[] {
  const byGroup = new Map<string, number[]>()
  tested.forEach(({ account }, at) => {
    const key = `${account.platform} ${tierOf(account)}`
    const held = byGroup.get(key)
    if (held === undefined) byGroup.set(key, [at])
    else held.push(at)
  })
  return [...byGroup.values()]
    .map((members): BacktestGroup => {
      const { account } = tested[members[0] ?? 0] ?? {}
      const [own, other] = [model, naive].map((trials) => members.flatMap((at) => trials[at] ?? []))
      const hits = (own ?? []).map((trial) => holds(trial, SHOWN))
      return {
        platform: account?.platform ?? '',
        tier: account === undefined ? 'unknown' : tierOf(account),
        creators: members.length,
        coverage80: measureCoverage(hits, SHOWN, seed),
        maeRatio: compare((own ?? []).map(errorOf), (other ?? []).map(errorOf), seed).value,
      }
    })
    .sort((a, b) => b.creators - a.creators || (`${a.platform} ${a.tier}` < `${b.platform} ${b.tier}` ? -1 : 1))
}
