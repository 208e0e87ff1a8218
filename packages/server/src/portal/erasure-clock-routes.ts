import { createRoute, z } from '@hono/zod-openapi'
import { ERASURE_CLOCK, ERASURE_CLOCK_SOURCE, erasureClockSchema, type ErasureClock } from '@kolibra/core/portal'
import { localizedSchema } from '@kolibra/core/shared'
import { act, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import type { Revised } from '../platform/revised-table.ts'
import { changeErasureClock, loadErasureClock } from './erasure-clock-store.ts'

const clockSchema = z
  .object({ revision: z.number().int(), table: erasureClockSchema, shipped: erasureClockSchema, source: localizedSchema })
  .openapi('ErasureClock')
const answer = jsonAnswer(clockSchema, 'The clock; revision 0 is the shipped one, which is our assumption')
const readRoute = createRoute({
  method: 'get',
  path: '/erasure-clock',
  summary: "Working days within which a creator's request to erase is settled, with where the shipped number comes from",
  responses: { 200: answer, ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/erasure-clock',
  summary: 'Set the working days over the clock that still stands at the revision that was read',
  request: jsonBody(z.object({ revision: z.int32().min(0), table: erasureClockSchema })),
  responses: { 200: answer, ...PROBLEMS },
})

const present = (kept: Revised<ErasureClock>) => ({ ...kept, shipped: ERASURE_CLOCK, source: ERASURE_CLOCK_SOURCE })

/** `/erasure-clock`. */
export const erasureClockRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(present(await loadErasureClock(ctx)), 200)))
  .openapi(changeRoute, (c) =>
    act(c, 'persons.erase', async (ctx) => c.json(present(await changeErasureClock(ctx, c.req.valid('json'))), 200)),
  )
