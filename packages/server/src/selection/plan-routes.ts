import { createRoute, z, type OpenAPIHono } from '@hono/zod-openapi'
import {
  chosenPlanSchema,
  planAskSchema,
  planCauseSchema,
  planResultSchema,
  plannedKpiSchema,
  toneFitsSchema,
} from '@kolibra/core/selection'
import { judgedCampaign } from '@kolibra/core/campaigns'
import { momentSchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { act, idParam, jsonAnswer, lookUnlessAnswered, makeRouter, PROBLEMS, type HttpContext, type HttpEnv } from '../platform/http.ts'
import { found } from '../platform/request-error.ts'
import { findCurrentPlan } from './adopt-plan.ts'
import { findAdoption } from './adoption-store.ts'
import { listPlanHeads } from './queries.ts'
import type { PlanRuns } from './plan-runs.ts'
import { findLatestPlan, loadPlan, type StoredPlan } from './plan-store.ts'
import { readChoice } from './read-choice.ts'
import { readToneFits } from './read-tone-fits.ts'
import type { PlannerTask } from './planner-task.ts'
import { deskOf, describeRun, solveAsked } from './run-planner.ts'
import { keepPlan } from './make-plan.ts'

const headShape = {
  id: z.uuid(),
  campaignId: z.uuid(),
  version: z.number().int(),
  madeFrom: z.uuid().nullable(),
  scenario: z.string().nullable(),
  cause: planCauseSchema,
  causeCreatorId: z.uuid().nullable(),
  ask: planAskSchema,
  createdAt: momentSchema,
}
const storedPlanSchema = z.object({ ...headShape, plan: planResultSchema }).openapi('Plan')
const planHeadSchema = z
  .object({
    ...headShape,
    createdBy: z.string().nullable(),
    isFeasible: z.boolean(),
    creators: z.number().int(),
    costFen: z.number().int(),
    value: z.number(),
    gap: z.number(),
    kpis: z.array(plannedKpiSchema),
  })
  .openapi('PlanHead')
const adoptionSchema = z.object({ planId: z.uuid(), creatorIds: z.array(z.uuid()), adoptedAt: momentSchema })

const planRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/plans',
  summary: 'Plan the mix and wait for it; over all creators of the workspace, or those of one list; ids in the plan are creator ids',
  request: { params: idParam, query: z.object({ shortlist: z.uuid().optional() }) },
  responses: { 201: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans',
  summary: 'All versions and scenarios, newest first, and which of them is the plan; the newest 200',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(planHeadSchema), adoption: adoptionSchema.nullable() }), 'The versions'),
    ...PROBLEMS,
  },
})
const latestRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/latest',
  summary: 'The newest version, scenarios left aside',
  request: { params: idParam },
  responses: { 200: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
const currentRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/current',
  summary: 'The plan that counts: the chosen version, before that the newest',
  request: { params: idParam },
  responses: { 200: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
const choiceRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/current/choice',
  summary: 'What the plan promises of those really chosen from it and not lost since; before a choice, of all it planned',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(
      z.object({ planId: z.uuid(), createdAt: momentSchema, plan: z.object(chosenPlanSchema.shape).openapi('ChosenPlan') }),
      'Cost, ranges and chances of the choice',
    ),
    ...PROBLEMS,
  },
})
const toneRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/latest/tone-fits',
  summary: 'How the posts of everybody in the newest plan meet the tone the campaign wishes; null: no text held',
  request: { params: idParam },
  responses: { 200: jsonAnswer(toneFitsSchema, 'Wish by wish, per creator'), ...PROBLEMS },
})
const planParams = z.object({ id: z.uuid(), planId: z.uuid() })
const readRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/plans/{planId}',
  summary: 'One version',
  request: { params: planParams },
  responses: { 200: jsonAnswer(storedPlanSchema, 'The plan'), ...PROBLEMS },
})
/** `/campaigns/{id}/plans`. */
export function makePlanRoutes(runs: PlanRuns): OpenAPIHono<HttpEnv> {
  const orMissing = (plan: StoredPlan | null, id: string) => found(plan ?? undefined, 'plan', id)
  return makeRouter()
    .openapi(planRoute, (c) => {
      const { shortlist } = c.req.valid('query')
      const ask = planAskSchema.parse({ shortlistId: shortlist ?? null })
      return planAndWait(c, { task: { campaignId: c.req.valid('param').id, origin: { ask } }, runs })
    })
    .openapi(listRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = await loadCampaign(ctx, c.req.valid('param').id)
        return c.json({ items: await listPlanHeads(ctx, id), adoption: presentAdoption(await findAdoption(ctx, id)) }, 200)
      }),
    )
    .openapi(latestRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = await loadCampaign(ctx, c.req.valid('param').id)
        return c.json(orMissing(await findLatestPlan(ctx, id), 'latest'), 200)
      }),
    )
    .openapi(currentRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = await loadCampaign(ctx, c.req.valid('param').id)
        return c.json(orMissing(await findCurrentPlan(ctx, id), 'current'), 200)
      }),
    )
    .openapi(choiceRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id, campaign, frozen } = await loadCampaign(ctx, c.req.valid('param').id)
        const { plan, stored } = await readChoice(ctx, id, judgedCampaign(campaign, frozen))
        return c.json({ ...found(stored ?? undefined, 'plan', 'current'), plan: found(plan ?? undefined, 'plan', 'current') }, 200)
      }),
    )
    .openapi(toneRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readToneFits(ctx, c.req.valid('param').id), 200)))
    .openapi(readRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id, planId } = c.req.valid('param')
        return c.json(await loadPlan(ctx, (await loadCampaign(ctx, id)).id, planId), 200)
      }),
    )
}

const presentAdoption = (adoption: Awaited<ReturnType<typeof findAdoption>>): z.infer<typeof adoptionSchema> | null =>
  adoption === null ? null : { planId: adoption.planId, creatorIds: [...adoption.creatorIds], adoptedAt: adoption.adoptedAt }

// The transaction that keeps the plan is also the one that answers a repeated request: no second version for it.
async function planAndWait(c: HttpContext, { task, runs }: { task: PlannerTask; runs: PlanRuns }) {
  // A repeated request has its answer already: nothing is solved for it.
  const run = await lookUnlessAnswered(c, 'plans.write', (ctx) => describeRun(ctx, task))
  const { answer } = await runs.start(run, async (watch) => {
    const solved = await solveAsked(deskOf(c), task, watch)
    const kept: { id: string | null } = { id: null }
    const json = await act(c, 'plans.write', async (ctx) => {
      const stored = await keepPlan(ctx, task.campaignId, { ...solved, origin: task.origin })
      kept.id = stored.id
      return c.json(stored, 201)
    })
    return { planId: kept.id, isAdopted: false, answer: json }
  })
  return answer
}
