import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { compareVersions, packVersionSchema } from '@kolibra/core/compliance'
import type { Outcome } from '@kolibra/core/shared'
import { reopenPack, type OpenedPack } from './read-pack.ts'

/** Versions of packs kept in a folder, oldest first. */
export async function listPacks(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .filter((version) => packVersionSchema.safeParse(version).success)
    .sort(compareVersions)
}

/** Keeps the text of a judged pack beside the earlier ones. A pack is there whole or not at all, whatever happens in between. */
export async function keepPack(folder: string, { version, text }: { version: string; text: string }): Promise<void> {
  await mkdir(folder, { recursive: true })
  const half = join(folder, `${version}.half`)
  await writeFile(half, text, { flush: true })
  await rename(half, join(folder, `${version}.yaml`))
}

/** A kept pack, read and compiled again; null when no such version is kept. */
export async function readKeptPack(folder: string, version: string): Promise<Outcome<OpenedPack> | null> {
  const text = await readFile(join(folder, `${version}.yaml`), 'utf8').catch(() => null)
  return text === null ? null : reopenPack(text)
}
