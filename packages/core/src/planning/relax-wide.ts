import { gainOf, listChosen, startPick, type MixPick } from './mix-pick.ts'
import type { MixModel } from './mix-model.ts'
import { narrowModel } from './narrow-mix.ts'
import { boundAt, flattenReach, relaxMix, type PricedMix, type RelaxedMix } from './relax-mix.ts'
import { roundRelaxed } from './shake-mix.ts'

/** Up to so many entries of the reach table the relaxation walks over all of it. */
const WALK_ALL = 500_000
/** Candidates that the first walk over a larger pool looks at: the best for the money, and the largest. */
const FIRST_COLUMNS = 2500
const FIRST_LARGE = 500
/** Candidates that join after a look at the whole pool, and how often it is looked at. */
const MORE_COLUMNS = 1500
const MOST_LOOKS = 6
const CLOSE = 5e-4

/** A priced pool, and the plan that its relaxation rounds to; it may miss minimums. */
export type WideMix = PricedMix & { readonly rounded: MixPick }

/**
 * The relaxation of a pool of any size. Of a large one only part is walked over; depths and prices of that part then bound
 * the whole pool in one look, and whoever would earn more than the price joins the part (column generation).
 * @param walkAll entries of the reach table up to which all of it is walked over
 */
export function relaxWide(model: MixModel, known: number, walkAll = WALK_ALL): WideMix {
  const flat = flattenReach(model)
  if (flat.segments.length <= walkAll) {
    const relaxed = relaxMix(model, { known, flat })
    return { ...boundAt(model, flat, relaxed), rounded: roundPart(model, all(model), relaxed) }
  }
  let keep = chooseFirst(model)
  let best: WideMix | null = null
  for (let look = 0; look < MOST_LOOKS; look += 1) {
    const relaxed = relaxMix(narrowModel(model, keep), { known })
    const whole = boundAt(model, flat, relaxed)
    if (best === null || whole.bound < best.bound) best = { ...whole, rounded: roundPart(model, keep, relaxed) }
    const joining = chooseMore(whole.profit, keep)
    if (joining.length === 0 || whole.bound <= relaxed.bound * (1 + CLOSE)) break
    keep = Int32Array.from(new Set([...keep, ...joining])).sort()
  }
  return best ?? { bound: Infinity, profit: new Float64Array(model.ids.length), rounded: startPick(model) }
}

const all = ({ ids }: MixModel) => Int32Array.from(ids, (_, index) => index)

/** The plan that a relaxation of part of the pool rounds to, as one of the whole pool. */
function roundPart(model: MixModel, keep: Int32Array, relaxed: RelaxedMix): MixPick {
  const part = keep.length === model.ids.length ? model : narrowModel(model, keep)
  const rounded = roundRelaxed(startPick(part), relaxed)
  return startPick(
    model,
    listChosen(rounded).map((member) => keep[member] ?? 0),
  )
}

function chooseFirst(model: MixModel): Int32Array {
  const empty = startPick(model, [])
  const gains = Float64Array.from(model.ids, (_, index) => gainOf(empty, index))
  const ratios = gains.map((gain, index) => gain / Math.max(1, model.costFen[index] ?? 0))
  const chosen = new Set([...takeLargest(ratios, FIRST_COLUMNS), ...takeLargest(gains, FIRST_LARGE), ...model.must])
  return Int32Array.from(chosen).sort()
}

function chooseMore(profit: Float64Array, keep: Int32Array): number[] {
  const inside = new Set(keep)
  const open = profit.map((earned, index) => (inside.has(index) ? 0 : Math.max(0, earned)))
  return takeLargest(open, MORE_COLUMNS).filter((index) => (open[index] ?? 0) > 0)
}

/** Positions of the largest, among equals the first. */
function takeLargest(values: Float64Array, count: number): number[] {
  const least = values.toSorted()[Math.max(0, values.length - count)] ?? 0
  const above: number[] = []
  values.forEach((value, index) => {
    if (value >= least) above.push(index)
  })
  return above.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b).slice(0, count)
}

/** The part of a pool that is searched. `isProven`: nobody outside can be in a plan worth more than `known`. */
export interface NarrowedPool {
  readonly keep: Int32Array
  readonly isProven: boolean
}

/** Whoever could be in a plan worth more than `known`, and those named; of too many only those who come nearest to earning their price. */
export function narrowByProfit(
  model: MixModel,
  { bound, profit }: PricedMix,
  { known, named }: { known: number; named: readonly number[] },
): NarrowedPool {
  const open: number[] = []
  profit.forEach((earned, index) => {
    if (bound + Math.min(0, earned) >= known) open.push(index)
  })
  const entries = open.reduce((sum, index) => sum + (model.segments[index]?.length ?? 0), 0)
  const isProven = entries <= WALK_ALL
  const kept = isProven ? open : takeLargest(profit, FIRST_COLUMNS)
  return { keep: Int32Array.from(new Set([...kept, ...named])).sort(), isProven }
}
