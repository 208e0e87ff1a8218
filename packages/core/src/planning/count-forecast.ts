import { lnGamma, normalQuantile } from './special-functions.ts'
import { drawUniform } from './seeded-draws.ts'

/** What is believed of a rate per view before anything was counted: `a` events in `b` views. */
export interface RatePrior {
  readonly a: number
  readonly b: number
}

/** What was counted: so many followers, clicks, mentions or orders in so many views. */
export interface CountedRate {
  readonly events: number
  readonly views: number
}

/** Events of a known number of further views: negative binomial, the predictive of Gamma–Poisson. */
export interface CountPredictive {
  readonly shape: number
  /** Success probability: of the views seen among those seen and planned. */
  readonly p: number
}

/** New followers, clicks, mentions or orders in `planned` views (science.md §2.2). All numbers at least nil, the prior above it. */
export function predictCount({ a, b }: RatePrior, { events, views }: CountedRate, planned: number): CountPredictive {
  return { shape: a + events, p: (b + views) / (b + views + planned) }
}

export function meanOfCount({ shape, p }: CountPredictive): number {
  return (shape * (1 - p)) / p
}

export function varianceOfCount({ shape, p }: CountPredictive): number {
  return (shape * (1 - p)) / (p * p)
}

/** The smallest count that is reached with probability `level`: exact while counts are small, normal beyond where it is the same to a thousandth. */
export function quantileOfCount(predictive: CountPredictive, level: number): number {
  const { shape, p } = predictive
  const mean = meanOfCount(predictive)
  if (mean > MANY) return Math.max(0, Math.round(mean + normalQuantile(level) * Math.sqrt(varianceOfCount(predictive))))
  let [count, share] = [0, Math.exp(shape * Math.log(p))]
  for (let sum = share; sum < level && count < MOST * (1 + mean); sum += share) {
    count += 1
    share = Math.exp(lnGamma(count + shape) - lnGamma(shape) - lnGamma(count + 1) + shape * Math.log(p) + count * Math.log1p(-p))
  }
  return count
}

const MANY = 1e6
const MOST = 50

/**
 * Draws of events, one for each draw of the views: first the rate, then the count. The views vary more than the rate does,
 * so a range from one number of views would be far too narrow. The same seed gives the same draws.
 */
export function drawCounts(
  views: Float64Array,
  { prior, counted, seed }: { prior: RatePrior; counted: CountedRate; seed: number },
): Float64Array {
  const uniform = drawUniform(seed)
  const [shape, rate] = [prior.a + counted.events, prior.b + counted.views]
  return views.map((planned) => {
    const mean = (drawGamma(shape, uniform) / rate) * planned
    return drawPoisson(mean, uniform)
  })
}

/** Yes of `all`: first the share (Beta), then the count. */
export function drawShare(prior: { readonly yes: number; readonly all: number }, all: number, uniform: () => number): number {
  const yes = drawGamma(prior.yes, uniform)
  const share = yes / (yes + drawGamma(prior.all - prior.yes, uniform))
  return Math.min(all, drawPoisson(share * all, uniform))
}

/** Marsaglia & Tsang (2000); below shape 1 by one more uniform. */
function drawGamma(shape: number, uniform: () => number): number {
  if (shape < 1) return drawGamma(shape + 1, uniform) * uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const z = normalQuantile(uniform())
    const v = (1 + c * z) ** 3
    if (v > 0 && Math.log(uniform()) < 0.5 * z * z + d - d * v + d * Math.log(v)) return d * v
  }
}

/** By inversion while the mean is small; beyond, a rounded normal is the same to a percent. */
function drawPoisson(mean: number, uniform: () => number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * normalQuantile(uniform())))
  const limit = uniform()
  let [count, share] = [0, Math.exp(-mean)]
  for (let sum = share; sum < limit && share > 0; sum += share) {
    count += 1
    share *= mean / count
  }
  return count
}
