import { createRoute, z } from '@hono/zod-openapi'
import { creatorRequestSchema, settlementSchema } from '@kolibra/core/portal'
import { daySchema } from '@kolibra/core/shared'
import { loadCampaign } from '../campaigns/index.ts'
import { answerFile } from '../platform/answer-file.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { found } from '../platform/request-error.ts'
import { makeLink, renewLink, revokeLink } from './change-link.ts'
import { findCreatorFile, listCreatorFiles } from './creator-file-store.ts'
import { creatorFileSchema, deskCreatorSchema } from './page-schema.ts'
import { mayHandOut } from './may-hand-out.ts'
import { readDesk } from './read-desk.ts'
import { listRequests } from './request-store.ts'
import { settleRequest } from './send-request.ts'

const deskAnswer = jsonAnswer(
  z.object({
    items: z.array(deskCreatorSchema),
    hereOnly: z.boolean().describe('true when links open on the machine of the server only: no --url was given'),
  }),
  'The creators with their links',
)
const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/creator-links',
  summary:
    'The creators of a campaign with their links, devices, waiting codes, whose turn it is and the WeChat message for it; addresses, codes and messages only for who may hand them out',
  request: { params: idParam },
  responses: { 200: deskAnswer, ...PROBLEMS },
})
const makeRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/creator-links',
  summary: 'Make the link of a creator; good through "until", else 60 days beyond the campaign',
  request: { params: idParam, ...jsonBody(z.object({ creatorId: z.uuid(), until: daySchema.nullable().default(null) })) },
  responses: { 201: deskAnswer, ...PROBLEMS },
})
const renewRoute = createRoute({
  method: 'post',
  path: '/creator-links/{id}/renewals',
  summary: 'Give a link another last day; it stays the same link',
  request: { params: idParam, ...jsonBody(z.object({ until: daySchema })) },
  responses: { 201: deskAnswer, ...PROBLEMS },
})
const revokeRoute = createRoute({
  method: 'post',
  path: '/creator-links/{id}/revocations',
  summary: 'Take a link back: no device gets in by it any more',
  request: { params: idParam },
  responses: { 201: deskAnswer, ...PROBLEMS },
})
const inboxRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/creator-requests',
  summary: 'What creators asked, told and uploaded, newest first',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(creatorRequestSchema), files: z.array(creatorFileSchema) }), 'Requests and uploads'),
    ...PROBLEMS,
  },
})
const settleRoute = createRoute({
  method: 'post',
  path: '/creator-requests/{id}/settlements',
  summary: 'Answer a request of a creator; a no says why',
  request: {
    params: idParam,
    ...jsonBody(z.object({ settlement: settlementSchema, note: z.string().trim().min(1).max(2000).nullable() })),
  },
  responses: { 201: jsonAnswer(creatorRequestSchema, 'The request with its answer'), ...PROBLEMS },
})
const fileRoute = createRoute({
  method: 'get',
  path: '/creator-files/{id}',
  summary: 'An upload of a creator as it came in',
  request: { params: idParam },
  responses: { 200: { description: 'The bytes', content: { 'application/octet-stream': { schema: z.string() } } }, ...PROBLEMS },
})

const deskOf = (c: HttpContext, ctx: Context, campaignId: string) => {
  const { publicUrl, linkSecret } = c.get('server')
  return readDesk(ctx, campaignId, { publicUrl, linkSecret, mayHandOut: mayHandOut(ctx) })
}

/** `/creator-links`, `/creator-requests` and `/creator-files`: the desk's side of the portal. Codes and links are shown to who may hand them out. */
export const portalDeskRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await deskOf(c, ctx, c.req.valid('param').id), 200)))
  .openapi(makeRoute, (c) =>
    act(c, 'portal.write', async (ctx) => {
      const { id: campaignId } = c.req.valid('param')
      await makeLink(ctx, { campaignId, ...c.req.valid('json'), linkSecret: c.get('server').linkSecret })
      return c.json(await deskOf(c, ctx, campaignId), 201)
    }),
  )
  .openapi(renewRoute, (c) =>
    act(c, 'portal.write', async (ctx) => {
      const { campaignId } = await renewLink(ctx, { kind: 'creator', linkId: c.req.valid('param').id }, c.req.valid('json').until)
      return c.json(await deskOf(c, ctx, campaignId), 201)
    }),
  )
  .openapi(revokeRoute, (c) =>
    act(c, 'portal.write', async (ctx) => {
      const { campaignId } = await revokeLink(ctx, { kind: 'creator', linkId: c.req.valid('param').id })
      return c.json(await deskOf(c, ctx, campaignId), 201)
    }),
  )
  .openapi(inboxRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json({ items: await listRequests(ctx, id, null), files: await listCreatorFiles(ctx, id, null) }, 200)
    }),
  )
  .openapi(settleRoute, (c) =>
    act(c, 'portal.write', async (ctx) => c.json(await settleRequest(ctx, { id: c.req.valid('param').id, ...c.req.valid('json') }), 201)),
  )
  .openapi(fileRoute, (c) =>
    act(c, 'portal.write', async (ctx) => {
      const { id } = c.req.valid('param')
      return answerFile(c, found(await findCreatorFile(ctx, id, null), 'file', id))
    }),
  )
