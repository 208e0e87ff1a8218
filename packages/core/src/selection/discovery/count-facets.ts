import { countCodes, type Column } from './column.ts'
import { ROW_BYTES, type DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryFacet } from './discovery-schema.ts'
import type { ProvinceShare } from './province-share-table.ts'
import { sumProvinces } from './province-shares.ts'
import type { FilterRun } from './run-filters.ts'
import { FAILED } from './scratch.ts'

/** Words shown per facet; the rest is found by typing. */
const WORDS = 50

/** Counts per field. The conditions of a field do not narrow its own counts, so that one sees what else could be chosen. */
export function countFacets(index: DiscoveryIndex, run: FilterRun, provinceShare: ProvinceShare): DiscoveryFacet[] {
  const all = countHits(index, run)
  addOwnMisses(index, run, all)
  return [...index.columns].map(([field, column], place) => {
    const facet = present(column, all[place] ?? new Int32Array(0))
    const words = field === 'audienceProvinces' ? sumProvinces(facet.words, provinceShare) : facet.words
    return { ...facet, field, words: rankWords(words) }
  })
}

/** Per field the number of hits with each code: counted over the hits, or over the rest and taken from the totals, whichever is less. */
function countHits(index: DiscoveryIndex, { hits, misses }: FilterRun): Int32Array[] {
  const columns = [...index.columns.values()]
  const rows = misses ?? hits
  const inBytes = countBytes(index.bytes, rows, columns.length)
  return columns.map((column, place) => {
    const size = countCodes(column)
    const counts = new Int32Array(size)
    if (size > BYTE) countColumn(column.codes, rows, counts)
    else counts.set(inBytes.subarray(place * BYTE, place * BYTE + size))
    if (misses !== null) for (let code = 0; code < size; code++) counts[code] = (column.totals[code] ?? 0) - (counts[code] ?? 0)
    return counts
  })
}

/** Codes that a byte can tell apart. */
const BYTE = 256

function countBytes(bytes: Uint8Array, rows: Uint32Array, width: number): Int32Array {
  const counts = new Int32Array(width * BYTE)
  for (let at = 0; at < rows.length; at++) {
    const from = (rows[at] ?? 0) * ROW_BYTES
    for (let place = 0; place < width; place++) {
      const slot = place * BYTE + (bytes[from + place] ?? 0)
      counts[slot] = (counts[slot] ?? 0) + 1
    }
  }
  return counts
}

function countColumn(codes: Uint32Array, rows: Uint32Array, counts: Int32Array): void {
  for (let at = 0; at < rows.length; at++) {
    const code = codes[rows[at] ?? 0] ?? 0
    counts[code] = (counts[code] ?? 0) + 1
  }
}

/** A row that fails one field only is added to the counts of that field. */
function addOwnMisses(index: DiscoveryIndex, { near, state, fields }: FilterRun, all: readonly Int32Array[]): void {
  const names = [...index.columns.keys()]
  const codes = fields.map((field) => index.columns.get(field)?.codes ?? new Uint32Array(0))
  const counts = fields.map((field) => all[names.indexOf(field)] ?? new Int32Array(0))
  for (let at = 0; at < near.length; at++) {
    const row = near[at] ?? 0
    const place = (state[row] ?? 0) - FAILED - 1
    const own = counts[place]
    const code = codes[place]?.[row] ?? 0
    if (own !== undefined) own[code] = (own[code] ?? 0) + 1
  }
}

function present(column: Column, counts: Int32Array): Omit<DiscoveryFacet, 'field'> {
  const unknown = counts[0] ?? 0
  if (column.kind === 'number') return { unknown, words: [], bins: listBins(column.edges, counts) }
  const perWord = column.kind === 'one' ? counts : spreadSets(column.members, counts, column.words.words.length)
  const words = column.words.words.flatMap((word, code) => {
    const count = perWord[code] ?? 0
    return word === null || count === 0 ? [] : [{ word, count }]
  })
  return { unknown, words, bins: [] }
}

const rankWords = (words: DiscoveryFacet['words']) =>
  words.toSorted((a, b) => b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, WORDS)

function spreadSets(members: readonly (readonly number[])[], counts: Int32Array, size: number): Int32Array {
  const perWord = new Int32Array(size)
  members.forEach((words, set) => {
    for (const word of words) perWord[word] = (perWord[word] ?? 0) + (counts[set] ?? 0)
  })
  return perWord
}

function listBins(edges: readonly number[], counts: Int32Array) {
  return Array.from({ length: edges.length + 1 }, (_, bin) => ({
    from: edges[bin - 1] ?? null,
    below: edges[bin] ?? null,
    count: counts[bin + 1] ?? 0,
  }))
}
