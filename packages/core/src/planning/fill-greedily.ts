import { addTo, canAdd, gainOf, type MixPick } from './mix-pick.ts'

export type GreedyKey = 'ratio' | 'plain'

interface Entry {
  readonly candidate: number
  readonly key: number
}

const isBefore = (a: Entry, b: Entry) => a.key > b.key || (a.key === b.key && a.candidate < b.candidate)

function keyOf(pick: MixPick, candidate: number, by: GreedyKey): number {
  const gain = gainOf(pick, candidate)
  // A free candidate counts as one fen: it still comes first, and no key is infinite.
  return by === 'plain' ? gain : gain / Math.max(1, pick.model.costFen[candidate] ?? 0)
}

function siftDown(heap: Entry[], from: number): void {
  let at = from
  for (;;) {
    let best = at
    for (const child of [2 * at + 1, 2 * at + 2]) {
      const entry = heap[child]
      const current = heap[best]
      if (entry !== undefined && current !== undefined && isBefore(entry, current)) best = child
    }
    const [a, b] = [heap[at], heap[best]]
    if (best === at || a === undefined || b === undefined) return
    heap[at] = b
    heap[best] = a
    at = best
  }
}

function dropTop(heap: Entry[]): void {
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return
  heap[0] = last
  siftDown(heap, 0)
}

/** Lazy greedy (CELF): gains only shrink as the pick grows, so a stale key is an upper bound. Returns the order of adding. */
export function fillGreedily(pick: MixPick, by: GreedyKey, skip = -1): number[] {
  const heap: Entry[] = []
  for (let candidate = 0; candidate < pick.model.ids.length; candidate += 1)
    if (candidate !== skip && canAdd(pick, candidate)) heap.push({ candidate, key: keyOf(pick, candidate, by) })
  for (let at = (heap.length >> 1) - 1; at >= 0; at -= 1) siftDown(heap, at)
  const order: number[] = []
  for (let top = heap[0]; top !== undefined; top = heap[0]) {
    const key = keyOf(pick, top.candidate, by)
    if (!canAdd(pick, top.candidate) || key <= 0) dropTop(heap)
    else if (key < top.key) {
      heap[0] = { candidate: top.candidate, key }
      siftDown(heap, 0)
    } else {
      addTo(pick, top.candidate)
      order.push(top.candidate)
      dropTop(heap)
    }
  }
  return order
}
