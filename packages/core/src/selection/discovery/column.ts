import type { DiscoveryField } from './discovery-field-table.ts'
import { grow } from './growing.ts'
import { keyOfNumber } from './number-key.ts'
import { codeOf, startCodes, type WordCodes } from './word-codes.ts'

/** What every column keeps. All codes are of one array type: the loops over them then compile to one plain load. */
interface Counted {
  codes: Uint32Array
  /** How many rows in use hold each code. */
  readonly totals: number[]
}
/** One value per row, as a code. */
export interface OneColumn extends Counted {
  readonly kind: 'one'
  readonly words: WordCodes
}
/** Several values per row: the code of the set, and the word codes of each set. Few sets are in use, however many rows. */
export interface TagColumn extends Counted {
  readonly kind: 'tags'
  readonly words: WordCodes
  readonly sets: WordCodes
  readonly members: (readonly number[])[]
  /** Code of each list of words as it came, in its order. */
  readonly asPrinted: Map<string, number>
}
/** A number per row (NaN: unknown), its key, and its place in the histogram: 0 unknown, 1 below the first edge, and so on. */
export interface NumberColumn extends Counted {
  readonly kind: 'number'
  readonly edges: readonly number[]
  numbers: Float64Array
  keys: Uint16Array
}
export type Column = OneColumn | TagColumn | NumberColumn

/** What a row may hold in a column; null or an empty list is unknown. */
export type CellValue = string | number | readonly string[] | null

export function startColumn(field: DiscoveryField, rows: number): Column {
  const counted = { codes: new Uint32Array(rows), totals: [] }
  if (field.kind === 'number')
    return { kind: 'number', edges: field.edges, numbers: new Float64Array(rows), keys: new Uint16Array(rows), ...counted }
  if (field.kind === 'one') return { kind: 'one', words: startCodes(), ...counted }
  return { kind: 'tags', words: startCodes(), sets: startCodes(), members: [[]], asPrinted: new Map(), ...counted }
}

/** Stands in no word. */
const BETWEEN = '\u0000'

/** Histogram place of a number; an edge belongs to the upper side. */
export function placeOf(edges: readonly number[], value: number): number {
  if (Number.isNaN(value)) return 0
  let place = 1
  for (const edge of edges) if (value >= edge) place++
  return place
}

// Made once: a million rows times twenty fields pass here.
const codesOf = (size: number) => new Uint32Array(size)
const numbersOf = (size: number) => new Float64Array(size)
const keysOf = (size: number) => new Uint16Array(size)

/** Puts a value into each of the rows, which may be past the end and hold nothing yet. */
export function putCells(column: Column, rows: Uint32Array, values: readonly CellValue[]): void {
  const top = rows.reduce((most, row) => Math.max(most, row), 0)
  column.codes = grow(column.codes, top, codesOf)
  if (column.kind === 'number') {
    column.numbers = grow(column.numbers, top, numbersOf)
    column.keys = grow(column.keys, top, keysOf)
  }
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0
    const code = codeOfCell(column, row, values[at] ?? null)
    column.codes[row] = code
    column.totals[code] = (column.totals[code] ?? 0) + 1
  }
}

/** Takes a row out of the totals; what it held is left to be written over. */
export function dropCell({ totals, codes }: Column, row: number): void {
  const code = codes[row] ?? 0
  totals[code] = (totals[code] ?? 0) - 1
}

/** How many codes a column may hold. */
export function countCodes(column: Column): number {
  if (column.kind === 'number') return column.edges.length + 2
  return column.kind === 'one' ? column.words.words.length : column.members.length
}

function codeOfCell(column: Column, row: number, value: CellValue): number {
  if (column.kind === 'one') return codeOf(column.words, typeof value === 'string' ? value : null)
  if (column.kind === 'tags') return codeOfSet(column, value)
  const number = typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
  column.numbers[row] = number
  column.keys[row] = keyOfNumber(number)
  return placeOf(column.edges, number)
}

function codeOfSet(column: TagColumn, value: CellValue): number {
  if (!Array.isArray(value) || value.length === 0) return 0
  const printed = value.join(BETWEEN)
  const known = column.asPrinted.get(printed)
  if (known !== undefined) return known
  const words: string[] = [...new Set<string>(value)].filter((word) => word !== '').toSorted()
  const code = codeOf(column.sets, words.join(BETWEEN))
  column.members[code] ??= words.map((word) => codeOf(column.words, word))
  column.asPrinted.set(printed, code)
  return code
}

/** Bytes a column holds per row and in its words, roughly. */
export function sizeOfColumn(column: Column): number {
  if (column.kind === 'number') return column.numbers.byteLength + column.keys.byteLength + column.codes.byteLength
  const words = column.kind === 'tags' ? [...column.words.words, ...column.sets.words] : column.words.words
  return column.codes.byteLength + words.reduce((sum, word) => sum + 64 + 2 * (word?.length ?? 0), 0)
}
