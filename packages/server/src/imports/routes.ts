import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { importReportSchema, importSummarySchema, mappingSchema } from '@kolibra/core/imports'
import { daySchema, momentSchema, shanghaiDay } from '@kolibra/core/shared'
import { STREAM_LIMITS } from '@kolibra/files/read'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, look, makeRouter, PROBLEMS, type HttpEnv } from '../platform/http.ts'
import { readForm, sentFileSchema } from '../platform/read-form.ts'
import { sha256 } from '../platform/secrets.ts'
import type { Receivers } from './commit-import.ts'
import { listImports, loadImport, loadSaid, readRawFile } from './import-store.ts'
import { PASTED_NAME } from './raw-file-store.ts'
import { readMapping } from './read-mapping.ts'
import type { Upload } from './read-records.ts'
import { refuseUnseenDay } from './refuse-coming-days.ts'
import { presentRejects } from './rejects-csv.ts'
import { loadErasedTest } from './suppression-store.ts'
import { answerSchema, takeUpload } from './take-upload.ts'

// The form around the file takes a little room of its own.
const LARGEST_UPLOAD_BYTES = STREAM_LIMITS.fileBytes + 2 ** 20

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
const listedSchema = storedSchema.extend({ report: importSummarySchema }).openapi('ListedImport')
const formSchema = z.object({
  file: sentFileSchema,
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
  summary: 'Imports, newest first, page by page; each without the long parts of its report',
  request: { query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50), cursor: z.uuid().optional() }) },
  responses: { 200: jsonAnswer(z.object({ items: z.array(listedSchema), nextCursor: z.uuid().nullable() }), 'The imports'), ...PROBLEMS },
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
  summary: 'The records that were not taken, or not whole, as CSV: as they came, then why',
  request: { params: idParam, query: z.object({ lang: z.enum(['en', 'zh']).default('en') }) },
  responses: { 200: { description: 'The problems', content: { 'text/csv': { schema: z.string() } } }, ...PROBLEMS },
})

/** `/imports`. Records are handed to `receivers`, whoever owns them. */
export function makeImportRoutes(receivers: Receivers): OpenAPIHono<HttpEnv> {
  const router = makeRouter()
  router.use('/imports', ...readForm({ permission: 'imports.write', largestBytes: LARGEST_UPLOAD_BYTES }))
  return router
    .openapi(uploadRoute, async (c) => {
      const { file, dryRun, source, observedOn = null, mapping } = c.req.valid('form')
      await look(c, 'imports.write', async (ctx) => refuseUnseenDay(ctx, observedOn))
      return takeUpload(c, receivers, {
        name: file.name,
        bytes: file.content,
        contentHash: file.contentHash,
        isPasted: false,
        source,
        saidObservedOn: observedOn,
        mapping: mapping === undefined ? undefined : readMapping(mapping),
        dryRun: dryRun === 'true',
      })
    })
    .openapi(pasteRoute, async (c) => {
      const { text, dryRun, source, mapping } = c.req.valid('json')
      const upload = { name: PASTED_NAME, bytes: new TextEncoder().encode(text), isPasted: true, source, saidObservedOn: null, mapping }
      return takeUpload(c, receivers, { ...upload, contentHash: sha256(upload.bytes), dryRun })
    })
    .openapi(listRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { limit, cursor = null } = c.req.valid('query')
        const { items, next } = await listImports(ctx, { limit, before: cursor })
        return c.json({ items, nextCursor: next }, 200)
      }),
    )
    .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await loadImport(ctx, c.req.valid('param').id), 200)))
    .openapi(rejectsRoute, async (c) => {
      const { id } = c.req.valid('param')
      const { upload, contentHash } = await look(c, 'workspace.read', (ctx) => loadAsUpload(ctx, id))
      const text = await presentRejects(upload, contentHash, c.req.valid('query').lang)
      c.header('Content-Disposition', `attachment; filename="rejects-${id}.csv"`)
      return c.body(text, 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
}

/** A kept import as what was uploaded once; who was erased since is known to the test. */
async function loadAsUpload(ctx: Context, importId: string): Promise<{ upload: Upload; contentHash: string }> {
  const { file, source, contentHash, createdAt } = await loadImport(ctx, importId)
  const { saidObservedOn, mapping } = await loadSaid(ctx, importId)
  const bytes = await readRawFile(ctx, importId)
  const isErased = await loadErasedTest(ctx)
  const today = shanghaiDay(Date.parse(createdAt))
  return { upload: { name: file, bytes, isPasted: file === PASTED_NAME, source, saidObservedOn, mapping, isErased, today }, contentHash }
}
