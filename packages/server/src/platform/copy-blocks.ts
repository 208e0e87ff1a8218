const BLOCK_BYTES = 1 << 20
const LONGEST_SIGN = 3

/** Bytes of fields that each begin with their length, written into blocks that are full one after the other. */
export class CopyBlocks {
  #full: Uint8Array[] = []
  #block = Buffer.allocUnsafe(BLOCK_BYTES)
  #at = 0

  /** Makes room for so many bytes that follow each other. */
  need(bytes: number): void {
    if (this.#at + bytes <= this.#block.length) return
    this.#full.push(this.#block.subarray(0, this.#at))
    this.#block = Buffer.allocUnsafe(Math.max(BLOCK_BYTES, bytes))
    this.#at = 0
  }

  int8(value: number): void {
    this.#at = this.#block.writeInt8(value, this.#at)
  }
  int16(value: number): void {
    this.#at = this.#block.writeInt16BE(value, this.#at)
  }
  int32(value: number): void {
    this.#at = this.#block.writeInt32BE(value, this.#at)
  }
  float64(value: number): void {
    this.#at = this.#block.writeDoubleBE(value, this.#at)
  }
  bytes(bytes: Uint8Array): void {
    this.#block.set(bytes, this.#at)
    this.#at += bytes.length
  }
  hex(digits: string): void {
    this.#at += this.#block.write(digits, this.#at, 'hex')
  }
  /** In UTF-8; `roomFor` says how much room that takes. */
  words(text: string): void {
    this.#at += this.#block.write(text, this.#at, 'utf8')
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
    this.#block.writeInt32BE(this.#at - from, from - 4)
  }

  /** All that was written; what comes next begins anew. */
  take(): Uint8Array[] {
    const taken = [...this.#full, this.#block.subarray(0, this.#at)]
    this.#full = []
    this.#block = Buffer.allocUnsafe(BLOCK_BYTES)
    this.#at = 0
    return taken
  }
}
