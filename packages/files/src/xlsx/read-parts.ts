import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib'

import { findPacked, type ArchiveEntry } from '../unzip/index.ts'
import { OddWorkbook } from './odd-workbook.ts'

const STORED = 0
const DEFLATED = 8
const PIECE_BYTES = 256 * 1024

/** The parts of a workbook by name. What does not unpack to exactly what it declares is odd: the check that knows why comes next. */
export interface Parts {
  /** A small part at once; null when there is none. */
  readonly read: (name: string) => Buffer | null
  /** A large part in pieces. */
  readonly stream: (name: string) => AsyncIterable<Buffer>
}

export function openParts(bytes: Uint8Array, entries: readonly ArchiveEntry[]): Parts {
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  const find = (name: string) => {
    const entry = byName.get(name)
    if (entry === undefined) return null
    const packed = findPacked(bytes, entry)
    if (packed === null || entry.isEncrypted || (entry.method !== STORED && entry.method !== DEFLATED)) throw new OddWorkbook(name)
    return { entry, packed }
  }
  return {
    read: (name) => {
      const found = find(name)
      return found === null ? null : unpack(found.packed, found.entry)
    },
    stream: (name) => {
      const found = find(name)
      if (found === null) throw new OddWorkbook(`no ${name}`)
      return unpackInPieces(found.packed, found.entry)
    },
  }
}

function unpack(packed: Uint8Array, { method, unpackedBytes, checksum, name }: ArchiveEntry): Buffer {
  try {
    const whole = method === STORED ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(1, unpackedBytes) })
    if (whole.length === unpackedBytes && crc32(whole) === checksum) return whole
  } catch {
    // Said below, in the same words.
  }
  throw new OddWorkbook(`${name} does not unpack as declared`)
}

async function* unpackInPieces(packed: Uint8Array, entry: ArchiveEntry): AsyncGenerator<Buffer> {
  const { method, unpackedBytes, checksum, name } = entry
  if (method === STORED) {
    yield unpack(packed, entry)
    return
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES })
  let [unpacked, sum] = [0, 0]
  try {
    inflate.end(packed)
    for await (const piece of inflate as AsyncIterable<Buffer>) {
      unpacked += piece.length
      sum = crc32(piece, sum)
      if (unpacked > unpackedBytes) break
      yield piece
    }
  } catch (error) {
    if (error instanceof OddWorkbook) throw error
    throw new OddWorkbook(`${name} does not unpack`)
  } finally {
    inflate.destroy()
  }
  if (unpacked !== unpackedBytes || sum !== checksum) throw new OddWorkbook(`${name} does not unpack as declared`)
}
