import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfName } from './name-key.ts'

test('a name that stands before another never has the larger number', () => {
  const name = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('a', 'b', 'ÿ', 'þ', '鱼', '鱽') }))
  fc.assert(
    fc.property(name, name, (a, b) => {
      const [first, second] = a < b ? [a, b] : [b, a]
      expect(keyOfName(first)).toBeLessThanOrEqual(keyOfName(second))
    }),
  )
})

test.each([
  { a: 'anna', b: 'annb', why: 'the fourth letter' },
  { a: 'a', b: 'aa', why: 'the shorter first' },
  { a: 'zz', b: '鱼', why: 'Latin before Han' },
])('tells apart: $why', ({ a, b }) => {
  expect(keyOfName(a)).toBeLessThan(keyOfName(b))
})

test('no name has no number', () => {
  expect(keyOfName(null)).toBeNaN()
})
