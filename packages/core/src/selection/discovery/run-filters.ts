import type { Column } from './column.ts'
import type { DiscoveryFieldName } from './discovery-field-table.ts'
import type { DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryFilter } from './discovery-schema.ts'
import { findRows, foldForSearch } from './search-text.ts'

/** How often each row fails: 0 is a hit; a row that fails one field only still counts in the facet of that field. */
export interface FilterRun {
  /** Number of conditions a row fails, 255 at most. */
  readonly fails: Uint8Array
  /** Place of the failed condition in `fields`, plus one; tells which one only where `fails` is 1. */
  readonly failed: Uint8Array
  readonly fields: readonly DiscoveryFieldName[]
}

/** A row that is not in use or lacks the words fails beyond repair. */
const LOST = 2

/** Holds all conditions against all rows. Conditions of one field are one condition: any of them may hold. */
export function runFilters(index: DiscoveryIndex, filters: readonly DiscoveryFilter[], text: string): FilterRun {
  const rows = index.ids.length
  const fails = new Uint8Array(rows)
  const failed = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) if (index.isLive[row] !== 1) fails[row] = LOST
  for (const words of foldForSearch(text).split(/\s+/)) if (words !== '') loseOthers(index, words, fails)
  const fields = [...new Set(filters.map(({ field }) => field))]
  fields.forEach((field, place) => {
    const column = index.columns.get(field)
    const own = filters.filter((filter) => filter.field === field)
    if (column !== undefined) failRows(column, own, { fails, failed, place: place + 1 })
  })
  return { fails, failed, fields }
}

function loseOthers(index: DiscoveryIndex, words: string, fails: Uint8Array): void {
  const isFound = new Uint8Array(fails.length)
  findRows(index.search, words, (row) => {
    isFound[row] = 1
  })
  for (let row = 0; row < fails.length; row++) if (isFound[row] === 0) fails[row] = LOST
}

interface Marks {
  readonly fails: Uint8Array
  readonly failed: Uint8Array
  readonly place: number
}

function failRows(column: Column, filters: readonly DiscoveryFilter[], { fails, failed, place }: Marks): void {
  const passes =
    column.kind === 'number' ? rowsInRange(column.numbers, fails.length, filters) : rowsWithWords(column, fails.length, filters)
  for (let row = 0; row < fails.length; row++) {
    const count = fails[row] ?? 0
    if (passes[row] === 1 || count === 255) continue
    fails[row] = count + 1
    failed[row] = place
  }
}

function rowsInRange(numbers: Float64Array, rows: number, filters: readonly DiscoveryFilter[]): Uint8Array {
  const passes = new Uint8Array(rows)
  for (const { from, below, unknown } of filters.map(readRange)) {
    for (let row = 0; row < rows; row++) {
      const value = numbers[row] ?? Number.NaN
      // NaN is in no range; it is the only value that differs from itself.
      if ((value >= from && value < below) || (unknown && value !== value)) passes[row] = 1
    }
  }
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

function rowsWithWords(column: WordColumn, rows: number, filters: readonly DiscoveryFilter[]): Uint8Array {
  const isWanted = listPassing(column, filters)
  const passes = new Uint8Array(rows)
  for (let row = 0; row < rows; row++) passes[row] = isWanted[column.codes[row] ?? 0] ?? 0
  return passes
}

/** 1 for each code of the column that passes. */
function listPassing(column: WordColumn, filters: readonly DiscoveryFilter[]): Uint8Array {
  const wanted = new Set(filters.flatMap((filter) => ('any' in filter ? filter.any : filter.unknown ? [null] : [])))
  const isWanted = column.words.words.map((word) => wanted.has(word))
  if (column.kind === 'one') return Uint8Array.from(isWanted, Number)
  return Uint8Array.from(column.members, (words) => Number(words.length === 0 ? wanted.has(null) : words.some((word) => isWanted[word])))
}
