import { createRoute, z } from '@hono/zod-openapi'
import { mappingSchema } from '@kolibra/core/imports'
import { act, jsonAnswer, jsonBody, look, makeRouter, PROBLEMS } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { readForm, sentFileSchema } from '../platform/read-form.ts'
import { lookAtFile, readingSchema } from './look-at-file.ts'
import { listMappings, saveMapping } from './mapping-store.ts'
import { readMapping } from './read-mapping.ts'
import { loadErasedTest } from './suppression-store.ts'

// What is mapped by hand is held whole.
const LARGEST_READING_BYTES = 64 * 2 ** 20

const formSchema = z.object({
  file: sentFileSchema,
  /** True for a block of cells from the clipboard, sent as a file. */
  pasted: z.enum(['true', 'false']).default('false'),
  mapping: z.string().max(200_000).optional(),
})
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
mappingRoutes.use('/import-readings', ...readForm({ permission: 'imports.write', largestBytes: LARGEST_READING_BYTES }))
mappingRoutes
  .openapi(readingRoute, async (c) => {
    const { file, pasted, mapping: sent } = c.req.valid('form')
    const saved = await look(c, 'imports.write', listMappings)
    const { content: bytes } = file
    const mapping = sent === undefined ? undefined : readMapping(sent)
    const upload = { name: file.name, bytes, isPasted: pasted === 'true', source: 'auto', saidObservedOn: null, mapping }
    const isErased = await look(c, 'imports.write', loadErasedTest)
    return c.json(await lookAtFile({ ...upload, isErased }, { contentHash: 'none', saved }), 200)
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
