// Numeric Recipes-style series in plain TypeScript: core has no dependency for them, and known values are tested.

const LANCZOS = [
  676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905, -0.13857109526572012,
  9.9843695780195716e-6, 1.5056327351493116e-7,
]

const HALF_LN_2PI = 0.5 * Math.log(2 * Math.PI)

/** ln Γ(x) for x > 0 (Lanczos, g = 7). */
export function lnGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - lnGamma(1 - x)
  const z = x - 1
  const sum = LANCZOS.reduce((total, coefficient, index) => total + coefficient / (z + index + 1), 0.99999999999980993)
  const t = z + 7.5
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** ψ(x) for x > 0: recurrence up to 10, then the asymptotic series. */
export function digamma(x: number): number {
  let [z, shift] = [x, 0]
  for (; z < 10; z += 1) shift -= 1 / z
  const f = 1 / (z * z)
  return shift + Math.log(z) - 0.5 / z - f * (1 / 12 - f * (1 / 120 - f * (1 / 252 - f * (1 / 240 - f / 132))))
}

/** ψ′(x) for x > 0. */
export function trigamma(x: number): number {
  let [z, shift] = [x, 0]
  for (; z < 10; z += 1) shift += 1 / (z * z)
  const f = 1 / (z * z)
  return shift + 1 / z + f / 2 + (f / z) * (1 / 6 - f * (1 / 30 - f * (1 / 42 - f / 30)))
}

/** x with ψ′(x) = y, y > 0: Newton on 1/ψ′, which is nearly linear (Smyth 2004). */
export function inverseTrigamma(y: number): number {
  let x = 0.5 + 1 / y
  for (let round = 0; round < 50; round += 1) {
    const value = trigamma(x)
    const slope = (trigamma(x * (1 + 1e-5)) - trigamma(x * (1 - 1e-5))) / (2e-5 * x)
    const step = (value * (1 - value / y)) / slope
    x += step
    if (Math.abs(step) < 1e-10 * x) break
  }
  return x
}

/** Regularised incomplete beta I_x(a, b) by its continued fraction (Lentz). */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0
  if (x >= 1) return 1
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a)
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a
  const keep = (value: number) => (Math.abs(value) < 1e-300 ? 1e-300 : value)
  let c = 1
  let d = 1 / keep(1 - ((a + b) * x) / (a + 1))
  let fraction = d
  for (let m = 1; m < 300; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / keep(1 + even * d)
    c = keep(1 + even / c)
    fraction *= c * d
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / keep(1 + odd * d)
    c = keep(1 + odd / c)
    fraction *= c * d
    if (Math.abs(c * d - 1) < 1e-15) break
  }
  return front * fraction
}

/** Φ(z): a series in the middle, a continued fraction in the tails. */
export function normalCdf(z: number): number {
  if (Math.abs(z) < 3) {
    // Marsaglia's series: exact to rounding in the middle.
    let [term, sum] = [z, z]
    for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum) && k < 200; k += 2) {
      term *= (z * z) / k
      sum += term
    }
    return 0.5 + sum * Math.exp(-0.5 * z * z - HALF_LN_2PI)
  }
  // Continued fraction of Mills' ratio for the tails.
  const x = Math.abs(z)
  let ratio = x
  for (let k = 60; k >= 1; k -= 1) ratio = x + k / ratio
  const tail = Math.exp(-0.5 * x * x - HALF_LN_2PI) / ratio
  return z < 0 ? tail : 1 - tail
}

/** Φ⁻¹(p), 0 < p < 1: a rational start and two Halley steps. */
export function normalQuantile(p: number): number {
  const q = Math.min(p, 1 - p)
  const t = Math.sqrt(-2 * Math.log(q))
  // Abramowitz & Stegun 26.2.23, error below 4.5e-4.
  let z = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let round = 0; round < 2; round += 1) {
    // The lower tail, not 1 − Φ(z): beyond z = 8 that difference is rounding.
    const error = (normalCdf(-z) - q) * Math.sqrt(2 * Math.PI) * Math.exp(0.5 * z * z)
    z += error / (1 - 0.5 * z * error)
  }
  return p < 0.5 ? -z : z
}

/** P(T ≤ t) of Student's t with `nu` degrees of freedom. */
export function studentCdf(t: number, nu: number): number {
  const tail = 0.5 * incompleteBeta(nu / (nu + t * t), nu / 2, 0.5)
  return t > 0 ? 1 - tail : tail
}

/** Student's t quantile: a Cornish–Fisher start, then Newton on the distribution function. */
export function studentQuantile(p: number, nu: number): number {
  if (p === 0.5) return 0
  if (p < 0.5) return -studentQuantile(1 - p, nu)
  const z = normalQuantile(p)
  let t = z + (z ** 3 + z) / (4 * nu) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * nu * nu)
  const lnScale = lnGamma((nu + 1) / 2) - lnGamma(nu / 2) - 0.5 * Math.log(nu * Math.PI)
  for (let round = 0; round < 60; round += 1) {
    const density = Math.exp(lnScale - ((nu + 1) / 2) * Math.log1p((t * t) / nu))
    const step = (studentCdf(t, nu) - p) / density
    // Half steps where Newton would leave the right half: heavy tails at small nu.
    t = t - step > 0 ? t - step : t / 2
    if (Math.abs(step) < 1e-12 * Math.max(1, t)) break
  }
  return t
}
