import { createRoute, z } from '@hono/zod-openapi'
import { campaignSchema } from '@kolibra/core/campaigns'
import { fault, momentSchema } from '@kolibra/core/shared'
import { bounded } from '../platform/bounded.ts'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { listCampaigns, loadCampaign, type StoredCampaign } from './campaign-store.ts'
import { changeCampaign, openCampaign } from './change-campaign.ts'
import { listCampaignEvents } from './queries.ts'

const writtenSchema = bounded(campaignSchema, { characters: 5000, items: 500 })
  .refine(({ name }) => name.trim() !== '', { path: ['name'], ...fault('Holds nothing to read', '没有可读的内容') })
  .refine(({ brand }) => brand.trim() !== '', { path: ['brand'], ...fault('Holds nothing to read', '没有可读的内容') })
const storedSchema = z
  .object({
    id: z.uuid(),
    version: z.number().int(),
    campaign: campaignSchema,
    /** `goal` is the one that is judged by; that of `campaign` may have been edited since. */
    frozen: z.object({ hash: z.string(), at: momentSchema, goal: campaignSchema.shape.goal }).nullable(),
    createdAt: momentSchema,
  })
  .openapi('Campaign')
const eventSchema = z.object({
  id: z.uuid(),
  at: momentSchema,
  actor: z.object({ id: z.uuid(), name: z.string().nullable(), role: z.string() }),
  name: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }),
  fields: z.array(z.string()),
})

const listRoute = createRoute({
  method: 'get',
  path: '/campaigns',
  summary: 'All campaigns, newest first',
  responses: { 200: jsonAnswer(z.object({ items: z.array(storedSchema) }), 'The campaigns'), ...PROBLEMS },
})
const openRoute = createRoute({
  method: 'post',
  path: '/campaigns',
  summary: 'Open a campaign',
  request: exactBody(writtenSchema),
  responses: { 201: jsonAnswer(storedSchema, 'The campaign'), ...PROBLEMS },
})
const readRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}',
  summary: 'One campaign',
  request: { params: idParam },
  responses: { 200: jsonAnswer(storedSchema, 'The campaign'), ...PROBLEMS },
})
const changeRoute = createRoute({
  method: 'put',
  path: '/campaigns/{id}',
  summary: 'Change a campaign that still stands at the version that was read',
  request: { params: idParam, ...exactBody(z.object({ version: z.int32(), campaign: writtenSchema })) },
  responses: { 200: jsonAnswer(storedSchema, 'The campaign'), ...PROBLEMS },
})
const eventsRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/events',
  summary: 'What happened, newest first: ids and field names, never values',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object({ items: z.array(eventSchema) }), 'The events'), ...PROBLEMS },
})

function present({ frozen, ...stored }: StoredCampaign) {
  return { ...stored, frozen: frozen === null ? null : { hash: frozen.hash, at: frozen.at, goal: frozen.inputs.goal } }
}

/** `/campaigns`. */
export const campaignRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json({ items: (await listCampaigns(ctx)).map(present) }, 200)))
  .openapi(openRoute, (c) => act(c, 'campaigns.write', async (ctx) => c.json(present(await openCampaign(ctx, c.req.valid('json'))), 201)))
  .openapi(readRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => c.json(present(await loadCampaign(ctx, c.req.valid('param').id)), 200)),
  )
  .openapi(changeRoute, (c) =>
    act(c, 'campaigns.write', async (ctx) =>
      c.json(present(await changeCampaign(ctx, { ...c.req.valid('json'), id: c.req.valid('param').id })), 200),
    ),
  )
  .openapi(eventsRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      const events = await listCampaignEvents(ctx, id)
      return c.json({ items: events.map((event) => ({ ...event, fields: [...event.fields] })) }, 200)
    }),
  )
