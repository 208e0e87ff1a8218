import type { Cell } from '@kolibra/core/imports'

const SEARCHED_ROWS = 10
const HEADER_TEXTS = 3

/**
 * Index of the header among rows that hold something, or null when the first row is all numbers.
 * Exports put a title or an export date above the header, so the first row of ten with three texts wins over the first row.
 */
export function findHeader(rows: readonly (readonly Cell[])[]): number | null {
  const wide = rows.slice(0, SEARCHED_ROWS).findIndex((row) => countTexts(row) >= HEADER_TEXTS)
  if (wide >= 0) return wide
  return rows[0] !== undefined && countTexts(rows[0]) > 0 ? 0 : null
}

function countTexts(row: readonly Cell[]): number {
  return row.filter((cell) => typeof cell === 'string' && /[^\d\s.,:%/+-]/.test(cell)).length
}
