import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { findFault } from './find-fault.ts'

// The mark shows where the text breaks.
test.each([
  '{"a":1,"b":▲x}',
  '{"a":1▲',
  '{"a":"text▲',
  '{"a":[1,2▲}',
  '{"a"▲ 1}'.replace('▲ ', ' ▲'),
  '{▲a:1}',
  '[1,▲]',
  '{"a":1,▲}',
  '[1 ▲2]',
  '{"a":▲01}',
  '{"a":"one▲\ntwo"}',
  '{"a":"▲\\x00000"}',
  '{"a":"\\u12▲',
  '{"a":1}▲{"b":2}',
  '▲,',
  '[tru▲'.replace('tru▲', '▲tru'),
])('%j', (marked) => {
  const text = marked.replace('▲', '')
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
  expect(findFault(text)).toBe(marked.indexOf('▲'))
})

test('a document cut anywhere breaks at its end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.array(fc.string()))), { minLength: 1 }),
      fc.nat(),
      (value, seed) => {
        const whole = JSON.stringify(value)
        const cut = whole.slice(0, seed % whole.length)
        expect(findFault(cut)).toBe(cut.trimEnd().length)
      },
    ),
  )
})

test('all of a sound document is passed', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value)
      expect(findFault(text)).toBe(text.length)
      expect(findFault(`${text} ?`)).toBe(text.length + 1)
    }),
  )
})
