import { randomFillSync } from 'node:crypto'

const LARGEST_SEQUENCE = 0xfff
let lastMs = 0
let sequence = 0

// Ids of one process rise even within a millisecond (RFC 9562 §6.2, method 1): what happened first sorts first.
function nextInstant(epochMs: number): { ms: number; step: number } {
  if (epochMs > lastMs || epochMs < lastMs - 60_000) {
    lastMs = epochMs
    sequence = 0
  } else if (sequence < LARGEST_SEQUENCE) sequence += 1
  else {
    lastMs += 1
    sequence = 0
  }
  return { ms: lastMs, step: sequence }
}

const ID_BYTES = 16
const pool = Buffer.alloc(ID_BYTES * 256)
let taken = pool.length

// Asking the system for chance costs more than all the rest of an id, and a large import mints a million.
function takeRandom(): Buffer {
  if (taken === pool.length) {
    randomFillSync(pool)
    taken = 0
  }
  taken += ID_BYTES
  return pool.subarray(taken - ID_BYTES, taken)
}

/** A UUIDv7: sorts by time, so that indexes grow at their end and lists page in order. */
export function mintId(epochMs: number): string {
  const { ms, step } = nextInstant(epochMs)
  const bytes = takeRandom()
  bytes.writeUIntBE(ms, 0, 6)
  bytes.writeUInt16BE(0x7000 | step, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
