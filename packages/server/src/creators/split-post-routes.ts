import { createRoute, z } from '@hono/zod-openapi'
import { splitPostSchema } from '@kolibra/core/creators'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { listSplitPosts } from './split-post-store.ts'
import { rejoinPost, splitPost } from './split-post.ts'

const postIdSchema = z.string().min(1).max(200)
const answer = jsonAnswer(z.object({ items: z.array(splitPostSchema) }), 'The posts taken off this account, newest decision first')

const splitRoute = createRoute({
  method: 'post',
  path: '/creators/{id}/split-posts',
  summary: 'Take one post off an account that it was only matched to by the hash of its id',
  request: { params: idParam, ...exactBody(z.object({ postId: postIdSchema })) },
  responses: { 201: answer, ...PROBLEMS },
})
const rejoinRoute = createRoute({
  method: 'delete',
  path: '/creators/{id}/split-posts/{postId}',
  summary: 'Put such a post back under the account',
  request: { params: idParam.extend({ postId: postIdSchema }) },
  responses: { 200: answer, ...PROBLEMS },
})

async function presentSplits(ctx: Context, creatorId: string) {
  return { items: await listSplitPosts(ctx, creatorId) }
}

/** `/creators/{id}/split-posts`. */
export const splitPostRoutes = makeRouter()
  .openapi(splitRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id } = c.req.valid('param')
      await splitPost(ctx, id, c.req.valid('json').postId)
      return c.json(await presentSplits(ctx, id), 201)
    }),
  )
  .openapi(rejoinRoute, (c) =>
    act(c, 'creators.write', async (ctx) => {
      const { id, postId } = c.req.valid('param')
      await rejoinPost(ctx, id, postId)
      return c.json(await presentSplits(ctx, id), 200)
    }),
  )
