import { createRoute, z } from '@hono/zod-openapi'
import { playbackSchema, THREAD_MOVE_NAMES, threadInputSchema, type ThreadMove } from '@kolibra/core/briefs'
import { actingForSchema, findVoice, loadBrief, loadThread, openThread, stepThread } from '../briefs/index.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { playBack, receiveBrief, settlePlayback } from './play-back.ts'
import { chainSchema, presentChain, settlementSchema } from './present-chain.ts'

const answer = jsonAnswer(chainSchema, 'The chain')
const actingFor = actingForSchema.default({})
const readRoute = createRoute({
  method: 'get',
  path: '/briefs/{id}/chain',
  summary: 'Who received a version, what they understood, where it differs, and what is asked on it',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const receiptRoute = createRoute({
  method: 'post',
  path: '/briefs/{id}/receipts',
  summary: 'Keep that a party has a version in hand',
  request: { params: idParam, ...jsonBody(z.strictObject({ actingFor, device: z.string().trim().max(200).default('') })) },
  responses: { 201: answer, ...PROBLEMS },
})
const playbackRoute = createRoute({
  method: 'post',
  path: '/briefs/{id}/playbacks',
  summary: 'Play a version back: what will be delivered, in one’s own words',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ actingFor, playback: playbackSchema, revision: z.number().int().min(0) })),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const settleRoute = createRoute({
  method: 'post',
  path: '/briefs/{id}/settlements',
  summary: 'Settle one difference: the brief stands, or the playback stands',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({ actingFor, partyId: z.uuid(), key: z.string(), how: settlementSchema, note: z.string().trim().max(2000).nullish() }),
    ),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const threadRoute = createRoute({
  method: 'post',
  path: '/briefs/{id}/threads',
  summary: 'Ask, comment or suggest on one item of a version',
  request: { params: idParam, ...jsonBody(z.strictObject({ actingFor, thread: threadInputSchema })) },
  responses: { 201: answer, ...PROBLEMS },
})
const stepRoute = createRoute({
  method: 'post',
  path: '/threads/{id}/steps',
  summary: 'Answer, ask on, resolve; accept a suggestion (which writes a version) or decline it',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ actingFor, move: z.enum(THREAD_MOVE_NAMES), words: z.string().trim().max(4000).default('') })),
  },
  responses: { 201: answer, ...PROBLEMS },
})

const voiceOn = async (ctx: Context, briefId: string, input: z.infer<typeof actingForSchema>) =>
  findVoice(ctx, (await loadBrief(ctx, briefId)).campaignId, input)

// An accepted suggestion writes a version: whoever may not write one may not accept one.
const permissionOf = (move: ThreadMove) => (move === 'accept' ? 'briefs.write' : 'briefs.speak')

/** `/briefs/{id}/chain`, `/receipts`, `/playbacks`, `/settlements`, `/threads`. */
export const chainRoutes = makeRouter()
  .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentChain(ctx, c.req.valid('param').id), 200)))
  .openapi(receiptRoute, (c) =>
    act(c, 'briefs.speak', async (ctx) => {
      const { id } = c.req.valid('param')
      const { device, ...input } = c.req.valid('json')
      await receiveBrief(ctx, id, { voice: await voiceOn(ctx, id, input.actingFor), device })
      return c.json(await presentChain(ctx, id), 201)
    }),
  )
  .openapi(playbackRoute, (c) =>
    act(c, 'briefs.speak', async (ctx) => {
      const { id } = c.req.valid('param')
      const { playback, revision, ...input } = c.req.valid('json')
      await playBack(ctx, id, { voice: await voiceOn(ctx, id, input.actingFor), playback, revision })
      return c.json(await presentChain(ctx, id), 201)
    }),
  )
  .openapi(settleRoute, (c) =>
    act(c, 'briefs.speak', async (ctx) => {
      const { id } = c.req.valid('param')
      const { partyId, key, how, note, ...input } = c.req.valid('json')
      const voice = await voiceOn(ctx, id, input.actingFor)
      await settlePlayback(ctx, id, { voice, partyId, key, how, note: note ? note : null })
      return c.json(await presentChain(ctx, id), 201)
    }),
  )
  .openapi(threadRoute, (c) =>
    act(c, 'briefs.speak', async (ctx) => {
      const { id } = c.req.valid('param')
      const { thread, ...input } = c.req.valid('json')
      await openThread(ctx, id, { voice: await voiceOn(ctx, id, input.actingFor), input: thread })
      return c.json(await presentChain(ctx, id), 201)
    }),
  )
  .openapi(stepRoute, (c) =>
    act(c, permissionOf(c.req.valid('json').move), async (ctx) => {
      const { move, words, ...input } = c.req.valid('json')
      const { id, briefId, campaignId } = await loadThread(ctx, c.req.valid('param').id)
      await stepThread(ctx, id, { voice: await findVoice(ctx, campaignId, input.actingFor), move, words })
      return c.json(await presentChain(ctx, briefId), 201)
    }),
  )
