/** Codes of rows, in the narrowest numbers that hold them: a million bytes stay in the processor's cache, four million do not. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

const NARROWEST = [
  { most: 0xff, make: (size: number): Codes => new Uint8Array(size) },
  { most: 0xffff, make: (size: number): Codes => new Uint16Array(size) },
  { most: 0xffff_ffff, make: (size: number): Codes => new Uint32Array(size) },
]
const LEAST_ROWS = 1024

/** Puts a code into a row, which may be one past the end; copies into longer or wider numbers when these have no room. */
export function putCode(codes: Codes, row: number, code: number): Codes {
  const hasWidth = code < 2 ** (8 * codes.BYTES_PER_ELEMENT)
  const room = hasWidth && row < codes.length ? codes : copyInto(codes, row, code)
  room[row] = code
  return room
}

function copyInto(codes: Codes, row: number, code: number): Codes {
  const size = row < codes.length ? codes.length : Math.max(row + 1, codes.length * 2, LEAST_ROWS)
  const most = Math.max(code, 2 ** (8 * codes.BYTES_PER_ELEMENT) - 1)
  const wider = (NARROWEST.find((width) => most <= width.most) ?? NARROWEST[2])?.make(size) ?? new Uint32Array(size)
  wider.set(codes)
  return wider
}

/** As putCode, for numbers. */
export function putNumber(numbers: Float64Array, row: number, value: number): Float64Array {
  const room = row < numbers.length ? numbers : new Float64Array(Math.max(row + 1, numbers.length * 2, LEAST_ROWS))
  if (room !== numbers) room.set(numbers)
  room[row] = value
  return room
}
