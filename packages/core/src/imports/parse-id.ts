import { cleanText, isEmptyCell } from './parse-number.ts'

/** A platform id as text, or why the cell cannot be one. */
export type ReadId = { readonly id: string } | { readonly fault: 'id.missing' | 'id.rounded_by_excel' | 'id.lost_digits' | 'id.too_long' }

// A decimal point or a plus is needed: "611e76…" may be a legal hexadecimal note id, "7.02E+18" is none.
const SCIENTIFIC = /^\d(?:\.\d+e\+?\d+|e\+\d+)$/i
/** No platform's id, and no name that stands for one, is longer; a database key could not hold it. */
export const LONGEST_ID = 500
const FLOAT_TAIL = /^(\d+)\.0$/

/**
 * Ids are text. A number beyond 2^53, scientific notation, or (in a sheet) a long id whose digits after the fifteenth are all
 * zero has lost digits to a spreadsheet: it would silently name another account, so it is refused.
 */
export function readId(cell: unknown, fromSheet: boolean): ReadId {
  if (isEmptyCell(cell)) return { fault: 'id.missing' }
  if (typeof cell === 'number') return readNumericId(cell, fromSheet)
  if (typeof cell !== 'string') return { fault: 'id.missing' }
  const text = cleanText(cell).replace(/^['`]/, '').replace(FLOAT_TAIL, '$1')
  if (text.length > LONGEST_ID) return { fault: 'id.too_long' }
  if (SCIENTIFIC.test(text)) return { fault: 'id.rounded_by_excel' }
  if (fromSheet && /^\d{18,}$/.test(text) && /^0+$/.test(text.slice(15))) return { fault: 'id.rounded_by_excel' }
  return { id: text }
}

function readNumericId(value: number, fromSheet: boolean): ReadId {
  if (value <= 0) return { fault: 'id.missing' }
  if (Number.isSafeInteger(value)) return { id: String(value) }
  return { fault: fromSheet ? 'id.rounded_by_excel' : 'id.lost_digits' }
}

// xhs profile links end in the 24-hex user id, douyin's in the sec_uid (another kind of id, so not taken).
const XHS_PROFILE = /xiaohongshu\.com\/user\/profile\/([0-9a-f]{24})/i

/** The Xiaohongshu user id inside a profile link, else null. */
export function readProfileId(link: unknown): string | null {
  return cleanText(link).match(XHS_PROFILE)?.[1]?.toLowerCase() ?? null
}
