import { fillGreedily } from './fill-greedily.ts'
import { addTo, canAdd, copyPick, gainOf, listChosen, listUnmet, removeFrom, valueOf, type MixPick } from './mix-pick.ts'

/** A gain below a billionth is rounding, and chasing it could go round in circles. */
const isBetter = (candidate: number, current: number) => candidate > current + 1e-9 * Math.max(1, Math.abs(current))

/** Up to this many pairs of chosen × candidates "one out, then fill anew" is tried too: it finds two for one. */
const REFILL_UP_TO = 60_000

/** One out and one in, and additions, until nothing gains. `hasTime` is asked between rounds. */
export function improveBySwaps(start: MixPick, hasTime: () => boolean): MixPick {
  let best = start
  fillGreedily(best, 'ratio')
  for (let isImproving = true; isImproving && hasTime();) {
    isImproving = false
    for (const leaver of listChosen(best)) {
      if (best.model.must.includes(leaver) || !hasTime()) continue
      const next = tryWithout(best, leaver)
      if (next === null) continue
      best = next
      isImproving = true
    }
  }
  return best
}

function tryWithout(current: MixPick, leaver: number): MixPick | null {
  const value = valueOf(current)
  const base = copyPick(current)
  removeFrom(base, leaver)
  const trials = [swapBest(base, leaver)]
  if (current.model.ids.length * current.size <= REFILL_UP_TO) trials.push(refill(base, leaver, 'ratio'), refill(base, leaver, 'plain'))
  let best: MixPick | null = null
  for (const trial of trials) {
    if (trial === null || listUnmet(trial).length > 0) continue
    if (isBetter(valueOf(trial), best === null ? value : valueOf(best))) best = trial
  }
  return best
}

function swapBest(base: MixPick, leaver: number): MixPick | null {
  let best: { candidate: number; gain: number } | null = null
  for (let candidate = 0; candidate < base.model.ids.length; candidate += 1) {
    if (candidate === leaver || !canAdd(base, candidate)) continue
    const gain = gainOf(base, candidate)
    if ((best === null || gain > best.gain) && keepsMinimums(base, candidate)) best = { candidate, gain }
  }
  if (best === null) return null
  const swapped = copyPick(base)
  addTo(swapped, best.candidate)
  fillGreedily(swapped, 'ratio')
  return swapped
}

function refill(base: MixPick, leaver: number, by: 'ratio' | 'plain'): MixPick {
  const refilled = copyPick(base)
  fillGreedily(refilled, by, { skip: leaver })
  fillGreedily(refilled, by)
  return refilled
}

function keepsMinimums(base: MixPick, candidate: number): boolean {
  const { model } = base
  const joins = model.limitsOf[candidate] ?? []
  return listUnmet(base).every((index) => {
    const limit = model.limits[index]
    if (limit === undefined || !joins.includes(index)) return false
    const costFen = (base.costs[index] ?? 0) + (model.costFen[candidate] ?? 0)
    return (base.counts[index] ?? 0) + 1 >= limit.minCount && costFen >= limit.minCostFen
  })
}
