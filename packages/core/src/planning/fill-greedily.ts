import { addTo, canAdd, gainOf, type MixPick } from './mix-pick.ts'

/** What a gain is divided by: its cost, nothing, or a price given per candidate. */
export type GreedyKey = 'ratio' | 'plain' | Float64Array

/** Candidates with their keys as a binary heap: best key first, among equals the first by position. */
interface Heap {
  readonly candidates: Int32Array
  readonly keys: Float64Array
  size: number
  /** Of all that went in: once this does not fit, nothing does. */
  leastFen: number
}

function keyOf(pick: MixPick, candidate: number, by: GreedyKey): number {
  const gain = gainOf(pick, candidate)
  if (by === 'plain') return gain
  // A free candidate counts as one fen: it still comes first, and no key is infinite.
  return by === 'ratio' ? gain / Math.max(1, pick.model.costFen[candidate] ?? 0) : gain / (by[candidate] ?? 1)
}

function isBefore({ candidates, keys }: Heap, a: number, b: number): boolean {
  const left = keys[a] ?? 0
  const right = keys[b] ?? 0
  return left > right || (left === right && (candidates[a] ?? 0) < (candidates[b] ?? 0))
}

function siftDown(heap: Heap, from: number): void {
  const { candidates, keys } = heap
  let at = from
  for (;;) {
    let best = at
    const left = 2 * at + 1
    if (left < heap.size && isBefore(heap, left, best)) best = left
    if (left + 1 < heap.size && isBefore(heap, left + 1, best)) best = left + 1
    if (best === at) return
    const candidate = candidates[at] ?? 0
    const key = keys[at] ?? 0
    candidates[at] = candidates[best] ?? 0
    keys[at] = keys[best] ?? 0
    candidates[best] = candidate
    keys[best] = key
    at = best
  }
}

function dropTop(heap: Heap): void {
  heap.size -= 1
  if (heap.size === 0) return
  heap.candidates[0] = heap.candidates[heap.size] ?? 0
  heap.keys[0] = heap.keys[heap.size] ?? 0
  siftDown(heap, 0)
}

function startHeap(pick: MixPick, by: GreedyKey, { skip = -1, among }: FillOptions): Heap {
  const count = among?.length ?? pick.model.ids.length
  const heap: Heap = { candidates: new Int32Array(count), keys: new Float64Array(count), size: 0, leastFen: Infinity }
  for (let at = 0; at < count; at += 1) {
    const candidate = among === undefined ? at : (among[at] ?? 0)
    if (candidate === skip || !canAdd(pick, candidate)) continue
    heap.candidates[heap.size] = candidate
    heap.keys[heap.size] = keyOf(pick, candidate, by)
    heap.size += 1
    heap.leastFen = Math.min(heap.leastFen, pick.model.costFen[candidate] ?? 0)
  }
  for (let at = (heap.size >> 1) - 1; at >= 0; at -= 1) siftDown(heap, at)
  return heap
}

export interface FillOptions {
  /** One candidate that is not taken. */
  readonly skip?: number
  /** The only candidates that are looked at; all when left out. */
  readonly among?: Int32Array | undefined
}

/** Lazy greedy (CELF): gains only shrink as the pick grows, so a stale key is an upper bound. Returns the order of adding. */
export function fillGreedily(pick: MixPick, by: GreedyKey, options: FillOptions = {}): number[] {
  const heap = startHeap(pick, by, options)
  const order: number[] = []
  while (heap.size > 0 && pick.costFen + heap.leastFen <= pick.model.budgetFen) {
    const top = heap.candidates[0] ?? 0
    const key = keyOf(pick, top, by)
    if (!(key > 0) || !canAdd(pick, top)) dropTop(heap)
    else if (key < (heap.keys[0] ?? 0)) {
      heap.keys[0] = key
      siftDown(heap, 0)
    } else {
      addTo(pick, top)
      order.push(top)
      dropTop(heap)
    }
  }
  return order
}
