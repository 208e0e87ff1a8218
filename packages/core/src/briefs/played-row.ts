import type { PlayedDeliverable } from './playback.ts'

/** A row of a playback before anything is said of it. */
export const blankRow = (itemId: string): PlayedDeliverable => ({
  itemId,
  platform: null,
  format: null,
  count: null,
  from: null,
  to: null,
  time: null,
  words: '',
})

/** True when something is said of a row. One nobody speaks of is not played back, which is one difference and not one for each field. */
export const isRowSaid = (row: PlayedDeliverable): boolean => JSON.stringify(row) !== JSON.stringify(blankRow(row.itemId))
