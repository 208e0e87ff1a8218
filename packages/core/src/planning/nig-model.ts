import { studentQuantile } from './special-functions.ts'

/** What is believed before the posts are seen: centre, weight in posts, degrees of freedom, variance. Log scale. */
export interface NigPrior {
  readonly mu: number
  readonly kappa0: number
  readonly nu0: number
  readonly sigma2: number
}

/** What the posts say: effective number, mean and sample variance on the log scale. */
export interface LogSample {
  readonly n: number
  readonly mean: number
  readonly variance: number
}

/** The next post on the log scale: Student's t with `nu` degrees of freedom, centre `m`, spread `scale`. */
export interface Predictive {
  readonly m: number
  readonly scale: number
  readonly nu: number
}

/** Normal–inverse-gamma update in closed form (science.md §2.2). */
export function updateNig({ mu, kappa0, nu0, sigma2 }: NigPrior, { n, mean, variance }: LogSample) {
  if (n === 0) return { kappa: kappa0, m: mu, nu: nu0, sigma2, scale: Math.sqrt(sigma2 * (1 + 1 / kappa0)) }
  const kappa = kappa0 + n
  const nu = nu0 + n
  const m = (kappa0 * mu + n * mean) / kappa
  // A sample below one effective post has no spread of its own; its weight must not go negative.
  const spread = Math.max(0, n - 1) * variance + ((kappa0 * n) / kappa) * (mean - mu) ** 2
  const updated = (nu0 * sigma2 + spread) / nu
  return { kappa, m, nu, sigma2: updated, scale: Math.sqrt(updated * (1 + 1 / kappa)) }
}

export function quantileOf({ m, scale, nu }: Predictive, p: number): number {
  return Math.exp(m + studentQuantile(p, nu) * scale)
}

/** sd of the log-normal that stands in for a mean: exp of Student's t has none. */
export function matchedSd({ scale, nu }: Predictive): number {
  return scale * Math.sqrt(nu / Math.max(nu - 2, 0.5))
}

/** Mean and variance with weights; n is Kish's effective number. Equal weights give the usual sample variance. */
export function summarise(values: readonly number[], weights: readonly number[] = values.map(() => 1)): LogSample {
  const total = weights.reduce((sum, w) => sum + w, 0)
  if (total === 0) return { n: 0, mean: 0, variance: 0 }
  const n = total ** 2 / weights.reduce((sum, w) => sum + w * w, 0)
  const mean = values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total
  const raw = values.reduce((sum, value, index) => sum + (value - mean) ** 2 * (weights[index] ?? 0), 0) / total
  return { n, mean, variance: n > 1.000001 ? (raw * n) / (n - 1) : 0 }
}

/** σ of a log-normal from its mean and median; null when the mean is not above the median. */
export function sigmaFromMeanMedian(mean: number, median: number): number | null {
  return median > 0 && mean > median ? Math.sqrt(2 * Math.log(mean / median)) : null
}
