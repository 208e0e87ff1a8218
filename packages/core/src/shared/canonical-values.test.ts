import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalJson, hashOf } from './index.ts'
import { sha256 } from '../../test/sha256.ts'

describe('canonical JSON of odd values', () => {
  test.each<{ why: string; value: unknown; json: string }>([
    { why: 'a large number keeps its exponent', value: 1e21, json: '1e+21' },
    { why: 'near miss: one step smaller is written out', value: 1e20, json: '100000000000000000000' },
    { why: 'a tiny number', value: 1e-7, json: '1e-7' },
    { why: 'negative zero is zero', value: -0, json: '0' },
    { why: 'a float as it is', value: 0.1 + 0.2, json: '0.30000000000000004' },
    { why: 'NaN has no JSON', value: [Number.NaN, Infinity], json: '[null,null]' },
    { why: 'undefined deep inside', value: { a: { b: undefined, c: [{ d: undefined }] } }, json: '{"a":{"c":[{}]}}' },
    { why: 'a list of lists', value: [[], [[undefined]], {}], json: '[[],[[null]],{}]' },
    { why: 'upper case before lower, as code units order them', value: { a: 1, B: 2, _: 3 }, json: '{"B":2,"_":3,"a":1}' },
    { why: 'keys that look like numbers are texts', value: { 10: 'a', 9: 'b', 1: 'c' }, json: '{"1":"c","10":"a","9":"b"}' },
    { why: 'Chinese keys', value: { 价格: 1, 品牌: 2, a: 3 }, json: '{"a":3,"价格":1,"品牌":2}' },
    { why: 'an emoji stays one', value: '😀', json: '"😀"' },
    { why: 'half an emoji is escaped, never lost', value: '\ud83d', json: String.raw`"\ud83d"` },
    { why: 'line ends and control signs', value: 'a\n\u0000', json: String.raw`"a\n\u0000"` },
    { why: 'false and empty text are values', value: { a: false, b: '' }, json: '{"a":false,"b":""}' },
    { why: 'an empty key', value: { '': 1 }, json: '{"":1}' },
  ])('$why', ({ value, json }) => {
    expect(canonicalJson(value)).toBe(json)
  })
})

describe('what a hash tells apart, and what it does not', () => {
  const pairs: readonly { why: string; one: unknown; other: unknown; isSame: boolean }[] = [
    { why: 'absent and undefined', one: {}, other: { a: undefined }, isSame: true },
    { why: 'not known and absent', one: {}, other: { a: null }, isSame: false },
    { why: 'not known and zero', one: { a: null }, other: { a: 0 }, isSame: false },
    { why: 'zero and negative zero', one: { a: 0 }, other: { a: -0 }, isSame: true },
    { why: 'a number and its text', one: [1], other: ['1'], isSame: false },
    { why: 'an empty list and an empty object', one: [], other: {}, isSame: false },
    { why: 'a list and an object with its indexes', one: ['a'], other: { 0: 'a' }, isSame: false },
    { why: 'the order of a list', one: [1, 2], other: [2, 1], isSame: false },
    { why: 'where a brace stands', one: { a: { b: 1 }, c: 2 }, other: { a: { b: 1, c: 2 } }, isSame: false },
    { why: 'composed and decomposed signs are different texts', one: '\u00e9', other: 'e\u0301', isSame: false },
    { why: 'a space', one: 'a b', other: 'ab', isSame: false },
  ]
  test.each(pairs)('$why', ({ one, other, isSame }) => {
    expect(hashOf(one, sha256) === hashOf(other, sha256)).toBe(isSame)
  })

  test('property: key order at any depth changes no hash, and JSON round trips keep it', () => {
    const turn = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(turn)
      if (value === null || typeof value !== 'object') return value
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, item]) => [key, turn(item)]),
      )
    }
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        expect(canonicalJson(turn(value))).toBe(canonicalJson(value))
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value))
      }),
    )
  })

  test('the hash function is asked once, with the canonical text', () => {
    const asked: string[] = []
    const record = (text: string) => `${asked.push(text)}`
    expect(hashOf({ b: 1, a: [undefined] }, record)).toBe('1')
    expect(asked).toEqual(['{"a":[null],"b":1}'])
  })
})
