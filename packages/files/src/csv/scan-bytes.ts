import type { ByteRows, Cell } from '@kolibra/core/imports'

import { makeRowSplitter, OddCsv, unifyBreaks } from './split-rows.ts'

const LINE_FEED = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const LONGEST_ROW = 8 << 20

/** How the rows of a text stand in its bytes. */
export interface ByteShape {
  readonly bytes: Uint8Array
  /** Behind a byte order mark. */
  readonly from: number
  readonly delimiter: string
  /** Rows that hold something and stand before the first record. */
  readonly skip: number
  readonly width: number
  readonly fitRow: (row: readonly string[]) => Cell[] | null
}

/** The rows of a csv in UTF-8 over its bytes. Throws OddCsv, here and on the way, where a line ends with nothing but a carriage return. */
export function scanBytes({ bytes, from, delimiter, skip, width, fitRow }: ByteShape): ByteRows {
  const bounds = new Int32Array(2 * (width + 1))
  const met = { count: 0 }
  const meet = makeMeet(bytes, delimiter.charCodeAt(0), { bounds, met })
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const textOf = (start: number, end: number) => buffer.toString('utf8', start, end)
  const readRow = (at: number): Cell[] | null => {
    const splitter = makeRowSplitter(delimiter)
    const text = unifyBreaks(textOf(at, meet(at)))
    const rows = [...splitter.push(text), ...splitter.end()]
    if (rows.length > 1) throw new OddCsv()
    return fitRow(rows[0] ?? [])
  }
  let start = from
  for (let left = skip; left > 0 && start < bytes.length;) {
    if (readRow(start) !== null) left -= 1
    start = meet(start)
  }
  return { bytes, start, bounds, meet, count: () => met.count, readRow, textOf }
}

function makeMeet(bytes: Uint8Array, delimiter: number, { bounds, met }: { bounds: Int32Array; met: { count: number } }) {
  const signs = new Uint8Array(256)
  for (const sign of [delimiter, LINE_FEED, RETURN, QUOTE]) signs[sign] = 1
  const { length } = bytes
  return (from: number): number => {
    let cells = 0
    let begin = from
    for (let at = from; ; at += 1) {
      while (at < length && signs[bytes[at] ?? 0] === 0) at += 1
      const sign = at < length ? bytes[at] : LINE_FEED
      if (sign === QUOTE) {
        met.count = 0
        return endOfQuoted(bytes, from)
      }
      if (cells * 2 < bounds.length) {
        bounds[cells * 2] = begin
        bounds[cells * 2 + 1] = at
      }
      cells += 1
      begin = at + 1
      if (sign === delimiter) continue
      if (sign === RETURN && bytes[at + 1] !== LINE_FEED) throw new OddCsv()
      // More cells than there is room for are read one by one.
      met.count = cells * 2 > bounds.length ? 0 : cells
      return sign === RETURN ? at + 2 : at + 1
    }
  }
}

// A line break counts where the quotes before it come in pairs.
function endOfQuoted(bytes: Uint8Array, from: number): number {
  let isInside = false
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) isInside = !isInside
    else if (bytes[at] === LINE_FEED && !isInside) return at + 1
    if (at - from > LONGEST_ROW) throw new OddCsv()
  }
  return bytes.length
}
