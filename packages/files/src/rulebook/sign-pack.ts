import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto'
import { PACK_FORMAT, packStatement, type RulebookPack } from '@kolibra/core/compliance'

/** SHA-256 of a text in UTF-8, as lower-case hex. */
export function sha256OfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A private Ed25519 key from its PEM; null when the text is none. */
export function readSigningKey(pem: string): KeyObject | null {
  try {
    const key = createPrivateKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : null
  } catch {
    return null
  }
}

/** The public half of a signing key as packs and lists of trusted keys write it: 32 bytes in base64. */
export function publicKeyOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' })
  return Buffer.from(x, 'base64url').toString('base64')
}

/** A pack of rulebook files, in the order of their paths, signed over canonical bytes. */
export function makePack(
  files: readonly { readonly path: string; readonly text: string }[],
  { version, publisher, key }: { version: string; publisher: string; key: KeyObject },
): RulebookPack {
  const ordered = files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const hashed = ordered.map(({ path, text }) => ({ path, sha256: sha256OfText(text), text }))
  const unsigned = { format: PACK_FORMAT, version, publisher, files: hashed } as const
  const value = sign(null, Buffer.from(packStatement(unsigned), 'utf8'), key).toString('base64')
  return { ...unsigned, signature: { publicKey: publicKeyOf(key), value } }
}

/** Whether an Ed25519 signature is the one of this text; keys and signatures that are none verify nothing. */
export function isSignedBy(text: string, { publicKey, value }: { readonly publicKey: string; readonly value: string }): boolean {
  try {
    const x = Buffer.from(publicKey, 'base64').toString('base64url')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
    return verify(null, Buffer.from(text, 'utf8'), key, Buffer.from(value, 'base64'))
  } catch {
    return false
  }
}
