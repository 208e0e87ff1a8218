import { isUtf8 } from 'node:buffer'

import { isProse } from './decode-text.ts'

/** The text of a large file, line by line complete, as often as it is asked for. */
export interface TextPieces {
  readonly encoding: string
  /** Every piece but the last ends with a line break; `share` of the bytes that it and those before it are. */
  readonly pieces: () => Iterable<{ readonly text: string; readonly share: number }>
  /** The bytes behind a byte order mark, where they are UTF-8. */
  readonly utf8: { readonly bytes: Uint8Array; readonly from: number } | null
}

interface Encoding {
  readonly label: string
  readonly encoding: string
  readonly markBytes: number
}

// Small enough that what is made of a piece is forgotten before the collector copies it about.
const PIECE_BYTES = 1 << 17
const LINE_FEED = 0x0a
const END_MARK = 0x1a

/**
 * Text whose encoding is beyond doubt: a byte order mark, or UTF-8 or GB18030 without a broken character. Null for everything else, which
 * decodeText understands with the whole file in hand.
 */
export function openTextPieces(bytes: Uint8Array): TextPieces | null {
  if (bytes.includes(0) || endsOddly(bytes)) return null
  const found = findEncoding(bytes)
  if (found === null) return null
  const pieces = () => decodePieces(bytes, found)
  const utf8 = found.label === 'utf-8' ? { bytes, from: found.markBytes } : null
  for (const { text } of pieces()) return isProse(text) ? { encoding: found.encoding, pieces, utf8 } : null
  return null
}

function findEncoding(bytes: Uint8Array): Encoding | null {
  if (isUtf8(bytes)) {
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { label: 'utf-8', encoding: isMarked ? 'utf-8-sig' : 'utf-8', markBytes: isMarked ? 3 : 0 }
  }
  return (bytes[0] ?? 0) < 0xef && isGb18030(bytes) ? { label: 'gb18030', encoding: 'gb18030', markBytes: 0 } : null
}

// The end mark of old DOS programs, or U+FFFD: a character that was cut.
function endsOddly(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte > 0x20)
  return bytes.subarray(end + 1).includes(END_MARK) || (bytes[end] === 0xbd && bytes[end - 1] === 0xbf && bytes[end - 2] === 0xef)
}

// A share of broken UTF-8 characters this large is more than decodeText lets pass as UTF-8.
const BROKEN_SHARE = 0.02

function isGb18030(bytes: Uint8Array): boolean {
  let beyondAscii = 0
  let broken = 0
  try {
    for (const { text } of decodePieces(bytes, { label: 'gb18030', encoding: 'gb18030', markBytes: 0 })) void text
    for (const { text } of decodePieces(bytes, { label: 'utf-8', encoding: 'utf-8', markBytes: 0 })) {
      beyondAscii += countMatches(text, /[^\0-\x7f]/g)
      broken += countMatches(text, /\ufffd/g)
    }
  } catch {
    return false
  }
  return broken > 1 && broken > beyondAscii * BROKEN_SHARE
}

const countMatches = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

// A line feed is a byte of its own in UTF-8 and in GB18030: what ends with one is whole characters.
function* decodePieces(bytes: Uint8Array, { label, markBytes }: Encoding): Generator<{ readonly text: string; readonly share: number }> {
  const decode = makeDecoder(label)
  for (let from = markBytes; from < bytes.length;) {
    const to = endOfPiece(bytes, from)
    yield { text: decode(bytes.subarray(from, to)), share: to / bytes.length }
    from = to
  }
}

// Buffer decodes UTF-8 several times faster than TextDecoder, which alone refuses what is broken and knows GB18030.
function makeDecoder(label: string): (bytes: Uint8Array) => string {
  if (label === 'utf-8') return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  return (bytes) => decoder.decode(bytes)
}

function endOfPiece(bytes: Uint8Array, from: number): number {
  const wished = from + PIECE_BYTES
  if (wished >= bytes.length) return bytes.length
  const lastBreak = bytes.lastIndexOf(LINE_FEED, wished)
  if (lastBreak >= from) return lastBreak + 1
  const nextBreak = bytes.indexOf(LINE_FEED, wished)
  return nextBreak < 0 ? bytes.length : nextBreak + 1
}
