import { keyedHash, sha256 } from '../platform/secrets.ts'
import type { StoredLink } from './link-store.ts'

const WORKSPACE_BYTES = 16
// 144 bits: nobody guesses it, and the address still fits into a message.
const SECRET_BYTES = 18
const TOKEN = /^[\w-]{46}$/

const uuidOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A link's token: its workspace, and a secret that only this server can work out again. So the desk copies a link whenever it likes, and the database holds a hash. */
export function deriveToken(linkSecret: string, workspaceId: string, linkId: string): string {
  const secret = Buffer.from(keyedHash(linkSecret, `creator-link ${workspaceId} ${linkId}`), 'hex').subarray(0, SECRET_BYTES)
  return Buffer.concat([Buffer.from(workspaceId.replaceAll('-', ''), 'hex'), secret]).toString('base64url')
}

/** Where a token leads and the hash it is kept under; null when it is none. */
export function readToken(token: string): { workspaceId: string; tokenHash: string } | null {
  if (!TOKEN.test(token)) return null
  return { workspaceId: uuidOf(Buffer.from(token, 'base64url').subarray(0, WORKSPACE_BYTES)), tokenHash: sha256(token) }
}

/** What links are built from. */
export interface LinkGround {
  readonly publicUrl: string
  readonly linkSecret: string
}

/** Under which path the page of each holder opens. */
const PAGES = { creator: 'c', reviewer: 'r' } as const

/** The address of a link; null when this server cannot work its token out again, as after a restore under another secret. */
export function urlOfLink(
  { publicUrl, linkSecret }: LinkGround,
  workspaceId: string,
  { id, tokenHash, holder }: Pick<StoredLink, 'id' | 'tokenHash' | 'holder'>,
): string | null {
  const token = deriveToken(linkSecret, workspaceId, id)
  return sha256(token) === tokenHash ? `${publicUrl}/${PAGES[holder.kind]}/${token}` : null
}
