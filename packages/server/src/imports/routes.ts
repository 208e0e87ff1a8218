import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { importReportSchema, mappingSchema } from '@kolibra/core/imports'
import { daySchema, momentSchema } from '@kolibra/core/shared'
import { bodyLimit } from 'hono/body-limit'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpEnv } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import type { Receivers } from './commit-import.ts'
import { listImports, loadImport } from './import-store.ts'
import { readMapping } from './read-mapping.ts'
import { LARGEST_FILE_BYTES } from './read-records.ts'
import { presentRejects } from './rejects-csv.ts'
import { takeUpload } from './take-upload.ts'

// The form around the file takes a little room of its own.
const LARGEST_UPLOAD_BYTES = LARGEST_FILE_BYTES + 2 ** 20

const answerSchema = z.object({ importId: z.uuid().nullable(), committed: z.boolean(), report: importReportSchema }).openapi('ImportAnswer')
const storedSchema = z
  .object({
    importId: z.uuid(),
    file: z.string(),
    source: z.string(),
    contentHash: z.string(),
    createdAt: momentSchema,
    report: importReportSchema,
  })
  .openapi('Import')
const formSchema = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  dryRun: z.enum(['true', 'false']).default('false'),
  source: z.string().default('auto'),
  observedOn: daySchema.optional(),
  /** JSON of a mapping. */
  mapping: z.string().max(200_000).optional(),
})

const uploadRoute = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Read an export file, and keep it unless dryRun; the same bytes again change nothing',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: formSchema } } } },
  responses: { 200: jsonAnswer(answerSchema, 'The report'), ...PROBLEMS },
})
const pasteRoute = createRoute({
  method: 'post',
  path: '/imports/pasted',
  summary: 'Read a block of cells pasted from a spreadsheet, header row first',
  request: jsonBody(
    z.object({
      text: z.string().min(1),
      dryRun: z.boolean().default(false),
      source: z.string().default('auto'),
      mapping: mappingSchema.optional(),
    }),
  ),
  responses: { 200: jsonAnswer(answerSchema, 'The report'), ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/imports',
  summary: 'All imports, newest first',
  responses: { 200: jsonAnswer(z.object({ items: z.array(storedSchema) }), 'The imports'), ...PROBLEMS },
})
const readRoute = createRoute({
  method: 'get',
  path: '/imports/{id}',
  summary: 'One import with its report',
  request: { params: idParam },
  responses: { 200: jsonAnswer(storedSchema, 'The import'), ...PROBLEMS },
})
const rejectsRoute = createRoute({
  method: 'get',
  path: '/imports/{id}/rejects',
  summary: 'What was wrong with which record, as CSV',
  request: { params: idParam },
  responses: { 200: { description: 'The problems', content: { 'text/csv': { schema: z.string() } } }, ...PROBLEMS },
})

/** `/imports`. Records are handed to `receivers`, whoever owns them. */
export function makeImportRoutes(receivers: Receivers): OpenAPIHono<HttpEnv> {
  const router = makeRouter()
  router.use(
    '/imports',
    bodyLimit({
      maxSize: LARGEST_UPLOAD_BYTES,
      onError: () => {
        throw new RequestError('request.too_large', { largestBytes: LARGEST_UPLOAD_BYTES })
      },
    }),
  )
  return router
    .openapi(uploadRoute, async (c) => {
      const { file, dryRun, source, observedOn = null, mapping } = c.req.valid('form')
      const bytes = new Uint8Array(await file.arrayBuffer())
      return takeUpload(c, receivers, {
        name: file.name,
        bytes,
        isPasted: false,
        source,
        saidObservedOn: observedOn,
        mapping: mapping === undefined ? undefined : readMapping(mapping),
        dryRun: dryRun === 'true',
      })
    })
    .openapi(pasteRoute, async (c) => {
      const { text, dryRun, source, mapping } = c.req.valid('json')
      const upload = { name: 'pasted cells', bytes: new TextEncoder().encode(text), isPasted: true, source, saidObservedOn: null, mapping }
      return takeUpload(c, receivers, { ...upload, dryRun })
    })
    .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: await listImports(ctx) }, 200)))
    .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await loadImport(ctx, c.req.valid('param').id), 200)))
    .openapi(rejectsRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { report, importId } = await loadImport(ctx, c.req.valid('param').id)
        c.header('Content-Disposition', `attachment; filename="rejects-${importId}.csv"`)
        return c.body(presentRejects(report), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
      }),
    )
}
