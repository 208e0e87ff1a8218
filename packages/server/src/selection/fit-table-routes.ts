import { createRoute, z } from '@hono/zod-openapi'
import { FIT_TABLE, fitTableSchema } from '@kolibra/core/selection'
import { act, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { changeFitTable, loadFitTable } from './fit-table-store.ts'

const storedSchema = z.object({ revision: z.number().int(), table: fitTableSchema, shipped: fitTableSchema }).openapi('FitTable')

const readRoute = createRoute({
  method: 'get',
  path: '/fit-table',
  summary: 'How much each part of the fit weighs, and where that comes from',
  responses: { 200: jsonAnswer(storedSchema, 'The weights; revision 0 are the shipped ones'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/fit-table',
  summary: 'Replace the weights that still stand at the revision that was read; earlier ones are kept',
  request: exactBody(z.object({ revision: z.int32().min(0), table: fitTableSchema })),
  responses: { 200: jsonAnswer(storedSchema, 'The weights'), ...PROBLEMS },
})

/** `/fit-table`. */
export const fitTableRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ ...(await loadFitTable(ctx)), shipped: FIT_TABLE }, 200)))
  .openapi(changeRoute, (c) =>
    act(c, 'fit.write', async (ctx) => c.json({ ...(await changeFitTable(ctx, c.req.valid('json'))), shipped: FIT_TABLE }, 200)),
  )
