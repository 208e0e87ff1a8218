import { expect, test } from 'vitest'
import { adaptAlpha, moveEnds } from './adapt-ranges.ts'
import { meanOfCount, predictCount, quantileOfCount, varianceOfCount } from './count-forecast.ts'
import { fillGreedily } from './fill-greedily.ts'
import science from './fixtures/science.json' with { type: 'json' }
import { buildMixModel } from './mix-model.ts'
import { gainOf, startPick } from './mix-pick.ts'
import { matchedSd, quantileOf, sigmaFromMeanMedian, summarise, updateNig } from './nig-model.ts'
import {
  averageSchedule,
  boundReach,
  boundReachByPairs,
  contactShares,
  fitReachCurve,
  reachAgostini,
  reachBetaBinomial,
  reachBinomial,
  reachBySegments,
  reachIndependent,
  uniteTwo,
} from './reach.ts'
import { netPerThousandViews, shareOf } from './sales-funnel.ts'
import { mixProblemSchema } from './schema.ts'
import { conformalQuantile, crpsLogNormal, crpsSample, pinball } from './score-forecasts.ts'
import { sigmaFromShare } from './sigma-from-share.ts'
import { solveMix } from './solve-mix.ts'
import { normalQuantile } from './special-functions.ts'
import { approximateSum, sumForecasts, type Quantiles } from './sum-forecasts.ts'

// Every worked number of science.md §2–§4 is either an input of its example or comes out of our own code: a number added to the
// fixture without a check fails here.

const nig = () => {
  const { views, prior } = science.forecast_nig
  const after = updateNig({ ...prior, sigma2: prior.sigma2_0 }, summarise(views.map(Math.log)))
  const sd = matchedSd(after)
  return {
    prior: { mu: Math.log(90_000) },
    expect: {
      kappa_n: after.kappa,
      m_n: after.m,
      nu_n: after.nu,
      sigma2_n: after.sigma2,
      pred_scale: after.scale,
      P10: quantileOf(after, 0.1),
      P50: quantileOf(after, 0.5),
      P90: quantileOf(after, 0.9),
      matched_lognormal_sd: sd,
      matched_lognormal_mean: Math.exp(after.m + sd ** 2 / 2),
    },
  }
}

const sigma = () => {
  const { mean, median, median_likes: likes, share_ge_1000: share } = science.sigma_from_aggregates
  return { sigma_mean_median: sigmaFromMeanMedian(mean, median), sigma_viral: sigmaFromShare(likes, 1000, share) }
}

const partsOf = ({ medians, sigmas }: { medians: readonly number[]; sigmas: readonly number[] }) =>
  medians.map((median, at) => ({ median, sigma: sigmas[at] ?? Number.NaN }))

function toQuantiles({ median, sigma: sd }: { median: number; sigma: number }, at: number): Quantiles {
  const q = (p: number) => median * Math.exp(sd * normalQuantile(p))
  const tails = { p025: q(0.025), p05: q(0.05), p10: q(0.1), p25: q(0.25) }
  return { id: `c${at}`, ...tails, p50: median, p75: q(0.75), p90: q(0.9), p95: q(0.95), p975: q(0.975) }
}

const sums = () =>
  science.sum_lognormals.map((known) => {
    const { mean, sd, mu, sigma: spread, quantile } = approximateSum(partsOf(known), known.rho)
    const drawn = sumForecasts(partsOf(known).map(toQuantiles), { seed: 3, draws: 100_000, rho: known.rho })
    return {
      mean,
      sd,
      mu_S: mu,
      sigma_S: spread,
      FW_P10: quantile(0.1),
      FW_P50: quantile(0.5),
      FW_P90: quantile(0.9),
      MC_P10: drawn.p10,
      MC_P50: drawn.p50,
      MC_P90: drawn.p90,
    }
  })

const targets = () => {
  const [, known] = science.sum_lognormals
  const { pAtLeast, quantile } = approximateSum(partsOf(known ?? { medians: [], sigmas: [] }), 0.15)
  return { p_ge_150k: pAtLeast(150_000), p_ge_250k: pAtLeast(250_000), floor_at_80pct: quantile(0.2), floor_at_70pct: quantile(0.3) }
}

const followers = () => {
  const { a0, b0, followers: events, views, planned_views: planned } = science.gamma_poisson_followers
  const predictive = predictCount({ a: a0, b: b0 }, { events, views }, planned)
  const [P10, P50, P90] = [0.1, 0.5, 0.9].map((p) => quantileOfCount(predictive, p))
  return { mean: meanOfCount(predictive), var: varianceOfCount(predictive), P10, P50, P90 }
}

const funnel = () => {
  const clicks = { prior: { yes: 20, all: 2000 }, yes: 150, all: 10_000 }
  const orders = { prior: { yes: 4, all: 200 }, yes: 6, all: 150 }
  const { aov: orderValue, refund: refundShare } = science.funnel
  return {
    ctr: shareOf(clicks),
    cvr: shareOf(orders),
    net_per_1000_views: netPerThousandViews({ clicks, orders, orderValue, refundShare }),
  }
}

const scores = () => {
  const { pinball: losses, crps_lnorm: logNormal, crps_sample: sample } = science.scores
  const [y = 0, mu = 0, sd = 0] = logNormal
  return {
    pinball: losses.map(([at = 0, quantile = 0, tau = 0]) => [at, quantile, tau, pinball(at, quantile, tau)]),
    crps_lnorm: [y, mu, sd, crpsLogNormal(y, mu, sd)],
    crps_sample: { crps: crpsSample(sample.x, sample.y) },
  }
}

const conformal = () => {
  const { scores: sorted, alpha } = science.conformal_quantile
  const q = conformalQuantile(sorted, alpha)
  return { q, k: sorted.indexOf(q ?? Number.NaN) + 1 }
}

const cqr = () => {
  const { q, y, alpha } = science.cqr
  const [low = 0, high = 0] = q
  const Q = moveEnds(
    y.map((each) => ({ low, high, y: each })),
    alpha,
  )
  // One range asked for nothing but itself is moved by its own distance.
  const E = y.map((each) => moveEnds([{ low, high, y: each }], 0.5))
  return { E, k: E.toSorted((a, b) => (a ?? 0) - (b ?? 0)).indexOf(Q) + 1, Q, interval: [low - (Q ?? 0), high + (Q ?? 0)] }
}

const reach = () => {
  const { audiences, universe, agostini, bbd, metheringham: met, segment, goerg, pairwise_union: union } = science.reach
  const shares = audiences.map((audience) => audience / universe)
  const [ab = 0, ac = 0, bc = 0] = agostini.pairs
  const outer = boundReach(shares)
  const tight = boundReachByPairs(shares, [
    { a: 0, b: 1, share: ab },
    { a: 0, b: 2, share: ac },
    { a: 1, b: 2, share: bc },
  ])
  const schedule = averageSchedule({ audiences: met.aud, inserts: met.ins, duplicates: met.dup })
  const perSegment = segment.reach.map((people, at) => segment.N.map((size, s) => (people * (segment.shares[at]?.[s] ?? 0)) / size))
  const dedup = reachBySegments(segment.N, perSegment)
  const everybody = segment.N.reduce((sum, size) => sum + size, 0)
  const [one = 0, other = 0] = segment.reach
  const curve = fitReachCurve(goerg.I, goerg.R)
  const [r, m] = [union.r, union.m].map(([a = 0, b = 0]) => [a, b] as const)
  return {
    sainsbury: reachIndependent(shares) * universe,
    contacts: contactShares(shares)
      .slice(1)
      .map((share) => share * universe),
    binomial: reachBinomial(shares) * universe,
    agostini: { reach: reachAgostini(shares, agostini.pairs, agostini.K) },
    bounds: {
      S1: shares.reduce((sum, share) => sum + share, 0),
      S2: agostini.pairs.reduce((sum, share) => sum + share, 0),
      frechet: [outer.low, outer.high],
      dawson_sankoff: tight.dawsonSankoff,
      kwerel_upper: tight.kwerel,
      hunter_worsley: tight.hunterWorsley,
    },
    bbd: reachBetaBinomial({ r1: bbd.A1 / bbd.P, r2: bbd.A2 / bbd.P, n: bbd.n }),
    metheringham: { A1: schedule.a1, D: schedule.d, A2: schedule.a2 },
    segment: {
      reach_dedup: dedup,
      independent: reachIndependent(segment.reach.map((people) => people / everybody)) * everybody,
      duplication_D: (one + other - dedup) / everybody / ((one / everybody) * (other / everybody)),
    },
    goerg: { rho: curve?.rho, at100: curve?.reachAt(100), three_plus_at200: curve?.reachAtLeast(3, 200) },
    pairwise_union: { reach: uniteTwo(r ?? [0, 0], m ?? [0, 0], union.a) },
  }
}

// As the note of the example says: 20 tangents of 1 − e^−t at t_k = 2·(k/19)^1.5.
const TANGENTS = Array.from({ length: 20 }, (_, k) => 2 * (k / 19) ** 1.5)
const underTangents = (t: number) => Math.min(1, ...TANGENTS.map((at) => 1 - Math.exp(-at) * (1 - (t - at))))

const tiny = science.optimise_tiny
const items = Object.entries(tiny.p).map(([id, p]) => ({ id, p, cost: Number(Reflect.get(tiny.cost, id)) }))
const tangentValue = (x: readonly number[]) =>
  tiny.N.reduce(
    (sum, size, s) => sum + size * underTangents(items.reduce((t, { p }, at) => t - (x[at] ?? 0) * Math.log1p(-(p[s] ?? 0)), 0)),
    0,
  )

const crossAxes = ([one, ...others]: readonly (readonly number[])[]): number[][] =>
  one === undefined ? [[]] : crossAxes(others).flatMap((rest) => one.map((value) => [value, ...rest]))

/** The linear relaxation by a grid that is refined round its best point: the value is concave in the shares. */
function relaxTiny(): number {
  const [a = 0, b = 0, c = 0, d = 0] = items.map(({ cost }) => cost)
  let best = { x: [0.5, 0.5, 0.5] as readonly number[], value: 0 }
  for (const step of [0.05, 0.01, 0.002, 0.0004]) {
    const axis = (at: number) => Array.from({ length: 21 }, (_, k) => Math.min(1, Math.max(0, (best.x[at] ?? 0) + (k - 10) * step)))
    for (const x of crossAxes([axis(0), axis(1), axis(2)])) {
      const [p = 0, q = 0, r = 0] = x
      const rest = (tiny.budget - p * a - q * b - r * c) / d
      const value = rest < 0 ? 0 : tangentValue([...x, Math.min(1, rest)])
      if (value > best.value) best = { x, value }
    }
  }
  return best.value
}

const subsets = () => Array.from({ length: 2 ** items.length }, (_, bits) => items.map((_item, at) => (bits >> at) & 1))
const costOf = (x: readonly number[]) => items.reduce((sum, { cost }, at) => sum + cost * (x[at] ?? 0), 0)

const optimise = () => {
  const problem = mixProblemSchema.parse({
    budgetFen: tiny.budget,
    segments: tiny.N.map((size, s) => ({ id: `s${s}`, size })),
    candidates: items.map(({ id, p, cost }) => ({ id, costFen: cost, reach: Object.fromEntries(p.map((share, s) => [`s${s}`, share])) })),
  })
  const model = buildMixModel(problem)
  const result = solveMix(problem, { clock: () => 0 })
  // What a set is worth and what the budget could add to it at most, in shares.
  const prefix = (ids: string) => {
    const chosen = [...ids].map((id) => model.ids.indexOf(id))
    const pick = startPick(model, chosen)
    const had = chosen.reduce((sum, index, at) => sum + gainOf(startPick(model, chosen.slice(0, at)), index), 0)
    const open = model.ids.map((_, index) => ({ gain: chosen.includes(index) ? 0 : gainOf(pick, index), cost: model.costFen[index] ?? 1 }))
    return open
      .toSorted((one, other) => other.gain / other.cost - one.gain / one.cost)
      .reduce(({ sum, left }, { gain, cost }) => ({ sum: sum + gain * Math.min(1, left / cost), left: Math.max(0, left - cost) }), {
        sum: had,
        left: tiny.budget,
      }).sum
  }
  return {
    greedy_order: fillGreedily(startPick(model), 'ratio').map((index) => model.ids[index]),
    value: result.value,
    optimum: result.chosen,
    ub_prefix: { empty: prefix(''), D: prefix('D'), DBC: prefix('DBC') },
    lp_bound: relaxTiny(),
    mip_outer_obj: Math.max(
      ...subsets()
        .filter((x) => costOf(x) <= tiny.budget)
        .map(tangentValue),
    ),
  }
}

const REPRODUCED: Readonly<Record<keyof typeof science, () => unknown>> = {
  forecast_nig: nig,
  sigma_from_aggregates: sigma,
  sum_lognormals: sums,
  target_probability: targets,
  reach,
  optimise_tiny: optimise,
  scores,
  conformal_quantile: conformal,
  aci: () => ({
    alphas: adaptAlpha(
      science.aci.alpha0,
      science.aci.err.map((each) => each === 1),
    ),
  }),
  cqr,
  gamma_poisson_followers: followers,
  funnel,
}

/** What an example starts from, or how near it is meant; `*` is any place of a list. */
const GIVEN = new Set(
  `
  forecast_nig.views.* forecast_nig.prior.kappa0 forecast_nig.prior.nu0 forecast_nig.prior.sigma2_0 forecast_nig.tol
  sigma_from_aggregates.mean sigma_from_aggregates.median sigma_from_aggregates.median_likes sigma_from_aggregates.share_ge_1000
  sum_lognormals.*.medians.* sum_lognormals.*.sigmas.* sum_lognormals.*.rho sum_lognormals.*.mc_tol_rel
  reach.audiences.* reach.universe reach.agostini.pairs.* reach.agostini.K reach.bbd.A1 reach.bbd.A2 reach.bbd.P reach.bbd.n
  reach.metheringham.aud.* reach.metheringham.ins.* reach.metheringham.dup.*.* reach.segment.N.* reach.segment.reach.*
  reach.segment.shares.*.* reach.goerg.I reach.goerg.R reach.pairwise_union.r.* reach.pairwise_union.m.* reach.pairwise_union.a
  optimise_tiny.N.* optimise_tiny.p.A.* optimise_tiny.p.B.* optimise_tiny.p.C.* optimise_tiny.p.D.* optimise_tiny.cost.A
  optimise_tiny.cost.B optimise_tiny.cost.C optimise_tiny.cost.D optimise_tiny.budget optimise_tiny.note
  scores.crps_sample.x.* scores.crps_sample.y conformal_quantile.scores.* conformal_quantile.alpha
  aci.alpha0 aci.gamma aci.err.* cqr.q.* cqr.y.* cqr.alpha funnel.aov funnel.refund
  gamma_poisson_followers.a0 gamma_poisson_followers.b0 gamma_poisson_followers.followers gamma_poisson_followers.views
  gamma_poisson_followers.planned_views
  `
    .trim()
    .split(/\s+/),
)

/** Relative; what is not named is met to a millionth. */
const TOLERANCES: readonly (readonly [RegExp, number])[] = [
  [/^sum_lognormals\.\d+\.MC_/, 0.01],
  [/^optimise_tiny\.lp_bound$/, 1e-5],
]

function listLeaves(value: unknown, path: string): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]]
  return Object.entries(value).flatMap(([name, part]) => listLeaves(part, `${path}.${name}`))
}

const isGiven = (path: string) => GIVEN.has(path.replace(/\.\d+(?=\.|$)/g, '.*'))

const sections = Object.entries(REPRODUCED)

test.each(sections)('%s: every number is an input or comes out of our code', (name, reproduce) => {
  const known = listLeaves(Reflect.get(science, name), name)
  const found = new Map(listLeaves(reproduce(), name))
  const unchecked = known.filter(([path]) => !isGiven(path) && !found.has(path)).map(([path]) => path)
  expect(unchecked).toEqual([])
  for (const [path, expected] of known.filter(([at]) => found.has(at))) {
    const actual = found.get(path)
    if (typeof expected !== 'number' || typeof actual !== 'number') expect(actual, path).toBe(expected)
    else {
      const tolerance = TOLERANCES.find(([pattern]) => pattern.test(path))?.[1] ?? 1e-6
      expect(Math.abs(actual - expected) / Math.max(1e-9, Math.abs(expected)), `${path}: ${actual}`).toBeLessThan(tolerance)
    }
  }
})

test('no section of the fixture is without a check, and no input is named that is not there', () => {
  expect(Object.keys(science).toSorted()).toEqual(sections.map(([name]) => name).toSorted())
  const all = new Set(listLeaves(science, '').map(([path]) => path.slice(1).replace(/\.\d+(?=\.|$)/g, '.*')))
  expect([...GIVEN].filter((path) => !all.has(path))).toEqual([])
})
