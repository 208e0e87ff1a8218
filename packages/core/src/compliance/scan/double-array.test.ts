import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildDoubleArray } from './double-array.ts'

const compare = (a: readonly number[], b: readonly number[]) => {
  const at = a.findIndex((symbol, index) => symbol !== b[index])
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? -1)
}
const read = (array: ReturnType<typeof buildDoubleArray>, sequence: readonly number[]) => {
  let state = 0
  for (const symbol of sequence) {
    const child = (array.cells[2 * state] ?? 0) + symbol
    if (array.cells[2 * child + 1] !== state) return 0
    state = child
  }
  return array.ends[state] ?? 0
}

describe('buildDoubleArray', () => {
  test('nothing is found in an empty one', () => expect(read(buildDoubleArray([], 9), [1])).toBe(0))

  test('holds exactly its sequences, whatever they share', () => {
    const sequence = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.uniqueArray(sequence, { selector: String, maxLength: 60 }), fc.array(sequence), (sequences, others) => {
        const sorted = sequences.toSorted(compare)
        const array = buildDoubleArray(sorted, 6)
        sorted.forEach((each, index) => expect(read(array, each)).toBe(index + 1))
        const held = new Set(sorted.map(String))
        for (const other of others) if (!held.has(String(other))) expect(read(array, other)).toBe(0)
      }),
    )
  })

  test('a large alphabet with thousands of sequences fills most of its cells', () => {
    const sequences = Array.from({ length: 6000 }, (_, index) => [1 + (index % 1999), 1 + ((index * 7) % 1501), 1 + (index % 17)])
    const sorted = [...new Map(sequences.map((each) => [String(each), each])).values()].toSorted(compare)
    const array = buildDoubleArray(sorted, 2000)
    sorted.forEach((each, index) => expect(read(array, each)).toBe(index + 1))
    const used = array.cells.filter((parent, at) => at % 2 === 1 && parent >= 0).length
    expect((2 * used) / array.cells.length).toBeGreaterThan(0.4)
  })
})
