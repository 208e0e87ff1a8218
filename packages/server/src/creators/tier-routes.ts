import { createRoute, z } from '@hono/zod-openapi'
import { TIERS, tierTableSchema } from '@kolibra/core/creators'
import { act, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { changeTiers } from './change-tiers.ts'
import { loadTiers } from './tier-store.ts'

const storedSchema = z.object({ revision: z.number().int(), table: tierTableSchema, shipped: tierTableSchema }).openapi('TierTable')

const readRoute = createRoute({
  method: 'get',
  path: '/tier-table',
  summary: 'Follower thresholds of the creator types, each row with source and grade',
  responses: { 200: jsonAnswer(storedSchema, 'The table; revision 0 is the shipped one'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/tier-table',
  summary: 'Replace the thresholds that still stand at the revision that was read; platforms that are not named keep the shipped rows',
  request: exactBody(z.object({ revision: z.int32().min(0), table: tierTableSchema })),
  responses: { 200: jsonAnswer(storedSchema, 'The table'), ...PROBLEMS },
})

/** `/tier-table`. */
export const tierRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ ...(await loadTiers(ctx)), shipped: TIERS }, 200)))
  .openapi(changeRoute, (c) =>
    act(c, 'tiers.write', async (ctx) => c.json({ ...(await changeTiers(ctx, c.req.valid('json'))), shipped: TIERS }, 200)),
  )
