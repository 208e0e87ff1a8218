import { mixText } from '../shared/index.ts'

/** Which things were met, and which more than once. It may take two things for one, never one for two: whoever merges compares again. */
export interface KeySet {
  readonly add: (platform: string, id: string) => void
  readonly isRepeated: (platform: string, id: string) => boolean
  /** As `add`, for a hash and the number of the record it is of: gives the first record of that hash, or 0 when this is the first. */
  readonly addRecord: (hash: number, record: number) => number
}

const FIRST_SIZE = 1 << 12
const FULLEST = 0.5

/** A set of 32-bit hashes in two blocks of memory: 16 to 32 bytes a thing, where a set of texts takes a hundred and holds the file. */
export function makeKeySet(): KeySet {
  let table = new Uint32Array(FIRST_SIZE)
  let firsts = new Uint32Array(FIRST_SIZE)
  let held = 0
  const repeated = new Set<number>()
  const grow = () => {
    const old = { table, firsts }
    table = new Uint32Array(old.table.length * 2)
    firsts = new Uint32Array(table.length)
    old.table.forEach((hash, at) => {
      if (hash === 0) return
      const place = findPlace(table, hash)
      table[place] = hash
      firsts[place] = old.firsts[at] ?? 0
    })
  }
  const addRecord: KeySet['addRecord'] = (hash, record) => {
    const place = findPlace(table, hash)
    if (table[place] === hash) {
      repeated.add(hash)
      return firsts[place] ?? 0
    }
    table[place] = hash
    firsts[place] = record
    held += 1
    if (held > table.length * FULLEST) grow()
    return 0
  }
  return {
    addRecord,
    add: (platform, id) => void addRecord(hashOf(platform, id), 0),
    isRepeated: (platform, id) => repeated.has(hashOf(platform, id)),
  }
}

// Where a hash stands, or the free place where it would: linear probing in a table that is never full.
function findPlace(table: Uint32Array, hash: number): number {
  const mask = table.length - 1
  let at = Math.imul(hash, 0x9e3779b1) & mask
  while (table[at] !== 0 && table[at] !== hash) at = (at + 1) & mask
  return at
}

/** FNV-1a over both texts, then mixed; 0 marks a free place and is given to none. */
export function hashOf(platform: string, id: string): number {
  return spreadOut(mixText(startHash(platform), id))
}

/** The hash of a platform, to go on from. */
export const startHash = (platform: string) => Math.imul(mixText(0x811c9dc5, platform), 0x01000193)

/** `hashOf` for an id in ASCII that stands in bytes; `start` is startHash of the platform. */
export function hashOfBytes(start: number, bytes: Uint8Array, { from, to }: { from: number; to: number }): number {
  let hash = start
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193)
  return spreadOut(hash)
}

function spreadOut(hash: number): number {
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 13)) >>> 0 || 1
}
