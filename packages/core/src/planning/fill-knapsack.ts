import { fillOptions } from './fill-options.ts'
import type { MixModel } from './mix-model.ts'
import { takeBest, takeMust, type FilledKnapsack } from './take-best.ts'

/** Best fractional share of each candidate for given worths under the budget; must-haves are whole, never-haves nil. */
export function fillKnapsack(model: MixModel, worth: Float64Array): FilledKnapsack {
  if (model.options.length > 0) return fillOptions(model, worth)
  const { shares, ...must } = takeMust(model, worth)
  let { roomFen, total } = must
  const leftFen = Math.max(0, roomFen)
  const ratios = new Float64Array(worth.length)
  const open = new Int32Array(worth.length)
  let count = 0
  for (let index = 0; index < worth.length; index += 1) {
    const [value, costFen] = [worth[index] ?? 0, model.costFen[index] ?? 0]
    // A candidate dearer than what the must-haves leave can never be part of a plan, not even in part.
    if (shares[index] !== 0 || model.banned[index] !== 0 || value <= 0 || costFen > leftFen) continue
    ratios[index] = value / Math.max(1e-9, costFen)
    open[count] = index
    count += 1
  }
  const taken = takeBest(open.subarray(0, count), { ratios, costs: model.costFen, roomFen })
  for (let at = 0; at < taken.whole; at += 1) {
    const index = open[at] ?? 0
    shares[index] = 1
    total += worth[index] ?? 0
    roomFen -= model.costFen[index] ?? 0
  }
  const next = open[taken.whole]
  if (taken.whole >= count || next === undefined) return { shares, total, pricePerFen: 0 }
  const share = Math.min(1, Math.max(0, roomFen) / Math.max(1e-9, model.costFen[next] ?? 0))
  shares[next] = share
  return { shares, total: total + share * (worth[next] ?? 0), pricePerFen: ratios[next] ?? 0 }
}
