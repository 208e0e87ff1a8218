import { array, assert, constantFrom, nat, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCharacters, locate } from './text-place.ts'

describe('where a finding stands', () => {
  test.each([
    ['甲\n乙丙', 3, { line: 2, column: 2, text: '乙丙' }],
    ['😀甲', 2, { line: 1, column: 2, text: '😀甲' }],
    ['甲\r\n乙', 0, { line: 1, column: 1, text: '甲' }],
    ['ab', 0, { line: 1, column: 1, text: 'ab' }],
    ['a\n', 2, { line: 2, column: 1, text: '' }],
    ['\n\n😀😀最', 6, { line: 3, column: 3, text: '😀😀最' }],
    ['a\r\nb', 3, { line: 2, column: 1, text: 'b' }],
    ['', 0, { line: 1, column: 1, text: '' }],
  ])('%j at %i', (text, offset, expected) => expect(locate(text, offset)).toEqual(expected))

  test('line and column lead back to the offset', () => {
    const texts = array(constantFrom('a', '最', '😀', '\n')).map((parts) => ({ parts, text: parts.join('') }))
    assert(
      property(texts, nat(), ({ parts, text }, seed) => {
        const index = parts.length === 0 ? 0 : seed % (parts.length + 1)
        const offset = parts.slice(0, index).join('').length
        const { line, column } = locate(text, offset)
        const before = text.split('\n').slice(0, line - 1)
        const start = before.reduce((sum, one) => sum + one.length + 1, 0)
        expect(countCharacters(text, start, offset) + 1).toBe(column)
        expect(countCharacters(text, 0, offset)).toBe(index)
      }),
    )
  })
})
