import type { FoundTerms, Hit, TermFinder } from './find-terms.ts'

/** What a field holds: the terms found in it, which of them count, and how to look for a shape. */
interface FieldFinds {
  readonly found: FoundTerms
  readonly isMeant: (list: number, start: number, end: number) => boolean
  readonly findShape: (name: string) => readonly Hit[]
}

/** The hits of a field by list, each sorted by start; made when they are first asked for, and shapes are looked for then. */
export class FieldHits {
  private readonly made = new Map<string, readonly Hit[]>()
  private readonly finder: TermFinder
  private readonly finds: FieldFinds
  // By number of the list, one more than the last of its places; by place, the same of the one before it.
  private readonly lasts: Int32Array
  private readonly earlier: Int32Array
  private readonly met: string[] = []

  constructor(finder: TermFinder, finds: FieldFinds) {
    const { lists, starts, ends } = finds.found
    this.finder = finder
    this.finds = finds
    this.lasts = new Int32Array(finder.names.length)
    this.earlier = new Int32Array(lists.length)
    for (let at = 0; at < lists.length; at += 1) {
      const list = lists[at] ?? 0
      if (!finds.isMeant(list, starts[at] ?? 0, ends[at] ?? 0)) continue
      const last = this.lasts[list] ?? 0
      if (last === 0) this.met.push(finder.names[list] ?? '')
      this.earlier[at] = last
      this.lasts[list] = at + 1
    }
  }

  get(list: string): readonly Hit[] | undefined {
    const known = this.made.get(list)
    if (known !== undefined) return known
    const last = this.lastOf(list)
    if (last === 0 && !list.startsWith('@')) return undefined
    const hits = last === 0 ? this.finds.findShape(list) : this.makeHits(list, last)
    this.made.set(list, hits)
    return hits
  }

  has(list: string): boolean {
    return list.startsWith('@') ? (this.get(list)?.length ?? 0) > 0 : this.lastOf(list) > 0
  }

  /** The lists with hits, without shapes. */
  lists(): Iterable<string> {
    return this.met
  }

  private lastOf(list: string): number {
    const number = this.finder.numbers.get(list)
    return number === undefined ? 0 : (this.lasts[number] ?? 0)
  }

  private makeHits(list: string, last: number): Hit[] {
    const { starts, ends } = this.finds.found
    const hits: Hit[] = []
    for (let next = last; next > 0; next = this.earlier[next - 1] ?? 0)
      hits.push({ list, start: starts[next - 1] ?? 0, end: ends[next - 1] ?? 0 })
    return hits.toReversed()
  }
}
