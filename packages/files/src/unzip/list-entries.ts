/** One entry as the central directory declares it; sizes may lie. `headerAt` is where its local header stands. */
export interface ArchiveEntry {
  readonly name: string
  readonly method: number
  readonly isEncrypted: boolean
  readonly packedBytes: number
  readonly unpackedBytes: number
  /** CRC-32 of what it unpacks to. */
  readonly checksum: number
  readonly headerAt: number
}

const END_SIGNATURE = 0x06054b50
const END64_LOCATOR_SIGNATURE = 0x07064b50
const END64_SIGNATURE = 0x06064b50
const ENTRY_SIGNATURE = 0x02014b50
const END_BYTES = 22
const ENTRY_BYTES = 46
const COMMENT_BYTES_MAX = 0xffff
const IN_EXTRA = 0xffffffff
const ZIP64_EXTRA = 0x0001

/** The central directory of a ZIP archive (APPNOTE 4.3.12, ZIP64 included), at most `entriesMax` + 1 entries; null when it is missing or cut. */
export function listEntries(bytes: Uint8Array, entriesMax: number): ArchiveEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const directory = findDirectory(view)
    return directory === null ? null : readDirectory(view, directory, entriesMax)
  } catch (error) {
    // A DataView throws RangeError when an offset points past the end: the archive was cut.
    if (error instanceof RangeError) return null
    throw error
  }
}

function findDirectory(view: DataView): { at: number; entries: number } | null {
  const first = Math.max(0, view.byteLength - END_BYTES - COMMENT_BYTES_MAX)
  let at = view.byteLength - END_BYTES
  while (at >= first && view.getUint32(at, true) !== END_SIGNATURE) at -= 1
  if (at < first) return null
  const entries = view.getUint16(at + 10, true)
  const directoryAt = view.getUint32(at + 16, true)
  const isZip64 = entries === 0xffff || directoryAt === IN_EXTRA
  return isZip64 ? findDirectory64(view, at - 20) : { at: directoryAt, entries }
}

function findDirectory64(view: DataView, locatorAt: number): { at: number; entries: number } | null {
  if (view.getUint32(locatorAt, true) !== END64_LOCATOR_SIGNATURE) return null
  const at = Number(view.getBigUint64(locatorAt + 8, true))
  if (view.getUint32(at, true) !== END64_SIGNATURE) return null
  return { at: Number(view.getBigUint64(at + 48, true)), entries: Number(view.getBigUint64(at + 32, true)) }
}

function readDirectory(view: DataView, directory: { at: number; entries: number }, entriesMax: number): ArchiveEntry[] | null {
  const entries: ArchiveEntry[] = []
  let at = directory.at
  while (entries.length < directory.entries && entries.length <= entriesMax) {
    if (view.getUint32(at, true) !== ENTRY_SIGNATURE) return null
    const nameBytes = view.getUint16(at + 28, true)
    const extraBytes = view.getUint16(at + 30, true)
    entries.push(readEntry(view, at, { nameBytes, extraBytes }))
    at += ENTRY_BYTES + nameBytes + extraBytes + view.getUint16(at + 32, true)
  }
  return entries
}

function readEntry(view: DataView, at: number, lengths: { nameBytes: number; extraBytes: number }): ArchiveEntry {
  const extraAt = at + ENTRY_BYTES + lengths.nameBytes
  const short = [view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true)]
  const [unpackedBytes = 0, packedBytes = 0, headerAt = 0] = short.includes(IN_EXTRA)
    ? readZip64Extra(view, { at: extraAt, end: extraAt + lengths.extraBytes }, short)
    : short
  return {
    name: new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + at + ENTRY_BYTES, lengths.nameBytes)),
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    unpackedBytes,
    checksum: view.getUint32(at + 16, true),
    packedBytes,
    headerAt,
  }
}

// The 64-bit values stand in the extra field in this fixed order, only those whose short form says so.
function readZip64Extra(view: DataView, span: { at: number; end: number }, short: readonly number[]): number[] {
  let at = span.at
  while (at + 4 <= span.end && view.getUint16(at, true) !== ZIP64_EXTRA) at += 4 + view.getUint16(at + 2, true)
  at += 4
  return short.map((value) => {
    if (value !== IN_EXTRA) return value
    at += 8
    return Number(view.getBigUint64(at - 8, true))
  })
}
