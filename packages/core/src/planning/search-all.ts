import type { MixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, gainOf, listChosen, listUnmet, removeFrom, startPick, valueOf, type MixPick } from './mix-pick.ts'

/** Larger pools are left to the heuristic and its bound. */
export const SEARCH_ALL_UP_TO = 40
const MOST_STEPS = 40_000

interface Search {
  readonly pick: MixPick
  readonly order: readonly number[]
  readonly extra: ExtraDemand
  best: { value: number; members: readonly number[] } | null
  steps: number
}

/** What a plan has to meet beside the limits; a set that meets it still does when somebody joins. */
export interface ExtraDemand {
  readonly isMet: (members: readonly number[]) => boolean
  /** How many steps one look counts for. */
  readonly stepCost: number
}

const NO_DEMAND: ExtraDemand = { isMet: () => true, stepCost: 1 }

/**
 * Branch and bound over in/out decisions. Returns the optimum with proof, or what it had when it gave up (`isProven` false).
 * @param atLeast a plan already known; null when there is none
 */
export function searchAll(
  model: MixModel,
  atLeast: { value: number; members: readonly number[] } | null,
  extra = NO_DEMAND,
): { best: { value: number; members: readonly number[] } | null; isProven: boolean } {
  const pick = startPick(model)
  if (model.missingMust.length > 0 || breaksLimits(pick)) return { best: null, isProven: true }
  const alone = Float64Array.from(model.ids, (_, index) => gainOf(pick, index) / Math.max(1, model.costFen[index] ?? 0))
  const order = model.ids.map((_, index) => index).sort((a, b) => (alone[b] ?? 0) - (alone[a] ?? 0) || a - b)
  const search: Search = { pick, order, extra, best: atLeast, steps: 0 }
  decide(search, 0)
  return { best: search.best, isProven: search.steps <= MOST_STEPS }
}

function decide(search: Search, depth: number): void {
  const { pick, order } = search
  search.steps += search.extra.stepCost
  if (search.steps > MOST_STEPS) return
  let next = depth
  while (next < order.length && !canAdd(pick, order[next] ?? 0)) next += 1
  if (listUnmet(pick).length === 0) keepIfBetter(search)
  const candidate = order[next]
  if (candidate === undefined || !isPromising(search, next)) return
  addTo(pick, candidate)
  decide(search, next + 1)
  removeFrom(pick, candidate)
  decide(search, next + 1)
}

function keepIfBetter(search: Search): void {
  const value = valueOf(search.pick)
  if (search.best !== null && value <= search.best.value + 1e-9) return
  const members = listChosen(search.pick)
  if (search.extra.isMet(members)) search.best = { value, members }
}

/** F(S) + fractional knapsack of the gains still open must beat the best, and the open ones must still meet the minimums. */
function isPromising({ pick, order, best, extra }: Search, next: number): boolean {
  const { model } = pick
  const open = order.slice(next).filter((candidate) => canAdd(pick, candidate))
  if (!canStillMeet(pick, open) || !extra.isMet([...listChosen(pick), ...open])) return false
  if (best === null) return true
  const gains = open.map((candidate) => ({ gain: gainOf(pick, candidate), costFen: model.costFen[candidate] ?? 0 }))
  gains.sort((a, b) => b.gain / Math.max(1, b.costFen) - a.gain / Math.max(1, a.costFen))
  let bound = valueOf(pick)
  let roomFen = model.budgetFen - pick.costFen
  for (const { gain, costFen } of gains) {
    bound += costFen <= roomFen ? gain : (gain * roomFen) / costFen
    roomFen -= Math.min(costFen, roomFen)
  }
  return bound > best.value + 1e-9
}

function canStillMeet(pick: MixPick, open: readonly number[]): boolean {
  const { model, counts, costs } = pick
  return listUnmet(pick).every((index) => {
    const limit = model.limits[index]
    const members = open.filter((candidate) => model.limitsOf[candidate]?.includes(index))
    const openFen = members.reduce((sum, candidate) => sum + (model.costFen[candidate] ?? 0), 0)
    return (counts[index] ?? 0) + members.length >= (limit?.minCount ?? 0) && (costs[index] ?? 0) + openFen >= (limit?.minCostFen ?? 0)
  })
}
