import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closeChains, openChains, type Chains } from './chains.ts'
import { plantTerms } from './find-terms.ts'

const LISTS = 5
const finder = plantTerms(Array.from({ length: LISTS }, (_, index) => ({ id: `list ${index}`, terms: [`词${index}`] })))
const place = fc.record({ list: fc.nat({ max: LISTS - 1 }), start: fc.nat({ max: 90 }), length: fc.integer({ min: 1, max: 9 }) })

const fill = (chains: Chains, places: readonly { list: number; start: number; length: number }[]) => {
  for (const { list, start, length } of places) chains.add(list, start, start + length)
}
const read = (chains: Chains) => Array.from({ length: LISTS }, (_, list) => chains.list(list))

describe('places by list', () => {
  test('each list holds its own, in the order they came', () => {
    fc.assert(
      fc.property(fc.array(place, { maxLength: 300 }), (places) => {
        const chains = openChains(finder)
        fill(chains, places)
        const expected = Array.from({ length: LISTS }, (_, list) =>
          places.filter((one) => one.list === list).map(({ start, length }) => ({ start, end: start + length })),
        )
        expect(read(chains)).toEqual(expected)
        expect(Array.from({ length: LISTS }, (_, list) => chains.has(list))).toEqual(expected.map(({ length }) => length > 0))
        closeChains(finder, chains)
      }),
    )
  })

  test('the lists met stand in the order they were met, each once', () => {
    const chains = openChains(finder)
    fill(
      chains,
      [3, 1, 3, 4, 1].map((list) => ({ list, start: 0, length: 1 })),
    )
    expect(chains.met).toEqual([3, 1, 4])
    closeChains(finder, chains)
  })

  test('what is given back is taken next, and is empty', () => {
    const first = openChains(finder)
    fill(first, [{ list: 2, start: 4, length: 2 }])
    closeChains(finder, first)
    const second = openChains(finder)
    expect(second).toBe(first)
    expect([second.met, ...read(second)]).toEqual([[], [], [], [], [], []])
    closeChains(finder, second)
  })

  test('two that are open are two', () => {
    const [first, second] = [openChains(finder), openChains(finder)]
    fill(first, [{ list: 0, start: 1, length: 1 }])
    expect(second.has(0)).toBe(false)
    closeChains(finder, first)
    closeChains(finder, second)
  })

  test('those that a long text made large are let go', () => {
    const large = openChains(finder)
    for (let at = 0; at < 40_000; at += 1) large.add(at % LISTS, at, at + 1)
    closeChains(finder, large)
    expect(openChains(finder)).not.toBe(large)
  })

  test('a list that nobody numbered has none', () => {
    const chains = openChains(finder)
    expect([chains.has(-1), chains.has(LISTS), chains.list(-1)]).toEqual([false, false, []])
  })
})
