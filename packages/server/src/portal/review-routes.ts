import { createRoute, z } from '@hono/zod-openapi'
import { readSession, SESSION_COOKIE } from '../accounts/index.ts'
import { getCookie } from 'hono/cookie'
import { rulebookOf } from '../compliance/index.ts'
import { idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { asReviewer } from './as-reviewer.ts'
import { REVIEW_DECISIONS, reviewPageSchema } from './page-schema.ts'
import { readReviewPage } from './read-review-page.ts'
import { commentByLink, decideByLink, noteReview, stepByLink } from './review-by-link.ts'
import { OWN_THREAD_MOVES } from './speak-on-brief.ts'

const briefId = z.uuid()
const words = z.string().trim().max(2000)
const answer = jsonAnswer(reviewPageSchema, 'The page')
const pageRoute = createRoute({
  method: 'get',
  path: '/portal/{id}/review',
  summary: 'Everything on the page of a reviewer outside',
  request: { params: idParam },
  responses: { 200: answer, ...PROBLEMS },
})
const receiptRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/review-receipts',
  summary: 'Keep that the reviewer’s party has the version in hand, once per device',
  request: { params: idParam, ...jsonBody(z.strictObject({ briefId })) },
  responses: { 201: answer, ...PROBLEMS },
})
const decisionRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/reviews',
  summary: 'Approve the version, or say what has to change',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ briefId, move: z.enum(REVIEW_DECISIONS), note: words.min(1).nullable().default(null) })),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const commentRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/review-comments',
  summary: 'Comment or ask on one item of the version',
  request: {
    params: idParam,
    ...jsonBody(
      z.strictObject({
        briefId,
        itemId: z.string().trim().min(1).max(40),
        kind: z.enum(['comment', 'question']).default('comment'),
        words: words.min(1),
      }),
    ),
  },
  responses: { 201: answer, ...PROBLEMS },
})
const stepRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/review-comment-steps',
  summary: 'Ask on in a thread of the own party, or say that it is settled',
  request: {
    params: idParam,
    ...jsonBody(z.strictObject({ briefId, threadId: z.uuid(), move: z.enum(OWN_THREAD_MOVES), words: words.default('') })),
  },
  responses: { 201: answer, ...PROBLEMS },
})

// Whoever is signed in on this browser: an author who opens the link of another does not decide by it.
async function findSeated(c: HttpContext): Promise<string | null> {
  const token = getCookie(c, SESSION_COOKIE)
  const { app, clock } = c.get('server')
  return token === undefined ? null : ((await readSession(app, token, clock()))?.actor.id ?? null)
}

/** `/portal/{id}/review` and what a reviewer outside does there. The cookie is asked for where they are mounted. */
export const reviewRoutes = makeRouter()
  .openapi(pageRoute, (c) => asReviewer(c, c.req.valid('param').id, async (ctx, { pass }) => c.json(await readReviewPage(ctx, pass), 200)))
  .openapi(receiptRoute, (c) =>
    asReviewer(c, c.req.valid('param').id, async (ctx, reviewer) => c.json(await noteReview(ctx, reviewer, c.req.valid('json')), 201)),
  )
  .openapi(decisionRoute, async (c) => {
    const seatedAs = await findSeated(c)
    return asReviewer(c, c.req.valid('param').id, async (ctx, reviewer) => {
      const rulebook = await rulebookOf(ctx, c.get('server').rulebook)
      return c.json(await decideByLink(ctx, reviewer, { ...c.req.valid('json'), rulebook, seatedAs }), 201)
    })
  })
  .openapi(commentRoute, (c) =>
    asReviewer(c, c.req.valid('param').id, async (ctx, reviewer) => c.json(await commentByLink(ctx, reviewer, c.req.valid('json')), 201)),
  )
  .openapi(stepRoute, (c) =>
    asReviewer(c, c.req.valid('param').id, async (ctx, reviewer) => c.json(await stepByLink(ctx, reviewer, c.req.valid('json')), 201)),
  )
