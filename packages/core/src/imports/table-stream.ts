import type { ByteRows } from './byte-rows.ts'
import type { Cell, DecodedFile } from './decoded-file.ts'

/** Some rows of one table: which of the file's (the first, where nothing is said), and the share of the file that they and those before them are. */
export interface TablePiece {
  readonly rows: readonly (readonly Cell[])[]
  readonly share: number
  readonly table?: number
}

/** Tables too large to understand at once: their first rows, and all of them in pieces, as often as they are asked for. */
export interface TableStream {
  /** Every table with at least the first 16 of its rows, if it has as many. */
  readonly head: DecodedFile
  /** All rows below each `header`, in the order of the file. */
  readonly pieces: () => Iterable<TablePiece>
  /** The same rows over the bytes of the file, where they can be met so: it has one table then. */
  readonly rows?: () => ByteRows
}
