import { describe, expect, test } from 'vitest'
import { UsageError } from '../command.ts'
import { decodeText } from './lint-input.ts'
import { locate, widthOf } from './lint-pretty.ts'

const bytes = (...values: number[]) => new Uint8Array(values)

describe('decodeText', () => {
  test.each([
    ['UTF-8', new TextEncoder().encode('面霜'), '面霜'],
    ['UTF-8 with a mark', bytes(0xef, 0xbb, 0xbf, 0xe9, 0x9d, 0xa2), '面'],
    ['GB18030', bytes(0xc3, 0xe6, 0xcb, 0xaa), '面霜'],
    ['UTF-16 little endian', bytes(0xff, 0xfe, 0x62, 0x97), '面'],
    ['UTF-16 big endian', bytes(0xfe, 0xff, 0x97, 0x62), '面'],
    ['nothing', bytes(), ''],
  ])('%s', (_name, input, expected) => expect(decodeText(input, 'a.md')).toBe(expected))
  test.each([
    ['a binary file', bytes(0x50, 0x4b, 3, 4, 0, 0)],
    ['neither encoding', bytes(0xff, 0xff, 0xff)],
  ])('refuses %s in one sentence', (_name, input) => expect(() => decodeText(input, 'a.md')).toThrow(UsageError))
})

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
