import { createRoute, z } from '@hono/zod-openapi'
import { accountInputSchema, accountSchema, creatorTypeWithBasisSchema } from '@kolibra/core/creators'
import { forecastSchema } from '@kolibra/core/planning'
import { creatorPageSchema, vettedCreatorSchema } from '@kolibra/core/selection'
import { creatorTypeSchema } from '@kolibra/core/shared'
import { rulebookOf } from '../compliance/index.ts'
import { addCreator, loadAccounts } from '../creators/index.ts'
import type { Context } from '../platform/context.ts'
import { act, idParam, jsonAnswer, exactBody, makeRouter, PROBLEMS } from '../platform/http.ts'
import { enqueueJob } from '../platform/jobs.ts'
import { found } from '../platform/request-error.ts'
import type { DiscoveryShelf } from './discovery-shelf.ts'
import { readCreatorList, SORT_KEYS } from './read-creator-list.ts'
import { readForecast } from './queries.ts'
import { rowSchema } from './creator-row-schema.ts'
import { readPage } from './read-page.ts'
import { readVetting } from './read-vetting.ts'
import { refreshRowsOf } from './refresh-rows.ts'

const detailSchema = z
  .object({ id: z.uuid(), account: accountSchema, forecast: forecastSchema.nullable(), type: creatorTypeWithBasisSchema.nullable() })
  .openapi('Creator')

const querySchema = z.strictObject({
  cursor: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  platform: z.string().optional(),
  type: creatorTypeSchema.optional(),
  q: z.string().optional(),
  sort: z
    .string()
    .refine((sort) => SORT_KEYS.some((key) => sort === key || sort === `-${key}`), {
      error: `is none of: ${SORT_KEYS.join(', ')}, with or without a minus in front`,
      params: { zh: `只能是：${SORT_KEYS.join(', ')}，前面可加减号` },
    })
    .default('-followers')
    .openapi({ description: `One of ${SORT_KEYS.join(', ')}; a minus in front sorts downwards. Unknown stands last either way.` }),
})
const listRoute = createRoute({
  method: 'get',
  path: '/creators',
  summary: 'Creators of the workspace, page by page',
  request: { query: querySchema },
  responses: {
    200: jsonAnswer(z.object({ items: z.array(rowSchema), total: z.number().int(), nextCursor: z.string().nullable() }), 'One page'),
    ...PROBLEMS,
  },
})
const readRoute = createRoute({
  method: 'get',
  path: '/creators/{id}',
  summary: 'One creator: every number with its passport, and the forecast of a paid post',
  request: { params: idParam },
  responses: { 200: jsonAnswer(detailSchema, 'The creator'), ...PROBLEMS },
})
const pageRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/page',
  summary: 'Everything imported about one creator: numbers, posts split, prices taken apart, place among peers, what is unknown',
  request: { params: idParam },
  responses: { 200: jsonAnswer(z.object(creatorPageSchema.shape).openapi('CreatorPage'), 'The page'), ...PROBLEMS },
})
const vettingRoute = createRoute({
  method: 'get',
  path: '/creators/{id}/vetting',
  summary: 'Signals of one creator that are inconsistent with peers, with evidence completeness beside the score',
  request: { params: idParam, query: z.object({ campaign: z.uuid().optional() }) },
  responses: { 200: jsonAnswer(z.object(vettedCreatorSchema.shape).openapi('VettedCreator'), 'The signals'), ...PROBLEMS },
})
const addRoute = createRoute({
  method: 'post',
  path: '/creators',
  summary: 'Type in one creator',
  request: exactBody(accountInputSchema),
  responses: { 201: jsonAnswer(detailSchema, 'The creator'), ...PROBLEMS },
})

async function presentCreator(ctx: Context, id: string): Promise<z.infer<typeof detailSchema>> {
  const { account } = found((await loadAccounts(ctx, [id]))[0], 'creator', id)
  return { id, account, forecast: await readForecast(ctx, id), type: account.creatorType }
}

/** `/creators`. */
export function makeCreatorRoutes(shelf: DiscoveryShelf) {
  return makeRouter()
    .openapi(listRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => c.json(await readCreatorList(ctx, shelf, c.req.valid('query')), 200)),
    )
    .openapi(readRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await presentCreator(ctx, c.req.valid('param').id), 200)))
    .openapi(pageRoute, (c) => act(c, 'workspace.read', async (ctx) => c.json(await readPage(ctx, c.req.valid('param').id), 200)))
    .openapi(vettingRoute, (c) =>
      act(c, 'workspace.read', async (ctx) => {
        const question = {
          id: c.req.valid('param').id,
          campaignId: c.req.valid('query').campaign,
          rulebook: await rulebookOf(ctx, c.get('server').rulebook),
        }
        return c.json(await readVetting(ctx, question), 200)
      }),
    )
    .openapi(addRoute, (c) =>
      act(c, 'creators.write', async (ctx) => {
        const id = await addCreator(ctx, c.req.valid('json'))
        await refreshRowsOf(ctx, [id])
        // Others are held against who is new.
        await enqueueJob(ctx, 'creators.refresh_row', id)
        return c.json(await presentCreator(ctx, id), 201)
      }),
    )
}
