import { describe, expect, test } from 'vitest'
import { locate, widthOf } from './lint-pretty.ts'

describe('where a finding stands', () => {
  test.each([
    ['甲\n乙丙', 3, { line: 2, column: 2, text: '乙丙' }],
    ['😀甲', 2, { line: 1, column: 2, text: '😀甲' }],
    ['甲\r\n乙', 0, { line: 1, column: 1, text: '甲' }],
    ['', 0, { line: 1, column: 1, text: '' }],
  ])('%j at %i', (text, offset, expected) => expect(locate(text, offset)).toEqual(expected))
  test.each([
    ['abc', 3],
    ['面霜', 4],
    ['Ａ', 2],
    ['😀', 2],
    ['微\u200b信', 4],
    ['e\u0301', 1],
    ['', 0],
  ])('%j takes %i cells', (text, cells) => expect(widthOf(text)).toBe(cells))
})
