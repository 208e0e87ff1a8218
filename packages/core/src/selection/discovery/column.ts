import type { DiscoveryField } from './discovery-field-table.ts'
import { grow } from './growing.ts'
import { codeOf, startCodes, type WordCodes } from './word-codes.ts'

// All codes are of one array type: the loops over them then compile to one plain load.
/** One value per row, as a code. */
export interface OneColumn {
  readonly kind: 'one'
  readonly words: WordCodes
  codes: Uint32Array
}
/** Several values per row: the code of the set, and the word codes of each set. Few sets are in use, however many rows. */
export interface TagColumn {
  readonly kind: 'tags'
  readonly words: WordCodes
  readonly sets: WordCodes
  readonly members: (readonly number[])[]
  /** Code of each list of words as it came, in its order. */
  readonly asPrinted: Map<string, number>
  codes: Uint32Array
}
/** A number per row (NaN: unknown) and its place in the histogram: 0 unknown, 1 below the first edge, and so on. */
export interface NumberColumn {
  readonly kind: 'number'
  readonly edges: readonly number[]
  numbers: Float64Array
  codes: Uint32Array
}
export type Column = OneColumn | TagColumn | NumberColumn

/** What a row may hold in a column; null or an empty list is unknown. */
export type CellValue = string | number | readonly string[] | null

export function startColumn(field: DiscoveryField): Column {
  if (field.kind === 'number') return { kind: 'number', edges: field.edges, numbers: new Float64Array(0), codes: new Uint32Array(0) }
  if (field.kind === 'one') return { kind: 'one', words: startCodes(), codes: new Uint32Array(0) }
  return { kind: 'tags', words: startCodes(), sets: startCodes(), members: [[]], asPrinted: new Map(), codes: new Uint32Array(0) }
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

/** Puts a value into a row, which may be one past the end. */
export function putCell(column: Column, row: number, value: CellValue): void {
  column.codes = grow(column.codes, row, (size) => new Uint32Array(size))
  if (column.kind === 'number') {
    const number = typeof value === 'number' && Number.isFinite(value) ? value : Number.NaN
    column.numbers = grow(column.numbers, row, (size) => new Float64Array(size))
    column.numbers[row] = number
    column.codes[row] = placeOf(column.edges, number)
    return
  }
  column.codes[row] = column.kind === 'one' ? codeOf(column.words, typeof value === 'string' ? value : null) : codeOfSet(column, value)
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
  if (column.kind === 'number') return column.numbers.byteLength + column.codes.byteLength
  const words = column.kind === 'tags' ? [...column.words.words, ...column.sets.words] : column.words.words
  return column.codes.byteLength + words.reduce((sum, word) => sum + 64 + 2 * (word?.length ?? 0), 0)
}
