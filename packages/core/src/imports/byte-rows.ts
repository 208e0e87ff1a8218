import type { Cell } from './decoded-file.ts'

/** A table as the bytes of its file (UTF-8), for whoever can tell from them what a row holds without making texts of it. */
export interface ByteRows {
  readonly bytes: Uint8Array
  /** Where the first row below the header begins. */
  readonly start: number
  /** Where the cells of the row met last begin and end, by twos. */
  readonly bounds: Int32Array
  /** Meets the row that begins at `at`: fills `bounds` and gives where the next one begins. */
  readonly meet: (at: number) => number
  /** How many cells the row met last has; 0 for a row that only `readRow` understands. */
  readonly count: () => number
  /** The cells of the row that begins at `at`, as a table in pieces gives them; null for a row that holds nothing. */
  readonly readRow: (at: number) => readonly Cell[] | null
  readonly textOf: (from: number, to: number) => string
}

const PERCENT = 0x25
const DOT = 0x2e
const EXACT_DIGITS = 12
const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 3 }, (_, power) => Number(`1e${power}`))

/** readSimpleNumber over the bytes of a cell: the same number for the same text, NaN where that gives NaN. */
export function readSimpleBytes(bytes: Uint8Array, from: number, to: number): number {
  const isPercent = bytes[to - 1] === PERCENT
  const end = isPercent ? to - 1 : to
  if (end <= from || end - from > EXACT_DIGITS) return Number.NaN
  let digits = 0
  let dotAt = -1
  for (let at = from; at < end; at += 1) {
    const code = bytes[at] ?? 0
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30
    else if (code === DOT && dotAt < 0 && at > from && at < end - 1) dotAt = at
    else return Number.NaN
  }
  const decimals = (dotAt < 0 ? 0 : end - 1 - dotAt) + (isPercent ? 2 : 0)
  return decimals === 0 ? digits : digits / (POWERS_OF_TEN[decimals] ?? Number.NaN)
}

/** Whether a cell may be an id just as it stands: digits, letters, `_` and `-`, none of the words for "not known", nothing a spreadsheet lost. */
function isPlainId(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from > LONGEST_ID || (to - from < LONG_ID && isFirstOfWord(bytes[from] ?? 0))) return false
  let zeros = 0
  let isNumber = true
  for (let at = from; at < to; at += 1) {
    const code = bytes[at] ?? 0
    const isDigit = code >= 0x30 && code <= 0x39
    if (!isDigit && !isWordSign(code)) return false
    isNumber &&= isDigit
    zeros = code === 0x30 ? zeros + 1 : 0
  }
  return bytes[from] !== DASH && !(isNumber && to - from >= LOST_DIGITS && zeros >= to - from - KEPT_DIGITS)
}

// Longer than the longest word for "not known"; those of letters begin with an n or a u.
const LONG_ID = 10
const isFirstOfWord = (code: number) => (code | 0x20) === 0x6e || (code | 0x20) === 0x75
const LONGEST_ID = 200
const DASH = 0x2d
const LOST_DIGITS = 18
const KEPT_DIGITS = 15

const isWordSign = (code: number) => (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f || code === DASH

const PROFILE = [...'https://www.xiaohongshu.com/user/profile/'].map((sign) => sign.charCodeAt(0))
const HEX_DIGITS = 24

/** Where the id begins in a profile link of Xiaohongshu that is written as the site writes it and ends with the id; -1 for any other text. */
function findLinkedId(bytes: Uint8Array, from: number, to: number): number {
  if (to - from !== PROFILE.length + HEX_DIGITS) return -1
  for (let at = 0; at < PROFILE.length; at += 1) if (bytes[from + at] !== PROFILE[at]) return -1
  for (let at = from + PROFILE.length; at < to; at += 1) {
    const code = bytes[at] ?? 0
    if (!(code >= 0x30 && code <= 0x39) && !(code >= 0x61 && code <= 0x66)) return -1
  }
  return from + PROFILE.length
}

/** A column that may hold the id of an account. */
export interface IdPlace {
  readonly at: number
  /** Whether the id is the end of a profile link. */
  readonly isLink: boolean
}

/** Finds the id of the row met last, in the first of `ids` that holds something; false when there is none that can be taken as it stands. */
export function findPlainId({ bytes, bounds, count }: ByteRows, ids: readonly IdPlace[], into: { from: number; to: number }): boolean {
  for (const { at, isLink } of ids) {
    const from = bounds[at * 2] ?? 0
    const to = bounds[at * 2 + 1] ?? 0
    if (at >= count() || from === to) continue
    into.to = to
    into.from = isLink ? findLinkedId(bytes, from, to) : isPlainId(bytes, from, to) ? from : -1
    return into.from >= 0
  }
  return false
}
