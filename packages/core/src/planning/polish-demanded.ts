import { listUnmetDemands, type MixDemand } from './mix-demand.ts'
import type { MixModel } from './mix-model.ts'
import {
  addTo,
  breaksLimits,
  canAdd,
  copyPick,
  gainOf,
  listChosen,
  listUnmet,
  removeFrom,
  startPick,
  valueOf,
  type MixPick,
} from './mix-pick.ts'

/** Sets that are held against the demands: counted, so that the answer does not depend on the machine. */
const MOST_TRIALS = 3000
/** Whom to try in the place of one who leaves, best first. */
const MOST_JOINERS = 40
/** Entries of draws that count as one trial more. */
const WORK_PER_TRIAL = 4000

/**
 * One out and one in, or one more, as long as the value rises and every demand stays met. Weights alone jump over plans that
 * lie between two prices. Never returns less than it was given.
 */
export function polishDemanded(
  model: MixModel,
  demands: readonly MixDemand[],
  { members, hasTime }: { members: readonly number[]; hasTime: () => boolean },
): readonly number[] {
  const work = demands.reduce((sum, demand) => sum + demand.work, 0)
  const watch = { trials: MOST_TRIALS / (1 + work / WORK_PER_TRIAL) }
  const isMet = (pick: MixPick) => {
    watch.trials -= 1
    return watch.trials >= 0 && listUnmetDemands(demands, listChosen(pick)).length === 0
  }
  let best = startPick(model, members)
  for (let isImproving = true; isImproving && watch.trials > 0 && hasTime();) {
    isImproving = false
    for (const leaver of [null, ...listChosen(best)]) {
      const next = leaver !== null && model.must.includes(leaver) ? null : tryWithout(best, leaver, isMet)
      if (next === null) continue
      best = next
      isImproving = true
    }
  }
  return listChosen(best)
}

function tryWithout(current: MixPick, leaver: number | null, isMet: (pick: MixPick) => boolean): MixPick | null {
  const value = valueOf(current)
  const base = copyPick(current)
  if (leaver !== null) removeFrom(base, leaver)
  const least = value - valueOf(base) + 1e-9 * Math.max(1, value)
  const joiners = base.model.ids
    .flatMap((_, candidate) => (candidate !== leaver && canAdd(base, candidate) ? [{ candidate, gain: gainOf(base, candidate) }] : []))
    .filter(({ gain }) => gain > least)
    .sort((a, b) => b.gain - a.gain || a.candidate - b.candidate)
  for (const { candidate } of joiners.slice(0, MOST_JOINERS)) {
    const trial = copyPick(base)
    addTo(trial, candidate)
    if (listUnmet(trial).length === 0 && !breaksLimits(trial) && isMet(trial)) return trial
  }
  return null
}
