import type { MixModel } from './mix-model.ts'

/** A set of chosen candidates that grows and shrinks; it keeps every running sum the limits ask for. */
export interface MixPick {
  readonly model: MixModel
  readonly chosen: Uint8Array
  /** Per segment: Π(1 − reach), the part that nobody reaches yet. */
  readonly missed: Float64Array
  readonly counts: Float64Array
  readonly costs: Float64Array
  /** How many chosen rivals a candidate has. */
  readonly blocked: Int32Array
  costFen: number
  size: number
}

export function startPick(model: MixModel, members: Iterable<number> = model.must): MixPick {
  const pick: MixPick = {
    model,
    chosen: new Uint8Array(model.ids.length),
    missed: new Float64Array(model.worth.length).fill(1),
    counts: new Float64Array(model.limits.length),
    costs: new Float64Array(model.limits.length),
    blocked: new Int32Array(model.ids.length),
    costFen: 0,
    size: 0,
  }
  for (const candidate of members) addTo(pick, candidate)
  return pick
}

/** So many numbers are copied or added up in the time of one entry. */
const COPIED = 4

export function copyPick(pick: MixPick): MixPick {
  const { model, chosen, missed, counts, costs, blocked } = pick
  model.meter.spent += (chosen.length + missed.length) / COPIED
  return { ...pick, chosen: chosen.slice(), missed: missed.slice(), counts: counts.slice(), costs: costs.slice(), blocked: blocked.slice() }
}

export function listChosen({ model, chosen }: MixPick): number[] {
  const members: number[] = []
  model.meter.spent += chosen.length / COPIED
  for (let index = 0; index < chosen.length; index += 1) if (chosen[index] === 1) members.push(index)
  return members
}

function tally(pick: MixPick, candidate: number, sign: 1 | -1): void {
  const { model } = pick
  const costFen = model.costFen[candidate] ?? 0
  pick.costFen += sign * costFen
  pick.size += sign
  for (const limit of model.limitsOf[candidate] ?? []) {
    pick.counts[limit] = (pick.counts[limit] ?? 0) + sign
    pick.costs[limit] = (pick.costs[limit] ?? 0) + sign * costFen
  }
  for (const rival of model.rivals[candidate] ?? []) pick.blocked[rival] = (pick.blocked[rival] ?? 0) + sign
}

export function addTo(pick: MixPick, candidate: number): void {
  const { model, missed } = pick
  if (pick.chosen[candidate] === 1) return
  pick.chosen[candidate] = 1
  tally(pick, candidate, 1)
  multiplyIn(model, missed, candidate)
}

const NO_SEGMENTS = new Int32Array()
const NO_REACH = new Float64Array()

/** Below this a product of misses is built anew: dividing it by a small factor would leave rounding, or nothing. */
const LEAST_MISSED = 1e-100
const LEAST_FACTOR = 1e-3

/** Takes a candidate out. Its factor is divided out where that is exact enough; else the products are built anew. */
export function removeFrom(pick: MixPick, candidate: number): void {
  const { model, missed, chosen } = pick
  if (chosen[candidate] !== 1) return
  chosen[candidate] = 0
  tally(pick, candidate, -1)
  const segments = model.segments[candidate] ?? NO_SEGMENTS
  model.meter.spent += segments.length + 1
  const reach = model.reach[candidate] ?? NO_REACH
  let isExact = true
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? 0
    const factor = 1 - (reach[at] ?? 0)
    if (factor < LEAST_FACTOR || (missed[segment] ?? 1) < LEAST_MISSED) isExact = false
    else missed[segment] = (missed[segment] ?? 1) / factor
  }
  if (!isExact) multiplyMissed(pick)
}

function multiplyMissed({ model, missed, chosen }: MixPick): void {
  missed.fill(1)
  for (let member = 0; member < chosen.length; member += 1) if (chosen[member] === 1) multiplyIn(model, missed, member)
}

function multiplyIn(model: MixModel, missed: Float64Array, candidate: number): void {
  const segments = model.segments[candidate] ?? NO_SEGMENTS
  model.meter.spent += segments.length + 1
  const reach = model.reach[candidate] ?? NO_REACH
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? 0
    missed[segment] = (missed[segment] ?? 1) * (1 - (reach[at] ?? 0))
  }
}

/** What a candidate would add to the value of this pick. */
export function gainOf(pick: MixPick, candidate: number): number {
  const { model, missed } = pick
  const segments = model.segments[candidate] ?? NO_SEGMENTS
  model.meter.spent += segments.length + 1
  const reach = model.reach[candidate] ?? NO_REACH
  let gain = model.value[candidate] ?? 0
  for (let at = 0; at < segments.length; at += 1) {
    const segment = segments[at] ?? 0
    gain += (model.worth[segment] ?? 0) * (missed[segment] ?? 1) * (reach[at] ?? 0)
  }
  return gain
}

/** `Σ weight·size·(1 − Π(1 − reach)) + Σ value` (interfaces §1.5). */
export function valueOf({ model, missed, chosen }: MixPick): number {
  let value = 0
  model.meter.spent += (chosen.length + missed.length) / COPIED
  for (let segment = 0; segment < missed.length; segment += 1) value += (model.worth[segment] ?? 0) * (1 - (missed[segment] ?? 1))
  for (let index = 0; index < chosen.length; index += 1) if (chosen[index] === 1) value += model.value[index] ?? 0
  return value
}

/** Whether a candidate fits under every upper limit. Once false it stays false while the pick only grows. */
export function canAdd(pick: MixPick, candidate: number): boolean {
  const { model } = pick
  const costFen = model.costFen[candidate] ?? 0
  model.meter.spent += 1
  if (pick.chosen[candidate] === 1 || model.banned[candidate] === 1) return false
  if ((pick.blocked[candidate] ?? 0) > 0 || pick.costFen + costFen > model.budgetFen) return false
  for (const index of model.limitsOf[candidate] ?? NO_LIMITS) {
    const limit = model.limits[index]
    if (limit === undefined) continue
    if ((pick.counts[index] ?? 0) + 1 > limit.maxCount || (pick.costs[index] ?? 0) + costFen > limit.maxCostFen) return false
  }
  return true
}

const NO_LIMITS: readonly number[] = []

/** Positions of the limits whose minimum is not met yet. */
export function listUnmet({ model, counts, costs }: MixPick): number[] {
  return model.limits.flatMap((limit, index) =>
    (counts[index] ?? 0) < limit.minCount || (costs[index] ?? 0) < limit.minCostFen ? [index] : [],
  )
}

/** Whether the pick breaks an upper limit: only possible through the must-haves it started with. */
export function breaksLimits({ model, counts, costs, costFen, blocked, chosen }: MixPick): boolean {
  if (costFen > model.budgetFen) return true
  if (model.limits.some((limit, index) => (counts[index] ?? 0) > limit.maxCount || (costs[index] ?? 0) > limit.maxCostFen)) return true
  return chosen.some((isChosen, index) => isChosen === 1 && ((blocked[index] ?? 0) > 0 || model.banned[index] === 1))
}
