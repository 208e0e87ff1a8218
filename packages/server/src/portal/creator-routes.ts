import { createRoute, z } from '@hono/zod-openapi'
import { lintItemSchema } from '@kolibra/core/compliance'
import { deliverableSchema, draftSchema } from '@kolibra/core/content'
import {
  creatorRequestSchema,
  fileKindSchema,
  LARGEST_CREATOR_FILE_BYTES,
  ownDraftSchema,
  ownProductSchema,
  requestInputSchema,
} from '@kolibra/core/portal'
import { momentSchema } from '@kolibra/core/shared'
import { rulebookOf } from '../compliance/index.ts'
import { answerFile } from '../platform/answer-file.ts'
import type { Context } from '../platform/context.ts'
import { idParam, jsonAnswer, jsonBody, makeRouter, PROBLEMS, type HttpContext } from '../platform/http.ts'
import { limitBody } from '../platform/limit-body.ts'
import { found, RequestError, settle } from '../platform/request-error.ts'
import { asCreator, inCreatorFence, readCookie } from './as-creator.ts'
import { keepCreatorFile, lintOwnText, reportLive, submitOwnDraft } from './bring-work.ts'
import { findCreatorFile } from './creator-file-store.ts'
import { enterCode, openLink } from './open-link.ts'
import { noteOwnProduct } from './note-own-product.ts'
import { creatorPageSchema, heldSchema, ownProductStateSchema, reviewPageSchema } from './page-schema.ts'
import { readCreatorPage } from './read-creator-page.ts'
import { readHeld } from './read-held.ts'
import { sendRequest } from './send-request.ts'
import { reviewRoutes } from './review-routes.ts'
import { experienceRoutes } from './experience-routes.ts'
import { talkRoutes } from './talk-routes.ts'

const openingSchema = z.object({
  linkId: z.uuid(),
  state: z.enum(['open', 'code']),
  kind: z.enum(['creator', 'reviewer']).describe('Whose link it is'),
  page: creatorPageSchema.nullable().describe('What `GET /portal/{id}` answers, once in: no second round trip'),
  review: reviewPageSchema.nullable().describe('The same for a reviewer outside: what `GET /portal/{id}/review` answers'),
})
const openRoute = createRoute({
  method: 'post',
  path: '/portal/openings',
  summary: 'Exchange the link of a creator, or of a reviewer outside, for a cookie on this device; a further device is asked for a code',
  request: jsonBody(
    z.object({
      token: z.string().max(200),
      openingKey: z
        .string()
        .regex(/^[\w-]{32,64}$/)
        .nullish()
        .describe('A secret of this phone: with it the first opening may be repeated for ten minutes when its answer was lost'),
    }),
  ),
  responses: { 201: jsonAnswer(openingSchema, 'In, or waiting for the code'), ...PROBLEMS },
})
const codeRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/codes',
  summary: 'Type the code that the desk told; five tries, ten minutes',
  request: { params: idParam, ...jsonBody(z.object({ code: z.string().max(20) })) },
  responses: { 201: jsonAnswer(openingSchema, 'In'), ...PROBLEMS },
})
const pageRoute = createRoute({
  method: 'get',
  path: '/portal/{id}',
  summary: "Everything on a creator's page",
  request: { params: idParam },
  responses: { 200: jsonAnswer(creatorPageSchema, 'The page'), ...PROBLEMS },
})
const heldRoute = createRoute({
  method: 'get',
  path: '/portal/{id}/held',
  summary: 'What is held about this creator, by kind',
  request: { params: idParam },
  responses: { 200: jsonAnswer(heldSchema, 'Counts, basis and end'), ...PROBLEMS },
})
const requestRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/requests',
  summary: 'Accept or decline a post, propose an idea or a posting time, refuse a revision, ask for erasure',
  request: { params: idParam, ...jsonBody(requestInputSchema) },
  responses: { 201: jsonAnswer(creatorRequestSchema, 'The request as kept'), ...PROBLEMS },
})
const workBody = jsonBody(z.object({ deliverableId: z.uuid(), own: ownDraftSchema }))
const checkRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/checks',
  summary: 'What the linter says of a text as it stands; nothing is kept',
  request: { params: idParam, ...workBody },
  responses: { 200: jsonAnswer(lintItemSchema, 'The findings'), ...PROBLEMS },
})
const draftRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/drafts',
  summary: 'Submit a draft',
  request: { params: idParam, ...workBody },
  responses: { 201: jsonAnswer(draftSchema, 'The draft with its check'), ...PROBLEMS },
})
const liveRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/publications',
  summary: 'Report the live link of a post',
  request: {
    params: idParam,
    ...jsonBody(z.object({ deliverableId: z.uuid(), url: z.url({ protocol: /^https?$/ }), publishedAt: momentSchema })),
  },
  responses: { 201: jsonAnswer(deliverableSchema, 'The post'), ...PROBLEMS },
})
const productRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/product-notes',
  summary: 'Tell when the product came and since when it is used; the newest product photo goes with it',
  request: { params: idParam, ...jsonBody(ownProductSchema.extend({ revision: z.int32().min(0) }).strict()) },
  responses: { 201: jsonAnswer(ownProductStateSchema, 'As noted'), ...PROBLEMS },
})
const formSchema = z.object({
  file: z.instanceof(File).openapi({ type: 'string', format: 'binary' }),
  kind: fileKindSchema,
  deliverableId: z.uuid(),
})
const fileRoute = createRoute({
  method: 'post',
  path: '/portal/{id}/files',
  summary: 'Upload a picture of a draft, a photo of the product, or numbers as screenshot or export, up to 10 MB',
  request: { params: idParam, body: { required: true, content: { 'multipart/form-data': { schema: formSchema } } } },
  responses: { 201: jsonAnswer(z.object({ id: z.uuid() }), 'Kept'), ...PROBLEMS },
})
const downloadRoute = createRoute({
  method: 'get',
  path: '/portal/{id}/files/{fileId}',
  summary: 'An own upload as it came in',
  request: { params: idParam.extend({ fileId: z.uuid() }) },
  responses: { 200: { description: 'The bytes', content: { 'application/octet-stream': { schema: z.string() } } }, ...PROBLEMS },
})

const rulebook = (c: HttpContext, ctx: Context) => rulebookOf(ctx, c.get('server').rulebook)

/** `/portal`: what a creator, or a reviewer outside, reaches with the cookie of their link, and nothing else. */
export const portalCreatorRoutes = makeRouter()
// A token or a code is short; whoever holds neither is not listened to for long.
const LARGEST_KNOCK_BYTES = 4096
const limitKnock = limitBody(LARGEST_KNOCK_BYTES, () => {
  throw new RequestError('request.too_large', { largestBytes: LARGEST_KNOCK_BYTES })
})
portalCreatorRoutes.use('/portal/openings', limitKnock)
portalCreatorRoutes.use('/portal/:id/codes', limitKnock)
// Who holds no cookie of the link is told so before the body is read.
portalCreatorRoutes.use('/portal/:id{[0-9a-f-]{36}}/*', async (c, next) => {
  if (!c.req.path.endsWith('/codes') && readCookie(c, 'device', c.req.param('id')) === null) throw new RequestError('portal.device_unknown')
  await next()
})
portalCreatorRoutes.use('/portal/:id/files', async (c, next) => {
  // Asked before the body is read: a stranger's upload costs nothing.
  await inCreatorFence(c, c.req.param('id'), async () => undefined)
  await next()
})
portalCreatorRoutes.use(
  '/portal/:id/files',
  // A form is a little larger than the file in it.
  limitBody(LARGEST_CREATOR_FILE_BYTES + 2 ** 16, () => {
    throw new RequestError('document.too_large', { largestBytes: LARGEST_CREATOR_FILE_BYTES })
  }),
)
portalCreatorRoutes.route('/', talkRoutes)
portalCreatorRoutes.route('/', reviewRoutes)
portalCreatorRoutes.route('/', experienceRoutes)
portalCreatorRoutes
  .openapi(openRoute, async (c) => {
    const { token, openingKey = null } = c.req.valid('json')
    return c.json(await openLink(c, { token, openingKey }), 201)
  })
  .openapi(codeRoute, async (c) => c.json(settle(await enterCode(c, c.req.valid('param').id, c.req.valid('json').code)), 201))
  .openapi(pageRoute, (c) => asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await readCreatorPage(ctx, pass), 200)))
  .openapi(heldRoute, (c) => asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await readHeld(ctx, pass), 200)))
  .openapi(requestRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => c.json(await sendRequest(ctx, pass, c.req.valid('json')), 201)),
  )
  .openapi(checkRoute, (c) =>
    // Not kept as an answer to repeat: a text that is only looked at leaves nothing behind.
    inCreatorFence(c, c.req.valid('param').id, async (ctx, pass) =>
      c.json(await lintOwnText(ctx, pass, { ...c.req.valid('json'), rulebook: await rulebook(c, ctx) }), 200),
    ),
  )
  .openapi(draftRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) =>
      c.json(await submitOwnDraft(ctx, pass, { ...c.req.valid('json'), rulebook: await rulebook(c, ctx) }), 201),
    ),
  )
  .openapi(liveRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => {
      const { deliverableId, ...publication } = c.req.valid('json')
      return c.json(await reportLive(ctx, pass, { deliverableId, publication, rulebook: await rulebook(c, ctx) }), 201)
    }),
  )
  .openapi(productRoute, (c) =>
    asCreator(c, c.req.valid('param').id, async (ctx, pass) => {
      const { revision, ...said } = c.req.valid('json')
      return c.json(await noteOwnProduct(ctx, pass, { publicUrl: c.get('server').publicUrl, revision, said }), 201)
    }),
  )
  .openapi(fileRoute, async (c) => {
    const { file, kind, deliverableId } = c.req.valid('form')
    // Read before the transaction: it holds no connection while bytes come in.
    const bytes = new Uint8Array(await file.arrayBuffer())
    return asCreator(c, c.req.valid('param').id, async (ctx, pass) =>
      c.json(await keepCreatorFile(ctx, pass, { deliverableId, kind, name: file.name, bytes }), 201),
    )
  })
  .openapi(downloadRoute, (c) => {
    const { id, fileId } = c.req.valid('param')
    return asCreator(c, id, async (ctx, { creatorId }) =>
      answerFile(c, found(await findCreatorFile(ctx, fileId, creatorId), 'file', fileId)),
    )
  })
