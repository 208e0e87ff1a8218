import { median } from './robust.ts'

/** One case: what explains, and what is explained. */
export interface Case {
  readonly x: readonly number[]
  readonly y: number
}

/** A straight line that a few odd cases do not move. */
export interface Fit {
  readonly slopes: readonly number[]
  readonly centre: number
  /** Standard deviation of the rest, robust. */
  readonly spread: number
}

export interface FitOptions {
  /** Slopes that hold until the cases say otherwise; 0 each where not given. */
  readonly believed?: readonly number[]
  /** How firmly: the sum of squares of x that weighs as much as the belief. */
  readonly firmness: number
}

/** Distances from here on, in deviations, count less and less (Huber). */
const FULL_WEIGHT = 1.5
const ROUNDS = 12

/** Fits y = centre + slopes · x by reweighted least squares, drawn towards the slopes believed. */
export function fitRobust(cases: readonly Case[], { believed = [], firmness }: FitOptions): Fit {
  const size = cases[0]?.x.length ?? 0
  const start = Array.from({ length: size }, (_, at) => believed[at] ?? 0)
  const offBelief = cases.map(({ x, y }) => ({ x, y: y - dot(x, start) }))
  let weights = cases.map(() => 1)
  let fit: Fit = { slopes: start.map(() => 0), centre: 0, spread: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    fit = fitWeighted(offBelief, weights, firmness)
    const { spread } = fit
    weights = restsOf(offBelief, fit).map((rest) => (spread === 0 ? 1 : 1 / Math.max(1, Math.abs(rest) / (FULL_WEIGHT * spread))))
  }
  return { ...fit, slopes: fit.slopes.map((slope, at) => slope + (start[at] ?? 0)) }
}

/** What a fit leaves unexplained, case by case. */
export const restsOf = (cases: readonly Case[], { slopes, centre }: Pick<Fit, 'slopes' | 'centre'>): number[] =>
  cases.map(({ x, y }) => y - centre - dot(x, slopes))

/** Median distance from the median, as a standard deviation. */
function deviationOf(values: readonly number[]): number {
  const middle = median(values) ?? 0
  return 1.4826 * (median(values.map((value) => Math.abs(value - middle))) ?? 0)
}

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0)

function fitWeighted(cases: readonly Case[], weights: readonly number[], firmness: number): Fit {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const meanOf = (pick: (one: Case) => number) => cases.reduce((sum, one, at) => sum + (weights[at] ?? 0) * pick(one), 0) / total
  const size = cases[0]?.x.length ?? 0
  const means = Array.from({ length: size }, (_, at) => meanOf(({ x }) => x[at] ?? 0))
  const middle = meanOf(({ y }) => y)
  const system = means.map((_, a) => [
    ...means.map((_unused, b) => sumProducts(a, b) + (a === b ? firmness : 0)),
    cases.reduce((sum, { x, y }, at) => sum + (weights[at] ?? 0) * ((x[a] ?? 0) - (means[a] ?? 0)) * (y - middle), 0),
  ])
  const slopes = solve(system)
  const rests = restsOf(cases, { slopes, centre: 0 })
  return { slopes, centre: median(rests) ?? 0, spread: deviationOf(rests) }

  function sumProducts(a: number, b: number): number {
    return cases.reduce((sum, { x }, at) => sum + (weights[at] ?? 0) * ((x[a] ?? 0) - (means[a] ?? 0)) * ((x[b] ?? 0) - (means[b] ?? 0)), 0)
  }
}

/** Gauss–Jordan; the firmness on the diagonal keeps every pivot above zero. */
function solve(system: number[][]): number[] {
  const size = system.length
  for (let at = 0; at < size; at++) {
    const pivot = system[at] ?? []
    for (const [index, row] of system.entries()) {
      if (index === at) continue
      const factor = (row[at] ?? 0) / (pivot[at] ?? 1)
      for (let column = at; column <= size; column++) row[column] = (row[column] ?? 0) - factor * (pivot[column] ?? 0)
    }
  }
  return system.map((row, at) => (row[size] ?? 0) / (row[at] ?? 1))
}
