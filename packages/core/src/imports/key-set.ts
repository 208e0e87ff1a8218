import { mixText } from '../shared/index.ts'

/** Which things were met, and which more than once. It may take two things for one, never one for two: whoever merges compares again. */
export interface KeySet {
  readonly add: (platform: string, id: string) => void
  readonly isRepeated: (platform: string, id: string) => boolean
}

const FIRST_SIZE = 1 << 12
const FULLEST = 0.5

/** A set of 32-bit hashes in one block of memory: 8 to 16 bytes a thing, where a set of texts takes a hundred and holds the file. */
export function makeKeySet(): KeySet {
  let table = new Uint32Array(FIRST_SIZE)
  let held = 0
  const repeated = new Set<number>()
  const grow = () => {
    const old = table
    table = new Uint32Array(old.length * 2)
    for (const hash of old) if (hash !== 0) table[findPlace(table, hash)] = hash
  }
  return {
    add: (platform, id) => {
      const hash = hashOf(platform, id)
      const place = findPlace(table, hash)
      if (table[place] === hash) {
        repeated.add(hash)
        return
      }
      table[place] = hash
      held += 1
      if (held > table.length * FULLEST) grow()
    },
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
function hashOf(platform: string, id: string): number {
  const hash = mixText(Math.imul(mixText(0x811c9dc5, platform), 0x01000193), id)
  const spread = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (spread ^ (spread >>> 13)) >>> 0 || 1
}
