import type { MixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, listChosen, listUnmet, removeFrom, startPick, type MixPick } from './mix-pick.ts'

/** What the search can say: a set that meets every constraint, a proof that there is none, or that it gave up. */
export type Feasibility =
  | { readonly state: 'found'; readonly members: readonly number[] }
  | { readonly state: 'none' }
  | { readonly state: 'unsure' }

interface Search {
  readonly pick: MixPick
  readonly refused: Uint8Array
  steps: number
}

const MOST_STEPS = 20_000

/** Depth-first search on the shortest group, cheapest first; counts steps, not time, so that it always answers the same. */
export function findFeasible(model: MixModel): Feasibility {
  const pick = startPick(model)
  if (model.missingMust.length > 0 || breaksLimits(pick)) return { state: 'none' }
  const search: Search = { pick, refused: new Uint8Array(model.ids.length), steps: 0 }
  if (descend(search)) return { state: 'found', members: listChosen(pick) }
  return { state: search.steps > MOST_STEPS ? 'unsure' : 'none' }
}

function descend(search: Search): boolean {
  const { pick, refused } = search
  search.steps += 1
  if (search.steps > MOST_STEPS) return false
  const unmet = listUnmet(pick)
  if (unmet.length === 0) return true
  const options = unmet.map((limit) => listOptions(search, limit)).sort((a, b) => a.candidates.length - b.candidates.length)
  if (options.some(({ isHopeless }) => isHopeless)) return false
  const tried: number[] = []
  for (const candidate of options[0]?.candidates ?? []) {
    addTo(pick, candidate)
    if (descend(search)) return true
    removeFrom(pick, candidate)
    // Sets with this one are done; without this every order of the same set would be tried.
    refused[candidate] = 1
    tried.push(candidate)
  }
  for (const candidate of tried) refused[candidate] = 0
  return false
}

function listOptions({ pick, refused }: Search, index: number): { candidates: number[]; isHopeless: boolean } {
  const { model } = pick
  const cost = (candidate: number) => model.costFen[candidate] ?? 0
  const limit = model.limits[index]
  const candidates = (limit?.members ?? []).filter((candidate) => refused[candidate] === 0 && canAdd(pick, candidate))
  const needCount = Math.max(0, (limit?.minCount ?? 0) - (pick.counts[index] ?? 0))
  const needFen = Math.max(0, (limit?.minCostFen ?? 0) - (pick.costs[index] ?? 0))
  const byCost = candidates.sort((a, b) => cost(a) - cost(b) || a - b)
  const leastFen = byCost.slice(0, needCount).reduce((sum, candidate) => sum + cost(candidate), 0)
  const mostFen = byCost.reduce((sum, candidate) => sum + cost(candidate), 0)
  const roomFen = model.budgetFen - pick.costFen
  const isHopeless = byCost.length < needCount || Math.max(leastFen, needFen) > roomFen || mostFen < needFen
  return { candidates: needCount > 0 ? byCost : byCost.toReversed(), isHopeless }
}
