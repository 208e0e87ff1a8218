import type { MixModel } from './mix-model.ts'
import { addTo, gainOf, startPick, valueOf } from './mix-pick.ts'

/** −ln(1 − p) is capped here; what the cap hides is added back, so the bound stays above the optimum. */
const CAP = 12
const ROUNDS = 150

/** Best fractional share of each candidate for given worths under the budget; must-haves are whole, never-haves nil. */
function fillKnapsack(model: MixModel, worth: Float64Array): { shares: Float64Array; total: number } {
  const shares = new Float64Array(worth.length)
  let roomFen = model.budgetFen
  let total = 0
  for (const candidate of model.must) {
    shares[candidate] = 1
    roomFen -= model.costFen[candidate] ?? 0
    total += worth[candidate] ?? 0
  }
  const open: number[] = []
  for (let index = 0; index < worth.length; index += 1)
    if (shares[index] === 0 && model.banned[index] === 0 && (worth[index] ?? 0) > 0) open.push(index)
  const ratio = (index: number) => (worth[index] ?? 0) / Math.max(1e-9, model.costFen[index] ?? 0)
  open.sort((a, b) => ratio(b) - ratio(a) || a - b)
  for (const index of open) {
    const costFen = model.costFen[index] ?? 0
    // A candidate dearer than the whole budget can never be part of a plan, not even in part.
    if (costFen > model.budgetFen) continue
    const share = costFen === 0 ? 1 : Math.min(1, Math.max(0, roomFen) / costFen)
    shares[index] = share
    roomFen -= share * costFen
    total += share * (worth[index] ?? 0)
  }
  return { shares, total }
}

/** min over the prefixes of a greedy order of F(S) + fractional knapsack of the marginal gains with the whole budget. */
export function boundByPrefixes(model: MixModel, order: readonly number[]): number {
  const pick = startPick(model)
  const bounds = [null, ...order].map((candidate) => {
    if (candidate !== null) addTo(pick, candidate)
    const gains = Float64Array.from(model.ids, (_, index) => (pick.chosen[index] === 1 ? 0 : gainOf(pick, index)))
    return valueOf(pick) + fillKnapsack(model, gains).total
  })
  return Math.min(...bounds)
}

/**
 * Bound of the concave relaxation: with u = Σ −ln(1 − p)·x the reach of a segment is 1 − e^(−u), which lies under each of
 * its tangents; a tangent makes the problem a fractional knapsack. Frank–Wolfe walks to the point whose tangents are tightest.
 */
export function boundByTangents(model: MixModel): number {
  const depth = model.reach.map((row) => row.map((p) => Math.min(CAP, -Math.log1p(-p))))
  const slack = measureCapSlack(model)
  const x = new Float64Array(model.ids.length)
  let best = Infinity
  for (let round = 0; round < ROUNDS; round += 1) {
    const u = new Float64Array(model.worth.length)
    depth.forEach((row, index) => {
      const segments = model.segments[index]
      if (segments !== undefined && (x[index] ?? 0) > 0) row.forEach((d, at) => addAt(u, segments[at] ?? 0, d * (x[index] ?? 0)))
    })
    const slopes = Float64Array.from(model.worth, (worth, segment) => worth * Math.exp(-(u[segment] ?? 0)))
    const constant = model.worth.reduce((sum, worth, segment) => sum + worth - (slopes[segment] ?? 0) * (1 + (u[segment] ?? 0)), 0)
    const linear = Float64Array.from(model.value, (value, index) => value + dot(depth[index], model.segments[index], slopes))
    const { shares, total } = fillKnapsack(model, linear)
    best = Math.min(best, constant + total + slack)
    const step = 2 / (round + 2)
    for (let index = 0; index < x.length; index += 1) x[index] = (1 - step) * (x[index] ?? 0) + step * (shares[index] ?? 0)
  }
  return best
}

function addAt(array: Float64Array, index: number, amount: number): void {
  array[index] = (array[index] ?? 0) + amount
}

function dot(row: Float64Array | undefined, segments: Int32Array | undefined, slopes: Float64Array): number {
  let sum = 0
  if (row === undefined || segments === undefined) return sum
  for (let at = 0; at < row.length; at += 1) sum += (row[at] ?? 0) * (slopes[segments[at] ?? 0] ?? 0)
  return sum
}

function measureCapSlack(model: MixModel): number {
  const least = Math.exp(-CAP)
  const capped = new Set(
    model.reach.flatMap((row, index) => [...(model.segments[index] ?? [])].filter((_, at) => 1 - (row[at] ?? 0) < least)),
  )
  return [...capped].reduce((sum, segment) => sum + (model.worth[segment] ?? 0) * least, 0)
}
