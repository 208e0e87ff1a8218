import { createRoute, z } from '@hono/zod-openapi'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { countUnseenImpacts, impactSchema, listImpacts } from './impact-store.ts'
import { seeImpact } from './see-impact.ts'

const listSchema = z
  .object({ items: z.array(impactSchema), unseenMine: z.number().int(), nextCursor: z.uuid().nullable() })
  .openapi('RuleImpacts')

const listRoute = createRoute({
  method: 'get',
  path: '/rules/impacts',
  summary: 'Briefs, drafts, scheduled and live posts that a change of rules touched or will touch, newest first',
  request: {
    query: z.object({
      campaign: z.uuid().optional(),
      mine: z.enum(['true']).optional(),
      unseen: z.enum(['true']).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(200),
      cursor: z.uuid().optional(),
    }),
  },
  responses: { 200: jsonAnswer(listSchema, 'The impacts; `unseenMine` counts those that wait for whoever asks'), ...PROBLEMS },
})
const seenRoute = createRoute({
  method: 'post',
  path: '/rules/impacts/{id}/receipts',
  summary: 'Say that one has seen what a change of rules did',
  request: { params: idParam, ...jsonBody(z.strictObject({})) },
  responses: { 201: jsonAnswer(z.object({ seen: z.literal(true) }), 'Kept'), ...PROBLEMS },
})

/** `/rules/impacts`. Stands before `/rules/{id}`, which would take "impacts" for an id. */
export const impactRoutes = makeRouter()
  .openapi(listRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { campaign: campaignId, mine, unseen, limit, cursor } = c.req.valid('query')
      const ownerId = mine === undefined ? undefined : ctx.actor.id
      const filter = { campaignId, ownerId, isUnseen: unseen !== undefined }
      // One more than asked for tells whether there is a next page.
      const found = await listImpacts(ctx, filter, { limit: limit + 1, before: cursor })
      const items = found.slice(0, limit)
      const nextCursor = found.length > limit ? (items.at(-1)?.id ?? null) : null
      return c.json({ items, unseenMine: await countUnseenImpacts(ctx, ctx.actor.id), nextCursor }, 200)
    }),
  )
  .openapi(seenRoute, (c) =>
    act(c, 'rules.check', async (ctx) => {
      await seeImpact(ctx, c.req.valid('param').id)
      return c.json({ seen: true as const }, 201)
    }),
  )
