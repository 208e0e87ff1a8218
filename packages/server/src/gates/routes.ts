import { createRoute, z } from '@hono/zod-openapi'
import { BRIEF_REVIEW_MOVES } from '@kolibra/core/briefs'
import { waiverSchema } from '@kolibra/core/campaigns'
import { deliverableSchema } from '@kolibra/core/content'
import { spineSchema } from '@kolibra/core/gates'
import { momentSchema } from '@kolibra/core/shared'
import { actingForSchema, loadFreedomTable, presentBrief, storedBriefSchema } from '../briefs/index.ts'
import { loadCampaign } from '../campaigns/index.ts'
import { rulebookOf } from '../compliance/index.ts'
import { metricsSchema } from '../content/index.ts'
import { act, idParam, jsonAnswer, exactBody, jsonBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { giveWaiver } from './give-waiver.ts'
import { judgeCampaign } from './judge-campaign.ts'
import { publishPost } from './publish-post.ts'
import { readSilences } from './read-silences.ts'
import { reviewBrief } from './review-brief.ts'
import { REVIEW_MOVES, reviewDraft } from './review-draft.ts'
import { signContract } from './sign-contract.ts'

const note = z.string().nullish()

const spineRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/gates',
  summary: 'The spine: five gates, every subject, every finding',
  request: { params: idParam },
  responses: { 200: jsonAnswer(spineSchema, 'The spine'), ...PROBLEMS },
})
const waiverRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/waivers',
  summary: 'Waive one finding with a reason, bound to the hash it was shown with',
  request: {
    params: idParam,
    ...exactBody(waiverSchema.pick({ gate: true, code: true, subject: true, inputHash: true, reason: true, evidence: true })),
  },
  responses: { 201: jsonAnswer(waiverSchema, 'The waiver'), ...PROBLEMS },
})
const contractSchema = z.object({
  id: z.uuid(),
  deliverableId: z.uuid(),
  agreedFen: z.number().int().nullable(),
  frozen: z.object({ hash: z.string(), at: momentSchema }),
})
const contractRoute = createRoute({
  method: 'post',
  path: '/campaigns/{id}/contracts',
  summary: 'Sign one post; Goal and Choice guard it, the first one freezes the goal',
  request: { params: idParam, ...exactBody(z.object({ deliverableId: z.uuid() })) },
  responses: { 201: jsonAnswer(contractSchema, 'The contract'), ...PROBLEMS },
})
const briefRoute = createRoute({
  method: 'post',
  path: '/briefs/{id}/reviews',
  summary: 'Move a brief; Brief and Trust guard sending',
  request: { params: idParam, ...jsonBody(z.object({ move: z.enum(BRIEF_REVIEW_MOVES), note, actingFor: actingForSchema.optional() })) },
  responses: { 201: jsonAnswer(storedBriefSchema, 'The brief'), ...PROBLEMS },
})
const draftRoute = createRoute({
  method: 'post',
  path: '/deliverables/{id}/reviews',
  summary: 'Decide on a draft; Trust guards asking for changes',
  request: { params: idParam, ...jsonBody(z.object({ move: z.enum(REVIEW_MOVES), note })) },
  responses: { 201: jsonAnswer(deliverableSchema, 'The deliverable'), ...PROBLEMS },
})
const publishRoute = createRoute({
  method: 'post',
  path: '/deliverables/{id}/publications',
  summary: 'Record that a post is live; Rules guards it',
  request: {
    params: idParam,
    ...jsonBody(z.object({ url: z.url({ protocol: /^https?$/ }), publishedAt: momentSchema, metrics: metricsSchema.optional() })),
  },
  responses: { 201: jsonAnswer(deliverableSchema, 'The deliverable'), ...PROBLEMS },
})

const silencesRoute = createRoute({
  method: 'get',
  path: '/campaigns/{id}/silences',
  summary: 'Drafts that count as approved when nobody answers in time, as the brief agrees, and those that were',
  request: { params: idParam },
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(
          z.object({
            deliverableId: z.uuid(),
            clock: z.object({ endsAt: momentSchema, isCertain: z.boolean() }).nullable(),
            approvedAt: momentSchema.nullable(),
          }),
        ),
      }),
      'The posts concerned',
    ),
    ...PROBLEMS,
  },
})

/** The spine and the acts that gates guard. */
export const gateRoutes = makeRouter()
  .openapi(spineRoute, (c) =>
    act(c, 'workspace.read', async (ctx) =>
      c.json((await judgeCampaign(ctx, c.req.valid('param').id, await rulebookOf(ctx, c.get('server').rulebook))).spine, 200),
    ),
  )
  .openapi(silencesRoute, (c) =>
    act(c, 'workspace.read', async (ctx) => {
      const { id } = await loadCampaign(ctx, c.req.valid('param').id)
      return c.json({ items: await readSilences(ctx, id) }, 200)
    }),
  )
  .openapi(waiverRoute, (c) =>
    act(c, 'gates.waive_warning', async (ctx) => {
      const input = { ...c.req.valid('json'), rulebook: await rulebookOf(ctx, c.get('server').rulebook) }
      return c.json(await giveWaiver(ctx, c.req.valid('param').id, input), 201)
    }),
  )
  .openapi(contractRoute, (c) =>
    act(c, 'contracts.write', async (ctx) => {
      const { deliverableId } = c.req.valid('json')
      return c.json(
        await signContract(ctx, {
          campaignId: c.req.valid('param').id,
          deliverableId,
          rulebook: await rulebookOf(ctx, c.get('server').rulebook),
        }),
        201,
      )
    }),
  )
  .openapi(briefRoute, (c) =>
    act(c, 'briefs.review', async (ctx) => {
      const { move, note: words, actingFor = {} } = c.req.valid('json')
      const input = {
        briefId: c.req.valid('param').id,
        move,
        note: words ?? null,
        actingFor,
        rulebook: await rulebookOf(ctx, c.get('server').rulebook),
      }
      return c.json(presentBrief(await reviewBrief(ctx, input), (await loadFreedomTable(ctx)).table), 201)
    }),
  )
  .openapi(draftRoute, (c) =>
    act(c, 'publications.write', async (ctx) => {
      const { move, note: words } = c.req.valid('json')
      const input = {
        deliverableId: c.req.valid('param').id,
        move,
        note: words ?? null,
        rulebook: await rulebookOf(ctx, c.get('server').rulebook),
      }
      return c.json(await reviewDraft(ctx, input), 201)
    }),
  )
  .openapi(publishRoute, (c) =>
    act(c, 'publications.write', async (ctx) => {
      const input = {
        deliverableId: c.req.valid('param').id,
        publication: c.req.valid('json'),
        rulebook: await rulebookOf(ctx, c.get('server').rulebook),
      }
      return c.json(await publishPost(ctx, input), 201)
    }),
  )
