import { setImmediate as pause } from 'node:timers/promises'
import { openFile, sealFile } from '../platform/secrets.ts'

/** One part of a file as it is kept. */
export interface SealedPart {
  readonly part: number
  readonly sealed: Buffer
  readonly size_bytes: number
}

const PART_BYTES = 4 << 20

/** A file in parts, each sealed with its key, with room for other requests in between. An empty file is one empty part. */
export async function* sealParts(bytes: Uint8Array, key: Buffer): AsyncGenerator<SealedPart> {
  for (let part = 0; part * PART_BYTES < Math.max(1, bytes.length); part += 1) {
    const piece = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES)
    yield { part, sealed: sealFile(piece, key), size_bytes: piece.length }
    await pause()
  }
}

/** What sealParts took apart; `rows` in the order of their parts. */
export function openParts(rows: readonly { readonly sealed: Buffer; readonly key: Buffer }[]): Buffer {
  return Buffer.concat(rows.map(({ sealed, key }) => openFile(sealed, key)))
}
