type Numbers = Uint8Array | Uint32Array | Float64Array

/** The same numbers with room for `length`; doubles, so that a million appends copy a few times only. */
export function grow<T extends Numbers>(numbers: T, length: number, make: (size: number) => T): T {
  if (length <= numbers.length) return numbers
  const wider = make(Math.max(length, numbers.length * 2, 1024))
  wider.set(numbers)
  return wider
}
