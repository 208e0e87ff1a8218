import type { Column } from './column.ts'
import type { DiscoveryFieldName } from './discovery-field-table.ts'
import { clearScratch, type DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryFilter, DiscoveryQuery } from './discovery-schema.ts'
import type { Scratch } from './scratch.ts'
import { findRows, foldForSearch } from './search-text.ts'

/** How often each row fails: 0 is a hit; a row that fails one field only still counts in the facet of that field. */
export interface FilterRun {
  /** Rows in which every condition holds, in order. */
  readonly hits: Uint32Array
  /** Rows that fail the conditions of one field only. */
  readonly near: Uint32Array
  /** Per row, the place in `fields` of the field it failed last, plus one. */
  readonly failed: Uint8Array
  readonly fields: readonly DiscoveryFieldName[]
}

/** A row that is not in use or lacks the words fails beyond repair. */
const LOST = 2

/** Holds all conditions against all rows: every field must hold, and of the conditions of one field any. */
export function runFilters(index: DiscoveryIndex, { filters, text }: Pick<DiscoveryQuery, 'filters' | 'text'>): FilterRun {
  const scratch = clearScratch(index)
  const { fails, failed } = scratch
  const rows = index.ids.length
  for (const row of index.free) fails[row] = LOST
  for (const words of foldForSearch(text).split(/\s+/)) if (words !== '') loseOthers(index, words, scratch)
  const fields = [...new Set(filters.map(({ field }) => field))]
  fields.forEach((field, place) => {
    const column = index.columns.get(field)
    const own = filters.filter((filter) => filter.field === field)
    if (column !== undefined) failRows(column, own, { scratch, rows, place: place + 1 })
  })
  return { ...sortRows(scratch, rows), failed, fields }
}

function loseOthers(index: DiscoveryIndex, words: string, { fails, passes }: Scratch): void {
  const rows = index.ids.length
  passes.fill(0)
  findRows(index.search, words, (row) => {
    passes[row] = 1
  })
  for (let row = 0; row < rows; row++) if (passes[row] === 0) fails[row] = LOST
}

interface Marking {
  readonly scratch: Scratch
  readonly rows: number
  readonly place: number
}

function failRows(column: Column, filters: readonly DiscoveryFilter[], { scratch, rows, place }: Marking): void {
  const { fails, failed } = scratch
  const passes =
    column.kind === 'number' ? passInRange(column.numbers, filters, { passes: scratch.passes, rows }) : listPassing(column, filters)
  // Numbers pass row by row, words by their code.
  const codes = column.kind === 'number' ? null : column.codes
  for (let row = 0; row < rows; row++) {
    if (passes[codes === null ? row : (codes[row] ?? 0)] === 1) continue
    const count = fails[row] ?? 0
    if (count < LOST) fails[row] = count + 1
    failed[row] = place
  }
}

function sortRows({ fails, hits, near }: Scratch, rows: number): Pick<FilterRun, 'hits' | 'near'> {
  let [found, missed] = [0, 0]
  for (let row = 0; row < rows; row++) {
    if (fails[row] === 0) hits[found++] = row
    else if (fails[row] === 1) near[missed++] = row
  }
  return { hits: hits.subarray(0, found), near: near.subarray(0, missed) }
}

interface Passing {
  readonly passes: Uint8Array
  readonly rows: number
}

function passInRange(numbers: Float64Array, filters: readonly DiscoveryFilter[], { passes, rows }: Passing): Uint8Array {
  filters.map(readRange).forEach(({ from, below, unknown }, at) => {
    for (let row = 0; row < rows; row++) {
      const value = numbers[row] ?? Number.NaN
      // NaN is in no range; it is the only value that differs from itself.
      const isInside = (value >= from && value < below) || (unknown && value !== value)
      if (isInside) passes[row] = 1
      else if (at === 0) passes[row] = 0
    }
  })
  return passes
}

interface Range {
  readonly from: number
  readonly below: number
  readonly unknown: boolean
}

function readRange(filter: DiscoveryFilter): Range {
  // Words asked of a number: only "unknown" can be meant.
  if ('any' in filter) return { from: Infinity, below: -Infinity, unknown: filter.any.includes(null) }
  const isOnlyUnknown = filter.unknown && filter.from === null && filter.below === null
  return { from: filter.from ?? (isOnlyUnknown ? Infinity : -Infinity), below: filter.below ?? Infinity, unknown: filter.unknown }
}

type WordColumn = Exclude<Column, { kind: 'number' }>

/** 1 for each code of the column that passes. */
function listPassing(column: WordColumn, filters: readonly DiscoveryFilter[]): Uint8Array {
  const wanted = new Set(filters.flatMap((filter) => ('any' in filter ? filter.any : filter.unknown ? [null] : [])))
  const isWanted = column.words.words.map((word) => wanted.has(word))
  if (column.kind === 'one') return Uint8Array.from(isWanted, Number)
  return Uint8Array.from(column.members, (words) => Number(words.length === 0 ? wanted.has(null) : words.some((word) => isWanted[word])))
}
