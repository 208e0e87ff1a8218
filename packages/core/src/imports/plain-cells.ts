import { readSimpleBytes, type ByteRows } from './byte-rows.ts'
import { readFollowerCount } from './normalise-account.ts'
import { isEmptyCell } from './parse-number.ts'
import { fenOf, pastMomentOf, type ImportContext, type MappedCell } from './record-view.ts'
import type { SourceRecord, Target } from './source.ts'

/** What one column says in the row met last; null for nothing. */
export type CellReader<T> = () => T | null

/** The table that is read. */
export interface Make {
  readonly rows: ByteRows
  readonly ctx: ImportContext
  readonly names: readonly string[]
}

/** A column of it and what it says. */
export interface Column<T extends Target = Target> {
  readonly at: number
  readonly column: string
  readonly target: T
}

const HELD = 5000
/** The sign of percent, as a byte. */
export const PERCENT = 0x25

/** The columns of the table that say one kind of thing, in the order of the source's table. */
export function columnsFor<K extends Target['to']>(
  to: K,
  { ctx, names }: Pick<Make, 'ctx' | 'names'>,
): Column<Extract<Target, { to: K }>>[] {
  return (ctx.usable.get(to) ?? []).flatMap(({ column, target }) => {
    const at = names.indexOf(column)
    return at < 0 ? [] : [{ at, column, target: target as Extract<Target, { to: K }> }]
  })
}

/**
 * Understands each text of a column once; empty cells say nothing. A column of names is not remembered any longer once it said very many:
 * there each is another one, and what is remembered has to be held.
 */
export function remember<T>(
  at: number,
  { rows, areNames = false }: Pick<Make, 'rows'> & { readonly areNames?: boolean },
  understand: (text: string) => T | null,
): CellReader<T> {
  const known = new Map<string, T | null>()
  let isVaried = false
  const { bounds } = rows
  return () => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return null
    const text = rows.textOf(from, to)
    const held = known.get(text)
    if (held !== undefined) return held
    const value = isEmptyCell(text) ? null : understand(text)
    if (isVaried) return value
    if (known.size >= HELD) {
      known.clear()
      isVaried = areNames
    }
    known.set(text, value)
    return value
  }
}

interface NumberReading<T> {
  /** What a plain number means; undefined where only `inFull` knows. */
  readonly plainly: (value: number, isPercent: boolean) => T | null | undefined
  readonly inFull: (mapped: MappedCell, record: SourceRecord, ctx: ImportContext) => T | null
}

/** Cells of plain digits are read from the bytes, the others as `remember` does. */
export function numbersOf<T>({ at, column, target }: Column, make: Make, { plainly, inFull }: NumberReading<T>): CellReader<T> {
  const { rows, ctx } = make
  const { bytes, bounds } = rows
  const other = remember(at, make, (cell) => inFull({ column, target, cell }, recordOf(cell), ctx))
  return () => {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= rows.count() || from === to) return null
    const value = readSimpleBytes(bytes, from, to)
    if (Number.isNaN(value)) return other()
    const meant = plainly(value, bytes[to - 1] === PERCENT)
    return meant === undefined ? other() : meant
  }
}

// Nothing is noted of these cells, so no record number is ever read.
export const recordOf = (cell: string): SourceRecord => ({ record: 0, cells: {}, cellAt: () => cell })

/** A count of people. */
export const COUNT: NumberReading<number> = {
  plainly: (value, isPercent) => (isPercent ? undefined : Math.round(value)),
  inFull: readFollowerCount,
}
/** A sum in fen; a price of nothing is none. */
export const PRICE: NumberReading<number> = {
  plainly: (value, isPercent) => (isPercent ? undefined : value === 0 ? null : Math.round(value * 100)),
  inFull: fenOf,
}

/** When a row was seen. */
export function readMoments({ at, column }: Column, make: Make): CellReader<string> {
  return remember(at, make, (cell) => pastMomentOf({ column, cell }, recordOf(cell), make.ctx))
}
