import { seekPerson, type PersonTest, type PersonWords } from '@kolibra/core/imports'
import type { Context } from '../platform/context.ts'
import { recordEvent } from '../platform/record-event.ts'
import { blankUploadNames } from './blank-store.ts'
import { listUploadFiles, readUploadBytes, withdrawUpload } from './upload-store.ts'
import { withoutPerson, type OpenedFile } from './without-person.ts'

/**
 * Throws away every waiting upload of the workspace that speaks of somebody, in its records or its name, or that nobody can read to see
 * whether it does; returns how many. It stays listed without its bytes, so that whoever sent it sees why. Runs as the owner role, while no import is on its way.
 */
export async function withdrawUploads(ctx: Context, words: PersonWords): Promise<number> {
  const person = seekPerson(words)
  const named = await blankUploadNames(ctx, words)
  let withdrawn = 0
  for (const { uploadId, ...file } of await listUploadFiles(ctx)) {
    if (!named.includes(uploadId) && !(await mayBeOf(person, { ...file, bytes: await readUploadBytes(ctx, uploadId) }))) continue
    await withdrawUpload(ctx, uploadId)
    await recordEvent(ctx, { name: 'upload.withdrawn', subject: { kind: 'upload', id: uploadId } })
    withdrawn += 1
  }
  return withdrawn
}

const mayBeOf = async (person: PersonTest, file: OpenedFile) => (await withoutPerson(file, person))?.removed !== 0
