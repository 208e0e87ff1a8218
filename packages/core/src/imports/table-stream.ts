import type { ByteRows } from './byte-rows.ts'
import type { Cell, DecodedFile } from './decoded-file.ts'

/** A table too large to hold: its first rows, and all of them in pieces, as often as they are asked for. */
export interface TableStream {
  /** One table; of its rows at least the first 16, if it has as many. */
  readonly head: DecodedFile
  /** All rows below `header`, in order; `share` of the file that they and those before them are. */
  readonly pieces: () => Iterable<{ readonly rows: readonly (readonly Cell[])[]; readonly share: number }>
  /** The same rows over the bytes of the file, where they can be met so. */
  readonly rows?: () => ByteRows
}
