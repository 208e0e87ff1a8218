import { parsePastedBlock, removePerson, type DecodedFile } from '@kolibra/core/imports'
import { readExport } from '@kolibra/files/read'
import type { Context } from '../platform/context.ts'
import { sha256 } from '../platform/secrets.ts'
import { blankProblems, readRawBytes, replaceRawBytes } from './raw-file-store.ts'
import { writeDecoded } from './write-decoded.ts'

/** A raw file that was rewritten, and how many records left it. */
export interface RewrittenFile {
  readonly importId: string
  readonly records: number
}

/**
 * Rewrites the sealed files of these imports without the records that carry one of the ids, under a fresh key, and notes the new hash
 * beside the original. A file that can no longer be read goes whole. Runs as the owner role.
 */
export async function eraseFromRawFiles(
  ctx: Context,
  { erasureId, importIds, ids }: { erasureId: string; importIds: readonly string[]; ids: readonly string[] },
): Promise<RewrittenFile[]> {
  const rewritten: RewrittenFile[] = []
  for (const importId of importIds) {
    const raw = await readRawBytes(ctx, importId)
    if (raw === null) continue
    const file = await decode(raw)
    const { text, removed } = file === null ? { text: '', removed: 0 } : rewrite(file, ids)
    if (file !== null && removed === 0) continue
    const bytes = new TextEncoder().encode(text)
    await replaceRawBytes(ctx, { importId, erasureId, bytes, records: removed, contentHash: sha256(bytes) })
    await blankProblems(ctx, importId, ids)
    rewritten.push({ importId, records: removed })
  }
  return rewritten
}

async function decode({ name, bytes }: { name: string; bytes: Uint8Array }): Promise<DecodedFile | null> {
  if (name === 'pasted cells') return parsePastedBlock(new TextDecoder().decode(bytes))
  const read = await readExport(bytes, { name })
  return read.ok ? read.value : null
}

function rewrite(file: DecodedFile, ids: readonly string[]): { text: string; removed: number } {
  const { file: left, removed } = removePerson(file, ids)
  return { text: writeDecoded(left), removed }
}
