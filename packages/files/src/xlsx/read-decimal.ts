const EXACT_DIGITS = 15
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, power) => 10 ** power)
const MINUS = 0x2d
const ZERO = 0x30
const POINT = 0x2e

/** The number these bytes write. A decimal of up to fifteen digits is the quotient of two exact numbers, so it is rounded once, as `Number` does. */
export function readDecimal(bytes: Buffer, from: number, to: number): number {
  const first = bytes[from] === MINUS ? from + 1 : from
  let digits = 0
  let pointAt = -1
  for (let at = first; at < to; at += 1) {
    const byte = bytes[at] ?? 0
    if (byte >= ZERO && byte <= ZERO + 9) digits = digits * 10 + (byte - ZERO)
    else if (byte === POINT && pointAt < 0) pointAt = at
    else return Number(bytes.toString('latin1', from, to))
  }
  const length = to - first - (pointAt < 0 ? 0 : 1)
  if (length === 0 || length > EXACT_DIGITS) return Number(bytes.toString('latin1', from, to))
  const value = pointAt < 0 ? digits : digits / (POWERS[to - pointAt - 1] ?? 1)
  return first === from ? value : -value
}
