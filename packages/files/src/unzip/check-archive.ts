import { crc32, inflateRawSync } from 'node:zlib'

import { accept, refuse, type Outcome, type Refusal } from '@kolibra/core/shared'

import { listEntries, type ArchiveEntry } from './list-entries.ts'

/** The part of the reading limits that concerns archives. */
export interface ArchiveLimits {
  readonly archiveEntries: number
  readonly unpackedBytes: number
  readonly unpackedRatio: number
}

const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8
// A small workbook of equal rows packs better than any ratio worth setting.
const RATIO_FREE_BYTES = 32 * 1024 * 1024

type Options = { readonly name: string; readonly limits: ArchiveLimits }

/**
 * Proves that an archive can be unpacked within the limits before anything of it is used: first what it declares, then by inflating each
 * entry no further than it declared. Refuses with file.truncated, file.encrypted, file.zip_bomb (`problem` says which limit).
 */
export function checkArchive(bytes: Uint8Array, options: Options): Outcome<readonly ArchiveEntry[], Refusal> {
  const declared = checkDeclared(bytes, options)
  if (!declared.ok) return declared
  const { name: file } = options
  const fault = declared.value.map((entry) => findFault(bytes, entry)).find((found) => found !== null)
  if (fault === undefined) return declared
  return refuse(fault === 'lie' ? { code: 'file.zip_bomb', file, problem: 'declared' } : { code: 'file.truncated', file })
}

/** The first half of checkArchive, for readers that hold every entry to what it declares while they unpack it. */
export function checkDeclared(bytes: Uint8Array, options: Options): Outcome<readonly ArchiveEntry[], Refusal> {
  const { name: file, limits } = options
  const entries = listEntries(bytes, limits.archiveEntries)
  if (entries === null) return refuse({ code: 'file.truncated', file })
  if (entries.length > limits.archiveEntries) return refuse({ code: 'file.zip_bomb', file, problem: 'entries' })
  const declaredBytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0)
  if (declaredBytes > limits.unpackedBytes) return refuse({ code: 'file.zip_bomb', file, problem: 'size' })
  if (declaredBytes > RATIO_FREE_BYTES && declaredBytes / bytes.length > limits.unpackedRatio)
    return refuse({ code: 'file.zip_bomb', file, problem: 'ratio' })
  if (entries.some(({ isEncrypted }) => isEncrypted)) return refuse({ code: 'file.encrypted', file })
  return accept(entries)
}

/** Why an entry cannot be trusted: it is cut or damaged, or it unpacks to more than it declares. */
function findFault(bytes: Uint8Array, entry: ArchiveEntry): 'cut' | 'lie' | null {
  const packed = findPacked(bytes, entry)
  if (packed === null) return 'cut'
  if (entry.method === STORED) return packed.length !== entry.unpackedBytes ? 'lie' : crc32(packed) === entry.checksum ? null : 'cut'
  if (entry.method !== DEFLATED) return 'cut'
  try {
    const unpacked = inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpackedBytes) })
    return unpacked.length === entry.unpackedBytes && crc32(unpacked) === entry.checksum ? null : 'cut'
  } catch (error) {
    return error instanceof RangeError ? 'lie' : 'cut'
  }
}

/** An entry's packed bytes; null when its local header or its end is missing. */
export function findPacked(bytes: Uint8Array, entry: ArchiveEntry): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.headerAt + LOCAL_BYTES > bytes.length || view.getUint32(entry.headerAt, true) !== LOCAL_SIGNATURE) return null
  const start = entry.headerAt + LOCAL_BYTES + view.getUint16(entry.headerAt + 26, true) + view.getUint16(entry.headerAt + 28, true)
  const packed = bytes.subarray(start, start + entry.packedBytes)
  return packed.length === entry.packedBytes ? packed : null
}
