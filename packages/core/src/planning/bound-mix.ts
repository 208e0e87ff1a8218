import { fillKnapsack } from './fill-knapsack.ts'
import type { MixModel } from './mix-model.ts'
import { addTo, gainOf, startPick, valueOf } from './mix-pick.ts'
import { relaxMix } from './relax-mix.ts'

/** What no plan can exceed, by the concave relaxation. */
export const boundByTangents = (model: MixModel, known = 0): number => relaxMix(model, { known }).bound

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
