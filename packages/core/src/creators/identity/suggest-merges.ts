import { listBlockKeys, type PreparedTrace } from './account-trace.ts'
import { LARGEST_BLOCK } from './merge-evidence-table.ts'
import { weighPair, type MergeSuggestion } from './weigh-pair.ts'

/** The two ids of a pair as one key, the same whichever stands first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/** What is asked for: the best `limit` suggestions, of one account or of all. `decided` holds pair keys a person settled. */
export interface MergeWish {
  readonly decided: ReadonlySet<string>
  readonly limit: number
  readonly creatorId?: string | null
}

/** The best suggestions, and how many there are. */
export interface RankedMerges {
  readonly items: readonly MergeSuggestion[]
  readonly total: number
}

/** So many accounts or pairs are looked at before whoever drives may do other work. */
const SLICE = 250

/**
 * Pairs of accounts that may be one person, best evidence first. Only accounts of one block are compared and a block beyond
 * LARGEST_BLOCK says nothing, so the work grows with the accounts, not with their pairs. Yields now and then: a hundred thousand
 * accounts take seconds, and others wait meanwhile.
 */
export function* suggestMerges(prepared: readonly PreparedTrace[], wish: MergeWish): Generator<void, RankedMerges> {
  const { blocks, keys } = yield* groupInBlocks(prepared)
  const best = makeRanking(wish.limit)
  let looked = 0
  for (const [at, one] of prepared.entries()) {
    if (wish.creatorId != null && one.trace.id !== wish.creatorId) continue
    // A pair that meets in two blocks is one pair, and stands with the account that comes first.
    const met = meet(keys[at] ?? [], blocks)
    for (const index of met) {
      const other = prepared[index]
      const isCounted = index > at || (wish.creatorId != null && index !== at)
      if (other === undefined || !isCounted || isSettled(one, other, wish.decided)) continue
      const suggestion = weighPair(one, other)
      if (suggestion !== null) best.add(suggestion)
    }
    const before = looked
    looked += 1 + met.size
    if (Math.floor(looked / SLICE) > Math.floor(before / SLICE)) yield
  }
  return best.settle()
}

/** Places of all accounts that share one of these blocks. A block beyond LARGEST_BLOCK says nothing. */
function meet(keys: readonly string[], blocks: ReadonlyMap<string, readonly number[]>): Set<number> {
  const shared = keys.map((key) => blocks.get(key) ?? []).filter(({ length }) => length > 1 && length <= LARGEST_BLOCK)
  return new Set(shared.flat())
}

function isSettled({ trace: one }: PreparedTrace, { trace: other }: PreparedTrace, decided: ReadonlySet<string>): boolean {
  return one.personId === other.personId || (decided.size > 0 && decided.has(pairKey(one.id, other.id)))
}

/** Places of the accounts of each block, and the blocks of each account. */
function* groupInBlocks(prepared: readonly PreparedTrace[]): Generator<void, { blocks: Map<string, number[]>; keys: string[][] }> {
  const blocks = new Map<string, number[]>()
  const keys: string[][] = []
  for (const [at, each] of prepared.entries()) {
    const own = listBlockKeys(each)
    keys.push(own)
    for (const key of own) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [at])
      else block.push(at)
    }
    if (at % SLICE === SLICE - 1) yield
  }
  return { blocks, keys }
}

const compare = (x: MergeSuggestion, y: MergeSuggestion) => y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1)

/** Keeps the best and counts all: sorting every suggestion of a large workspace would hold up everything else. */
function makeRanking(limit: number) {
  const room = 2 * limit + SLICE
  let kept: MergeSuggestion[] = []
  let total = 0
  const cut = () => kept.sort(compare).slice(0, limit)
  return {
    add: (suggestion: MergeSuggestion) => {
      total += 1
      kept.push(suggestion)
      if (kept.length > room) kept = cut()
    },
    settle: (): RankedMerges => ({ items: cut(), total }),
  }
}
