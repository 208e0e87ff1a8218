import { createRoute, z } from '@hono/zod-openapi'
import {
  describeColumns,
  describeImportRefusal,
  fitsHeaders,
  importRecords,
  importReportSchema,
  mappedTargetSchema,
  mappingSchema,
  previewRecords,
} from '@kolibra/core/imports'
import { localizedSchema } from '@kolibra/core/shared'
import { bodyLimit } from 'hono/body-limit'
import { act, jsonAnswer, jsonBody, look, makeRouter, PROBLEMS } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { RequestError } from '../platform/request-error.ts'
import { listMappings, saveMapping } from './mapping-store.ts'
import { readMapping } from './read-mapping.ts'
import { decode } from './read-records.ts'

// What is mapped by hand is held whole.
const LARGEST_READING_BYTES = 64 * 2 ** 20
const PREVIEWED_ROWS = 5

const formSchema = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  /** True for a block of cells from the clipboard, sent as a file. */
  pasted: z.enum(['true', 'false']).default('false'),
  mapping: z.string().max(200_000).optional(),
})
const readingSchema = z
  .object({
    report: importReportSchema.nullable(),
    refusal: z.object({ code: z.string(), sentence: localizedSchema }).nullable(),
    columns: z.array(
      z.object({ header: z.string(), samples: z.array(z.string()), filled: z.number().int(), suggestion: mappedTargetSchema.nullable() }),
    ),
    rows: z.array(z.looseObject({ record: z.number().int() })),
    mapping: mappingSchema.nullable(),
  })
  .openapi('ImportReading')

const readingRoute = createRoute({
  method: 'post',
  path: '/import-readings',
  summary: 'Look at a file without keeping it: its columns with samples, the first rows as understood, under a mapping given or remembered',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: formSchema } } } },
  responses: { 200: jsonAnswer(readingSchema, 'What the file holds'), ...PROBLEMS },
})
const mappingsAnswer = jsonAnswer(z.object({ items: z.array(mappingSchema) }).openapi('ImportMappings'), 'The mappings by name')
const listRoute = createRoute({
  method: 'get',
  path: '/import-mappings',
  summary: 'The mappings that people of this workspace saved',
  responses: { 200: mappingsAnswer, ...PROBLEMS },
})
const saveRoute = createRoute({
  method: 'put',
  path: '/import-mappings',
  summary: 'Keep a mapping under its name; one of that name is replaced',
  request: jsonBody(mappingSchema),
  responses: { 200: mappingsAnswer, ...PROBLEMS },
})

/** `/import-readings` and `/import-mappings`. */
export const mappingRoutes = makeRouter()
mappingRoutes.use(
  '/import-readings',
  bodyLimit({
    maxSize: LARGEST_READING_BYTES,
    onError: () => {
      throw new RequestError('request.too_large', { largestBytes: LARGEST_READING_BYTES })
    },
  }),
)
mappingRoutes
  .openapi(readingRoute, async (c) => {
    const { file, pasted, mapping: sent } = c.req.valid('form')
    const saved = await look(c, 'imports.write', listMappings)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const decoded = await decode({ name: file.name, bytes, isPasted: pasted === 'true' })
    const columns = describeColumns(decoded)
    const headers = columns.map(({ header }) => header)
    const plain = importRecords(decoded, { source: 'auto', importId: 'none' })
    const remembered = plain.ok ? undefined : saved.find((each) => fitsHeaders(each, headers))
    const mapping = sent === undefined ? remembered : readMapping(sent)
    const options = { source: 'auto', importId: 'none', mapping }
    const read = mapping === undefined ? plain : importRecords(decoded, options)
    const [refusal] = read.ok ? [] : read.refusals
    const report = read.ok ? read.value.report : null
    const rows = report === null ? [] : previewRecords(decoded, options, { count: PREVIEWED_ROWS, units: report.units })
    return c.json(
      {
        report,
        refusal: refusal === undefined ? null : { code: refusal.code, sentence: describeImportRefusal(refusal) },
        columns,
        rows: rows.map((row) => ({ ...row })),
        mapping: mapping ?? null,
      },
      200,
    )
  })
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: await listMappings(ctx) }, 200)))
  .openapi(saveRoute, (c) =>
    act(c, 'imports.write', async (ctx) => {
      const mapping = c.req.valid('json')
      await saveMapping(ctx, mapping)
      await recordEvent(ctx, { name: 'mapping.saved', subject: { kind: 'mapping', id: ctx.workspaceId } })
      return c.json({ items: await listMappings(ctx) }, 200)
    }),
  )
