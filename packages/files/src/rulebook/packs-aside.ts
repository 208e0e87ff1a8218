import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packVersionSchema } from '@kolibra/core/compliance'
import { daySchema } from '@kolibra/core/shared'
import { z } from 'zod'

const packAsideSchema = z.strictObject({ version: packVersionSchema, reason: z.string().min(1), by: z.string().min(1), on: daySchema })

/** A kept pack that judges no more: why, who decided, and on which Shanghai day. */
export type PackAside = z.infer<typeof packAsideSchema>

/** Where that is written down, beside the packs of a folder; no pack is called so. */
export const ASIDE_FILE = 'set-aside.json'

/** The packs of a folder that are set aside, oldest decision first; null when the list is there and cannot be read, for then nobody knows. */
export async function readAside(folder: string): Promise<readonly PackAside[] | null> {
  const text = await readFile(join(folder, ASIDE_FILE), 'utf8').catch((error: unknown) => (isMissing(error) ? '[]' : null))
  return text === null ? null : (z.array(packAsideSchema).safeParse(parseJson(text)).data ?? null)
}

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Writes down which packs of a folder are set aside. The list is there whole or as it was, whatever happens in between. */
export async function writeAside(folder: string, aside: readonly PackAside[]): Promise<void> {
  const half = join(folder, `${ASIDE_FILE}.half`)
  await writeFile(half, `${JSON.stringify(aside, null, 2)}\n`, { flush: true })
  await rename(half, join(folder, ASIDE_FILE))
}
