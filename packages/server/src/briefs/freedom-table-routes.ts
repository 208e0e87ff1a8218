import { createRoute, z } from '@hono/zod-openapi'
import { FREEDOM_TABLE, freedomTableSchema } from '@kolibra/core/briefs'
import { momentSchema } from '@kolibra/core/shared'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { changeFreedomTable, listFreedomTables, loadFreedomTable } from './freedom-table-store.ts'

const storedSchema = z
  .object({ revision: z.number().int(), table: freedomTableSchema, shipped: freedomTableSchema })
  .openapi('FreedomTable')

const readRoute = createRoute({
  method: 'get',
  path: '/freedom-table',
  summary: 'Weights and usual lengths of the freedom index, with their source',
  responses: { 200: jsonAnswer(storedSchema, 'The table; revision 0 is the shipped one'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/freedom-table',
  summary: 'Replace the table that still stands at the revision that was read; earlier ones are kept',
  request: jsonBody(z.object({ revision: z.int32().min(0), table: freedomTableSchema })),
  responses: { 200: jsonAnswer(storedSchema, 'The table'), ...PROBLEMS },
})

const revisionsRoute = createRoute({
  method: 'get',
  path: '/freedom-table/revisions',
  summary: 'Every change of the weights, newest first, with who made it and when; figures keep the table they were made with',
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(
          z.object({ revision: z.number().int(), table: freedomTableSchema, setBy: z.string().nullable(), setAt: momentSchema }),
        ),
      }),
      'The changes; empty while the shipped table counts',
    ),
    ...PROBLEMS,
  },
})

/** `/freedom-table` and `/freedom-table/revisions`. */
export const freedomTableRoutes = makeRouter()
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => c.json({ ...(await loadFreedomTable(ctx)), shipped: FREEDOM_TABLE }, 200)),
  )
  .openapi(revisionsRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: await listFreedomTables(ctx) }, 200)))
  .openapi(changeRoute, (c) =>
    act(c, 'freedom.write', async (ctx) =>
      c.json({ ...(await changeFreedomTable(ctx, c.req.valid('json'))), shipped: FREEDOM_TABLE }, 200),
    ),
  )
