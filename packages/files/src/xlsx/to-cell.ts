import type { Cell } from '@kolibra/core/imports'

import { cleanText } from '../decode/index.ts'
import { formatSheetDate, tidySheetText } from './format-cell.ts'

/** A value of a sheet as the importer wants it: dates as wall-clock text, blank text as nothing. */
export function toCell(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === undefined || value === null) return null
  if (value instanceof Date) return formatSheetDate(value)
  if (typeof value !== 'string') return value
  return value.trim() === '' ? null : cleanText(tidySheetText(value))
}
