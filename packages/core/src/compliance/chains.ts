import type { TermFinder } from './find-terms.ts'
import type { Stretch } from './neighbours.ts'

const STRIDE = 3
const FIRST_ROOM = 256
const MOST_KEPT = 16_384

/** Places by list, each with the place before it of the same list: nearly all are never asked for, so they become no objects. */
export class Chains {
  readonly met: number[] = []
  // By number of the list, one more than the last of its places.
  private readonly lasts: Int32Array
  private places = new Int32Array(STRIDE * FIRST_ROOM)
  private length = 0

  constructor(lists: number) {
    this.lasts = new Int32Array(lists)
  }

  get room(): number {
    return this.places.length / STRIDE
  }

  add(list: number, start: number, end: number): void {
    const at = this.length * STRIDE
    if (at === this.places.length) this.grow()
    const last = this.lasts[list] ?? 0
    if (last === 0) this.met.push(list)
    this.places[at] = start
    this.places[at + 1] = end
    this.places[at + 2] = last
    this.length += 1
    this.lasts[list] = this.length
  }

  has(list: number): boolean {
    return (this.lasts[list] ?? 0) > 0
  }

  list(list: number): Stretch[] {
    const { places } = this
    const hits: Stretch[] = []
    for (let next = this.lasts[list] ?? 0; next > 0; next = places[STRIDE * next - 1] ?? 0)
      hits.push({ start: places[STRIDE * next - 3] ?? 0, end: places[STRIDE * next - 2] ?? 0 })
    return hits.toReversed()
  }

  clear(): void {
    for (const list of this.met) this.lasts[list] = 0
    this.met.length = 0
    this.length = 0
  }

  private grow(): void {
    const grown = new Int32Array(this.places.length * 2)
    grown.set(this.places)
    this.places = grown
  }
}

// Making these for a text of thirty characters would take longer than filling them.
const spare = new WeakMap<TermFinder, Chains[]>()

/** Empty chains for the lists of a finder. */
export function openChains(finder: TermFinder): Chains {
  return spare.get(finder)?.pop() ?? new Chains(finder.firstShape)
}

/** Gives chains back; those that a long text made large are let go. */
export function closeChains(finder: TermFinder, chains: Chains): void {
  if (chains.room > MOST_KEPT) return
  chains.clear()
  const known = spare.get(finder)
  if (known) known.push(chains)
  else spare.set(finder, [chains])
}
