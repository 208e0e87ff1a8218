import { createRoute, z } from '@hono/zod-openapi'
import { playbackSchema } from '@kolibra/core/briefs'
import { idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { asCreator } from './as-creator.ts'
import { talkSchema } from './page-schema.ts'
import { askOnItem, noteReceipt, OWN_THREAD_MOVES, playOwnBack, stepOwnThread } from './speak-on-brief.ts'

const answer = jsonAnswer(talkSchema, 'What is asked, said and still differs')
const receiptRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/receipts',
  summary: 'Keep that this creator has the brief in hand, once per device',
  request: { params: idParam, ...jsonBody(z.strictObject({ briefId: z.uuid() })) },
  responses: { 201: answer, ...PROBLEMS },
})
const playbackRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/playbacks',
  summary: 'Play the brief back: what will be delivered, in own words; answered with what differs',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ briefId: z.uuid(), playback: playbackSchema, revision: z.number().int().min(0) })),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const questionRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/questions',
  summary: 'Ask on one item of the brief',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ briefId: z.uuid(), itemId: z.string().trim().min(1).max(40), words: z.string().trim().min(1).max(2000) })),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const stepRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/question-steps',
  summary: 'Ask on in a thread of the own, or say that it is settled',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        briefId: z.uuid(),
        threadId: z.uuid(),
        move: z.enum(OWN_THREAD_MOVES),
        words: z.string().trim().max(2000).default(''),
      }),
    ),
  },
  responses: { 201: answer, ...PROBLEMS },
})

/** `/portal/{id}/receipts`, `/playbacks`, `/questions`, `/question-steps`: what a creator says of the brief. The cookie is asked for where they are mounted. */
export const talkRoutes = makeRouter()
  .openapi(receiptRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await noteReceipt(ctx, pass, c.req.valid('json')), 201)),
  )
  .openapi(playbackRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await playOwnBack(ctx, pass, c.req.valid('json')), 201)),
  )
  .openapi(questionRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await askOnItem(ctx, pass, c.req.valid('json')), 201)),
  )
  .openapi(stepRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await stepOwnThread(ctx, pass, c.req.valid('json')), 201)),
  )
