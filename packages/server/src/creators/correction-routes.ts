import { createRoute, z } from '@hono/zod-openapi'
import { correctionInputSchema, correctionSchema } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { RequestError } from '../platform/request-error.ts'
import { correctValue, withdrawCorrection } from './correct-value.ts'
import { listCorrections } from './correction-store.ts'
import { hasCreator } from './dossier-store.ts'

const listAnswer = jsonAnswer(z.object({ items: z.array(correctionSchema) }), 'Typed values, newest first, withdrawn ones among them')
const listRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/corrections',
  summary: 'Values that members typed over what sources say, with what stood there before',
  request: { params: idParam },
  responses: { 200: listAnswer, ...PROBLEMS },
})
const correctRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/corrections',
  summary:
    'Type one value: a text, the follower count, any number of a source, a share of the audience, or a part of a quote (sums in fen)',
  request: { params: idParam, ...jsonBody(correctionInputSchema) },
  responses: { 201: listAnswer, ...PROBLEMS },
})
const withdrawRoute = createRoute({
  method: 'delete',
  path: '/corrections/{id}',
  summary: 'Take a typed value back',
  request: { params: idParam },
  responses: { 200: listAnswer, ...PROBLEMS },
})

async function presentCorrections(ctx: Context, creatorId: string) {
  return { items: (await listCorrections(ctx, [creatorId])).get(creatorId) ?? [] }
}

/** `/creators/{id}/corrections`. `follow` lets what is derived of a creator follow a typed value at once. */
export const makeCorrectionRoutes = (follow: (ctx: Context, creatorId: string) => Promise<void>) =>
  makeRouter()
    .openapi(listRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const { id } = c.req.valid('param')
        if (!(await hasCreator(ctx, id))) throw new RequestError('request.not_found', { kind: 'creator', id })
        return c.json(await presentCorrections(ctx, id), 200)
      }),
    )
    .openapi(correctRoute, (c) =>
      act(c, 'creators.write', async (ctx) => {
        const { id } = c.req.valid('param')
        await correctValue(ctx, id, c.req.valid('json'))
        await follow(ctx, id)
        return c.json(await presentCorrections(ctx, id), 201)
      }),
    )
    .openapi(withdrawRoute, (c) =>
      act(c, 'creators.write', async (ctx) => {
        const creatorId = await withdrawCorrection(ctx, c.req.valid('param').id)
        await follow(ctx, creatorId)
        return c.json(await presentCorrections(ctx, creatorId), 200)
      }),
    )
