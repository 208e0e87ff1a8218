import { generateKeyPairSync } from 'node:crypto'
import type { TrustedKey } from '@kolibra/core/compliance'
import { makePack, publicKeyOf, writePack } from '@kolibra/files/rulebook'

const makeKey = () => generateKeyPairSync('ed25519').privateKey
const [OURS, THEIRS] = [makeKey(), makeKey()]

/** The one signer a test house trusts. */
export const TRUSTED: TrustedKey = { name: '示例规则社', publicKey: publicKeyOf(OURS) }

interface PackWish {
  readonly version: string
  readonly text: string
  readonly isStranger?: boolean
}

/** A signed pack of one file, as the text a person uploads; a stranger's is signed with a key nobody here trusts. */
export function examplePack({ version, text, isStranger = false }: PackWish): string {
  const key = isStranger ? THEIRS : OURS
  return writePack(makePack([{ path: 'example.yaml', text }], { version, publisher: '示例规则社', key }))
}
