import type { Chance } from './chance.ts'

let bytesOf: Map<string, readonly number[]> | null = null

// The platform only decodes GB18030, so its decoder is read backwards.
function mapGb18030(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030')
  const map = new Map<string, readonly number[]>()
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.from([lead, trail]))
      if (text.length === 1 && text !== '\ufffd' && !map.has(text)) map.set(text, [lead, trail])
    }
  return map
}

const encodeGb18030 = (text: string): Uint8Array => {
  bytesOf ??= mapGb18030()
  const map = bytesOf
  return Uint8Array.from([...text].flatMap((char) => (char.charCodeAt(0) < 0x80 ? [char.charCodeAt(0)] : (map.get(char) ?? [0x3f]))))
}

const mark = (bytes: readonly number[], text: Uint8Array) => Buffer.concat([Uint8Array.from(bytes), text])
const utf8 = (text: string) => Buffer.from(text)
const utf16le = (text: string) => Buffer.from(text, 'utf16le')
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16()

/** Encodings people meet. */
export const RIGHT_ENCODINGS: Readonly<Record<string, (text: string) => Uint8Array>> = {
  'utf-8': utf8,
  'utf-8-sig': (text) => mark([0xef, 0xbb, 0xbf], utf8(text)),
  gb18030: encodeGb18030,
  'utf-16le': (text) => mark([0xff, 0xfe], utf16le(text)),
  'utf-16be': (text) => mark([0xfe, 0xff], utf16be(text)),
}

/** Encodings nobody meant: marks that lie, two in one file, a text decoded wrongly and saved again. */
export const WRONG_ENCODINGS: Readonly<Record<string, (text: string, chance: Chance) => Uint8Array>> = {
  'a UTF-8 mark on GB18030': (text) => mark([0xef, 0xbb, 0xbf], encodeGb18030(text)),
  'a UTF-16 mark on UTF-8': (text) => mark([0xff, 0xfe], utf8(text)),
  'UTF-16 without a mark': utf16le,
  'half UTF-8, half GB18030': (text, { whole }) => {
    const at = whole(0, text.length)
    return Buffer.concat([utf8(text.slice(0, at)), encodeGb18030(text.slice(at))])
  },
  'UTF-8 read as Latin-1 and saved': (text) => utf8(Buffer.from(text).toString('latin1')),
  'GB18030 read as UTF-8 and saved': (text) => utf8(new TextDecoder().decode(encodeGb18030(text))),
  'UTF-16 one byte off': (text) => utf16le(text).subarray(1),
  'two marks': (text) => mark([0xef, 0xbb, 0xbf, 0xef, 0xbb, 0xbf], utf8(text)),
}
