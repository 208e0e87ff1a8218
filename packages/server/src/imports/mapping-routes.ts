import { createRoute, z } from '@hono/zod-openapi'
import { mappingSchema } from '@kolibra/core/imports'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { recordEvent } from '../platform/record-event.ts'
import { listMappings, saveMapping } from './mapping-store.ts'

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

/** `/import-mappings`. */
export const mappingRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: await listMappings(ctx) }, 200)))
  .openapi(saveRoute, (c) =>
    act(c, 'imports.write', async (ctx) => {
      const mapping = c.req.valid('json')
      await saveMapping(ctx, mapping)
      await recordEvent(ctx, { name: 'mapping.saved', subject: { kind: 'mapping', id: ctx.workspaceId } })
      return c.json({ items: await listMappings(ctx) }, 200)
    }),
  )
