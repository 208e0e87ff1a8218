import type { MixModel } from './mix-model.ts'
import { addTo, gainOf, startPick, valueOf } from './mix-pick.ts'

/** −ln(1 − p) is capped here; what the cap hides is added back, so the bound stays above the optimum. */
const CAP = 12
const ROUNDS = 150
/** Candidates × rounds for large pools: fewer rounds give a looser bound, never a wrong one. */
const WORK = 1_000_000
const LEAST_ROUNDS = 20

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

/** Prefixes that are tried: more cost time and hardly tighten the bound. */
const MOST_PREFIXES = 20

/** min over prefixes of a greedy order of F(S) + fractional knapsack of the marginal gains with the whole budget. */
export function boundByPrefixes(model: MixModel, order: readonly number[]): number {
  const pick = startPick(model)
  const stride = Math.ceil((order.length + 1) / MOST_PREFIXES)
  let best = Infinity
  for (let length = 0; length <= order.length; length += 1) {
    const added = order[length - 1]
    if (added !== undefined) addTo(pick, added)
    if (length % stride !== 0 && length !== order.length) continue
    const gains = Float64Array.from(model.ids, (_, index) => (pick.chosen[index] === 1 ? 0 : gainOf(pick, index)))
    best = Math.min(best, valueOf(pick) + fillKnapsack(model, gains).total)
  }
  return best
}

/** One limit as Σ coefficient·x ≤ cap, divided by its size so that prices of breaking limits are comparable. */
interface Row {
  readonly members: readonly number[]
  readonly coefficients: Float64Array
  readonly cap: number
}

function listRows({ limits, costFen }: MixModel): Row[] {
  return limits.flatMap(({ members, minCount, maxCount, minCostFen, maxCostFen }) => {
    const ones = members.map(() => 1)
    const costs = members.map((member) => costFen[member] ?? 0)
    const row = (values: readonly number[], bound: number, sign: 1 | -1): Row[] => {
      const scale = sign / Math.max(1, bound)
      return [{ members, coefficients: Float64Array.from(values, (value) => value * scale), cap: bound * scale }]
    }
    return [
      ...(maxCount < members.length ? row(ones, maxCount, 1) : []),
      ...(Number.isFinite(maxCostFen) ? row(costs, maxCostFen, 1) : []),
      ...(minCount > 0 ? row(ones, minCount, -1) : []),
      ...(minCostFen > 0 ? row(costs, minCostFen, -1) : []),
    ]
  })
}

const useOf = ({ members, coefficients }: Row, x: Float64Array) =>
  members.reduce((sum, member, at) => sum + (coefficients[at] ?? 0) * (x[member] ?? 0), 0)

/** Takes the price of each limit off the worth of its members; returns what the limits' caps are worth in turn. */
function priceRows(rows: readonly Row[], prices: Float64Array, worth: Float64Array): number {
  return rows.reduce((sum, { members, coefficients, cap }, index) => {
    const price = prices[index] ?? 0
    if (price > 0) members.forEach((member, at) => addAt(worth, member, -price * (coefficients[at] ?? 0)))
    return sum + price * cap
  }, 0)
}

/** Polyak's step: towards the best value known, a little shorter every round. Any prices ≥ 0 give a valid bound. */
function movePrices(prices: Float64Array, slack: readonly number[], length: number): void {
  const norm = slack.reduce((sum, value) => sum + value * value, 0)
  if (norm < 1e-12) return
  slack.forEach((value, index) => (prices[index] = Math.max(0, (prices[index] ?? 0) - (length * value) / norm)))
}

/**
 * Bound of the concave relaxation: with u = Σ −ln(1 − p)·x the reach of a segment is 1 − e^(−u), which lies under each of
 * its tangents; a tangent makes the problem a fractional knapsack, with the other limits priced (Lagrange). Frank–Wolfe
 * walks to the point whose tangents are tightest.
 * @param known value of a plan at hand: only steers the steps, the bound holds whatever it is
 */
export function boundByTangents(model: MixModel, known = 0): number {
  const depth = model.reach.map((row) => row.map((p) => Math.min(CAP, -Math.log1p(-p))))
  const slack = measureCapSlack(model)
  const rows = listRows(model)
  const prices = new Float64Array(rows.length)
  const x = new Float64Array(model.ids.length)
  const rounds = Math.max(LEAST_ROUNDS, Math.min(rows.length === 0 ? ROUNDS : 2 * ROUNDS, Math.floor(WORK / Math.max(1, model.ids.length))))
  let best = Infinity
  for (let round = 0; round < rounds; round += 1) {
    const u = sumDepth(model, depth, x)
    const slopes = Float64Array.from(model.worth, (worth, segment) => worth * Math.exp(-(u[segment] ?? 0)))
    const constant = model.worth.reduce((sum, worth, segment) => sum + worth - (slopes[segment] ?? 0) * (1 + (u[segment] ?? 0)), 0)
    const linear = Float64Array.from(model.value, (value, index) => value + dot(depth[index], model.segments[index], slopes))
    const capped = priceRows(rows, prices, linear)
    const { shares, total } = fillKnapsack(model, linear)
    const bound = constant + total + capped + slack
    best = Math.min(best, bound)
    const free = rows.map((row) => row.cap - useOf(row, shares))
    movePrices(prices, free, Math.max(0, bound - known) / (1 + round / 20))
    const step = 2 / (round + 2)
    for (let index = 0; index < x.length; index += 1) x[index] = (1 - step) * (x[index] ?? 0) + step * (shares[index] ?? 0)
  }
  return best
}

function sumDepth(model: MixModel, depth: readonly Float64Array[], x: Float64Array): Float64Array {
  const u = new Float64Array(model.worth.length)
  depth.forEach((row, index) => {
    const segments = model.segments[index]
    const part = x[index] ?? 0
    if (segments !== undefined && part > 0) row.forEach((d, at) => addAt(u, segments[at] ?? 0, d * part))
  })
  return u
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
