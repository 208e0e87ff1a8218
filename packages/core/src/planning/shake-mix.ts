import { fillGreedily } from './fill-greedily.ts'
import { meetMinimums } from './meet-minimums.ts'
import { addTo, canAdd, copyPick, listChosen, listUnmet, removeFrom, startPick, valueOf, type MixPick } from './mix-pick.ts'
import { drawUniform, seedFrom } from './seeded-draws.ts'

/** Entries of the reach table that are gone through: counted, not timed, so that the answer does not depend on the machine. */
const WORK = 40_000_000
const MOST_ROUNDS = 4000
/** What a candidate costs to look at beside its reach, in entries. */
export const ENTRY_COST = 16
/** Shares of the value by which a step may be worse than where it starts, at the beginning; it shrinks to nothing. */
const FIRST_SLACK = 0.004
/** At most this share of the plan leaves at once. */
const LARGEST_LEAVE = 0.2
/** Rounds without a better plan before the search returns to the best one. */
const PATIENCE = 300

export interface ShakeOptions {
  /** The candidates that are tried; the others are hardly part of the best plan. */
  readonly among: Int32Array
  /** What each candidate's money and places would earn elsewhere. */
  readonly prices: Float64Array
  readonly seed: number
  /** 1: the whole of the work; less for a sketch. */
  readonly effort: number
  readonly hasTime: () => boolean
}

/**
 * Ruin and recreate: some leave, the gap is filled greedily by prices that vary a little, and the result is kept when it is
 * not much worse, less and less so. Deterministic for a seed. Never returns less than it was given.
 */
export function shakeMix(start: MixPick, options: ShakeOptions): MixPick {
  const uniform = drawUniform(seedFrom(options.seed, 'shake'))
  const rounds = countRounds(start, options)
  const varied = new Float64Array(options.prices.length)
  let [best, current] = [start, start]
  let [bestValue, currentValue] = [valueOf(start), valueOf(start)]
  let waited = 0
  for (let round = 0; round < rounds && options.hasTime(); round += 1) {
    const trial = copyPick(current)
    ruin(trial, uniform)
    recreate(trial, options, { uniform, varied })
    const value = valueOf(trial)
    waited += 1
    if (isComplete(trial) && value > currentValue - FIRST_SLACK * (1 - round / rounds) * bestValue) [current, currentValue] = [trial, value]
    if (currentValue > bestValue * (1 + 1e-12)) [best, bestValue, waited] = [current, currentValue, 0]
    if (waited > PATIENCE) [current, currentValue, waited] = [best, bestValue, 0]
  }
  // Thousands of steps of coming and going leave rounding behind: the sums are made anew.
  return best === start ? start : startPick(best.model, listChosen(best))
}

const isComplete = (pick: MixPick) => listUnmet(pick).length === 0

function countRounds({ model }: MixPick, { among, effort }: ShakeOptions): number {
  let entries = ENTRY_COST * among.length
  for (const candidate of among) entries += model.segments[candidate]?.length ?? 0
  return Math.floor(effort * Math.min(MOST_ROUNDS, WORK / Math.max(1, entries)))
}

function ruin(pick: MixPick, uniform: () => number): void {
  const members = listChosen(pick).filter((member) => !pick.model.must.includes(member))
  const most = Math.max(2, Math.ceil(members.length * LARGEST_LEAVE))
  // The square favours small changes.
  const leaving = Math.min(members.length, 1 + Math.floor(uniform() ** 2 * most))
  for (let at = 0; at < leaving; at += 1) {
    const [member] = members.splice(Math.floor(uniform() * members.length), 1)
    if (member !== undefined) removeFrom(pick, member)
  }
}

function recreate(pick: MixPick, { among, prices }: ShakeOptions, { uniform, varied }: Chance): void {
  varyPrices(pick, { among, prices }, { uniform, varied })
  fillGreedily(pick, varied, { among })
  // Whatever the prices, nothing more fits now; only what minimums took away can leave room.
  if (!isComplete(pick) && meetMinimums(pick)) fillGreedily(pick, prices, { among })
}

/** Prices, costs or nothing at all as the measure, each candidate's a little off. */
function varyPrices(pick: MixPick, { among, prices }: Pick<ShakeOptions, 'among' | 'prices'>, { uniform, varied }: Chance): void {
  const kind = uniform()
  const power = kind < 0.7 ? 1 : kind < 0.85 ? 0.7 : 0
  const width = 0.5 * uniform()
  for (const candidate of among) {
    const base = kind < 0.4 ? (prices[candidate] ?? 1) : Math.max(1, pick.model.costFen[candidate] ?? 0) ** power
    varied[candidate] = base * (1 + width * uniform())
  }
}

/** The numbers that are drawn, and the table they are written to. */
interface Chance {
  readonly uniform: () => number
  readonly varied: Float64Array
}

/** A plan rounded from the relaxation: who it takes most of comes first, then whoever earns most for the price. */
export function roundRelaxed(empty: MixPick, { shares, prices }: { shares: Float64Array; prices: Float64Array }): MixPick {
  const order = Array.from(shares, (share, candidate) => ({ share, candidate })).filter(({ share }) => share > 0.5)
  order.sort((a, b) => b.share - a.share || a.candidate - b.candidate)
  for (const { candidate } of order) if (canAdd(empty, candidate)) addTo(empty, candidate)
  fillGreedily(empty, prices)
  if (!isComplete(empty) && meetMinimums(empty)) fillGreedily(empty, prices)
  return empty
}
