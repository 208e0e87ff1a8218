/** What a text says about a number. Ranges are [low, high) as printed, open ends null, never a mid-point. */
export type ReadNumber =
  | { readonly kind: 'value'; readonly value: number; readonly isPercent: boolean }
  | { readonly kind: 'range'; readonly low: number | null; readonly high: number | null; readonly isPercent: boolean }
  | { readonly kind: 'missing' }
  | { readonly kind: 'unparsable' }

// Seen for "not known" in real exports (reference/columns.json "empties").
const EMPTIES = new Set([
  '',
  '-',
  '--',
  '---',
  '—',
  '——',
  '/',
  '空',
  '暂无',
  '暂无数据',
  '未收录',
  '无',
  '未知',
  'null',
  'none',
  'nan',
  'n/a',
  'na',
  'undefined',
  '#n/a',
  '#value!',
  '#ref!',
  '#div/0!',
])
const SCALES: Readonly<Record<string, number>> = { '': 1, k: 1e3, 千: 1e3, w: 1e4, 万: 1e4, 百万: 1e6, 千万: 1e7, 亿: 1e8 }
const SCALE = '(?:百万|千万|亿|万|千|w|k)?'
const PLAIN = '[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?(?:e[+-]?\\d+)?'
const ONE = new RegExp(`^(${PLAIN})(${SCALE})(%?)$`)
const TWO = new RegExp(`^(${PLAIN})(${SCALE})(%?)(?:-|~|至|到)(${PLAIN})(${SCALE})(%?)$`)
const LEAST = new RegExp(`^(?:(?:>=?|≥|大于)(${PLAIN})(${SCALE})(%?)|(${PLAIN})(${SCALE})(%?)(?:\\+|以上))$`)
const MOST = new RegExp(`^(?:(?:<=?|≤|小于)(${PLAIN})(${SCALE})(%?)|(${PLAIN})(${SCALE})(%?)(?:以下|以内))$`)

/** Text of a cell: full-width digits and signs folded, outer spaces gone. */
export function cleanText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'string' && isFolded(cell)) return cell
  return String(cell).normalize('NFKC').trim()
}

const isVisibleAscii = (code: number) => code > 0x20 && code < 0x7f
const isHan = (code: number) => code >= 0x4e00 && code <= 0x9fff

// Visible ASCII and the main block of Chinese characters are their own NFKC form: most cells of a large file need no folding.
function isFolded(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (!isVisibleAscii(code) && !isHan(code)) return false
  }
  return true
}

/** Whether a cell says "not known". -1 stands for it too where a number cannot be negative. */
export function isEmptyCell(cell: unknown): boolean {
  if (cell === null || cell === undefined) return true
  // None of the words begins with a digit.
  if (typeof cell === 'string' && isDigit(cell.charCodeAt(0))) return false
  const text = cleanText(cell)
  return EMPTIES.has(text.toLowerCase()) || INVISIBLE.test(text)
}

// Words that stand where a price would: there is one, and it is told to who asks.
const ON_REQUEST = /^(?:(?:价格)?面议|面谈|议价|私聊|详询|另议|待议|(?:price )?on request)[。.]?$/i

/** Whether a cell says that its price is told on request. */
export const isOnRequest = (cell: unknown): boolean => typeof cell === 'string' && ON_REQUEST.test(cleanText(cell))

// Zero-width and formatting signs, which pages leave in copied cells: a name of them alone is none.
const INVISIBLE = /^[\p{Cf}\p{Z}\s]+$/u

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

function scaled(digits: string | undefined, scale: string | undefined): number {
  const value = Number((digits ?? '').replaceAll(',', ''))
  const factor = SCALES[scale ?? ''] ?? 1
  // 1.2 × 10,000 in binary is 12000.000000000002 for some; fifteen digits take that dust off.
  return factor === 1 ? value : Number((value * factor).toPrecision(15))
}

/** Reads `1.2万`, `3w`, `1,234.5`, `５０％`, `N万+`, `50万-100万`, `>100w`, `5以下`. `signed` lets -1 be a number. */
export function readNumber(cell: unknown, { signed = false }: { signed?: boolean } = {}): ReadNumber {
  if (typeof cell === 'number') return readPlain(cell, signed)
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell !== null)) return { kind: 'unparsable' }
  const simple = typeof cell === 'string' ? readSimpleNumber(cell) : Number.NaN
  if (!Number.isNaN(simple)) return { kind: 'value', value: simple, isPercent: String(cell).endsWith('%') }
  if (isEmptyCell(cell)) return { kind: 'missing' }
  const text = cleanText(cell)
    .toLowerCase()
    .replace(/^(?:¥|cny|rmb)\s*/, '')
    .replace(/\s*元$/, '')
    .replace(/\s+/g, '')
  return readOne(text, signed) ?? readRange(text) ?? { kind: 'unparsable' }
}

/** A read cell in ones under a header that states a factor. `2.5%` and, under one that counts in more than ones, `1.2万` state their own. */
export function inOnes(read: ReadNumber, cell: unknown, scale: number): ReadNumber {
  if (scale === 1 || read.kind === 'missing' || read.kind === 'unparsable' || read.isPercent) return read
  if (scale > 1 && /[万wk千亿]/i.test(String(cell))) return read
  const times = (value: number) => Number((value * scale).toPrecision(15))
  if (read.kind === 'value') return { ...read, value: times(read.value) }
  return { ...read, low: read.low === null ? null : times(read.low), high: read.high === null ? null : times(read.high) }
}

const DOT = 0x2e
const PERCENT = 0x25
// Whole numbers and powers of ten this short are exact as doubles, so one division rounds as reading the decimal text does.
const EXACT_DIGITS = 12

/** The shortcut for `1234`, `12.5` and `64.6%` (0.646): what the patterns below would read, without them; NaN for anything else. */
export function readSimpleNumber(text: string): number {
  const { length } = text
  const isPercent = text.charCodeAt(length - 1) === PERCENT
  const end = isPercent ? length - 1 : length
  if (end === 0 || end > EXACT_DIGITS) return Number.NaN
  let digits = 0
  let dotAt = -1
  for (let at = 0; at < end; at += 1) {
    const code = text.charCodeAt(at)
    if (isDigit(code)) digits = digits * 10 + code - 0x30
    else if (code === DOT && dotAt < 0 && at > 0 && at < end - 1) dotAt = at
    else return Number.NaN
  }
  const decimals = (dotAt < 0 ? 0 : end - 1 - dotAt) + (isPercent ? 2 : 0)
  return decimals === 0 ? digits : digits / (POWERS_OF_TEN[decimals] ?? Number.NaN)
}

const POWERS_OF_TEN = Array.from({ length: EXACT_DIGITS + 3 }, (_, power) => Number(`1e${power}`))

function readPlain(value: number, signed: boolean): ReadNumber {
  if (!Number.isFinite(value)) return { kind: 'unparsable' }
  if (value === -1 && !signed) return { kind: 'missing' }
  return { kind: 'value', value, isPercent: false }
}

function readOne(text: string, signed: boolean): ReadNumber | null {
  const [, digits, scale, percent] = text.match(ONE) ?? []
  if (digits === undefined) return null
  const value = scaled(digits, scale)
  if (percent === '%') return { kind: 'value', value: Number((value / 100).toPrecision(15)), isPercent: true }
  return readPlain(value, signed)
}

function readRange(text: string): ReadNumber | null {
  const two = text.match(TWO)
  if (two) {
    const [, from, fromScale, fromPercent, to, toScale, toPercent] = two
    const isPercent = (fromPercent ?? '') + (toPercent ?? '') !== ''
    // "50-100万" counts both ends in 万; "1k-3w" gives each its own.
    return makeRange(scaled(from, fromScale === '' ? toScale : fromScale), scaled(to, toScale), isPercent)
  }
  const least = text.match(LEAST)
  if (least) return makeRange(scaled(least[1] ?? least[4], least[2] ?? least[5]), null, (least[3] ?? least[6]) === '%')
  const most = text.match(MOST)
  if (most) return makeRange(0, scaled(most[1] ?? most[4], most[2] ?? most[5]), (most[3] ?? most[6]) === '%')
  return null
}

function makeRange(low: number, high: number | null, isPercent: boolean): ReadNumber {
  if (high !== null && high < low) return { kind: 'unparsable' }
  const divisor = isPercent ? 100 : 1
  const share = (value: number) => Number((value / divisor).toPrecision(15))
  return { kind: 'range', low: share(low), high: high === null ? null : share(high), isPercent }
}
