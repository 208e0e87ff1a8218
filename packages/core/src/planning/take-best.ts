import type { MixModel } from './mix-model.ts'

/** The best fractional filling of the budget for given worths. `pricePerFen`: what the last fen earns; 0 when all that is worth anything fits. */
export interface FilledKnapsack {
  readonly shares: Float64Array
  readonly total: number
  readonly pricePerFen: number
}

/** Where a filling starts: the must-haves whole, nobody else, and what they leave of the budget. */
export function takeMust(
  { must, costFen, budgetFen }: Pick<MixModel, 'must' | 'costFen' | 'budgetFen'>,
  worth: Float64Array,
): { shares: Float64Array; roomFen: number; total: number } {
  const taken = { shares: new Float64Array(worth.length), roomFen: budgetFen, total: 0 }
  for (const candidate of must) {
    taken.shares[candidate] = 1
    taken.roomFen -= costFen[candidate] ?? 0
    taken.total += worth[candidate] ?? 0
  }
  return taken
}

interface Sums {
  readonly ratios: Float64Array
  readonly costs: Float64Array
  roomFen: number
}

/**
 * Moves the best ratios that fit whole to the front, the one that fits in part right behind them: quickselect by cost,
 * because a full sort of thousands per round is most of the work of a bound.
 */
export function takeBest(open: Int32Array, { ratios, costs, roomFen }: Sums): { whole: number } {
  let [from, to, room] = [0, open.length, roomFen]
  while (to > from) {
    const pivot = ratios[middleOf(open, { from, to, ratios })] ?? 0
    const cut = partition(open, { from, to, ratios, pivot })
    let costFen = 0
    for (let at = from; at < cut.above; at += 1) costFen += costs[open[at] ?? 0] ?? 0
    if (costFen > room) {
      to = cut.above
      continue
    }
    room -= costFen
    // Equal ratios are worth the same per fen: their order changes no total, so they go by position.
    const equal = open.subarray(cut.above, cut.below).sort()
    for (let at = 0; at < equal.length; at += 1) {
      const next = costs[equal[at] ?? 0] ?? 0
      if (next > room) return { whole: cut.above + at }
      room -= next
    }
    from = cut.below
  }
  return { whole: from }
}

function middleOf(open: Int32Array, { from, to, ratios }: { from: number; to: number; ratios: Float64Array }): number {
  const three = [open[from] ?? 0, open[(from + to) >> 1] ?? 0, open[to - 1] ?? 0]
  three.sort((a, b) => (ratios[a] ?? 0) - (ratios[b] ?? 0))
  return three[1] ?? 0
}

/** Three parts: better than the pivot, equal to it, worse. */
function partition(
  open: Int32Array,
  { from, to, ratios, pivot }: { from: number; to: number; ratios: Float64Array; pivot: number },
): { above: number; below: number } {
  let [above, at, below] = [from, from, to]
  const swap = (a: number, b: number) => {
    const held = open[a] ?? 0
    open[a] = open[b] ?? 0
    open[b] = held
  }
  while (at < below) {
    const ratio = ratios[open[at] ?? 0] ?? 0
    if (ratio > pivot) {
      swap(above, at)
      above += 1
      at += 1
    } else if (ratio < pivot) {
      below -= 1
      swap(at, below)
    } else at += 1
  }
  return { above, below }
}
