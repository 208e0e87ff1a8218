import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Shelters } from './shelters.ts'

const stretch = fc
  .record({ start: fc.nat({ max: 60 }), length: fc.integer({ min: 1, max: 6 }) })
  .map(({ start, length }) => ({ start, end: start + length }))
const inOrder = fc.array(stretch, { maxLength: 20 }).map((all) => all.toSorted((a, b) => a.start - b.start))

describe('Shelters', () => {
  test.each([
    ['a longer word around it', 4, 6, true],
    ['one that starts with it', 3, 5, true],
    ['one that ends with it', 5, 7, true],
    ['the word itself', 3, 7, false],
    ['half outside', 6, 8, false],
    ['before it', 1, 3, false],
  ])('%s', (_name, start, end, expected) => expect(new Shelters([{ start: 3, end: 7 }]).cover(start, end)).toBe(expected))

  test('asked from left to right, they answer as a look at each of them does', () => {
    fc.assert(
      fc.property(inOrder, inOrder, (sorted, terms) => {
        const shelters = new Shelters(sorted)
        const expected = terms.map((term) =>
          sorted.some(({ start, end }) => start <= term.start && term.end <= end && end - start > term.end - term.start),
        )
        expect(terms.map(({ start, end }) => shelters.cover(start, end))).toEqual(expected)
      }),
    )
  })
})
