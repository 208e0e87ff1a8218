import { CopyBlocks } from './copy-blocks.ts'

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1')
const FLOAT8_OID = 701
const TEXT_OID = 25
const JSONB_VERSION = 1
const LENGTH_BYTES = 4
const LIST_HEAD_BYTES = 24

/** Rows as `COPY … FROM STDIN (FORMAT binary)` takes them, field by field in the order of the columns (PostgreSQL, "COPY", file formats). */
export class CopyRows {
  readonly #into = new CopyBlocks()
  #hasRows = false

  constructor() {
    this.#begin()
  }

  #begin(): void {
    this.#hasRows = false
    this.#into.bytes(SIGNATURE)
  }

  startRow(fields: number): void {
    this.#into.need(2)
    this.#into.int16(fields)
    this.#hasRows = true
  }

  text(text: string | null): void {
    if (text === null) return this.#nothing()
    this.#into.need(LENGTH_BYTES + this.#into.roomFor(text))
    this.#word(text)
  }

  json(value: object | null): void {
    if (value === null) return this.#nothing()
    const text = JSON.stringify(value)
    this.#into.need(LENGTH_BYTES + 1 + this.#into.roomFor(text))
    const from = this.#into.startField()
    this.#into.int8(JSONB_VERSION)
    this.#into.words(text)
    this.#into.endField(from)
  }

  uuid(id: string): void {
    this.#into.need(20)
    this.#into.int32(16)
    this.#into.hex(id)
  }

  /** float8[]; NaN is NULL in it. */
  numbers(numbers: Float64Array | null): void {
    if (numbers === null) return this.#nothing()
    this.#into.need(LIST_HEAD_BYTES + numbers.length * 12)
    const hasNull = numbers.includes(Number.NaN)
    const from = this.#startList(numbers.length, { oid: FLOAT8_OID, hasNull })
    for (const number of numbers) {
      if (hasNull && Number.isNaN(number)) this.#into.int32(-1)
      else {
        this.#into.int32(8)
        this.#into.float64(number)
      }
    }
    this.#into.endField(from)
  }

  /** text[]. */
  texts(texts: readonly string[] | null): void {
    if (texts === null) return this.#nothing()
    this.#into.need(LIST_HEAD_BYTES + texts.reduce((sum, text) => sum + LENGTH_BYTES + this.#into.roomFor(text), 0))
    const from = this.#startList(texts.length, { oid: TEXT_OID, hasNull: false })
    for (const text of texts) this.#word(text)
    this.#into.endField(from)
  }

  /** Whether a row was started since `take`. */
  hasRows(): boolean {
    return this.#hasRows
  }

  /** How many bytes the copy has so far. */
  size(): number {
    return this.#into.size()
  }

  /** All rows so far as one whole copy, header and end included; the next row begins another. */
  take(): Uint8Array[] {
    this.#into.need(2)
    this.#into.int16(-1)
    const taken = this.#into.take()
    this.#begin()
    return taken
  }

  #nothing(): void {
    this.#into.need(LENGTH_BYTES)
    this.#into.int32(-1)
  }

  #word(text: string): void {
    const from = this.#into.startField()
    this.#into.words(text)
    this.#into.endField(from)
  }

  #startList(count: number, { oid, hasNull }: { oid: number; hasNull: boolean }): number {
    const from = this.#into.startField()
    this.#into.int32(count === 0 ? 0 : 1)
    this.#into.int32(hasNull ? 1 : 0)
    this.#into.int32(oid)
    if (count > 0) {
      this.#into.int32(count)
      this.#into.int32(1)
    }
    return from
  }
}
