import { createRoute, z } from '@hono/zod-openapi'
import { FEE_TABLE, feeTableSchema } from '@kolibra/core/selection'
import { act, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { changeFeeTable, loadFeeTable } from './fee-table-store.ts'

const storedSchema = z.object({ revision: z.number().int(), table: feeTableSchema, shipped: feeTableSchema }).openapi('FeeTable')

const readRoute = createRoute({
  method: 'get',
  path: '/fee-table',
  summary: 'Service fees of platforms where a quote states none, with their source',
  responses: { 200: jsonAnswer(storedSchema, 'The fees; revision 0 are the shipped ones'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/fee-table',
  summary: 'Replace the fees that still stand at the revision that was read; earlier ones are kept',
  request: exactBody(z.object({ revision: z.int32().min(0), table: feeTableSchema })),
  responses: { 200: jsonAnswer(storedSchema, 'The fees'), ...PROBLEMS },
})

/** `/fee-table`. */
export const feeTableRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ ...(await loadFeeTable(ctx)), shipped: FEE_TABLE }, 200)))
  .openapi(changeRoute, (c) =>
    act(c, 'fees.write', async (ctx) => c.json({ ...(await changeFeeTable(ctx, c.req.valid('json'))), shipped: FEE_TABLE }, 200)),
  )
