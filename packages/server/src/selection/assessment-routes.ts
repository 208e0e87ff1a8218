import { createRoute, z } from '@hono/zod-openapi'
import { assessmentSchema } from '@kolibra/core/selection'
import { rulebookOf } from '../compliance/index.ts'
import { act, idParam, jsonAnswer, makeRouter, PROBLEMS } from '../platform/http.ts'
import { MOST_ASSESSED, readAssessments } from './read-assessments.ts'

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

/** `/campaigns/{id}/assessments`. */
export const assessmentRoutes = makeRouter().openapi(assessmentRoute, (c) =>
  act(c, 'workspace.read', async (ctx) => {
    const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
    const question = { campaignId: c.req.valid('param').id, ids: c.req.valid('query').creators, rulebook }
    return c.json({ items: await readAssessments(ctx, question) }, 200)
  }),
)
