const BLOCK_BYTES = 1 << 20
const LONGEST_SIGN = 3
const SHORT_TEXT = 40
const FIRST_BEYOND_ASCII = 0x80
const DASH = 0x2d

/** Bytes of fields that each begin with their length, written into blocks that are full one after the other. Numbers are big-endian. */
export class CopyBlocks {
  #full: Uint8Array[] = []
  #block = Buffer.alloc(0)
  // Through a view the engine writes a number in one step; a Buffer's own methods are ten times slower, and there are fifty million numbers.
  #view = new DataView(this.#block.buffer)
  #at = 0
  #fullBytes = 0

  constructor() {
    this.#begin(BLOCK_BYTES)
  }

  #begin(bytes: number): void {
    this.#block = Buffer.from(new ArrayBuffer(bytes))
    this.#view = new DataView(this.#block.buffer)
    this.#at = 0
  }

  /** Makes room for so many bytes that follow each other. */
  need(bytes: number): void {
    if (this.#at + bytes <= this.#block.length) return
    this.#full.push(this.#block.subarray(0, this.#at))
    this.#fullBytes += this.#at
    this.#begin(Math.max(BLOCK_BYTES, bytes))
  }

  int8(value: number): void {
    this.#view.setInt8(this.#at, value)
    this.#at += 1
  }
  int16(value: number): void {
    this.#view.setInt16(this.#at, value)
    this.#at += 2
  }
  int32(value: number): void {
    this.#view.setInt32(this.#at, value)
    this.#at += 4
  }
  float64(value: number): void {
    this.#view.setFloat64(this.#at, value)
    this.#at += 8
  }
  bytes(bytes: Uint8Array): void {
    this.#block.set(bytes, this.#at)
    this.#at += bytes.length
  }
  /** Digits of 16, by twos; dashes between them are passed over. */
  hex(digits: string): void {
    let high = -1
    for (let place = 0; place < digits.length; place += 1) {
      const code = digits.charCodeAt(place)
      if (code === DASH) continue
      // '0' is 0x30 and 'a' 0x61: the low four bits are the digit, or the digit less nine.
      const digit = (code & 0x0f) + (code > 0x39 ? 9 : 0)
      if (high < 0) high = digit
      else {
        this.#block[this.#at] = high * 16 + digit
        this.#at += 1
        high = -1
      }
    }
  }
  /** In UTF-8; `roomFor` says how much room that takes. */
  words(text: string): void {
    if (!this.#wroteAscii(text)) this.#at += this.#block.write(text, this.#at, 'utf8')
  }
  #wroteAscii(text: string): boolean {
    const { length } = text
    if (length > SHORT_TEXT) return false
    for (let place = 0; place < length; place += 1) {
      const code = text.charCodeAt(place)
      if (code >= FIRST_BEYOND_ASCII) return false
      this.#block[this.#at + place] = code
    }
    this.#at += length
    return true
  }
  /** The most bytes that a text may become. */
  roomFor(text: string): number {
    return text.length * LONGEST_SIGN
  }

  /** Leaves room for a length, to be filled by `endField` when it is known. */
  startField(): number {
    this.#at += 4
    return this.#at
  }
  endField(from: number): void {
    this.#view.setInt32(from - 4, this.#at - from)
  }

  /** How much was written since `take`. */
  size(): number {
    return this.#fullBytes + this.#at
  }

  /** All that was written; what comes next begins anew. */
  take(): Uint8Array[] {
    const taken = [...this.#full, this.#block.subarray(0, this.#at)]
    this.#full = []
    this.#fullBytes = 0
    this.#begin(BLOCK_BYTES)
    return taken
  }
}
