import { boundByPrefixes } from './bound-mix.ts'
import { branchMix } from './branch-mix.ts'
import { fillGreedily, type GreedyKey } from './fill-greedily.ts'
import { findFeasible } from './find-feasible.ts'
import { improveBySwaps } from './improve-by-swaps.ts'
import { meetMinimums } from './meet-minimums.ts'
import type { MixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, gainOf, listChosen, listUnmet, startPick, valueOf, type MixPick } from './mix-pick.ts'
import { narrowModel } from './narrow-mix.ts'
import { relaxMix, type RelaxedMix } from './relax-mix.ts'
import { narrowByProfit, relaxWide } from './relax-wide.ts'
import { SEARCH_ALL_UP_TO, searchAll } from './search-all.ts'
import { ENTRY_COST, roundRelaxed, shakeMix } from './shake-mix.ts'

/** Best singles that the one-guess step starts from (science.md §4.2). */
const GUESSES = 40
/** Starts that are worth improving by swaps. */
const FINALISTS = 3
/** Entries of the reach table that guesses and swaps may go through; a large pool is left to the relaxation and its neighbourhood. */
const GUESS_WORK = 2_000_000
const SWAP_WORK = 20_000_000
/** Entries of the reach table that a shake looks at, and the least number of candidates. */
const NEAR_ENTRIES = 16_000
const LEAST_NEAR = 150
/** Nearer than this to the bound, a shake has little to find. */
const CLOSE = 2e-3

/** Whether there is time left, of the whole or of that share of it. */
export type HasTime = (share?: number) => boolean

/** Share of the time after which no further branch is opened: shaking needs some, too. */
const BRANCH_SHARE = 0.7

export interface SearchOptions {
  readonly hasTime: HasTime
  readonly seed?: number
  /** 1 by default; 0 leaves out the shaking. */
  readonly effort?: number
}

export interface FoundMix {
  readonly state: 'found'
  readonly members: readonly number[]
  readonly value: number
  /** True when every combination was decided, so that value is the optimum. */
  readonly isProven: boolean
  /** What the search has proved on the way that no plan exceeds; null when it has not tried. */
  readonly bound: number | null
}

/** `none`: proved that no set meets the constraints. `unsure`: none found, no proof. */
export type MixSearchOutcome = FoundMix | { readonly state: 'none' | 'unsure' }

/**
 * Lazy greedy both ways → one guess → minimums → the relaxation, rounded → swaps → all combinations of small pools, else
 * ruin and recreate near the relaxation. With `hasTime` always false only the greedy part runs.
 */
export function searchMix(model: MixModel, { hasTime, seed = 1, effort = 1 }: SearchOptions): MixSearchOutcome {
  const feasible = findFeasible(model)
  if (feasible.state === 'none') return { state: 'none' }
  const starts = [...listStarts(model, hasTime)]
  if (feasible.state === 'found') starts.push(...grow(model, feasible.members))
  if (model.ids.length <= SEARCH_ALL_UP_TO || !hasTime()) {
    const winner = improveBest(model, starts, hasTime)
    return winner === null ? { state: 'unsure' } : decideAll(model, winner)
  }
  const wide = relaxWide(model, bestValueOf(starts))
  const [best = null] = [...starts, wide.rounded].filter(isAllowed).sort((a, b) => valueOf(b) - valueOf(a))
  const members = best === null ? [] : listChosen(best)
  const { keep, isProven } = narrowByProfit(model, wide, { known: best === null ? 0 : valueOf(best), named: [...model.must, ...members] })
  const narrow = narrowModel(model, keep)
  const place = new Map(Array.from(keep, (index, at) => [index, at]))
  const start =
    best === null
      ? []
      : [
          startPick(
            narrow,
            members.flatMap((member) => place.get(member) ?? []),
          ),
        ]
  const found = searchNear(narrow, start, { hasTime, seed, effort })
  if (found === null) return { state: 'unsure' }
  const bound = isProven ? Math.min(wide.bound, found.bound ?? wide.bound) : wide.bound
  return { ...found, members: found.members.map((member) => keep[member] ?? 0), bound: Math.max(found.value, bound) }
}

/** The search among those who are not proved out: relaxation, branches, swaps, shaking. */
function searchNear(model: MixModel, given: readonly MixPick[], { hasTime, seed = 1, effort = 1 }: SearchOptions): FoundMix | null {
  const starts = [...given]
  const relaxed = relaxMix(model, { known: bestValueOf(starts) })
  starts.push(roundRelaxed(startPick(model), relaxed))
  const branched = effort === 0 ? null : branchMix(model, relaxed, { known: bestValueOf(starts), hasTime: () => hasTime(BRANCH_SHARE) })
  if (branched?.best != null) starts.push(branched.best)
  const bound = branched?.bound ?? relaxed.bound
  const winner = improveBest(model, starts, hasTime)
  if (winner === null) return null
  const isClose = bound <= valueOf(winner) * (1 + CLOSE)
  const rest = effort * (isClose ? 0.2 : 1)
  const shaken =
    rest > 0 ? shakeMix(winner, { among: listNear(model, relaxed), prices: relaxed.prices, seed, effort: rest, hasTime }) : winner
  return { state: 'found', value: valueOf(shaken), members: listChosen(shaken), isProven: false, bound }
}

function improveBest(model: MixModel, starts: readonly MixPick[], hasTime: () => boolean): MixPick | null {
  const finalists = starts
    .filter(isAllowed)
    .sort((a, b) => valueOf(b) - valueOf(a))
    .slice(0, FINALISTS)
  const rounds = startCounter(Math.floor(SWAP_WORK / countEntries(model)), hasTime)
  return finalists.map((pick) => improveBySwaps(pick, rounds)).sort((a, b) => valueOf(b) - valueOf(a))[0] ?? null
}

const isAllowed = (pick: MixPick) => listUnmet(pick).length === 0 && !breaksLimits(pick)

function decideAll(model: MixModel, winner: MixPick): FoundMix {
  const heuristic = { value: valueOf(winner), members: listChosen(winner) }
  if (model.ids.length > SEARCH_ALL_UP_TO) return { state: 'found', ...heuristic, isProven: false, bound: null }
  const { best, isProven } = searchAll(model, heuristic)
  return { state: 'found', ...(best ?? heuristic), isProven, bound: null }
}

/** What no plan can exceed: the value itself when it is proved, else the tighter of two relaxations. */
export function boundMix(model: MixModel, { value, isProven, bound }: Omit<FoundMix, 'members' | 'state'>): number {
  if (isProven) return value
  if (bound !== null) return Math.max(value, bound)
  const order = fillGreedily(startPick(model), 'ratio')
  return Math.max(value, Math.min(relaxMix(model, { known: value }).bound, boundByPrefixes(model, order)))
}

const bestValueOf = (picks: readonly MixPick[]) => Math.max(0, ...picks.filter(isAllowed).map(valueOf))

const countEntries = ({ segments }: MixModel) =>
  Math.max(
    1,
    segments.reduce((sum, own) => sum + own.length + 1, 0),
  )

/** Says yes so many times, as long as there is time. */
function startCounter(most: number, hasTime: () => boolean): () => boolean {
  let asked = 0
  return () => (asked += 1) <= most && hasTime()
}

/** The candidates the relaxation takes, then those that come nearest to earning their price. */
function listNear(model: MixModel, { shares, prices }: RelaxedMix): Int32Array {
  const empty = startPick(model, [])
  const earned = Float64Array.from(model.ids, (_, index) => gainOf(empty, index) / (prices[index] ?? 1))
  const order = model.ids.map((_, index) => index)
  order.sort((a, b) => Number((shares[b] ?? 0) > 0.01) - Number((shares[a] ?? 0) > 0.01) || (earned[b] ?? 0) - (earned[a] ?? 0) || a - b)
  let entries = 0
  const most = order.findIndex((candidate, at) => {
    entries += ENTRY_COST + (model.segments[candidate]?.length ?? 0)
    return at >= LEAST_NEAR && entries > NEAR_ENTRIES
  })
  return Int32Array.from(most < 0 ? order : order.slice(0, most)).sort()
}

function* listStarts(model: MixModel, hasTime: () => boolean): Generator<MixPick> {
  for (const by of ['ratio', 'plain'] as const) {
    yield build(model, [], [by])
    yield build(model, [], ['minimums', by])
  }
  const empty = startPick(model)
  const singles = model.ids
    .map((_, candidate) => ({ candidate, gain: canAdd(empty, candidate) ? gainOf(empty, candidate) : 0 }))
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || a.candidate - b.candidate)
  const guesses = Math.min(GUESSES, Math.floor(GUESS_WORK / countEntries(model)))
  for (const { candidate } of singles.slice(0, guesses)) {
    if (!hasTime()) return
    yield build(model, [candidate], ['ratio'])
  }
}

function build(model: MixModel, guess: readonly number[], steps: readonly (GreedyKey | 'minimums')[]): MixPick {
  const pick = startPick(model)
  for (const candidate of guess) if (canAdd(pick, candidate)) addTo(pick, candidate)
  for (const step of steps) {
    if (step === 'minimums') meetMinimums(pick)
    else fillGreedily(pick, step)
  }
  if (listUnmet(pick).length > 0 && meetMinimums(pick)) fillGreedily(pick, 'ratio')
  return pick
}

function grow(model: MixModel, members: readonly number[]): MixPick[] {
  return (['ratio', 'plain'] as const).map((by) => {
    const pick = startPick(model, members)
    fillGreedily(pick, by)
    return pick
  })
}
