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
    yield sealPart(part, bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES), key)
    await pause()
  }
}

/** The same for a file that comes in pieces of any size and is never put together. */
export async function* sealPieces(pieces: Iterable<Uint8Array>, key: Buffer): AsyncGenerator<SealedPart> {
  let part = 0
  const held = Buffer.alloc(PART_BYTES)
  let filled = 0
  for (const piece of pieces)
    for (let at = 0; at < piece.length;) {
      const taken = piece.subarray(at, at + PART_BYTES - filled)
      held.set(taken, filled)
      filled += taken.length
      at += taken.length
      if (filled < PART_BYTES) continue
      yield sealPart(part, held, key)
      part += 1
      filled = 0
      await pause()
    }
  if (filled > 0 || part === 0) yield sealPart(part, held.subarray(0, filled), key)
}

const sealPart = (part: number, piece: Uint8Array, key: Buffer): SealedPart => ({
  part,
  sealed: sealFile(piece, key),
  size_bytes: piece.length,
})

/** What sealParts took apart; `rows` in the order of their parts. */
export function openParts(rows: readonly { readonly sealed: Buffer; readonly key: Buffer }[]): Buffer {
  return Buffer.concat(rows.map(({ sealed, key }) => openFile(sealed, key)))
}
