import type { Account } from '../creators/index.ts'
import type { ForecastMetric } from './aggregate-table.ts'
import { fitCohorts, priorOf } from './fit-cohorts.ts'
import { matchedSd, summarise, updateNig, type Predictive } from './nig-model.ts'
import { byPublished, readSample } from './read-sample.ts'
import { conformalQuantileWithout, pickWithout, pinball } from './score-forecasts.ts'
import { drawUniform } from './seeded-draws.ts'
import { normalCdf, studentQuantile } from './special-functions.ts'

const LEVELS = [0.5, 0.8, 0.9, 0.95] as const
const TAUS = [0.1, 0.5, 0.9] as const

/** How often ranges held, with a cluster-bootstrap 95 % interval (creators as clusters). */
export interface Coverage {
  readonly nominal: number
  readonly observed: number
  readonly low: number
  readonly high: number
  readonly light: 'green' | 'amber' | 'red'
}

/** Scores on the log scale: mean absolute error, pinball at 0.1/0.5/0.9, CRPS. */
export interface BacktestScores {
  readonly coverage: readonly Coverage[]
  readonly mae: number
  readonly pinball: readonly { readonly tau: number; readonly loss: number }[]
  readonly crps: number
}

/** How well the forecast did on posts it had not seen, beside the naive guess; scores on the log scale. */
export interface Backtest {
  readonly metric: ForecastMetric
  readonly creators: number
  readonly model: BacktestScores
  /** Median of the last ten with the pooled quantiles of its own leave-last-out log errors. */
  readonly naive: BacktestScores
}

interface Trial {
  readonly y: number
  readonly centre: number
  readonly scale: number
  /** Quantile of the forecast at p, log scale. */
  readonly at: (p: number) => number
}

/** Hides the newest post of every account with at least three and forecasts it. Null when fewer than two accounts have three posts. */
export function backtestForecasts(
  accounts: readonly Account[],
  { metric, asOf, seed }: { metric: ForecastMetric; asOf: string | null; seed: number },
): Backtest | null {
  // The line is learned without the hidden posts, or the test would know its answers.
  const tested = accounts
    .map((account) => ({ account, sample: readSample(account, metric, asOf) }))
    .filter(({ sample }) => sample.values.length >= 3)
  if (tested.length < 2) return null
  const past = tested.map(({ account }) => hideLast(account, metric, asOf))
  const isTested = new Set(tested.map(({ account }) => account))
  const cohorts = fitCohorts([...accounts.filter((account) => !isTested.has(account)), ...past], { metric, asOf })
  const quantity = metric === 'views' ? cohorts.views : (cohorts.interactions ?? cohorts.views)
  const centred = tested.map(({ account, sample }) => {
    const before = summarise(sample.values.slice(0, -1), sample.weights.slice(0, -1))
    return { y: sample.values.at(-1) ?? 0, ...updateNig(priorOf(quantity, account), before) }
  })
  const scoreOf = ({ y, m, scale }: { y: number; m: number; scale: number }) => Math.abs(y - m) / scale
  const scores = centred.map(scoreOf).sort((a, b) => a - b)
  const model = centred.map((one): Trial => ({
    y: one.y,
    centre: one.m,
    scale: matchedSd(one),
    at: calibrate(one, scores, scoreOf(one)),
  }))
  const naive = listNaive(tested.map(({ sample }) => sample.values))
  return { metric, creators: tested.length, model: score(model, seed), naive: score(naive, seed) }
}

function hideLast(account: Account, metric: ForecastMetric, asOf: string | null): Account {
  const kept = readSample(account, metric, asOf).values.length - 1
  let posts = account.posts.toSorted(byPublished)
  // Posts without this count are hidden along the way: only those before the tested one may stay.
  while (posts.length > 0 && readSample({ ...account, posts }, metric, asOf).values.length > kept) posts = posts.slice(0, -1)
  return { ...account, posts }
}

function calibrate({ m, scale, nu }: Predictive, scores: readonly number[], own: number): Trial['at'] {
  return (p) => {
    if (p === 0.5) return m
    const upper = Math.max(p, 1 - p)
    const width = conformalQuantileWithout(scores, own, 2 * (1 - upper)) ?? studentQuantile(upper, nu)
    return m + Math.sign(p - 0.5) * width * scale
  }
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2
}

function listNaive(rows: readonly (readonly number[])[]): Trial[] {
  const centres = rows.map((values) => medianOf(values.slice(-11, -1)))
  const errors = rows.map((values, index) => (values.at(-1) ?? 0) - (centres[index] ?? 0))
  const sd = Math.sqrt(summarise(errors).variance)
  const sorted = errors.toSorted((a, b) => a - b)
  return rows.map((values, index) => {
    const [centre, own] = [centres[index] ?? 0, errors[index] ?? 0]
    const last = sorted.length - 2
    const at = (p: number) => centre + (pickWithout(sorted, own, Math.min(last, Math.floor(p * (last + 1)))) ?? 0)
    return { y: values.at(-1) ?? 0, centre, scale: sd, at: (p) => (p === 0.5 ? centre : at(p)) }
  })
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function score(trials: readonly Trial[], seed: number): BacktestScores {
  return {
    coverage: LEVELS.map((nominal) => cover(trials, nominal, seed)),
    mae: mean(trials.map(({ y, centre }) => Math.abs(y - centre))),
    pinball: TAUS.map((tau) => ({ tau, loss: mean(trials.map(({ y, at }) => pinball(y, at(tau), tau))) })),
    crps: mean(trials.map(crpsNormal)),
  }
}

/** CRPS of a normal with the forecast's centre and spread. */
function crpsNormal({ y, centre, scale }: Trial): number {
  const sd = Math.max(scale, 1e-9)
  const z = (y - centre) / sd
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)
  return sd * (z * (2 * normalCdf(z) - 1) + 2 * density - 1 / Math.sqrt(Math.PI))
}

const RESAMPLES = 500

function cover(trials: readonly Trial[], nominal: number, seed: number): Coverage {
  const hits = trials.map(({ y, at }) => Number(y >= at((1 - nominal) / 2) && y <= at((1 + nominal) / 2)))
  const uniform = drawUniform(seed)
  const resampled = Array.from({ length: RESAMPLES }, () => mean(hits.map(() => hits[Math.floor(uniform() * hits.length)] ?? 0))).sort(
    (a, b) => a - b,
  )
  const [low, high] = [resampled[Math.floor(0.025 * RESAMPLES)] ?? 0, resampled[Math.floor(0.975 * RESAMPLES)] ?? 1]
  const observed = mean(hits)
  return { nominal, observed, low, high, light: chooseLight({ nominal, low, high }) }
}

/** Red: even the interval of the coverage lies wholly below what was promised. Amber: wholly above, too wide to be useful. */
function chooseLight({ nominal, low, high }: { nominal: number; low: number; high: number }): Coverage['light'] {
  if (high < nominal) return 'red'
  return low > nominal ? 'amber' : 'green'
}
