import { isAscii, isUtf8 } from 'node:buffer'

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

/** Thrown on the way when text is not of the encoding that its start was in: decodeText understands it with the whole file in hand. */
export class BrokenText extends Error {}

/**
 * Text whose encoding shows at its start: a byte order mark, UTF-8 without a broken character, or GB18030. Null for everything else, which
 * decodeText understands with the whole file in hand; so does a piece that throws BrokenText.
 */
export function openTextPieces(bytes: Uint8Array): TextPieces | null {
  if (asBuffer(bytes).includes(0) || endsOddly(bytes)) return null
  const found = findEncoding(bytes)
  if (found === null) return null
  const pieces = () => decodePieces(bytes, found)
  const utf8 = found.label === 'utf-8' ? { bytes, from: found.markBytes } : null
  for (const { text } of pieces()) return isProse(text) ? { encoding: found.encoding, pieces, utf8 } : null
  return null
}

// The same memory: a Buffer looks for a byte and decodes UTF-8 several times faster than a Uint8Array and TextDecoder.
const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function findEncoding(bytes: Uint8Array): Encoding | null {
  if (isUtf8(bytes)) {
    const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { label: 'utf-8', encoding: isMarked ? 'utf-8-sig' : 'utf-8', markBytes: isMarked ? 3 : 0 }
  }
  return (bytes[0] ?? 0) < 0xef && looksLikeGb18030(bytes) ? { label: 'gb18030', encoding: 'gb18030', markBytes: 0 } : null
}

// The end mark of old DOS programs, or U+FFFD: a character that was cut.
function endsOddly(bytes: Uint8Array): boolean {
  const end = bytes.findLastIndex((byte) => byte > 0x20)
  return bytes.subarray(end + 1).includes(END_MARK) || (bytes[end] === 0xbd && bytes[end - 1] === 0xbf && bytes[end - 2] === 0xef)
}

// A share of broken UTF-8 characters this large is more than decodeText lets pass as UTF-8.
const BROKEN_SHARE = 0.02
// Enough characters to tell two encodings apart.
const SAMPLE_BYTES = 1 << 18

/**
 * Whether bytes that are no UTF-8 look like GB18030 from the first piece on that is no plain ASCII. That the rest is GB18030 too shows when
 * it is decoded, see BrokenText: decoding a large file only to know that would keep everybody else waiting.
 */
function looksLikeGb18030(bytes: Uint8Array): boolean {
  const from = findBeyondAscii(bytes)
  const sample = bytes.subarray(from, endOfPiece(bytes, from, SAMPLE_BYTES))
  try {
    new TextDecoder('gb18030', { fatal: true }).decode(sample)
  } catch {
    return false
  }
  const asUtf8 = new TextDecoder().decode(sample)
  const broken = countMatches(asUtf8, /\ufffd/g)
  return broken > 1 && broken > countMatches(asUtf8, /[^\0-\x7f]/g) * BROKEN_SHARE
}

/** Where the first piece begins that holds more than ASCII. */
function findBeyondAscii(bytes: Uint8Array): number {
  let from = 0
  for (let to = endOfPiece(bytes, from); to < bytes.length && isAscii(bytes.subarray(from, to)); to = endOfPiece(bytes, from)) from = to
  return from
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

// TextDecoder alone refuses what is broken and knows GB18030.
function makeDecoder(label: string): (bytes: Uint8Array) => string {
  if (label === 'utf-8') return (bytes) => asBuffer(bytes).toString('utf8')
  const decoder = new TextDecoder(label, { fatal: true, ignoreBOM: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      throw new BrokenText()
    }
  }
}

function endOfPiece(bytes: Uint8Array, from: number, length = PIECE_BYTES): number {
  const wished = from + length
  if (wished >= bytes.length) return bytes.length
  const lastBreak = bytes.lastIndexOf(LINE_FEED, wished)
  if (lastBreak >= from) return lastBreak + 1
  const nextBreak = bytes.indexOf(LINE_FEED, wished)
  return nextBreak < 0 ? bytes.length : nextBreak + 1
}
