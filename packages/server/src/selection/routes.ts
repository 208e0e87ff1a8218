import { createRoute, z } from '@hono/zod-openapi'
import { assessmentSchema, planResultSchema, toneFitsSchema } from '@kolibra/core/selection'
import { momentSchema } from '@kolibra/core/shared'
import { rulebookOf } from '../compliance/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { found } from '../platform/request-error.ts'
import { listPool } from './change-shortlists.ts'
import { makePlan } from './make-plan.ts'
import { findLatestPlan } from './plan-store.ts'
import { MOST_ASSESSED, readAssessments } from './read-assessments.ts'
import { readToneFits } from './read-tone-fits.ts'

const storedPlanSchema = z.object({ id: z.uuid(), campaignId: z.uuid(), plan: planResultSchema, createdAt: momentSchema }).openapi('Plan')

const planRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/plans',
  summary: 'Plan the mix over all creators of the workspace, or those of one list; ids in the plan are creator ids',
  request: { params: idParam, query: z.object({ shortlist: z.uuid().optional() }) },
  responses: { 201: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
const latestRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/latest',
  summary: 'The newest plan',
  request: { params: idParam },
  responses: { 200: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
const toneRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/latest/tone-fits',
  summary: 'How the posts of everybody in the newest plan meet the tone the campaign wishes; null: no text held',
  request: { params: idParam },
  responses: { 200: jsonAnswer(toneFitsSchema, 'Wish by wish, per creator'), ...PROBLEMS },
})
const assessmentRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/assessments',
  summary: 'Creators held against a campaign: fit with its parts, what stands in the way, and what is paid in all',
  request: {
    params: idParam,
    query: z.object({
      creators: z
        .string()
        .transform((text) => [...new Set(text.split(','))])
        .pipe(z.array(z.uuid()).min(1).max(MOST_ASSESSED))
        .openapi({ type: 'string', description: `Up to ${MOST_ASSESSED} creator ids with commas between them` }),
    }),
  },
  responses: { 200: jsonAnswer(z.object({ items: z.array(assessmentSchema) }), 'In the order asked for'), ...PROBLEMS },
})
/** `/campaigns/{id}/plans` and `/campaigns/{id}/assessments`. */
export const selectionRoutes = makeRouter()
  .openapi(planRoute, (c) =>
    act(c, 'plans.write', async (ctx) => {
      const { shortlist } = c.req.valid('query')
      const pool = shortlist === undefined ? null : await listPool(ctx, shortlist)
      return c.json(await makePlan(ctx, c.req.valid('param').id, { clock: c.get('server').clock, pool }), 201)
    }),
  )
  .openapi(latestRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json(found((await findLatestPlan(ctx, id)) ?? undefined, 'plan', 'latest'), 200)
    }),
  )
  .openapi(assessmentRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
      const question = { campaignId: c.req.valid('param').id, ids: c.req.valid('query').creators, rulebook }
      return c.json({ items: await readAssessments(ctx, question) }, 200)
    }),
  )
  .openapi(toneRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readToneFits(ctx, c.req.valid('param').id), 200)))
