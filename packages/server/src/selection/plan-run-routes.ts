import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import { planAskSchema } from '@kolibra/core/selection'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, needSession, PROBLEMS, type HttpContext, type HttpEnv } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import { PLAN_RUN_STATES, type PlanRun, type PlanRuns } from './plan-runs.ts'
import { deskOf, describeRun, startRun, type ChoosePlan, type StartedRun } from './run-planner.ts'

const planRunSchema = z
  .object({
    id: z.uuid(),
    campaignId: z.uuid(),
    startedAt: momentSchema,
    state: z.enum(PLAN_RUN_STATES),
    /** How much of the solving is done, 0–1; null before it begins. */
    share: z.number().nullable(),
    planId: z.uuid().nullable(),
    isAdopted: z.boolean(),
    code: z.string().nullable(),
  })
  .openapi('PlanRun')

const startRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/plan-runs',
  summary: 'Begin a planning in the background: another budget, another mix, creators locked or left out; named, it is a scenario',
  request: { params: idParam, ...jsonBody(planAskSchema) },
  responses: { 201: jsonAnswer(planRunSchema, 'The planning'), ...PROBLEMS },
})
const openRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plan-runs',
  summary: 'The plannings of a campaign that are not over',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ items: z.array(planRunSchema) }), 'The plannings'), ...PROBLEMS },
})
const runParams = z.object({ id: z.uuid(), runId: z.uuid() })
const runRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plan-runs/{runId}',
  summary: 'How far a planning is; one that was begun by hand is forgotten when the server is restarted',
  request: { params: runParams },
  responses: { 200: jsonAnswer(planRunSchema, 'The planning'), ...PROBLEMS },
})
const cancelRoute = createRoute({
  method: 'delete',
  path: '/campaigns/{id}/plan-runs/{runId}',
  summary: 'End a planning before its version is kept; nothing of it is kept',
  request: { params: runParams },
  responses: { 200: jsonAnswer(planRunSchema, 'The planning'), ...PROBLEMS },
})

/** `/campaigns/{id}/plan-runs`. */
export function makePlanRunRoutes(runs: PlanRuns, choose: ChoosePlan): OpenAPIHono<HttpEnv> {
  return makeRouter()
    .openapi(startRoute, async (c) => {
      const task = { campaignId: c.req.valid('param').id, origin: { ask: c.req.valid('json') } }
      const begin: { start: (() => void) | null } = { start: null }
      const answer = await act(c, 'plans.write', async (ctx) => {
        const run = await describeRun(ctx, task)
        begin.start = () => startRun(run, { task, runs, choose, ...deskOf(c) })
        return c.json(presentStart(run), 201)
      })
      // After the transaction, and not at all for a repeated request.
      begin.start?.()
      return answer
    })
    .openapi(openRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = await loadCampaign(ctx, c.req.valid('param').id)
        return c.json({ items: runs.listOpen(id).map(presentRun) }, 200)
      }),
    )
    .openapi(runRoute, (c) => act(c, 'workspace.read', async () => c.json(presentRun(findRun(c, runs, c.req.valid('param'))), 200)))
    .openapi(cancelRoute, (c) =>
      act(c, 'plans.write', async () => {
        const run = findRun(c, runs, c.req.valid('param'))
        if (!runs.cancel(run.id)) throw new RequestError('plan.run_over')
        const state: PlanRun['state'] = 'cancelled'
        return c.json({ ...presentRun(run), state }, 200)
      }),
    )
}

// A run of another workspace is as little there as one that never was.
function findRun(c: HttpContext, runs: PlanRuns, { id, runId }: { id: string; runId: string }): PlanRun {
  const run = runs.find(runId)
  if (run?.campaignId !== id || run.workspaceId !== needSession(c).workspaceId)
    throw new RequestError('request.not_found', { kind: 'plan run', id: runId })
  return run
}

const presentStart = ({ id, campaignId, startedAt }: StartedRun): z.infer<typeof planRunSchema> => ({
  id,
  campaignId,
  startedAt,
  state: 'waiting',
  share: null,
  planId: null,
  isAdopted: false,
  code: null,
})

const presentRun = ({ id, campaignId, startedAt, state, share, planId, isAdopted, code }: PlanRun): z.infer<typeof planRunSchema> => ({
  id,
  campaignId,
  startedAt,
  state,
  share,
  planId,
  isAdopted,
  code,
})
