import { closeChains, openChains, type Chains } from './chains.ts'
import { findShape } from './find-shapes.ts'
import { findTerms, listsAt, type TermFinder } from './find-terms.ts'
import type { Folded } from './fold.ts'
import type { Stretch } from './neighbours.ts'
import { Shelters } from './shelters.ts'
import type { HitList } from './scan/hit-list.ts'

/** What to look for, and the places of the brand's names, inside which nothing counts. */
export interface HitRequest {
  readonly finder: TermFinder
  readonly names: readonly Stretch[]
}

const NONE: readonly Stretch[] = []

/** The hits of a field by number of their list, sorted by start; made when they are first asked for, and shapes are looked for then. */
export class FieldHits {
  private readonly made = new Map<number, readonly Stretch[]>()
  private readonly finder: TermFinder
  private readonly folded: Folded
  private readonly original: string
  private readonly chains: Chains

  constructor(folded: Folded, original: string, { finder, names }: HitRequest) {
    this.folded = folded
    this.original = original
    this.finder = finder
    this.chains = openChains(finder)
    const found = findTerms(finder, folded)
    const shelters = new Shelters(findShelters(found, { finder, names }))
    for (let index = 0; index < found.length; index += 1) {
      const lists = listsAt(finder, found, index)
      if (lists.length === 0) continue
      const [start, end] = [found.start(index), found.end(index)]
      const isSheltered = shelters.cover(start, end)
      for (let at = 0; at < lists.length; at += 1) {
        const list = lists[at] ?? 0
        if (!isSheltered || finder.protecting.has(list)) this.chains.add(list, start, end)
      }
    }
  }

  get(list: number): readonly Stretch[] {
    const isShape = list >= this.finder.firstShape
    if (!isShape && !this.chains.has(list)) return NONE
    const known = this.made.get(list)
    if (known !== undefined) return known
    const hits = isShape ? findShape(this.finder.names[list] ?? '', this.folded, this.original) : this.chains.list(list)
    this.made.set(list, hits)
    return hits
  }

  has(list: number): boolean {
    return list < this.finder.firstShape ? this.chains.has(list) : this.get(list).length > 0
  }

  hasAny(lists: readonly number[]): boolean {
    for (let at = 0; at < lists.length; at += 1) if (this.has(lists[at] ?? 0)) return true
    return false
  }

  /** The lists with hits, without shapes. */
  lists(): readonly number[] {
    return this.chains.met
  }

  /** Gives back what the next text will use; nothing may be asked after that. */
  close(): void {
    closeChains(this.finder, this.chains)
  }
}

function findShelters(found: HitList, { finder, names }: HitRequest): readonly Stretch[] {
  const fixed: Stretch[] = []
  for (let index = 0; index < found.length; index += 1) {
    if (finder.shelters[found.term(index)] === 0) continue
    for (const list of listsAt(finder, found, index))
      if (finder.protecting.has(list)) fixed.push({ start: found.start(index), end: found.end(index) })
  }
  return names.length === 0 ? fixed : [...fixed, ...names].sort((a, b) => a.start - b.start)
}
