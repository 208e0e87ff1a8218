import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { importReportSchema, mappingSchema } from '@kolibra/core/imports'
import { daySchema, momentSchema } from '@kolibra/core/shared'
import { STREAM_LIMITS } from '@kolibra/files/read'
import { AnsweredBefore } from '../platform/answer-once-store.ts'
import { act, idParam, jsonAnswer, jsonBody, look, makeRouter, PROBLEMS, type HttpContext, type HttpEnv } from '../platform/http.ts'
import { enqueueJobAt } from '../platform/jobs.ts'
import { readForm, sentFileSchema } from '../platform/read-form.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import type { Receivers } from './commit-import.ts'
import { readingSchema } from './look-at-file.ts'
import { readMapping } from './read-mapping.ts'
import { refuseUnseenDay } from './refuse-coming-days.ts'
import { answerSchema } from './take-upload.ts'
import { commitUpload, readUpload } from './use-upload.ts'
import { deleteUpload, insertUpload, listUploads, loadKeptUpload, loadUpload, resetUpload, type StoredUpload } from './upload-store.ts'
import { makeWorks, type Works } from './upload-works.ts'

const LARGEST_UPLOAD_BYTES = STREAM_LIMITS.fileBytes + 2 ** 20
const keptSchema = z.object({ uploadId: z.uuid() })
const KEPT_MS = 24 * 3600 * 1000

const itemSchema = z
  .object({
    uploadId: z.uuid(),
    file: z.string(),
    sizeBytes: z.number().int(),
    isPasted: z.boolean(),
    /** stopped: it was not read to its end and nobody reads it now; withdrawn: somebody in it was erased, and its bytes are gone. */
    state: z.enum(['reading', 'stopped', 'read', 'refused', 'committing', 'withdrawn']),
    share: z.number().min(0).max(1).nullable(),
    observedOn: daySchema.nullable(),
    report: importReportSchema.nullable(),
    createdAt: momentSchema,
    expiresAt: momentSchema,
  })
  .openapi('ImportUploadItem')
const uploadSchema = itemSchema.extend({ reading: readingSchema.nullable() }).openapi('ImportUpload')
const formSchema = z.object({
  file: sentFileSchema,
  /** True for a block of cells from the clipboard, sent as a file. */
  pasted: z.enum(['true', 'false']).default('false'),
  source: z.string().default('auto'),
  observedOn: daySchema.optional(),
  /** JSON of a mapping. */
  mapping: z.string().max(200_000).optional(),
  /** false: answered as soon as the bytes are kept; ask for the upload to see how far it is read. */
  wait: z.enum(['true', 'false']).default('true'),
})

const keepRoute = createRoute({
  method: 'post',
  path: '/import-uploads',
  summary: 'Keep a file for a day and read it, before anything of it is imported',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: formSchema } } } },
  responses: { 201: jsonAnswer(uploadSchema, 'The upload'), ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/import-uploads',
  summary: 'The uploads that wait to be imported, newest first, with how far they are',
  responses: { 200: jsonAnswer(z.object({ items: z.array(itemSchema) }), 'The uploads'), ...PROBLEMS },
})
const readRoute = createRoute({
  method: 'get',
  path: '/import-uploads/{id}',
  summary: 'One upload with what was understood of it, and how far it is',
  request: { params: idParam },
  responses: { 200: jsonAnswer(uploadSchema, 'The upload'), ...PROBLEMS },
})
const readAgainRoute = createRoute({
  method: 'post',
  path: '/import-uploads/{id}/readings',
  summary: 'Read an upload again: under a mapping, as of another day, or because reading was stopped',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        mapping: mappingSchema.nullable().optional(),
        observedOn: daySchema.nullable().optional(),
        wait: z.boolean().default(true),
      }),
    ),
  },
  responses: { 200: jsonAnswer(uploadSchema, 'The upload'), ...PROBLEMS },
})
const commitRoute = createRoute({
  method: 'post',
  path: '/import-uploads/{id}/commit',
  summary: 'Import an upload for good; it is an import then and no upload any more',
  request: { params: idParam },
  responses: { 200: jsonAnswer(answerSchema, 'The report'), ...PROBLEMS },
})
const discardRoute = createRoute({
  method: 'delete',
  path: '/import-uploads/{id}',
  summary: 'Throw an upload away; what is being read or imported of it ends, with nothing kept',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ uploadId: z.uuid() }), 'What was thrown away'), ...PROBLEMS },
})

/** `/import-uploads`. */
export function makeUploadRoutes(receivers: Receivers): OpenAPIHono<HttpEnv> {
  const works = makeWorks()
  const router = makeRouter()
  router.use('/import-uploads', ...readForm({ permission: 'imports.write', largestBytes: LARGEST_UPLOAD_BYTES }))
  const answerWith = async (c: HttpContext, uploadId: string) => {
    const find = works.watch()
    return present(await look(c, 'imports.write', (ctx) => loadUpload(ctx, uploadId)), find)
  }
  return router
    .openapi(keepRoute, async (c) => {
      const { wait, ...form } = c.req.valid('form')
      const { uploadId, isRepeated } = await keepOnce(c, form, works)
      if (isRepeated) c.header('Idempotency-Replayed', 'true')
      else await startReading(c, works, { uploadId, wait: wait === 'true' })
      return c.json(await answerWith(c, uploadId), 201)
    })
    .openapi(listRoute, (c) =>
      act(c, 'imports.write', async (ctx) => {
        const find = works.watch()
        const items = (await listUploads(ctx)).map((upload) => presentItem(upload, find))
        return c.json({ items }, 200)
      }),
    )
    .openapi(readRoute, async (c) => c.json(await answerWith(c, c.req.valid('param').id), 200))
    .openapi(readAgainRoute, async (c) => {
      const { id: uploadId } = c.req.valid('param')
      const { wait, mapping, observedOn } = c.req.valid('json')
      if (works.find(uploadId)?.kind === 'committing') throw new RequestError('upload.busy')
      await act(c, 'imports.write', async (ctx) => {
        refuseUnseenDay(ctx, observedOn)
        await loadKeptUpload(ctx, uploadId)
        await works.end(uploadId)
        await resetUpload(ctx, uploadId, { mapping, saidObservedOn: observedOn })
        await recordEvent(ctx, { name: 'upload.changed', subject: { kind: 'upload', id: uploadId } })
        works.expect(uploadId)
        return c.json({ uploadId }, 200)
      }).catch((error: unknown) => {
        works.expectNot(uploadId)
        throw error
      })
      await startReading(c, works, { uploadId, wait })
      return c.json(await answerWith(c, uploadId), 200)
    })
    .openapi(commitRoute, (c) => commitUpload(c, { works, receivers, uploadId: c.req.valid('param').id }))
    .openapi(discardRoute, async (c) => {
      const { id: uploadId } = c.req.valid('param')
      await look(c, 'imports.write', (ctx) => loadUpload(ctx, uploadId))
      await works.end(uploadId)
      return act(c, 'imports.write', async (ctx) => {
        if (!(await deleteUpload(ctx, uploadId))) throw new RequestError('request.not_found', { kind: 'upload', id: uploadId })
        await recordEvent(ctx, { name: 'upload.discarded', subject: { kind: 'upload', id: uploadId } })
        return c.json({ uploadId }, 200)
      })
    })
}

// What is kept under an Idempotency-Key is the id alone: a repeated upload is answered as it stands now.
async function keepOnce(
  c: HttpContext,
  form: Parameters<typeof keepFile>[1],
  works: Works,
): Promise<{ uploadId: string; isRepeated: boolean }> {
  try {
    return { ...keptSchema.parse(await (await keepFile(c, form, works)).clone().json()), isRepeated: false }
  } catch (error) {
    if (!(error instanceof AnsweredBefore)) throw error
    return { ...keptSchema.parse(JSON.parse(error.body)), isRepeated: true }
  }
}

/** Keeps the bytes; they expire by a job. */
async function keepFile(c: HttpContext, form: Omit<z.infer<typeof formSchema>, 'wait'>, works: Works) {
  const { file, pasted, source, observedOn = null, mapping } = form
  const { content: bytes, contentHash } = file
  const said = { source, saidObservedOn: observedOn, mapping: mapping === undefined ? undefined : readMapping(mapping) }
  return act(c, 'imports.write', async (ctx) => {
    refuseUnseenDay(ctx, observedOn)
    const expiresAt = new Date(Date.parse(ctx.now) + KEPT_MS).toISOString()
    const uploadId = await insertUpload(ctx, { ...said, name: file.name, bytes, isPasted: pasted === 'true', contentHash, expiresAt })
    await enqueueJobAt(ctx, { task: 'imports.expire_upload', subjectId: uploadId, at: expiresAt })
    await recordEvent(ctx, { name: 'upload.kept', subject: { kind: 'upload', id: uploadId } })
    works.expect(uploadId)
    return c.json({ uploadId }, 200)
  })
}

async function startReading(c: HttpContext, works: Works, { uploadId, wait }: { uploadId: string; wait: boolean }): Promise<void> {
  const reading = works.run(uploadId, 'reading', (watch) => readUpload(c, uploadId, watch))
  // Nobody waits: what goes wrong is in the log, and the upload says that it was stopped.
  const watched = reading.catch((error: unknown) => {
    if (wait) throw error
    if (!(error instanceof RequestError)) c.get('log').error({ err: error }, 'an upload could not be read')
  })
  if (wait) await watched
}

type FindWork = ReturnType<Works['watch']>

function presentItem(upload: StoredUpload, find: FindWork): z.infer<typeof itemSchema> {
  const work = find(upload.uploadId)
  const { uploadId, file, sizeBytes, isPasted, createdAt, expiresAt, saidObservedOn } = upload
  const state = upload.state === 'withdrawn' ? 'withdrawn' : (work?.kind ?? (upload.state === 'kept' ? 'stopped' : upload.state))
  const report = upload.reading?.report ?? null
  return {
    uploadId,
    file,
    sizeBytes,
    isPasted,
    state,
    share: work?.share ?? null,
    observedOn: saidObservedOn,
    report,
    createdAt,
    expiresAt,
  }
}

const present = (upload: StoredUpload, find: FindWork): z.infer<typeof uploadSchema> => ({
  ...presentItem(upload, find),
  reading: upload.reading,
})
