import { createHash } from 'node:crypto'

/** SHA-256 in hex: core takes the hash from its caller, and so do its tests. */
export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
