import { seekPerson, type PersonWords } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { listUploadFiles, readUploadBytes, withdrawUpload } from './upload-store.ts'
import { withoutPerson } from './without-person.ts'

/**
 * Throws away every waiting upload of the workspace that speaks of somebody, or that nobody can read to see whether it does; returns how
 * many. It stays listed without its bytes, so that whoever sent it sees why. Runs as the owner role, while no import is on its way.
 */
export async function withdrawUploads(ctx: Context, words: PersonWords): Promise<number> {
  const person = seekPerson(words)
  let withdrawn = 0
  for (const { uploadId, ...file } of await listUploadFiles(ctx)) {
    const left = await withoutPerson({ ...file, bytes: await readUploadBytes(ctx, uploadId) }, person)
    if (left?.removed === 0) continue
    await withdrawUpload(ctx, uploadId)
    await recordEvent(ctx, { name: 'upload.withdrawn', subject: { kind: 'upload', id: uploadId } })
    withdrawn += 1
  }
  return withdrawn
}
