import { fillKnapsack } from './fill-knapsack.ts'
import { lessOtherOptions } from './fill-options.ts'
import type { MixModel } from './mix-model.ts'
import { listRows, movePrices, priceRows, useOf, type Row } from './price-rows.ts'

/** Where the search for a depth starts: e^−40 is nothing beside 1, and a reach of 1 has no logarithm. */
const DEEPEST = 40
const MOST_ROUNDS = 150
const LEAST_ROUNDS = 40
/** Entries of the reach table × rounds: fewer rounds give a looser bound, never a wrong one. */
const WORK = 15_000_000

/** What the relaxation tells: no plan is worth more than `bound`; how much of each candidate the best fractional plan takes; what its place costs, in value. */
export interface RelaxedMix {
  readonly bound: number
  readonly shares: Float64Array
  readonly prices: Float64Array
  /** Prices of the limits at the tightest round, to start a narrower problem from. */
  readonly rowPrices: Float64Array
  /** The depths at the tightest round. */
  readonly depths: Float64Array
  /** The reach table as it was read, to be read once. */
  readonly flat: FlatReach
}

export interface RelaxOptions {
  /** Value of a plan at hand: only steers the steps, the bound holds whatever it is. */
  readonly known?: number
  /** The relaxation of the problem before somebody was decided. */
  readonly from?: RelaxedMix
  /** The reach table, when it has been read already. */
  readonly flat?: FlatReach
  readonly rounds?: number
}

/** What an entry costs in a round beside looking at it once: depths, cuts and the filling. */
const ROUND_COST = 2

/** Rounds without a bound that is better by so much end the walk. */
const REST = 25
const LEAST_GAIN = 1e-4

/** A relaxation that starts near its end takes steps as short as late ones. */
const WARM_START = 12

/** The reach table row after row, with a = −ln(1 − p) and what stays unreached. */
export interface FlatReach {
  readonly starts: Int32Array
  readonly segments: Int32Array
  readonly depths: Float64Array
  readonly missed: Float64Array
}

/**
 * Bound of a concave relaxation. Per segment and depth t ≥ 0, with a = −ln(1 − p),
 *   1 − Π(1 − p) ≤ 1 − e^(−t)(1 + t) + Σ d(a),  d(a) = e^(−t)·a up to a = t and e^(−t)(1 + t) − e^(−a) beyond:
 * for one creator it holds by the tangent of 1 − e^(−u) at t, and for several because d is concave with d(0) = 0. It is at
 * least as tight as that tangent and as Σ p, and exact for a creator who reaches all of a segment. Linear in x it is a
 * fractional knapsack, with the other limits priced (Lagrange). Frank–Wolfe walks to the x whose depths are tightest.
 */
export function relaxMix(
  model: MixModel,
  { known = 0, from, rounds, flat = from?.flat ?? flattenReach(model) }: RelaxOptions = {},
): RelaxedMix {
  const rows = listRows(model)
  const rowPrices = from === undefined ? new Float64Array(rows.length) : from.rowPrices.slice()
  const x = from === undefined ? new Float64Array(model.ids.length) : startFrom(model, from.shares)
  let best: Pick<RelaxedMix, 'bound' | 'rowPrices' | 'depths'> & { pricePerFen: number } = {
    bound: Infinity,
    rowPrices,
    pricePerFen: 0,
    depths: new Float64Array(model.worth.length),
  }
  let gainedAt = 0
  const scratch = makeScratch(model.worth.length, flat.segments.length)
  const most = rounds ?? countRounds(flat)
  const first = from === undefined ? 0 : WARM_START
  for (let round = first; round < first + most; round += 1) {
    const t = findDepths(flat, x, scratch)
    model.meter.spent += ROUND_COST * (flat.segments.length + model.ids.length)
    const linear = countCuts(model, flat, t)
    const capped = priceRows(rows, rowPrices, linear)
    const { shares, total, pricePerFen } = fillKnapsack(model, linear)
    const bound = countConstant(model, t) + total + capped
    if (bound < best.bound * (1 - LEAST_GAIN)) gainedAt = round
    if (bound < best.bound) best = { bound, rowPrices: rowPrices.slice(), pricePerFen, depths: t }
    // Nothing in here beats the plan at hand, or the bound has come to rest.
    if (bound <= known || round > gainedAt + REST) break
    const free = rows.map((row) => row.cap - useOf(row, shares))
    movePrices(rowPrices, free, Math.max(0, bound - known) / (1 + round / 20))
    const step = 2 / (round + 2)
    for (let index = 0; index < x.length; index += 1) x[index] = (1 - step) * (x[index] ?? 0) + step * (shares[index] ?? 0)
  }
  const { bound, depths } = best
  return { bound, depths, rowPrices: best.rowPrices, prices: priceCandidates(model, rows, best), shares: x, flat }
}

/** The bound at given depths and prices, and what each candidate earns beyond its price there: with somebody in who earns less than nothing, no plan is worth more than the bound less that. */
export interface PricedMix {
  readonly bound: number
  readonly profit: Float64Array
}

/** Bounds a pool by the depths and prices of another walk, in one look. Any depths and prices ≥ 0 give a valid bound. */
export function boundAt(model: MixModel, flat: FlatReach, { depths, rowPrices }: Pick<RelaxedMix, 'depths' | 'rowPrices'>): PricedMix {
  const rows = listRows(model)
  const linear = countCuts(model, flat, depths)
  const capped = priceRows(rows, rowPrices, linear)
  const { total, pricePerFen } = fillKnapsack(model, linear)
  const earned = linear.map((worth, index) => worth - pricePerFen * (model.costFen[index] ?? 0))
  const profit = lessOtherOptions(model, earned)
  return { bound: countConstant(model, depths) + total + capped, profit }
}

/** A fractional plan of a wider problem, with what is decided since. */
function startFrom({ banned, must }: MixModel, shares: Float64Array): Float64Array {
  const x = shares.map((share, index) => (banned[index] === 1 ? 0 : share))
  for (const member of must) x[member] = 1
  return x
}

const countRounds = ({ segments }: FlatReach) =>
  Math.max(LEAST_ROUNDS, Math.min(MOST_ROUNDS, Math.floor(WORK / Math.max(1, segments.length))))

export function flattenReach({ segments, reach }: MixModel): FlatReach {
  const starts = new Int32Array(segments.length + 1)
  segments.forEach((own, index) => (starts[index + 1] = (starts[index] ?? 0) + own.length))
  const size = starts[segments.length] ?? 0
  const flat = { starts, segments: new Int32Array(size), depths: new Float64Array(size), missed: new Float64Array(size) }
  segments.forEach((own, index) => {
    const from = starts[index] ?? 0
    flat.segments.set(own, from)
    reach[index]?.forEach((p, at) => {
      flat.depths[from + at] = -Math.log1p(-p)
      flat.missed[from + at] = 1 - p
    })
  })
  return flat
}

/** Room to sort the reach of a fractional plan by segment, kept from round to round. */
interface Scratch {
  readonly starts: Int32Array
  readonly at: Int32Array
  readonly depths: Float64Array
  readonly shares: Float64Array
}

const makeScratch = (segments: number, entries: number): Scratch => ({
  starts: new Int32Array(segments + 1),
  at: new Int32Array(segments),
  depths: new Float64Array(entries),
  shares: new Float64Array(entries),
})

/** Per segment the depth t = Σ x·min(a, t), where the cut is tightest; 0 where there is no more than one creator's worth. */
function findDepths(flat: FlatReach, x: Float64Array, scratch: Scratch): Float64Array {
  const { starts, at } = scratch
  const active: number[] = []
  starts.fill(0)
  for (let index = 0; index < x.length; index += 1) {
    if ((x[index] ?? 0) < 1e-9) continue
    active.push(index)
    for (let entry = flat.starts[index] ?? 0; entry < (flat.starts[index + 1] ?? 0); entry += 1) {
      const next = (flat.segments[entry] ?? 0) + 1
      starts[next] = (starts[next] ?? 0) + 1
    }
  }
  for (let segment = 0; segment < at.length; segment += 1) {
    starts[segment + 1] = (starts[segment + 1] ?? 0) + (starts[segment] ?? 0)
    at[segment] = starts[segment] ?? 0
  }
  for (const index of active) sortEntries(flat, index, { share: x[index] ?? 0, scratch })
  return Float64Array.from(at, (_, segment) => solveDepth(scratch, starts[segment] ?? 0, starts[segment + 1] ?? 0))
}

function sortEntries(flat: FlatReach, index: number, { share, scratch }: { share: number; scratch: Scratch }): void {
  for (let entry = flat.starts[index] ?? 0; entry < (flat.starts[index + 1] ?? 0); entry += 1) {
    const segment = flat.segments[entry] ?? 0
    const place = scratch.at[segment] ?? 0
    scratch.depths[place] = flat.depths[entry] ?? 0
    scratch.shares[place] = share
    scratch.at[segment] = place + 1
  }
}

function solveDepth({ depths, shares }: Scratch, from: number, to: number): number {
  let all = 0
  let t = 0
  for (let at = from; at < to; at += 1) {
    all += shares[at] ?? 0
    t += (shares[at] ?? 0) * Math.min(depths[at] ?? 0, DEEPEST)
  }
  if (all <= 1) return 0
  // The right side is concave in t, so Newton from above comes down to the root without passing it.
  for (let round = 0; round < 30; round += 1) {
    let value = 0
    let slope = 0
    for (let at = from; at < to; at += 1) {
      const a = depths[at] ?? 0
      const share = shares[at] ?? 0
      value += share * Math.min(a, t)
      if (a > t) slope += share
    }
    const next = slope >= 1 ? t : Math.max(0, (value - slope * t) / (1 - slope))
    if (next >= t * (1 - 1e-6)) return t
    t = next
  }
  return t
}

const countConstant = ({ worth }: MixModel, t: Float64Array) =>
  worth.reduce((sum, size, segment) => sum + size * (1 - Math.exp(-(t[segment] ?? 0)) * (1 + (t[segment] ?? 0))), 0)

/** What the cuts at these depths count for each candidate, its own value included. */
function countCuts({ value, worth }: MixModel, { starts, segments, depths, missed }: FlatReach, t: Float64Array): Float64Array {
  const slopes = Float64Array.from(worth, (size, segment) => size * Math.exp(-(t[segment] ?? 0)))
  const caps = Float64Array.from(slopes, (slope, segment) => slope * (1 + (t[segment] ?? 0)))
  const linear = Float64Array.from(value)
  for (let index = 0; index < linear.length; index += 1) {
    let sum = linear[index] ?? 0
    const end = starts[index + 1] ?? 0
    for (let at = starts[index] ?? 0; at < end; at += 1) {
      const segment = segments[at] ?? 0
      const a = depths[at] ?? 0
      sum += a <= (t[segment] ?? 0) ? (slopes[segment] ?? 0) * a : (caps[segment] ?? 0) - (worth[segment] ?? 0) * (missed[at] ?? 0)
    }
    linear[index] = sum
  }
  return linear
}

/** What each candidate's money and places would earn elsewhere; never nothing, so that a gain can be divided by it. */
function priceCandidates(
  { costFen }: MixModel,
  rows: readonly Row[],
  { rowPrices, pricePerFen }: { rowPrices: Float64Array; pricePerFen: number },
): Float64Array {
  const taken = new Float64Array(costFen.length)
  priceRows(rows, rowPrices, taken)
  // Money that is left over costs nothing; a place that must be filled costs less than nothing. Both would turn the ratio around.
  return taken.map((sum, index) => {
    const money = Math.max(1, costFen[index] ?? 0) * Math.max(pricePerFen, 1e-9)
    return Math.max(money / 20, money - sum)
  })
}
