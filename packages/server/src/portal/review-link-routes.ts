import { createRoute, z } from '@hono/zod-openapi'
import { daySchema } from '@kolibra/core/shared'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { renewLink, revokeLink } from './change-link.ts'
import { makeReviewLink } from './make-review-link.ts'
import { mayHandOut } from './may-hand-out.ts'
import { deskReviewerSchema } from './page-schema.ts'
import { readReviewers } from './read-reviewers.ts'

const answer = jsonAnswer(
  z.object({
    items: z.array(deskReviewerSchema),
    hereOnly: z.boolean().describe('true when links open on the machine of the server only: no --url was given'),
  }),
  'The reviewers outside with their links',
)
const listRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/review-links',
  summary:
    'The local reviewers without an account, with their links, devices and waiting codes; addresses and codes for who may hand them out',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const makeRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/review-links',
  summary: 'Make the link by which a person outside reviews the brief; good through "until", else 30 days',
  request: { params: idParam, ...jsonBody(z.strictObject({ memberId: z.uuid(), until: daySchema.nullable().default(null) })) },
  responses: { 201: answer, ...PROBLEMS },
})
const renewRoute = createRoute({
  method: 'post',
  path: '/review-links/{id}/renewals',
  summary: 'Give a reviewer’s link another last day; it stays the same link',
  request: { params: idParam, ...jsonBody(z.strictObject({ until: daySchema })) },
  responses: { 201: answer, ...PROBLEMS },
})
const revokeRoute = createRoute({
  method: 'post',
  path: '/review-links/{id}/revocations',
  summary: 'Take a reviewer’s link back: no device gets in by it any more',
  request: { params: idParam },
  responses: { 201: answer, ...PROBLEMS },
})

// To review is to decide for a party: who may let somebody act for one hands the link out.
const reviewersOf = (c: HttpContext, ctx: Context, campaignId: string) => {
  const { publicUrl, linkSecret } = c.get('server')
  return readReviewers(ctx, campaignId, { publicUrl, linkSecret, mayHandOut: mayHandOut(ctx, 'parties.write') })
}

/** `/campaigns/{id}/review-links` and `/review-links`: the desk's side of reviewing by a link. */
export const reviewLinkRoutes = makeRouter()
  .openapi(listRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await reviewersOf(c, ctx, c.req.valid('param').id), 200)))
  .openapi(makeRoute, (c) =>
    act(c, 'parties.write', async (ctx) => {
      const { id: campaignId } = c.req.valid('param')
      await makeReviewLink(ctx, { campaignId, ...c.req.valid('json'), linkSecret: c.get('server').linkSecret })
      return c.json(await reviewersOf(c, ctx, campaignId), 201)
    }),
  )
  .openapi(renewRoute, (c) =>
    act(c, 'parties.write', async (ctx) => {
      const { campaignId } = await renewLink(ctx, { kind: 'reviewer', linkId: c.req.valid('param').id }, c.req.valid('json').until)
      return c.json(await reviewersOf(c, ctx, campaignId), 201)
    }),
  )
  .openapi(revokeRoute, (c) =>
    act(c, 'parties.write', async (ctx) => {
      const { campaignId } = await revokeLink(ctx, { kind: 'reviewer', linkId: c.req.valid('param').id })
      return c.json(await reviewersOf(c, ctx, campaignId), 201)
    }),
  )
