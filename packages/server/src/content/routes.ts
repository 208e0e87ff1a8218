import { createRoute, z } from '@hono/zod-openapi'
import { contentFactsSchema } from '@kolibra/core/compliance'
import { deliverableSchema, draftSchema } from '@kolibra/core/content'
import { loadCampaign } from '../campaigns/index.ts'
import { rulebookOf } from '../compliance/index.ts'
import { act, idParam, jsonAnswer, exactBody, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { chooseCreators } from './choose-creators.ts'
import { listDeliverables, loadDeliverable } from './deliverable-store.ts'
import { listDrafts } from './draft-store.ts'
import { observePost } from './observe-post.ts'
import { metricsSchema } from './publication-store.ts'
import { submitDraft } from './submit-draft.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/deliverables',
  summary: 'The posts of a campaign',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ items: z.array(deliverableSchema) }), 'The deliverables'), ...PROBLEMS },
})
const readRoute = createRoute({
  method: 'get',
  path: '/deliverables/{id}',
  summary: 'One deliverable with its drafts, oldest first',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(z.object({ campaignId: z.uuid(), deliverable: deliverableSchema, drafts: z.array(draftSchema) }), 'The deliverable'),
    ...PROBLEMS,
  },
})
const draftRoute = createRoute({
  method: 'post',
  path: '/deliverables/{id}/drafts',
  summary: 'Submit a draft; it is linted at its publish date',
  request: { params: idParam, ...jsonBody(z.object({ facts: contentFactsSchema })) },
  responses: { 201: jsonAnswer(draftSchema, 'The draft with its check'), ...PROBLEMS },
})
const observeRoute = createRoute({
  method: 'post',
  path: '/deliverables/{id}/observations',
  summary: 'Add later results of a published post',
  request: { params: idParam, ...jsonBody(z.object({ metrics: metricsSchema })) },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), 'Kept'), ...PROBLEMS },
})

const choiceRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/choices',
  summary:
    'Choose creators from a version, which becomes the plan of the campaign; each gets one planned post. Without "instead" (the plan it replaces) only the newest version may be chosen',
  request: {
    params: idParam,
    ...exactBody(z.object({ planId: z.uuid(), creatorIds: z.array(z.uuid()), instead: z.uuid().nullable().optional() })),
  },
  responses: { 201: jsonAnswer(z.object({ items: z.array(deliverableSchema) }), 'The deliverables'), ...PROBLEMS },
})

/** `/campaigns/{id}/choices`, `/campaigns/{id}/deliverables` and what happens to one of them without a gate. */
export const contentRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json({ items: (await listDeliverables(ctx, id)).map(({ deliverable }) => deliverable) }, 200)
    }),
  )
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { campaignId, deliverable } = await loadDeliverable(ctx, c.req.valid('param').id)
      return c.json({ campaignId, deliverable, drafts: await listDrafts(ctx, [deliverable.id]) }, 200)
    }),
  )
  .openapi(draftRoute, (c) =>
    act(c, 'drafts.write', async (ctx) => {
      const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
      return c.json(await submitDraft(ctx, { deliverableId: c.req.valid('param').id, facts: c.req.valid('json').facts, rulebook }), 201)
    }),
  )
  .openapi(observeRoute, (c) =>
    act(c, 'publications.write', async (ctx) => c.json(await observePost(ctx, c.req.valid('param').id, c.req.valid('json').metrics), 201)),
  )
  .openapi(choiceRoute, (c) =>
    act(c, 'plans.write', async (ctx) =>
      c.json({ items: await chooseCreators(ctx, { ...c.req.valid('json'), campaignId: c.req.valid('param').id }) }, 201),
    ),
  )
