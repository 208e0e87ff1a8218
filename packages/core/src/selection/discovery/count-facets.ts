import type { Column } from './column.ts'
import type { DiscoveryFieldName } from './discovery-field-table.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryFacet } from './discovery-schema.ts'
import type { FilterRun } from './run-filters.ts'

/** Words shown per facet; the rest is found by typing. */
const WORDS = 50

/** Counts per field. The conditions of a field do not narrow its own counts, so that one sees what else could be chosen. */
export function countFacets(index: DiscoveryIndex, run: FilterRun): DiscoveryFacet[] {
  const { hits } = run
  return [...index.columns].map(([field, column]) => {
    const counts = new Uint32Array(countCodes(column))
    const { codes } = column
    for (let at = 0; at < hits.length; at++) addOne(counts, codes[hits[at] ?? 0] ?? 0)
    const place = run.fields.indexOf(field) + 1
    if (place > 0) addOwnMisses(counts, codes, { ...run, place })
    return present(field, column, counts)
  })
}

function addOne(counts: Uint32Array, code: number): void {
  counts[code] = (counts[code] ?? 0) + 1
}

function addOwnMisses(counts: Uint32Array, codes: Uint32Array, { near, failed, place }: FilterRun & { place: number }): void {
  for (let at = 0; at < near.length; at++) {
    const row = near[at] ?? 0
    if (failed[row] === place) addOne(counts, codes[row] ?? 0)
  }
}

function countCodes(column: Column): number {
  if (column.kind === 'number') return column.edges.length + 2
  return column.kind === 'one' ? column.words.words.length : column.members.length
}

function present(field: DiscoveryFieldName, column: Column, counts: Uint32Array): DiscoveryFacet {
  const unknown = counts[0] ?? 0
  if (column.kind === 'number') return { field, unknown, words: [], bins: listBins(column.edges, counts) }
  const perWord = column.kind === 'one' ? counts : spreadSets(column.members, counts, column.words.words.length)
  const words = column.words.words.flatMap((word, code) => {
    const count = perWord[code] ?? 0
    return word === null || count === 0 ? [] : [{ word, count }]
  })
  const ranked = words.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1))
  return { field, unknown, words: ranked.slice(0, WORDS), bins: [] }
}

function spreadSets(members: readonly (readonly number[])[], counts: Uint32Array, size: number): Uint32Array {
  const perWord = new Uint32Array(size)
  members.forEach((words, set) => {
    for (const word of words) perWord[word] = (perWord[word] ?? 0) + (counts[set] ?? 0)
  })
  return perWord
}

function listBins(edges: readonly number[], counts: Uint32Array) {
  return Array.from({ length: edges.length + 1 }, (_, bin) => ({
    from: edges[bin - 1] ?? null,
    below: edges[bin] ?? null,
    count: counts[bin + 1] ?? 0,
  }))
}
