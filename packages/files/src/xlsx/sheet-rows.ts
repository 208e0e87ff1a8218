import type { Cell } from '@kolibra/core/imports'

/** A visible sheet with its rows that hold something, in pieces, each row cut after the last cell that does. */
export interface SheetRows {
  readonly name: string
  readonly rows: AsyncIterable<readonly Cell[][]>
}
