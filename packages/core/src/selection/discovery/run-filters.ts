import type { Column, NumberColumn } from './column.ts'
import type { DiscoveryFieldName } from './discovery-field-table.ts'
import { clearScratch, type DiscoveryIndex } from './discovery-index.ts'
import type { DiscoveryFilter, DiscoveryQuery } from './discovery-schema.ts'
import { foldForSearch } from './fold-for-search.ts'
import { rowOfId } from './id-rows.ts'
import { keyOfNumber, NUMBER_KEYS, UNKNOWN_KEY } from './number-key.ts'
import { spellFilters } from './province-shares.ts'
import { FAILED, FREE, LOST, type Scratch } from './scratch.ts'
import { findRows } from './text-rows.ts'

/** Which rows pass, and which fail one field only: those still count in the facet of that field. */
export interface FilterRun {
  /** Rows in which every condition holds, in order. */
  readonly hits: Uint32Array
  /** Rows that fail the conditions of one field only. */
  readonly near: Uint32Array
  /** All other rows in use, near ones too; null when they are more than the hits. */
  readonly misses: Uint32Array | null
  /** Per near row: FAILED plus the place in `fields` of the field it failed, plus one. */
  readonly state: Uint16Array
  readonly fields: readonly DiscoveryFieldName[]
}

/** Accounts that the database rules in or out, by id: what is booked, in conflict or worked with is asked there each time. */
export interface JoinedIds {
  readonly only: readonly string[] | null
  readonly without: readonly string[]
}
const NOT_JOINED: JoinedIds = { only: null, without: [] }

type Asked = Pick<DiscoveryQuery, 'filters' | 'text' | 'provinceShare'>

/** Holds all conditions against all rows: every field must hold, and of the conditions of one field any. */
export function runFilters(index: DiscoveryIndex, { text, ...asked }: Asked, joined: JoinedIds = NOT_JOINED): FilterRun {
  const filters = spellFilters(asked)
  const scratch = clearScratch(index)
  const { state } = scratch
  const { rows } = index
  for (const words of foldForSearch(text).split(/\s+/)) if (words !== '') loseOthers(state, rows, rowsWith(index, words))
  if (joined.only !== null) loseOthers(state, rows, listRows(index, joined.only))
  for (const row of listRows(index, joined.without)) state[row] = LOST
  for (const row of index.free) state[row] = FREE
  const fields = [...new Set(filters.map(({ field }) => field))]
  fields.forEach((field, place) => {
    const column = index.columns.get(field)
    const own = filters.filter((filter) => filter.field === field)
    if (column !== undefined) failRows(column, own, { state, rows, failing: FAILED + place + 1 })
  })
  const { hits, near } = sortRows(scratch, rows)
  const misses = hits.length * 2 > index.ids.size ? listMisses(scratch, rows) : null
  return { hits, near, misses, state, fields }
}

function listRows(index: DiscoveryIndex, ids: readonly string[]): Uint32Array {
  return Uint32Array.from(ids.flatMap((id) => rowOfId(index.ids, id) ?? []))
}

/** Words whose rows are kept. */
const KEPT_WORDS = 4

function rowsWith({ search, found, version, rows: most }: DiscoveryIndex, words: string): Uint32Array {
  if (found.version !== version) found.rows.clear()
  found.version = version
  const known = found.rows.get(words)
  if (known !== undefined) return known
  const rows = new Uint32Array(most)
  let count = 0
  findRows(search, words, (row) => (rows[count++] = row))
  const [oldest] = found.rows.keys()
  if (oldest !== undefined && found.rows.size >= KEPT_WORDS) found.rows.delete(oldest)
  const listed = rows.slice(0, count)
  found.rows.set(words, listed)
  return listed
}

/** Everything but these rows is lost. `kept` may come in any order. */
function loseOthers(state: Uint16Array, rows: number, kept: Uint32Array): void {
  const before = new Uint16Array(kept.length)
  for (let at = 0; at < kept.length; at++) before[at] = state[kept[at] ?? 0] ?? 0
  state.fill(LOST, 0, rows)
  for (let at = 0; at < kept.length; at++) state[kept[at] ?? 0] = before[at] ?? 0
}

interface Marking {
  readonly state: Uint16Array
  readonly rows: number
  /** What a row that fails is given. */
  readonly failing: number
}

function failRows(column: Column, filters: readonly DiscoveryFilter[], marking: Marking): void {
  if (column.kind === 'number') failOutside(column, filters.map(readRange), marking)
  else addPerCode(column.codes, listPassing(column, filters), marking)
}

/** No branch in the loop: whether a row passes is a toss, and a branch guessed wrong costs more than all the rest. */
function addPerCode(codes: Uint32Array, passing: Uint8Array, { state, rows, failing }: Marking): void {
  const adds = Uint16Array.from(passing, (passes) => (passes === 1 ? 0 : failing))
  for (let row = 0; row < rows; row++) state[row] = (state[row] ?? 0) + (adds[codes[row] ?? 0] ?? 0)
}

interface Range {
  readonly from: number
  readonly below: number
  readonly unknown: boolean
}
type Numbers = Pick<NumberColumn, 'numbers' | 'keys'>

/** In the table of a condition: the key lies at a bound, look at the number itself. */
const AT_BOUND = 0xffff

/** Most keys lie wholly inside or outside; only at the bounds one looks at the number itself. */
function failOutside({ numbers, keys }: Numbers, ranges: readonly Range[], { state, rows, failing }: Marking): void {
  const adds = new Uint16Array(NUMBER_KEYS).fill(failing)
  for (const range of ranges) addRange(adds, range)
  for (let row = 0; row < rows; row++) {
    let add = adds[keys[row] ?? 0] ?? 0
    if (add === AT_BOUND) add = isInside(ranges, numbers[row] ?? Number.NaN) ? 0 : failing
    state[row] = (state[row] ?? 0) + add
  }
}

function addRange(adds: Uint16Array, { from, below, unknown }: Range): void {
  if (unknown) adds[UNKNOWN_KEY] = 0
  if (!(from < below)) return
  const [first, last] = [keyOfNumber(from), keyOfNumber(below)]
  adds.fill(0, first + 1, last)
  for (const key of [first, last]) if (adds[key] !== 0) adds[key] = AT_BOUND
}

function isInside(ranges: readonly Range[], value: number): boolean {
  for (const { from, below } of ranges) if (value >= from && value < below) return true
  return false
}

function readRange(filter: DiscoveryFilter): Range {
  // Words asked of a number: only "unknown" can be meant.
  if ('any' in filter) return { from: Infinity, below: -Infinity, unknown: filter.any.includes(null) }
  const isOnlyUnknown = filter.unknown && filter.from === null && filter.below === null
  return { from: filter.from ?? (isOnlyUnknown ? Infinity : -Infinity), below: filter.below ?? Infinity, unknown: filter.unknown }
}

/** Without a branch too: a row is written to both lists, and a list grows when the row belongs there. */
function sortRows({ state, hits, near }: Scratch, rows: number): Pick<FilterRun, 'hits' | 'near'> {
  let [found, missed] = [0, 0]
  for (let row = 0; row < rows; row++) {
    const failed = state[row] ?? 0
    hits[found] = row
    near[missed] = row
    found += (failed - 1) >>> 31
    missed += (((failed >> 8) ^ 1) - 1) >>> 31
  }
  return { hits: hits.subarray(0, found), near: near.subarray(0, missed) }
}

function listMisses({ state, misses }: Scratch, rows: number): Uint32Array {
  let missed = 0
  for (let row = 0; row < rows; row++) {
    const failed = state[row] ?? 0
    if (failed !== 0 && failed < FREE) misses[missed++] = row
  }
  return misses.subarray(0, missed)
}

type WordColumn = Exclude<Column, { kind: 'number' }>

/** 1 for each code of the column that passes. */
function listPassing(column: WordColumn, filters: readonly DiscoveryFilter[]): Uint8Array {
  const wanted = new Set(filters.flatMap((filter) => ('any' in filter ? filter.any : filter.unknown ? [null] : [])))
  const isWanted = column.words.words.map((word) => wanted.has(word))
  if (column.kind === 'one') return Uint8Array.from(isWanted, Number)
  return Uint8Array.from(column.members, (words) => Number(words.length === 0 ? wanted.has(null) : words.some((word) => isWanted[word])))
}
