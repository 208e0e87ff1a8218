import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TrustedKey } from '@kolibra/core/compliance'
import { readTrustedKeys } from '@kolibra/files/rulebook'
import { RefusedStart } from '../platform/refused-start.ts'

/** Whose packs are taken: `rulebook/trusted-keys.yaml` in the data folder, nobody's without it. A list that cannot be read stops the start. */
export async function openTrustedKeys(dataDir: string): Promise<TrustedKey[]> {
  const place = join(dataDir, 'rulebook', 'trusted-keys.yaml')
  const text = await readFile(place, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw new RefusedStart(`The list of trusted keys ${place} cannot be read (${error.code ?? error.message}); let this user read it.`)
  })
  if (text === null) return []
  const read = readTrustedKeys(text)
  if (read.ok) return read.value
  throw new RefusedStart(
    `${place} is no list of trusted keys (${String(read.refusals[0]?.['problem'])}); write "- { name: …, publicKey: … }".`,
  )
}
