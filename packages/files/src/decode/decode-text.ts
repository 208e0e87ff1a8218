/** Text and the encoding it was in: utf-8, utf-8-sig, utf-16le, utf-16be or gb18030. `isCut` when the last character is incomplete. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly isCut: boolean
}

const SAMPLE_BYTES = 64 * 1024
// Fields cut by byte count leave a broken character here and there; more than this share is another encoding.
const BROKEN_SHARE_MAX = 0.01

/** The text of a file without its byte order mark, or null when these bytes are no text. Strict UTF-8 is tried before GB18030. */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = decodeMarked(bytes) ?? decodeByZeros(bytes)
  if (marked !== null) return isProse(marked.text) ? marked : null
  if (bytes.includes(0)) return null
  const decoded = decodeUnmarked(bytes)
  return decoded !== null && isProse(decoded.text) ? { ...decoded, text: dropEndMark(decoded.text) } : null
}

// Old DOS programs close a text with 0x1A.
function dropEndMark(text: string): string {
  const trimmed = text.trimEnd()
  return trimmed.charCodeAt(trimmed.length - 1) === 0x1a ? trimmed.slice(0, -1) : text
}

function decodeMarked(bytes: Uint8Array): DecodedText | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return decodeLossy(bytes, 'utf-8', 'utf-8-sig')
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeLossy(bytes, 'utf-16le', 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeLossy(bytes, 'utf-16be', 'utf-16be')
  return null
}

const ODD_SIDE_MAX = 0.1

// UTF-16 without a mark: every ASCII character brings a zero, on one side of its pair.
function decodeByZeros(bytes: Uint8Array): DecodedText | null {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  // 一 (U+4E00) and few others bring one on the other side.
  if (even + odd === 0 || Math.min(even, odd) > ODD_SIDE_MAX * Math.max(even, odd)) return null
  return odd > even ? decodeLossy(bytes, 'utf-16le', 'utf-16le') : decodeLossy(bytes, 'utf-16be', 'utf-16be')
}

function decodeLossy(bytes: Uint8Array, label: string, encoding: string): DecodedText {
  const text = new TextDecoder(label).decode(bytes)
  return { text, encoding, isCut: text.endsWith('\ufffd') }
}

function decodeUnmarked(bytes: Uint8Array): DecodedText | null {
  const utf8 = decodeStrict(bytes, 'utf-8')
  if (utf8 !== null) return { text: utf8, encoding: 'utf-8', isCut: false }
  const lossyUtf8 = decodeLossy(bytes, 'utf-8', 'utf-8')
  if (brokenShare(lossyUtf8.text) <= BROKEN_SHARE_MAX || isOnlyCut(lossyUtf8.text)) return lossyUtf8
  const gb18030 = decodeStrict(bytes, 'gb18030')
  if (gb18030 !== null) return { text: gb18030, encoding: 'gb18030', isCut: false }
  const lossyGb = decodeLossy(bytes, 'gb18030', 'gb18030')
  return brokenShare(lossyGb.text) <= BROKEN_SHARE_MAX || isOnlyCut(lossyGb.text) ? lossyGb : null
}

function decodeStrict(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Broken characters per character beyond ASCII. */
function brokenShare(text: string): number {
  let beyondAscii = 0
  let broken = 0
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code > 0x7f) beyondAscii += 1
    if (code === 0xfffd) broken += 1
  }
  return beyondAscii === 0 ? 0 : broken / beyondAscii
}

// Good characters beyond ASCII and a broken one only at the very end: the file was cut in the middle of a character.
function isOnlyCut(text: string): boolean {
  const end = text.length - 1
  return text.indexOf('\ufffd') === end && /[^\0-\x7f\ufffd]/.test(text)
}

/** Exports hold tabs and line breaks; other control characters in number mean bytes of something else. 0x1A is the old end-of-file mark. */
export function isProse(text: string): boolean {
  const sample = text.slice(0, SAMPLE_BYTES)
  let controls = 0
  for (let index = 0; index < sample.length; index += 1) if (isControl(sample.charCodeAt(index))) controls += 1
  return controls <= sample.length * 0.001
}

function isControl(code: number): boolean {
  return code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d && code !== 0x0b && code !== 0x0c && code !== 0x1a
}
