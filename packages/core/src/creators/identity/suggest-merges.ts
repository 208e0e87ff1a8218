import { listBlockKeys, type PreparedTrace } from './account-trace.ts'
import { LARGEST_BLOCK } from './merge-evidence-table.ts'
import { weighPair, type MergeSuggestion } from './weigh-pair.ts'

/** The two ids of a pair as one key, the same whichever stands first. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`
}

/**
 * Pairs of accounts that may be one person, best evidence first. Only accounts of one block are compared and a block beyond
 * LARGEST_BLOCK says nothing, so the work grows with the accounts, not with their pairs. `decided` holds pair keys a person settled.
 */
export function suggestMerges(prepared: readonly PreparedTrace[], decided: ReadonlySet<string>): MergeSuggestion[] {
  const seen = new Set(decided)
  const suggestions: MergeSuggestion[] = []
  for (const [one, other] of listPairs(groupInBlocks(prepared))) {
    const key = pairKey(one.trace.id, other.trace.id)
    if (one.trace.personId === other.trace.personId || seen.has(key)) continue
    seen.add(key)
    const suggestion = weighPair(one, other)
    if (suggestion !== null) suggestions.push(suggestion)
  }
  return suggestions.sort((x, y) => y.score - x.score || (pairKey(x.a, x.b) < pairKey(y.a, y.b) ? -1 : 1))
}

function groupInBlocks(prepared: readonly PreparedTrace[]): PreparedTrace[][] {
  const blocks = new Map<string, PreparedTrace[]>()
  for (const each of prepared)
    for (const key of listBlockKeys(each)) {
      const block = blocks.get(key)
      if (block === undefined) blocks.set(key, [each])
      else block.push(each)
    }
  return [...blocks.values()].filter(({ length }) => length > 1 && length <= LARGEST_BLOCK)
}

function* listPairs(blocks: readonly (readonly PreparedTrace[])[]): Generator<readonly [PreparedTrace, PreparedTrace]> {
  for (const block of blocks) for (const [at, one] of block.entries()) for (const other of block.slice(at + 1)) yield [one, other]
}
