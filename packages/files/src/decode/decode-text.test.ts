import { describe, expect, test } from 'vitest'

import { decodeText } from './index.ts'

const TEXT = '昵称,粉丝数\n示例·小鹿护肤,12500\n'
// 昵称,粉丝 in GB18030, by hand from the standard's two-byte table.
const GB = [0xea, 0xc7, 0xb3, 0xc6, 0x2c, 0xb7, 0xdb, 0xcb, 0xbf]
const utf16le = Buffer.from(TEXT, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()

describe('decodeText', () => {
  const encodings: [encoding: string, bytes: Uint8Array, text: string][] = [
    ['utf-8', Buffer.from(TEXT), TEXT],
    ['utf-8', Buffer.from('name,likes\n'), 'name,likes\n'],
    ['utf-8-sig', Buffer.from(`\ufeff${TEXT}`), TEXT],
    ['utf-16le', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]), TEXT],
    ['utf-16be', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]), TEXT],
    ['utf-16le', utf16le, TEXT],
    ['utf-16be', utf16be, TEXT],
    ['utf-16le', Buffer.from(`${TEXT}一号,1\n`, 'utf16le'), `${TEXT}一号,1\n`],
    ['utf-16be', Buffer.from(Buffer.from(`${TEXT}一号,1\n`, 'utf16le')).swap16(), `${TEXT}一号,1\n`],
    ['gb18030', Uint8Array.from(GB), '昵称,粉丝'],
    ['gb18030', Uint8Array.from([...GB, 0x81, 0x39, 0xee, 0x39]), '昵称,粉丝㐀'],
    ['utf-8', Buffer.from('a,b\n1,2\n\x1a'), 'a,b\n1,2\n'],
  ]
  test.each(encodings)('%s, case %#', (encoding, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, encoding, isCut: false })
  })

  test('UTF-8 cut inside a character is not taken for GB18030', () => {
    expect(decodeText(Buffer.from('昵称,示例').subarray(0, -1))).toMatchObject({ encoding: 'utf-8', isCut: true })
  })

  test('one broken character in a long UTF-8 text costs that character only', () => {
    const bytes = Buffer.concat([Buffer.from(TEXT.repeat(20)), Buffer.from([0xff]), Buffer.from(TEXT)])
    expect(decodeText(bytes)).toEqual({ encoding: 'utf-8', isCut: false, text: `${TEXT.repeat(20)}\ufffd${TEXT}` })
  })

  test('one character cut by byte count in a long GB18030 text costs that character only', () => {
    const line = [...GB, 0x0a]
    const bytes = Uint8Array.from([...Array.from({ length: 50 }, () => line).flat(), 0xea, 0x2c, 0x31, 0x0a])
    const decoded = decodeText(bytes)
    expect(decoded?.encoding).toBe('gb18030')
    expect(decoded?.text.endsWith('\ufffd,1\n')).toBe(true)
  })

  const nonsense: [what: string, bytes: Uint8Array][] = [
    ['zeros', new Uint8Array(64)],
    ['text with a NUL on either side', Buffer.from('a\0b\0\0c')],
    ['control characters', Uint8Array.from({ length: 64 }, (_, index) => index % 8)],
    ['bytes of no encoding', Uint8Array.from({ length: 300 }, (_, index) => 0x80 | ((index * 37) % 128))],
  ]
  test.each(nonsense)('%s are no text', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull()
  })
})
