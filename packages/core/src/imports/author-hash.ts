import type { Sha256 } from '../shared/index.ts'

/**
 * The pseudonym MediaCrawler prints for an author: the first 16 hex digits of SHA-256 of the trimmed id, unsalted. Only compared with
 * ids we already hold, and by platform: nobody else's is looked for.
 */
export function authorHashOf(accountId: string, sha256: Sha256): string {
  return sha256(accountId.trim()).slice(0, 16)
}

/** Under which id the hash of an erased person stands among those erased: their records are recognised even where only the hash is printed. */
export const erasedIdOfHash = (hash: string): string => `creator_hash:${hash}`
