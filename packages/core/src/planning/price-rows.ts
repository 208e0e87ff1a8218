import type { MixModel } from './mix-model.ts'

/** One limit as Σ coefficient·x ≤ cap, divided by its size so that prices of breaking limits are comparable. */
export interface Row {
  readonly members: readonly number[]
  readonly coefficients: Float64Array
  readonly cap: number
}

/** The limits of a model as rows, the same ones for any part of its candidates. */
export function listRows({ limits, costFen }: MixModel): Row[] {
  return limits.flatMap(({ members, minCount, maxCount, minCostFen, maxCostFen }) => {
    const ones = members.map(() => 1)
    const costs = members.map((member) => costFen[member] ?? 0)
    const row = (values: readonly number[], bound: number, sign: 1 | -1): Row[] => {
      const scale = sign / Math.max(1, bound)
      return [{ members, coefficients: Float64Array.from(values, (value) => value * scale), cap: bound * scale }]
    }
    return [
      ...(Number.isFinite(maxCount) ? row(ones, maxCount, 1) : []),
      ...(Number.isFinite(maxCostFen) ? row(costs, maxCostFen, 1) : []),
      ...(minCount > 0 ? row(ones, minCount, -1) : []),
      ...(minCostFen > 0 ? row(costs, minCostFen, -1) : []),
    ]
  })
}

export const useOf = ({ members, coefficients }: Row, x: Float64Array) =>
  members.reduce((sum, member, at) => sum + (coefficients[at] ?? 0) * (x[member] ?? 0), 0)

/** Takes the price of each limit off the worth of its members; returns what the limits' caps are worth in turn. */
export function priceRows(rows: readonly Row[], prices: Float64Array, worth: Float64Array): number {
  return rows.reduce((sum, { members, coefficients, cap }, index) => {
    const price = prices[index] ?? 0
    if (price > 0) members.forEach((member, at) => addAt(worth, member, -price * (coefficients[at] ?? 0)))
    return sum + price * cap
  }, 0)
}

/** Polyak's step: towards the best value known, a little shorter every round. Any prices ≥ 0 give a valid bound. */
export function movePrices(prices: Float64Array, slack: readonly number[], length: number): void {
  const norm = slack.reduce((sum, value) => sum + value * value, 0)
  if (norm < 1e-12) return
  slack.forEach((value, index) => (prices[index] = Math.max(0, (prices[index] ?? 0) - (length * value) / norm)))
}

function addAt(array: Float64Array, index: number, amount: number): void {
  array[index] = (array[index] ?? 0) + amount
}
