import { describe, expect, test } from 'vitest'
import science from './fixtures/science.json' with { type: 'json' }
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
import { conformalQuantile, crpsLogNormal, crpsSample, pinball } from './score-forecasts.ts'
import { sigmaFromShare } from './sigma-from-share.ts'
import {
  digamma,
  incompleteBeta,
  inverseTrigamma,
  lnGamma,
  normalCdf,
  normalQuantile,
  studentCdf,
  studentQuantile,
  trigamma,
} from './special-functions.ts'
import { approximateSum, sumForecasts, type Quantiles } from './sum-forecasts.ts'

describe('special functions against known values', () => {
  test.each([
    ['lnGamma(10)', lnGamma(10), Math.log(362880)],
    ['lnGamma(0.5)', lnGamma(0.5), Math.log(Math.sqrt(Math.PI))],
    ['digamma(1)', digamma(1), -0.5772156649015329],
    ['trigamma(1)', trigamma(1), Math.PI ** 2 / 6],
    ['trigamma of its inverse', trigamma(inverseTrigamma(0.37)), 0.37],
    ['I_0.3(2, 5)', incompleteBeta(0.3, 2, 5), 0.579825],
    ['I_x at the ends', incompleteBeta(0, 2, 5) + incompleteBeta(1, 2, 5), 1],
    ['Φ(1.96)', normalCdf(1.96), 0.9750021048517795],
    ['Φ(−4)', normalCdf(-4), 3.167124183311986e-5],
    ['Φ⁻¹(0.975)', normalQuantile(0.975), 1.959963984540054],
    ['Φ⁻¹(0.001)', normalQuantile(0.001), -3.090232306167814],
    ['t₁ is Cauchy', studentQuantile(0.75, 1), 1],
    ['t₁₁ at 0.9', studentQuantile(0.9, 11), 1.3634303180205],
    ['t₂.₅ turns back', studentCdf(studentQuantile(0.995, 2.5), 2.5), 0.995],
    ['t₁ far out', studentQuantile(0.999, 1), Math.tan(Math.PI * 0.499)],
    ['median of t', studentQuantile(0.5, 7), 0],
    ['t below the median', studentQuantile(0.1, 11), -1.3634303180205],
  ])('%s', (_, actual, expected) => expect(actual).toBeCloseTo(expected, 8))
})

describe('worked example A: normal–inverse-gamma', () => {
  const { views, prior, expect: known } = science.forecast_nig
  const after = updateNig({ mu: prior.mu, kappa0: prior.kappa0, nu0: prior.nu0, sigma2: prior.sigma2_0 }, summarise(views.map(Math.log)))

  test.each([
    ['κn', after.kappa, known.kappa_n],
    ['m', after.m, known.m_n],
    ['νn', after.nu, known.nu_n],
    ['σn²', after.sigma2, known.sigma2_n],
    ['scale', after.scale, known.pred_scale],
    ['matched sd', matchedSd(after), known.matched_lognormal_sd],
  ])('%s', (_, actual, expected) => expect(actual).toBeCloseTo(expected, 8))

  test.each([
    ['P10', quantileOf(after, 0.1), known.P10],
    ['P50', quantileOf(after, 0.5), known.P50],
    ['P90', quantileOf(after, 0.9), known.P90],
    ['mean', Math.exp(after.m + matchedSd(after) ** 2 / 2), known.matched_lognormal_mean],
  ])('%s in views', (_, actual, expected) => expect(Math.abs(actual / expected - 1)).toBeLessThan(science.forecast_nig.tol))

  test('without posts the prior speaks: P10, P50, P90', () => {
    const prior0 = updateNig({ mu: prior.mu, kappa0: prior.kappa0, nu0: prior.nu0, sigma2: prior.sigma2_0 }, summarise([]))
    expect([0.1, 0.5, 0.9].map((p) => Math.round(quantileOf(prior0, p)))).toEqual([20157, 90000, 401837])
  })
})

describe('spread from aggregates', () => {
  const known = science.sigma_from_aggregates
  test('mean and median', () => expect(sigmaFromMeanMedian(known.mean, known.median)).toBeCloseTo(known.sigma_mean_median, 9))
  test('share of posts above 1,000 likes', () =>
    expect(sigmaFromShare(known.median_likes, 1000, known.share_ge_1000)).toBeCloseTo(known.sigma_viral, 8))
  test.each([
    ['mean below median', sigmaFromMeanMedian(80, 100)],
    ['median zero', sigmaFromMeanMedian(80, 0)],
    ['share of zero', sigmaFromShare(300, 1000, 0)],
    ['share of all', sigmaFromShare(300, 1000, 1)],
    ['a median above the line with a share below half', sigmaFromShare(3000, 1000, 0.12)],
  ])('%s says nothing', (_, sigma) => expect(sigma).toBeNull())
})

describe('worked example C: sums', () => {
  const logNormal = (id: string, median: number, sigma: number): Quantiles => {
    const at = (p: number) => median * Math.exp(sigma * normalQuantile(p))
    return {
      id,
      p025: at(0.025),
      p05: at(0.05),
      p10: at(0.1),
      p25: at(0.25),
      p50: median,
      p75: at(0.75),
      p90: at(0.9),
      p95: at(0.95),
      p975: at(0.975),
    }
  }

  test.each(science.sum_lognormals)('Fenton–Wilkinson at rho $rho', (known) => {
    const sum = approximateSum(
      known.medians.map((median, index) => ({ median, sigma: known.sigmas[index] ?? 0 })),
      known.rho,
    )
    expect(sum.mean / known.mean).toBeCloseTo(1, 9)
    expect(sum.sd / known.sd).toBeCloseTo(1, 9)
    expect(sum.mu).toBeCloseTo(known.mu_S, 9)
    expect(sum.sigma).toBeCloseTo(known.sigma_S, 9)
    expect(sum.quantile(0.1) / known.FW_P10).toBeCloseTo(1, 7)
    expect(sum.quantile(0.5) / known.FW_P50).toBeCloseTo(1, 7)
    expect(sum.quantile(0.9) / known.FW_P90).toBeCloseTo(1, 7)
  })

  test.each(science.sum_lognormals)('Monte Carlo at rho $rho, within its stated error', (known) => {
    const forecasts = known.medians.map((median, index) => logNormal(`c${index}`, median, known.sigmas[index] ?? 0))
    const sum = sumForecasts(forecasts, { seed: 3, draws: 100_000, rho: known.rho })
    expect(Math.abs(sum.p10 / known.MC_P10 - 1)).toBeLessThan(known.mc_tol_rel)
    expect(Math.abs(sum.p50 / known.MC_P50 - 1)).toBeLessThan(known.mc_tol_rel)
    expect(Math.abs(sum.p90 / known.MC_P90 - 1)).toBeLessThan(known.mc_tol_rel)
    expect(sum.p10).toBeGreaterThan(forecasts.reduce((total, { p10 }) => total + p10, 0))
  })

  test('probability of a target and the floor at a probability', () => {
    const known = science.target_probability
    const { medians, sigmas } = science.sum_lognormals[1] ?? { medians: [], sigmas: [] }
    const sum = approximateSum(
      medians.map((median, index) => ({ median, sigma: sigmas[index] ?? 0 })),
      0.15,
    )
    expect(sum.pAtLeast(150_000)).toBeCloseTo(known.p_ge_150k, 7)
    expect(sum.pAtLeast(250_000)).toBeCloseTo(known.p_ge_250k, 7)
    expect(sum.quantile(0.2) / known.floor_at_80pct).toBeCloseTo(1, 7)
    expect(sum.quantile(0.3) / known.floor_at_70pct).toBeCloseTo(1, 7)
  })

  test('the same seed gives the same sum; another creator leaves the draws of the first alone', () => {
    const [a, b] = [logNormal('a', 100, 1), logNormal('b', 50, 1)]
    const once = sumForecasts([a, b], { seed: 1, draws: 500 })
    const again = sumForecasts([b, a], { seed: 1, draws: 500 })
    expect(again.p50).toBe(once.p50)
    expect(sumForecasts([a, b], { seed: 2, draws: 500 }).p50).not.toBe(once.p50)
    expect(once.pAtLeast(0)).toBe(1)
    expect(once.pAtLeast(once.quantile(0.75))).toBeCloseTo(0.25, 2)
  })
})

describe('reach', () => {
  const { audiences, universe, bounds, agostini, bbd, metheringham, segment, goerg, pairwise_union: union, ...known } = science.reach
  const shares = audiences.map((audience) => audience / universe)
  const [ab = 0, ac = 0, bc = 0] = agostini.pairs

  test('independent, by contacts, binomial', () => {
    expect(reachIndependent(shares) * universe).toBeCloseTo(known.sainsbury, 6)
    expect(
      contactShares(shares)
        .slice(1)
        .map((share) => Math.round(share * universe)),
    ).toEqual(known.contacts)
    expect(reachBinomial(shares) * universe).toBeCloseTo(known.binomial, 6)
  })

  test('Agostini and the bounds', () => {
    expect(reachAgostini(shares, agostini.pairs, agostini.K)).toBeCloseTo(agostini.reach, 12)
    const { low, high } = boundReach(shares)
    expect([low, high].map((value) => Math.round(value * 10) / 10)).toEqual(bounds.frechet)
    const tight = boundReachByPairs(shares, [
      { a: 0, b: 1, share: ab },
      { a: 0, b: 2, share: ac },
      { a: 1, b: 2, share: bc },
    ])
    expect(tight.dawsonSankoff).toBeCloseTo(bounds.dawson_sankoff, 9)
    expect(tight.kwerel).toBeCloseTo(bounds.kwerel_upper, 9)
    expect(tight.hunterWorsley).toBeCloseTo(bounds.hunter_worsley, 9)
  })

  test('beta-binomial', () => {
    const { alpha, beta, reach } = reachBetaBinomial({ r1: bbd.A1 / bbd.P, r2: bbd.A2 / bbd.P, n: bbd.n })
    expect([alpha, beta, reach].map((value) => value.toFixed(9))).toEqual([bbd.alpha, bbd.beta, bbd.reach].map((value) => value.toFixed(9)))
  })

  test('Metheringham', () => {
    const { a1, d, a2 } = averageSchedule({ audiences: metheringham.aud, inserts: metheringham.ins, duplicates: metheringham.dup })
    expect(a1).toBeCloseTo(metheringham.A1, 6)
    expect(d).toBeCloseTo(metheringham.D, 5)
    expect(a2).toBeCloseTo(metheringham.A2, 5)
  })

  test('segments: two creators with the same audience overlap more', () => {
    const creators = segment.reach.map((reach, index) => segment.N.map((size, at) => (reach * (segment.shares[index]?.[at] ?? 0)) / size))
    expect(reachBySegments(segment.N, creators)).toBeCloseTo(segment.reach_dedup, 6)
  })

  test('one-point curve and pairwise union', () => {
    const curve = fitReachCurve(goerg.I, goerg.R)
    expect(curve?.rho).toBeCloseTo(goerg.rho, 9)
    expect(curve?.reachAt(100)).toBeCloseTo(goerg.at100, 9)
    expect(curve?.reachAtLeast(3, 200)).toBeCloseTo(goerg.three_plus_at200, 9)
    expect(uniteTwo([600, 300], [1000, 500], union.a)).toBe(union.reach)
  })
})

describe('scores', () => {
  test('pinball', () => {
    const losses = science.scores.pinball.map(([y = 0, quantile = 0, tau = 0]) => pinball(y, quantile, tau))
    losses.forEach((loss, index) => expect(loss).toBeCloseTo(science.scores.pinball[index]?.[3] ?? Number.NaN, 9))
  })
  test('CRPS of a log-normal and of a sample', () => {
    const [y = 0, mu = 0, sigma = 0, crps = 0] = science.scores.crps_lnorm
    expect(crpsLogNormal(y, mu, sigma)).toBeCloseTo(crps, 9)
    expect(crpsSample(science.scores.crps_sample.x, science.scores.crps_sample.y)).toBeCloseTo(science.scores.crps_sample.crps, 12)
  })
  test('conformal quantile and its smallest sizes', () => {
    const { scores, alpha, q } = science.conformal_quantile
    expect(conformalQuantile(scores, alpha)).toBe(q)
    for (const [level, least] of [
      [0.2, 4],
      [0.1, 9],
      [0.05, 19],
    ] as const) {
      expect(
        conformalQuantile(
          Array.from({ length: least }, (_, at) => at),
          level,
        ),
      ).toBe(least - 1)
      expect(
        conformalQuantile(
          Array.from({ length: least - 1 }, (_, at) => at),
          level,
        ),
      ).toBeNull()
    }
  })
})
