import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** SHA-256 as lower-case hex: what core asks for when it binds something to its inputs. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A keyed hash: tells that two values are equal without telling the value. */
export function keyedHash(key: string, value: string): string {
  return createHmac('sha256', key).update(value).digest('hex')
}

/** As `is_suppressed` of the database computes it: whether an id is on a list, without the list telling ids. */
export function suppressionHash(key: Uint8Array, platform: string, accountId: string): string {
  return createHash('sha256').update(key).update(`${platform} ${accountId}`).digest('hex')
}

/** An unguessable token for links and cookies, 256 bits. */
export function mintToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The folder's own secret, made on first use and readable by its owner only. */
export function readSecret(folder: string): string {
  const path = join(folder, 'secret')
  if (existsSync(path)) return readFileSync(path, 'utf8').trim()
  mkdirSync(folder, { recursive: true })
  const secret = randomBytes(32).toString('hex')
  writeFileSync(path, `${secret}\n`, { mode: 0o600, flag: 'wx' })
  chmodSync(path, 0o600)
  return secret
}

/** The key that members' addresses and secrets of channels are sealed with: of the folder's secret, for nothing else. */
export function deriveChannelKey(secret: string): Buffer {
  return createHmac('sha256', secret).update('kolibra channels').digest()
}

const IV_BYTES = 12
const TAG_BYTES = 16

/** A fresh key for one raw file; erasing the key makes the file unreadable. */
export function mintFileKey(): Buffer {
  return randomBytes(32)
}

/** AES-256-GCM: nonce, tag, ciphertext in one buffer. */
export function sealFile(bytes: Uint8Array, key: Uint8Array): Buffer {
  const nonce = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `sealFile` made; throws when the content was changed. */
export function openFile(sealed: Buffer, key: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), decipher.final()])
}
