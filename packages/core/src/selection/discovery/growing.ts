type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array
const LEAST_ROWS = 1024

/** The same numbers with room for a row; doubles, so that a million appends copy a few times only. */
export function grow<T extends Numbers>(numbers: T, row: number, make: (size: number) => T): T {
  if (row < numbers.length) return numbers
  const wider = make(Math.max(row + 1, numbers.length * 2, LEAST_ROWS))
  wider.set(numbers)
  return wider
}
