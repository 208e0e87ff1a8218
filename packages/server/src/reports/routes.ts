import { createRoute, z } from '@hono/zod-openapi'
import { buildReport, creatorWorkSchema, reportSchema, type ReportInput } from '@kolibra/core/reports'
import { rulebookOf } from '../compliance/index.ts'
import { listPublicationObservations } from '../content/index.ts'
import { judgeCampaign } from '../gates/index.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { readCreatorWork } from './read-creator-work.ts'

const reportRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/report',
  summary: 'The report: every number with source, unit, formula and as-of',
  request: { params: idParam },
  responses: { 200: jsonAnswer(reportSchema, 'The report'), ...PROBLEMS },
})

const workRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/campaigns',
  summary: 'What a creator did with us: forecast against what came, and running campaigns that clash with their other work',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object(creatorWorkSchema.shape).openapi('CreatorWork'), 'The work'), ...PROBLEMS },
})

async function collect(ctx: Context, judged: Awaited<ReturnType<typeof judgeCampaign>>): Promise<ReportInput> {
  const { stored, plan, deliverables, contracts, spine } = judged
  const seen = await listPublicationObservations(
    ctx,
    deliverables.map(({ deliverable }) => deliverable.id),
  )
  return {
    campaign: stored.campaign,
    frozen: stored.frozen,
    plan,
    spine,
    now: ctx.now,
    deliverables: deliverables.map(({ deliverable }) => {
      const contract = contracts.find(({ deliverableId }) => deliverableId === deliverable.id)
      return {
        deliverable,
        costFen: contract?.agreedFen ?? null,
        costSource: contract === undefined ? '' : 'contract',
        observations: seen.filter(({ deliverableId }) => deliverableId === deliverable.id).map(({ metrics }) => metrics),
      }
    }),
  }
}

/** `/campaigns/{id}/report` and `/creators/{id}/campaigns`. */
export const reportRoutes = makeRouter()
  .openapi(workRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readCreatorWork(ctx, c.req.valid('param').id), 200)))
  .openapi(reportRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const judged = await judgeCampaign(ctx, c.req.valid('param').id, await rulebookOf(ctx, c.get('server').rulebook))
      return c.json(buildReport(await collect(ctx, judged)), 200)
    }),
  )
