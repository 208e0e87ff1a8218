import { decodeSheetText } from './decode-xml-text.ts'
import { OddWorkbook } from './odd-workbook.ts'

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const QUOTE = 0x22
const EQUALS = 0x3d
const AMPERSAND = 0x26
const UNDERSCORE = 0x5f
const SPACE = 0x20

/** Walks the bytes of an XML part that is written in the plainest way; whatever else it meets is odd. */
export class XmlBytes {
  readonly bytes: Buffer
  readonly end: number
  at: number
  /** Where the last attribute's or text's characters stand. */
  from = 0
  to = 0
  /** Whether the last text holds an entity, an escape or anything beyond ASCII. */
  isPlain = true

  constructor(bytes: Buffer, at = 0, end = bytes.length) {
    this.bytes = bytes
    this.at = at
    this.end = end
  }

  /** Whether there was any. */
  skipSpace(): boolean {
    const from = this.at
    while (this.at < this.end && (this.bytes[this.at] ?? 0) <= SPACE) this.at += 1
    return this.at > from
  }

  isDone(): boolean {
    this.skipSpace()
    return this.at >= this.end
  }

  /** Whether the last attribute or text is `ascii`. */
  isText(ascii: string): boolean {
    if (this.to - this.from !== ascii.length) return false
    for (let at = 0; at < ascii.length; at += 1) if (this.bytes[this.from + at] !== ascii.charCodeAt(at)) return false
    return true
  }

  /** Steps over `ascii` when it stands here. */
  take(ascii: string): boolean {
    for (let at = 0; at < ascii.length; at += 1) if (this.bytes[this.at + at] !== ascii.charCodeAt(at)) return false
    if (this.at + ascii.length > this.end) return false
    this.at += ascii.length
    return true
  }

  need(ascii: string): void {
    if (!this.take(ascii)) throw new OddWorkbook(`no ${ascii}`)
  }

  /** Steps over a start tag's name when it stands here and ends here. */
  takeTag(ascii: string): boolean {
    const before = this.at
    const next = this.take(ascii) ? (this.bytes[this.at] ?? 0) : 0
    if (next === GREATER || next === SLASH || (next <= SPACE && next > 0)) return true
    this.at = before
    return false
  }

  /** The next attribute's name as one number (its only byte, or 0 for longer names), its value from `from` to `to`; -1 after the last. */
  nextAttribute(): number {
    this.skipSpace()
    const { bytes } = this
    const first = bytes[this.at] ?? 0
    if (first === GREATER || first === SLASH) return -1
    let at = this.at
    while (at < this.end && bytes[at] !== EQUALS) at += 1
    const name = at - this.at === 1 ? first : 0
    if (bytes[at + 1] !== QUOTE) throw new OddWorkbook('an attribute out of the ordinary')
    this.from = at + 2
    at = this.from
    while (at < this.end && bytes[at] !== QUOTE) at += 1
    this.to = at
    this.at = at + 1
    return name
  }

  /** Leaves a start tag; true when it has no content. */
  closeTag(): boolean {
    this.skipSpace()
    const isEmpty = this.take('/')
    this.need('>')
    return isEmpty
  }

  /** Leaves a start tag whose attributes say nothing to us; true when it has no content. */
  skipAttributes(): boolean {
    while (this.nextAttribute() >= 0);
    return this.closeTag()
  }

  /** Text up to the next tag, from `from` to `to`. */
  text(): void {
    const { bytes, end } = this
    let at = this.at
    this.from = at
    this.isPlain = true
    for (; at < end; at += 1) {
      const byte = bytes[at] ?? 0
      if (byte === LESS) break
      if (byte >= 0x80 || byte === AMPERSAND || byte === UNDERSCORE) this.isPlain = false
    }
    this.to = at
    this.at = at
  }

  /** The last text as a string of its own. */
  readText(): string {
    if (this.isPlain) return this.bytes.toString('latin1', this.from, this.to)
    return decodeSheetText(this.bytes.toString('utf8', this.from, this.to))
  }

  /** Steps over what stands up to and with `ascii`. */
  skipPast(ascii: string): void {
    const found = this.bytes.indexOf(ascii, this.at, 'latin1')
    if (found < 0 || found + ascii.length > this.end) throw new OddWorkbook(`no ${ascii}`)
    this.at = found + ascii.length
  }
}
