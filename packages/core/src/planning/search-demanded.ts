import { listUnmetDemands, type MixDemand } from './mix-demand.ts'
import type { MixModel } from './mix-model.ts'
import { startPick, valueOf } from './mix-pick.ts'
import { polishDemanded } from './polish-demanded.ts'
import { relaxMix } from './relax-mix.ts'
import { SEARCH_ALL_UP_TO, searchAll } from './search-all.ts'
import { boundMix, searchMix, type FoundMix, type MixSearchOutcome, type SearchOptions } from './search-mix.ts'

/** Part of the effort for the plan without demands: the weighted searches need the rest. */
const FIRST_EFFORT = 0.3
/** A demand's weight when it is first missed, in plan values for all that is asked; doubled as long as it is missed. */
const FIRST_WEIGHT = 0.25
const MOST_DOUBLINGS = 14
/** Where there is no time left, weights grow in leaps and few are tried. */
const LATE_GROWTH = 8
const MOST_LATE = 4
/** Halvings between weights that miss and weights that meet. */
const HALVINGS = 6
/** Entries of draws that count as one step of the complete search. */
const WORK_PER_STEP = 4000

/**
 * The best plan that also meets demands on KPIs and chances. A weight per demand is raised until the plan meets it and taken
 * back as far as it goes (Lagrange); small pools are decided completely, as demands never fall when somebody joins.
 */
export function searchDemanded(model: MixModel, demands: readonly MixDemand[], options: SearchOptions): MixSearchOutcome {
  if (demands.length === 0) return searchMix(model, options)
  const plain = searchMix(model, { ...options, effort: FIRST_EFFORT * (options.effort ?? 1) })
  if (plain.state !== 'found' || listUnmetDemands(demands, plain.members).length === 0) return plain
  if (isBeyondBounds(demands, FAR_ROUNDS)) return { state: 'none' }
  const most = options.hasTime() ? boundMix(model, plain) : Infinity
  const repaired = repairByWeights({ model, demands, plain, most }, options)
  if (model.ids.length <= SEARCH_ALL_UP_TO) {
    const isMet = (members: readonly number[]) => listUnmetDemands(demands, members).length === 0
    const stepCost = 1 + demands.reduce((sum, { work }) => sum + work, 0) / WORK_PER_STEP
    const { best, isProven } = searchAll(model, repaired, { isMet, stepCost })
    if (best !== null) return { state: 'found', ...best, isProven, bound: isProven ? best.value : (repaired?.bound ?? null) }
    if (isProven) return { state: 'none' }
  }
  return repaired ?? { state: options.hasTime() && isBeyondAll(demands, options) ? 'none' : 'unsure' }
}

/** Rounds that are enough to see that something is far out of reach. */
const FAR_ROUNDS = 40

/** Proved by a bound alone that no plan brings so much of one KPI: no weight will help. */
export const isBeyondBounds = (demands: readonly MixDemand[], rounds: number): boolean =>
  demands.some(
    ({ measure, asked, isAmount }) => isAmount && relaxMix(measure, { known: asked, rounds }).bound < asked - 1e-9 * Math.max(1, asked),
  )

interface Missed {
  readonly model: MixModel
  readonly demands: readonly MixDemand[]
  /** The best plan without the demands, and what no plan exceeds. */
  readonly plain: FoundMix
  readonly most: number
}

type Weights = readonly number[]

function repairByWeights(missed: Missed, options: SearchOptions): FoundMix | null {
  const { demands, plain } = missed
  let fails: Weights = demands.map(() => 0)
  let unmet = listUnmetDemands(demands, plain.members)
  let late = 0
  for (let round = 0; round < MOST_DOUBLINGS && late < MOST_LATE; round += 1) {
    late += Number(!options.hasTime())
    const growth = late > 0 ? LATE_GROWTH : 2
    const tried = fails.map((weight, at) => (unmet.includes(at) ? Math.max(FIRST_WEIGHT, growth * weight) : weight))
    const found = searchWeighted(missed, tried, { ...options, effort: 0 })
    if (found === null) return null
    unmet = listUnmetDemands(demands, found.members)
    if (unmet.length === 0) return takeBack(missed, { fails, meets: tried, found }, options)
    fails = tried
  }
  return null
}

/** Halves the way between weights that miss and weights that meet; the best plan met on it, with the tightest bound. */
function takeBack(missed: Missed, start: { fails: Weights; meets: Weights; found: FoundMix }, options: SearchOptions): FoundMix | null {
  let { fails, meets, found: best } = start
  const bounds = [missed.most, best.bound ?? Infinity]
  const keep = (found: FoundMix | null): boolean => {
    if (found === null) return false
    bounds.push(found.bound ?? Infinity)
    const isMet = listUnmetDemands(missed.demands, found.members).length === 0
    if (isMet && found.value > best.value) best = found
    return isMet
  }
  for (let step = 0; step < HALVINGS && options.hasTime(); step += 1) {
    const middle = meets.map((weight, at) => (weight + (fails[at] ?? 0)) / 2)
    if (keep(searchWeighted(missed, middle, { ...options, effort: 0 }))) meets = middle
    else fails = middle
  }
  if (options.hasTime()) keep(searchWeighted(missed, meets, options))
  const members = polishDemanded(missed.model, missed.demands, { members: best.members, hasTime: options.hasTime })
  const value = valueOf(startPick(missed.model, members))
  const bound = Math.min(...bounds)
  return { ...best, members, value, bound: bound === Infinity ? null : Math.max(value, bound) }
}

/** Searches with the KPIs as part of the value. What it proves of that sum, less what is asked, holds for every plan that meets the demands. */
function searchWeighted({ model, demands, plain }: Missed, weights: Weights, options: SearchOptions): FoundMix | null {
  const prices = demands.map(({ scale }, at) => ((weights[at] ?? 0) * Math.max(1, plain.value)) / Math.max(1e-9, Math.abs(scale)))
  const weigh = (own: Float64Array, field: 'value' | 'worth') =>
    own.map((amount, index) => demands.reduce((sum, { measure }, at) => sum + (prices[at] ?? 0) * (measure[field][index] ?? 0), amount))
  const weighted = { ...model, value: weigh(model.value, 'value'), worth: weigh(model.worth, 'worth') }
  const found = searchMix(weighted, options)
  if (found.state !== 'found') return null
  const asked = demands.reduce((sum, demand, at) => sum + (demand.isAmount ? (prices[at] ?? 0) * demand.asked : 0), 0)
  const value = valueOf(startPick(model, found.members))
  const bound = options.hasTime() ? boundMix(weighted, found) - asked : null
  return { state: 'found', members: found.members, value, isProven: false, bound }
}

/** Proved that no plan brings so much of one KPI, whatever else it brings. */
function isBeyondAll(demands: readonly MixDemand[], options: SearchOptions): boolean {
  return demands.some(({ measure, asked, isAmount }) => {
    if (!isAmount) return false
    const found = searchMix(measure, { ...options, effort: 0 })
    return found.state === 'none' || (found.state === 'found' && boundMix(measure, found) < asked - 1e-9 * Math.max(1, asked))
  })
}
