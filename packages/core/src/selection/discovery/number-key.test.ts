import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyOfNumber, NUMBER_KEYS, UNKNOWN_KEY } from './number-key.ts'

const anyNumber = fc.oneof(fc.double({ noNaN: true }), fc.integer(), fc.constantFrom(0, -0, 1e-300, -1e-300, Infinity, -Infinity))

test('property: a greater key is a greater number', () => {
  fc.assert(
    fc.property(anyNumber, anyNumber, (a, b) => {
      if (keyOfNumber(a) > keyOfNumber(b)) expect(a).toBeGreaterThan(b)
      expect(keyOfNumber(a)).toBeLessThan(NUMBER_KEYS)
      expect(keyOfNumber(a)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('numbers that differ by a hundredth have keys of their own', () => {
  expect(keyOfNumber(10_000)).toBeLessThan(keyOfNumber(10_100))
  expect(keyOfNumber(-0.0101)).toBeLessThan(keyOfNumber(-0.01))
})

test('nought has one key, with or without a sign', () => {
  expect(keyOfNumber(-0)).toBe(keyOfNumber(0))
  expect(keyOfNumber(-1e-300)).toBeLessThan(keyOfNumber(0))
})

test('unknown has the key of no number', () => {
  expect(keyOfNumber(Number.NaN)).toBe(UNKNOWN_KEY)
  fc.assert(fc.property(anyNumber, (number) => keyOfNumber(number) !== UNKNOWN_KEY))
})
