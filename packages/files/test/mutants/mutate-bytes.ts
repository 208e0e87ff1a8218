import type { Chance } from './chance.ts'

/** One way to spoil bytes. */
export type SpoilBytes = (bytes: Uint8Array, chance: Chance) => Uint8Array

const cut = (bytes: Uint8Array, { whole }: Chance) => bytes.slice(0, whole(0, Math.max(0, bytes.length - 1)))

function flipBits(bytes: Uint8Array, { whole }: Chance): Uint8Array {
  const flipped = Uint8Array.from(bytes)
  for (let left = whole(1, 20); left > 0 && bytes.length > 0; left -= 1) {
    const at = whole(0, bytes.length - 1)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << whole(0, 7))
  }
  return flipped
}

function loseMiddle(bytes: Uint8Array, { whole }: Chance): Uint8Array {
  const from = whole(0, bytes.length)
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + whole(1, 200))])
}

function repeatMiddle(bytes: Uint8Array, { whole }: Chance): Uint8Array {
  const from = whole(0, bytes.length)
  const to = from + whole(1, 500)
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
}

function insertNoise(bytes: Uint8Array, { whole, pick }: Chance): Uint8Array {
  const at = whole(0, bytes.length)
  const noise = Uint8Array.from({ length: whole(1, 60) }, () => pick([0, 0, 0xff, 0x1a, 0x0a, 0x22, 0x2c, 0x80, whole(0, 255)]))
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)])
}

const appendNoise = (bytes: Uint8Array, { whole }: Chance) =>
  Buffer.concat([bytes, Uint8Array.from({ length: whole(1, 2000) }, () => whole(0, 255))])

function blank(bytes: Uint8Array, { whole }: Chance): Uint8Array {
  const blanked = Uint8Array.from(bytes)
  const from = whole(0, bytes.length)
  return blanked.fill(0, from, from + whole(1, 4096))
}

/** Ways that fit every file. */
export const BYTE_MUTATIONS: Readonly<Record<string, SpoilBytes>> = {
  truncated: cut,
  'bits flipped': flipBits,
  'middle lost': loseMiddle,
  'middle twice': repeatMiddle,
  'noise inserted': insertNoise,
  'noise appended': appendNoise,
  'a block of zeros': blank,
}
