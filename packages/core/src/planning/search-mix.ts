import { boundByPrefixes, boundByTangents } from './bound-mix.ts'
import { fillGreedily, type GreedyKey } from './fill-greedily.ts'
import { findFeasible } from './find-feasible.ts'
import { improveBySwaps } from './improve-by-swaps.ts'
import { meetMinimums } from './meet-minimums.ts'
import type { MixModel } from './mix-model.ts'
import { addTo, breaksLimits, canAdd, gainOf, listChosen, listUnmet, startPick, valueOf, type MixPick } from './mix-pick.ts'
import { SEARCH_ALL_UP_TO, searchAll } from './search-all.ts'

/** Best singles that the one-guess step starts from (science.md §4.2). */
const GUESSES = 40
/** Starts that are worth improving by swaps. */
const FINALISTS = 3

export interface FoundMix {
  readonly state: 'found'
  readonly members: readonly number[]
  readonly value: number
  /** True when every combination was decided, so that value is the optimum. */
  readonly isProven: boolean
}

/** `none`: proved that no set meets the constraints. `unsure`: none found, no proof. */
export type MixSearchOutcome = FoundMix | { readonly state: 'none' | 'unsure' }

/** Lazy greedy both ways → one guess → minimums → swaps → search of small pools. With `hasTime` always false only the greedy part runs. */
export function searchMix(model: MixModel, hasTime: () => boolean): MixSearchOutcome {
  const feasible = findFeasible(model)
  if (feasible.state === 'none') return { state: 'none' }
  const starts = [...listStarts(model, hasTime)]
  if (feasible.state === 'found') starts.push(...grow(model, feasible.members))
  const complete = starts.filter((pick) => listUnmet(pick).length === 0 && !breaksLimits(pick))
  const finalists = complete.sort((a, b) => valueOf(b) - valueOf(a)).slice(0, FINALISTS)
  const [winner] = finalists.map((pick) => improveBySwaps(pick, hasTime)).sort((a, b) => valueOf(b) - valueOf(a))
  if (winner === undefined) return { state: 'unsure' }
  const heuristic = { value: valueOf(winner), members: listChosen(winner) }
  if (model.ids.length > SEARCH_ALL_UP_TO) return { state: 'found', ...heuristic, isProven: false }
  const { best, isProven } = searchAll(model, heuristic)
  return { state: 'found', ...(best ?? heuristic), isProven }
}

/** What no plan can exceed: the value itself when it is proved, else the tighter of two relaxations. */
export function boundMix(model: MixModel, { value, isProven }: FoundMix): number {
  if (isProven) return value
  const order = fillGreedily(startPick(model), 'ratio')
  return Math.max(value, Math.min(boundByTangents(model, value), boundByPrefixes(model, order)))
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
  for (const { candidate } of singles.slice(0, GUESSES)) {
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
