import type { TextPieces } from '../decode/text-pieces.ts'
import { findCsvHeader } from './read-csv.ts'
import { sniffDelimiter } from './sniff-delimiter.ts'
import { makeRowSplitter, OddCsv, unifyBreaks } from './split-rows.ts'

/** Which rows are to go. `mayStandIn` is asked of many rows at once, and its false is trusted. */
export interface RowTest {
  readonly mayStandIn: (text: string) => boolean
  readonly isOfRow: (cells: readonly string[]) => boolean
}

/** One stretch of a csv: what stays of it, as it stood in the file, and how many rows went. */
export interface CutPiece {
  readonly kept: readonly Uint8Array[]
  readonly cut: number
}

/** A csv over its bytes. `delimiter` null: it is to be found as readCsv finds it. */
export interface CutFile {
  readonly bytes: Uint8Array
  readonly text: Pick<TextPieces, 'encoding' | 'pieces'>
  readonly delimiter: string | null
}

const LINE_FEED = 0x0a
const RETURN = 0x0d
const QUOTE = 0x22
const TOGETHER_BYTES = 1 << 18
const LONGEST_ROW = 8 << 20
const HEAD_ROWS = 40
const MARK_BYTES = 3

/**
 * Cuts rows out of a csv and leaves every other byte as it is; the header stays. Null, or OddCsv thrown on the way, for text that only
 * readCsv understands.
 */
export function cutCsv({ bytes, text, delimiter: given }: CutFile, test: RowTest): Generator<CutPiece> | null {
  const [first] = text.pieces()
  const start = first === undefined ? '' : unifyBreaks(first.text)
  // Excel's line that names the delimiter.
  if (given === null && /^"?sep=/i.test(start)) return null
  const delimiter = given ?? sniffDelimiter(start)
  const splitter = makeRowSplitter(delimiter)
  const rows = [...splitter.push(start), ...(first?.share === 1 ? splitter.end() : [])].filter(holdsSomething).slice(0, HEAD_ROWS)
  const headerAt = given === null ? findCsvHeader(rows) : 0
  return headerAt === null ? null : cutPieces({ bytes, encoding: text.encoding, delimiter, headerAt }, test)
}

const holdsSomething = (row: readonly string[]) => row.some((cell) => cell.trim() !== '')

interface Cut {
  readonly bytes: Uint8Array
  readonly encoding: string
  readonly delimiter: string
  /** Which of the rows that hold something is the header. */
  readonly headerAt: number
}

function* cutPieces({ bytes, encoding, delimiter, headerAt }: Cut, test: RowTest): Generator<CutPiece> {
  const decode = makeDecoder(encoding)
  const readRow = (from: number, to: number) => {
    const splitter = makeRowSplitter(delimiter)
    const rows = [...splitter.push(unifyBreaks(decode(bytes.subarray(from, to)))), ...splitter.end()]
    if (rows.length > 1) throw new OddCsv()
    return rows[0] ?? []
  }
  let from = encoding === 'utf-8-sig' ? MARK_BYTES : 0
  if (from > 0) yield { kept: [bytes.subarray(0, from)], cut: 0 }
  // Up to the header every row is looked at: a title above it may name somebody too.
  for (let met = 0; met <= headerAt && from < bytes.length;) {
    const to = endOfRow(bytes, from)
    const row = readRow(from, to)
    const isGone = holdsSomething(row) && met < headerAt && test.isOfRow(row)
    if (holdsSomething(row)) met += 1
    yield isGone ? { kept: [], cut: 1 } : { kept: [bytes.subarray(from, to)], cut: 0 }
    from = to
  }
  while (from < bytes.length) {
    const ends: number[] = []
    for (let at = from; at < bytes.length && at - from < TOGETHER_BYTES;) ends.push((at = endOfRow(bytes, at)))
    const to = ends.at(-1) ?? bytes.length
    const stretch = bytes.subarray(from, to)
    yield test.mayStandIn(decode(stretch))
      ? cutRows(bytes, { from, ends, isGone: (...row) => test.isOfRow(readRow(...row)) })
      : { kept: [stretch], cut: 0 }
    from = to
  }
}

interface Stretch {
  readonly from: number
  readonly ends: readonly number[]
  readonly isGone: (from: number, to: number) => boolean
}

function cutRows(bytes: Uint8Array, { from, ends, isGone }: Stretch): CutPiece {
  const kept: Uint8Array[] = []
  let cut = 0
  let keptFrom = from
  let at = from
  for (const end of ends) {
    if (isGone(at, end)) {
      if (at > keptFrom) kept.push(bytes.subarray(keptFrom, at))
      keptFrom = end
      cut += 1
    }
    at = end
  }
  if (at > keptFrom) kept.push(bytes.subarray(keptFrom, at))
  return { kept, cut }
}

// A quote or a line break is a byte of its own in UTF-8 and in GB18030. A break counts where the quotes before it come in pairs.
function endOfRow(bytes: Uint8Array, from: number): number {
  let isInside = false
  for (let at = from; at < bytes.length; at += 1) {
    const byte = bytes[at]
    if (byte === QUOTE) isInside = !isInside
    else if (!isInside && (byte === LINE_FEED || (byte === RETURN && bytes[at + 1] !== LINE_FEED))) return at + 1
    if (at - from > LONGEST_ROW) throw new OddCsv()
  }
  if (isInside) throw new OddCsv()
  return bytes.length
}

function makeDecoder(encoding: string): (bytes: Uint8Array) => string {
  if (encoding !== 'gb18030') return (bytes) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8')
  const decoder = new TextDecoder('gb18030', { fatal: true })
  return (bytes) => {
    try {
      return decoder.decode(bytes)
    } catch {
      throw new OddCsv()
    }
  }
}
