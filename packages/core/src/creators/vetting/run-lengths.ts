/** What is believed of the level and the spread of a series before it is seen (normal–gamma). */
interface Belief {
  readonly mean: number
  readonly kappa: number
  /** Twice the shape: degrees of freedom of the forecast. */
  readonly nu: number
  readonly beta: number
  /** Γ((ν+1)/2) / Γ(ν/2), carried along: each new value adds 1 to ν. */
  readonly gammaRatio: number
}

const HAZARD = 1 / 60

/**
 * Bayesian online change points with a Student-t forecast: after each value, P(the level is younger than `young` values).
 * P(age 0) itself is pinned at the hazard and says nothing (science.md §7), so a few values are taken together.
 */
export function watchLevel(values: readonly number[], young: number): number[] {
  const [first = 0] = values
  const start: Belief = { mean: middleOf(values) ?? first, kappa: 0.1, nu: 2, beta: 0.1, gammaRatio: Math.sqrt(Math.PI) / 2 }
  let runs: { readonly belief: Belief; readonly share: number }[] = [{ belief: start, share: 1 }]
  return values.map((value) => {
    const grown = runs.map(({ belief, share }) => ({ belief: learn(belief, value), share: share * density(belief, value) * (1 - HAZARD) }))
    const reset = runs.reduce((sum, { belief, share }) => sum + share * density(belief, value) * HAZARD, 0)
    const total = grown.reduce((sum, { share }) => sum + share, reset)
    // A value that nothing foresaw leaves no mass at all: then everything starts anew.
    runs =
      total > 0
        ? [{ belief: start, share: reset / total }, ...grown.map(({ belief, share }) => ({ belief, share: share / total }))]
        : [{ belief: start, share: 1 }]
    return runs.slice(0, young).reduce((sum, { share }) => sum + share, 0)
  })
}

const middleOf = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]

function density({ mean, kappa, nu, beta, gammaRatio }: Belief, value: number): number {
  const scale = Math.sqrt((2 * beta * (kappa + 1)) / (nu * kappa))
  const t = (value - mean) / scale
  return (gammaRatio / (Math.sqrt(Math.PI * nu) * scale)) * (1 + (t * t) / nu) ** (-(nu + 1) / 2)
}

function learn({ mean, kappa, nu, beta, gammaRatio }: Belief, value: number): Belief {
  return {
    mean: (kappa * mean + value) / (kappa + 1),
    kappa: kappa + 1,
    nu: nu + 1,
    beta: beta + (kappa * (value - mean) ** 2) / (2 * (kappa + 1)),
    gammaRatio: nu / 2 / gammaRatio,
  }
}
