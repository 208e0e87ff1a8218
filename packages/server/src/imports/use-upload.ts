import { actAsOwner, look, type HttpContext } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import type { Context } from '../platform/context.ts'
import type { Receivers } from './commit-import.ts'
import { lookAtFile } from './look-at-file.ts'
import { listMappings, saveMapping } from './mapping-store.ts'
import type { ReadWatch } from './read-watch.ts'
import { askWhenRead, type Upload } from './read-records.ts'
import { keepRecords } from './take-upload.ts'
import { deleteUpload, findUploadState, loadKeptUpload, readUploadBytes, saveReading, type StoredUpload } from './upload-store.ts'
import type { Works } from './upload-works.ts'

/** An upload with its bytes, as a file that was just sent. */
async function openUpload(ctx: Context, uploadId: string): Promise<{ stored: StoredUpload; upload: Upload }> {
  const stored = await loadKeptUpload(ctx, uploadId)
  const bytes = await readUploadBytes(ctx, uploadId)
  const asked = await askWhenRead(ctx)
  const { file: name, isPasted, source, saidObservedOn, mapping } = stored
  return { stored, upload: { name, bytes, isPasted, source, saidObservedOn, mapping, ...asked } }
}

/** Reads an upload and keeps what was understood; a mapping that a person gave for it is remembered when it fits. */
export async function readUpload(c: HttpContext, uploadId: string, watch: ReadWatch): Promise<void> {
  const { stored, upload } = await look(c, 'imports.write', (ctx) => openUpload(ctx, uploadId))
  const saved = await look(c, 'imports.write', listMappings)
  const reading = await lookAtFile(upload, { contentHash: stored.contentHash, saved, watch })
  await look(c, 'imports.write', async (ctx) => {
    watch.signal?.throwIfAborted()
    if (!(await saveReading(ctx, uploadId, reading))) throw await explainGone(ctx, uploadId)
    await recordEvent(ctx, { name: 'upload.read', subject: { kind: 'upload', id: uploadId } })
    if (upload.mapping === undefined || reading.report === null) return
    await saveMapping(ctx, upload.mapping)
    await recordEvent(ctx, { name: 'mapping.saved', subject: { kind: 'mapping', id: ctx.workspaceId } })
  })
}

async function explainGone(ctx: Context, uploadId: string): Promise<RequestError> {
  const known = await findUploadState(ctx, uploadId)
  return new RequestError(known === 'withdrawn' ? 'upload.withdrawn' : 'upload.cancelled')
}

/** Imports an upload for good. The upload goes in the same transaction: whatever ends it leaves the upload as it was and nothing else. */
export async function commitUpload(
  c: HttpContext,
  { works, receivers, uploadId }: { works: Works; receivers: Receivers; uploadId: string },
) {
  const known = await look(c, 'imports.write', async (ctx) => {
    const { state } = await loadKeptUpload(ctx, uploadId)
    return state
  }).catch((error: unknown) => {
    if (error instanceof RequestError && error.code === 'request.not_found') return error
    throw error
  })
  // A repeated request is answered as the first was, which took the upload away.
  if (known instanceof RequestError)
    return actAsOwner(c, 'imports.write', async () => {
      throw known
    })
  if (known !== 'read') throw new RequestError('upload.not_read')
  return works.run(uploadId, 'committing', async (watch) => {
    const { stored, upload } = await look(c, 'imports.write', (ctx) => openUpload(ctx, uploadId))
    return keepRecords(c, receivers, {
      upload,
      contentHash: stored.contentHash,
      watch,
      atLast: async (ctx) => {
        if (!(await deleteUpload(ctx, uploadId))) throw new RequestError('upload.cancelled')
      },
    })
  })
}

/** What the job does when an upload's day is over. */
export async function expireUpload(ctx: Context, uploadId: string): Promise<void> {
  if (await deleteUpload(ctx, uploadId)) await recordEvent(ctx, { name: 'upload.expired', subject: { kind: 'upload', id: uploadId } })
}
