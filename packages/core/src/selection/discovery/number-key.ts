/** How many keys there are. */
export const NUMBER_KEYS = 0x1_0000

/** The key of a number that is not known. */
export const UNKNOWN_KEY = 0

const float = new Float32Array(1)
const bits = new Uint32Array(float.buffer)

/**
 * The first half of a number's bits, turned so that keys stand in the order of the numbers: a greater key is a greater number, equal keys
 * lie within a hundredth of each other. One look at two bytes then tells most numbers from a bound.
 */
export function keyOfNumber(value: number): number {
  if (Number.isNaN(value)) return UNKNOWN_KEY
  // Minus nought is nought: adding nought takes the sign away.
  float[0] = value + 0
  const half = (bits[0] ?? 0) >>> 16
  return half < 0x8000 ? half + 0x8000 : NUMBER_KEYS - 1 - half
}
