import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hashOf } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

describe('canonical JSON', () => {
  test.each([
    { why: 'keys are sorted at every depth', value: { b: { d: 1, c: 2 }, a: 3 }, json: '{"a":3,"b":{"c":2,"d":1}}' },
    { why: 'the order of a list matters', value: [2, 1], json: '[2,1]' },
    { why: 'undefined in an object is as if it were not there', value: { a: undefined, b: 1 }, json: '{"b":1}' },
    { why: 'undefined in a list keeps its place', value: [undefined, 1], json: '[null,1]' },
    { why: 'null is a value: not known is told apart from absent', value: { a: null }, json: '{"a":null}' },
    { why: 'undefined alone', value: undefined, json: 'null' },
    { why: 'quotes in keys and texts', value: { 'a"': '最"佳' }, json: '{"a\\"":"最\\"佳"}' },
    { why: 'empty', value: {}, json: '{}' },
  ])('$why', ({ value, json }) => {
    expect(canonicalJson(value)).toBe(json)
  })

  test('property: reads back to the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  test('property: the order in which keys were written changes no hash', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
        const turned = Object.fromEntries(Object.entries(record).toReversed())
        expect(hashOf(turned, sha256)).toBe(hashOf(record, sha256))
      }),
    )
  })

  test('different values have different hashes', () => {
    expect(hashOf({ a: 1 }, sha256)).not.toBe(hashOf({ a: '1' }, sha256))
  })
})
