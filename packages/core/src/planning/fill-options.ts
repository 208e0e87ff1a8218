import type { MixModel } from './mix-model.ts'
import { takeBest, takeMust, type FilledKnapsack } from './take-best.ts'

/** From one option of a creator, or from nobody (−1), to the next dearer one that is worth it. */
interface Steps {
  readonly from: number[]
  readonly to: number[]
  readonly costs: number[]
  readonly worths: number[]
}

/**
 * The best fractional filling where at most one option of a creator counts. Of a creator's options only those on the upper hull of
 * worth over cost matter; from one to the next the ratio falls, so that filling step by step keeps their order.
 */
export function fillOptions(model: MixModel, worth: Float64Array): FilledKnapsack {
  const { shares, ...must } = takeMust(model, worth)
  let { roomFen, total } = must
  const steps = listSteps(model, worth, { shares, leftFen: Math.max(0, roomFen) })
  const costs = Float64Array.from(steps.costs)
  const ratios = costs.map((costFen, step) => (steps.worths[step] ?? 0) / Math.max(1e-9, costFen))
  const open = Int32Array.from(steps.to, (_, step) => step)
  const { whole } = takeBest(open, { ratios, costs, roomFen })
  const take = (step: number, part: number): void => {
    const [from, to] = [steps.from[step] ?? -1, steps.to[step] ?? 0]
    shares[to] = (shares[to] ?? 0) + part
    if (from >= 0) shares[from] = (shares[from] ?? 0) - part
    total += part * (steps.worths[step] ?? 0)
    roomFen -= part * (costs[step] ?? 0)
  }
  for (const step of open.subarray(0, whole)) take(step, 1)
  const next = open[whole]
  if (next === undefined) return { shares, total, pricePerFen: 0 }
  take(next, Math.min(1, Math.max(0, roomFen) / Math.max(1e-9, costs[next] ?? 0)))
  return { shares, total, pricePerFen: ratios[next] ?? 0 }
}

function listSteps(model: MixModel, worth: Float64Array, { shares, leftFen }: { shares: Float64Array; leftFen: number }): Steps {
  const steps: Steps = { from: [], to: [], costs: [], worths: [] }
  const costOf = (index: number) => (index < 0 ? 0 : (model.costFen[index] ?? 0))
  const worthOf = (index: number) => (index < 0 ? 0 : (worth[index] ?? 0))
  // A candidate dearer than what the must-haves leave can never be part of a plan, not even in part.
  const isOpen = (index: number) => model.banned[index] === 0 && worthOf(index) > 0 && costOf(index) <= leftFen
  const add = (from: number, to: number) => {
    steps.from.push(from)
    steps.to.push(to)
    steps.costs.push(costOf(to) - costOf(from))
    steps.worths.push(worthOf(to) - worthOf(from))
  }
  const isListed = new Uint8Array(worth.length)
  for (const own of model.options) {
    for (const index of own) isListed[index] = 1
    if (own.some((index) => shares[index] === 1)) continue
    hullOf(own.filter(isOpen), costOf, worthOf).forEach((to, at, hull) => add(hull[at - 1] ?? -1, to))
  }
  for (let index = 0; index < worth.length; index += 1) if (isListed[index] === 0 && shares[index] === 0 && isOpen(index)) add(-1, index)
  return steps
}

/** The options that are best for some price of money, cheapest first. */
function hullOf(own: readonly number[], costOf: (index: number) => number, worthOf: (index: number) => number): number[] {
  const hull: number[] = []
  const slope = (from: number, to: number) => (worthOf(to) - worthOf(from)) / Math.max(1e-9, costOf(to) - costOf(from))
  for (const next of own.toSorted((a, b) => costOf(a) - costOf(b) || worthOf(b) - worthOf(a) || a - b)) {
    if (worthOf(next) <= worthOf(hull.at(-1) ?? -1)) continue
    while (hull.length > 0 && slope(hull.at(-2) ?? -1, hull.at(-1) ?? -1) <= slope(hull.at(-1) ?? -1, next)) hull.pop()
    hull.push(next)
  }
  return hull
}

/** Takes off the profit of each option what the best other option of the creator would earn in its place. */
export function lessOtherOptions({ options }: MixModel, profit: Float64Array): Float64Array {
  const less = profit.slice()
  for (const own of options) {
    const earned = own.map((index) => Math.max(0, profit[index] ?? 0))
    own.forEach((index, at) => (less[index] = (profit[index] ?? 0) - Math.max(0, ...earned.filter((_, other) => other !== at))))
  }
  return less
}
